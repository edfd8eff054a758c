/** The members of a package's exported types, each with its documentation. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript5";

const packages = fileURLToPath(new URL("../../../", import.meta.url));

export interface PublicMember {
  readonly name: string;
  readonly docs: string;
}

/** What the main entry points of these packages export, and the members of each exported type. */
export function publicMembers(names: readonly string[]): PublicMember[] {
  const { config } = ts.readConfigFile(join(packages, "refunds/tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, join(packages, "refunds"));
  const files = names.map((name) => join(packages, name, "src/index.ts"));
  const isOurs = ownedBy(names);
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  const docsOf = (symbol: ts.Symbol) =>
    ts.displayPartsToString(symbol.getDocumentationComment(checker));
  const found = new Map<string, string>();
  const add = (name: string, symbol: ts.Symbol) => {
    if (isOurs(symbol)) found.set(name, docsOf(symbol));
  };
  for (const file of files) {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    for (const exported of module ? checker.getExportsOfModule(module) : []) {
      const symbol =
        exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      add(exported.name, symbol);
      if (!(symbol.flags & ts.SymbolFlags.Type)) continue;
      const type = checker.getDeclaredTypeOfSymbol(symbol);
      for (const part of type.isUnion() ? type.types : [type]) {
        for (const member of part.getProperties()) {
          const owner = ownerOf(member) ?? exported.name;
          add(`${owner}.${member.name}`, member);
        }
      }
    }
  }
  return [...found].map(([name, docs]) => ({ name, docs }));
}

/** Whether one of these packages declares the symbol. Leaves out `schema.ts`, which openapi-typescript writes. */
const ownedBy = (names: readonly string[]) => (symbol: ts.Symbol) => {
  const [declaration] = symbol.declarations ?? [];
  const file = declaration?.getSourceFile().fileName ?? "";
  const own = names.some((name) => file.startsWith(join(packages, name, "src/")));
  if (!declaration || !own || file.endsWith("/schema.ts")) return false;
  // Brands need no documentation, nor does `readonly appId?: never`, which only forbids a field.
  return !(
    symbol.name.startsWith("__@") ||
    (ts.isPropertySignature(declaration) && declaration.type?.kind === ts.SyntaxKind.NeverKeyword)
  );
};

function ownerOf(member: ts.Symbol): string | undefined {
  const parent = member.declarations?.[0]?.parent;
  return parent && (ts.isInterfaceDeclaration(parent) || ts.isClassDeclaration(parent))
    ? parent.name?.text
    : undefined;
}
