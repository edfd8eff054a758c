import { join } from "node:path";
import { build } from "esbuild";
import type { Check } from "./finding.ts";
import type { InstalledPackage } from "./project.ts";

/** Globals of Node or CommonJS. esbuild replaces those that the code does not declare itself. */
const nodeGlobals = ["process", "Buffer", "require", "module", "global", "__dirname", "__filename"];
const mark = (name: string) => `__refunds_${name}__`;

/** Checks that imports are declared as dependencies, and that code for every runtime uses no modules or globals of Node. */
export const checkPortable: Check = ({ packages }) =>
  Promise.all(
    packages.map(async (each) => {
      const portable =
        each.provider !== undefined || ["@refunds/core", "refunds"].includes(each.name);
      return {
        package: each.name,
        column: "code",
        cell: portable ? "portable" : "Node",
        problems: await readCode(each, portable),
      };
    }),
  );

async function readCode(each: InstalledPackage, portable: boolean): Promise<string[]> {
  const { metafile, outputFiles } = await build({
    entryPoints: each.files
      .filter((file) => file.endsWith(".js"))
      .map((file) => join(each.folder, file)),
    absWorkingDir: each.folder,
    bundle: true,
    packages: "external",
    format: "esm",
    // With this platform, `node:` imports stay in the output, so that they can be reported below.
    platform: "node",
    define: Object.fromEntries(
      nodeGlobals.flatMap((name) => [
        [name, mark(name)],
        [`globalThis.${name}`, mark(name)],
      ]),
    ),
    write: false,
    outdir: "unwritten",
    metafile: true,
    logLevel: "silent",
  });
  const imported = Object.entries(metafile.inputs).flatMap(([file, { imports }]) =>
    imports.filter(({ external }) => external).map(({ path }) => ({ file, path })),
  );
  const code = outputFiles.map(({ text }) => text).join("\n");
  const ofNode = (path: string) => path.startsWith("node:");
  return [
    ...imported
      .filter(({ path }) => !ofNode(path) && !declared(each).includes(packageOf(path)))
      .map(({ file, path }) => `${file} imports ${path}, which is not declared in package.json`),
    ...imported
      .filter(({ path }) => portable && ofNode(path))
      .map(
        ({ file, path }) => `${file} imports ${path}; use only APIs that all fetch runtimes have`,
      ),
    ...nodeGlobals
      .filter((name) => portable && code.includes(mark(name)))
      .map((name) => `dist uses Node's global ${name}; use only APIs that all fetch runtimes have`),
  ];
}

const declared = ({ name, manifest }: InstalledPackage): string[] => [
  name,
  ...Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }),
];

const packageOf = (path: string): string =>
  path
    .split("/")
    .slice(0, path.startsWith("@") ? 2 : 1)
    .join("/");
