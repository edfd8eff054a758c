/** Writes the reference of the site from the types and their comments: a page for each entry point. */
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Application, Comment, ReflectionKind, type TypeDocOptions } from "typedoc";
import type { PluginOptions } from "typedoc-plugin-markdown";
import { modules } from "./modules.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const folder = join(root, "site/pages/reference");

/** Their packages have the same exports, each of its own types, which the pages in `docs/providers` list. */
const providers = readdirSync(join(root, "specs"))
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => name.replace(".yaml", ""));

const options: Partial<TypeDocOptions & PluginOptions> = {
  plugin: ["typedoc-plugin-markdown"],
  entryPoints: [...modules.keys()].map((file) => join(root, file)),
  tsconfig: join(root, "site/src/reference/tsconfig.json"),
  exclude: [`**/packages/{${providers.join(",")}}/**`],
  excludeExternals: true,
  readme: "none",
  // The gate checks the types, with the TypeScript of this repository.
  skipErrorChecking: true,
  disableSources: true,
  sort: ["source-order"],
  groupOrder: ["Functions", "Classes", "Interfaces", "Type Aliases", "*"],
  outputs: [{ name: "markdown", path: folder }],
  outputFileStrategy: "modules",
  entryFileName: "index",
  hidePageHeader: true,
  hideBreadcrumbs: true,
  useCodeBlocks: true,
  parametersFormat: "table",
  interfacePropertiesFormat: "table",
  classPropertiesFormat: "table",
  typeDeclarationFormat: "table",
  propertyMembersFormat: "table",
  logLevel: "Warn",
};

const app = await Application.bootstrapWithPlugins(options);
const project = await app.convert();
if (!project) throw new Error("TypeDoc could not read the packages.");
for (const module of project.children ?? []) {
  const file = [...modules.keys()].find((path) =>
    [`packages/${module.name}.ts`, `packages/${module.name}/index.ts`].includes(path),
  );
  if (!file) throw new Error(`TypeDoc read ${module.name}, which modules.ts does not name.`);
  module.name = modules.get(file) ?? module.name;
  const [, about = ""] = /^\/\*\* (.+?) \*\//.exec(readFileSync(join(root, file), "utf8")) ?? [];
  module.comment = new Comment([{ kind: "text", text: about }]);
  const again = module.getChildrenByKind(ReflectionKind.Reference);
  for (const reference of again) project.removeReflection(reference);
}
rmSync(folder, { recursive: true, force: true });
await app.generateOutputs(project);
