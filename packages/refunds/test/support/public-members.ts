/** Every member that a package's exported types show, with its documentation, as an editor finds it. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript5";

const packages = fileURLToPath(new URL("../../../", import.meta.url));

export interface PublicMember {
  readonly name: string;
  readonly docs: string;
}

/** Of each entry, such as `core/src/index.ts`: its exports and, of each type, its own members. */
export function publicMembers(entries: readonly string[]): PublicMember[] {
  const { config } = ts.readConfigFile(join(packages, "refunds/tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, join(packages, "refunds"));
  const files = entries.map((entry) => join(packages, entry));
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  const docsOf = (symbol: ts.Symbol) =>
    ts.displayPartsToString(symbol.getDocumentationComment(checker));
  const found = new Map<string, string>();
  const see = (name: string, symbol: ts.Symbol) => {
    if (isOurs(symbol)) found.set(name, docsOf(symbol));
  };
  for (const file of files) {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    for (const exported of module ? checker.getExportsOfModule(module) : []) {
      const symbol =
        exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      see(exported.name, symbol);
      if (!(symbol.flags & ts.SymbolFlags.Type)) continue;
      const type = checker.getDeclaredTypeOfSymbol(symbol);
      for (const part of type.isUnion() ? type.types : [type]) {
        for (const member of part.getProperties()) {
          const owner = ownerOf(member) ?? exported.name;
          see(`${owner}.${member.name}`, member);
        }
      }
    }
  }
  return [...found].map(([name, docs]) => ({ name, docs }));
}

/** What is written by hand or by the generator's door; the schema of a wire is openapi-typescript's. */
function isOurs(symbol: ts.Symbol): boolean {
  const [declaration] = symbol.declarations ?? [];
  const file = declaration?.getSourceFile().fileName ?? "";
  if (!file.startsWith(packages) || /node_modules|\/schema\.ts$/.test(file)) return false;
  // `readonly appId?: never` only forbids.
  return !(
    declaration &&
    ts.isPropertySignature(declaration) &&
    declaration.type?.kind === ts.SyntaxKind.NeverKeyword
  );
}

function ownerOf(member: ts.Symbol): string | undefined {
  const parent = member.declarations?.[0]?.parent;
  return parent && (ts.isInterfaceDeclaration(parent) || ts.isClassDeclaration(parent))
    ? parent.name?.text
    : undefined;
}
