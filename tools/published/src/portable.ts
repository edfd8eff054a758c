import { join } from "node:path";
import { build } from "esbuild";
import type { Check } from "./finding.ts";
import type { InstalledPackage } from "./project.ts";

/** Names that only Node (or CommonJS) gives a module; esbuild replaces the ones that the code does not bind itself. */
const nodeGlobals = ["process", "Buffer", "require", "module", "global", "__dirname", "__filename"];
const mark = (name: string) => `__refunds_${name}__`;

/** Imports are declared dependencies, and what every runtime shall run has nothing of Node's in it. */
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
    // The platform leaves `node:` imports for the check below to name.
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
      .map(({ file, path }) => `${file} imports ${path}, which package.json does not declare`),
    ...imported
      .filter(({ path }) => portable && ofNode(path))
      .map(({ file, path }) => `${file} imports ${path}; use what fetch runtimes share`),
    ...nodeGlobals
      .filter((name) => portable && code.includes(mark(name)))
      .map((name) => `dist uses Node's global ${name}; use what fetch runtimes share`),
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
