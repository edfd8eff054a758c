import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./command.ts";
import { compilers } from "./compilers.ts";
import { inferredFrom } from "./declarations-program.ts";
import type { Check, Finding } from "./finding.ts";
import type { InstalledPackage, Project } from "./project.ts";

/** As strict as a library's author may be, whose own declarations are printed from what is inferred. */
const compilerOptions = {
  target: "es2022",
  lib: ["es2022", "dom", "dom.iterable"],
  types: [],
  module: "nodenext",
  strict: true,
  declaration: true,
  emitDeclarationOnly: true,
  outDir: "out",
};

/**
 * A program that has only one of the packages can print its own declarations. pnpm's layout keeps a package's own
 * dependencies out of reach, so whatever an exported signature names must be exported beside it.
 */
export const checkDeclarations: Check = async (project) => {
  const { packages } = project;
  const folder = join(project.folder, "isolated");
  const programs = packages.map((each, at) => {
    const own = join(folder, `program-${at}`);
    mkdirSync(own, { recursive: true });
    const files: Record<string, unknown> = {
      "package.json": { private: true, type: "module", dependencies: wants(each) },
      "tsconfig.json": { compilerOptions, files: ["index.ts"] },
      "index.ts": inferredFrom(each, packages),
    };
    for (const [name, content] of Object.entries(files)) write(join(own, name), content);
    return { each, own };
  });
  await installIsolated(project, folder);
  const findings: Finding[] = [];
  for (const { each, own } of programs) findings.push(await emit(each, own));
  return findings;
};

const wants = ({ name, tarball }: InstalledPackage) => ({ [name]: `file:${tarball}` });

const write = (path: string, content: unknown) =>
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));

/** With pnpm, each program by itself: nothing is hoisted to where another could find it. */
async function installIsolated({ packages }: Project, folder: string): Promise<void> {
  const overrides = Object.assign({}, ...packages.map(wants));
  write(join(folder, "package.json"), { private: true, packageManager: "pnpm@10.34.9" });
  // JSON is YAML.
  write(join(folder, "pnpm-workspace.yaml"), { packages: ["program-*"], overrides });
  const quick = ["--prefer-offline", "--ignore-scripts", "--loglevel=error"];
  const { ok, output } = await run(["pnpm", "install", ...quick], folder, { CI: "1" });
  if (!ok) throw new Error(`pnpm install of the tarballs failed in ${folder}:\n${output}`);
}

async function emit(each: InstalledPackage, folder: string): Promise<Finding> {
  const printed = compilers.map(async ({ title, command }) => {
    const { ok, output } = await run([...command, "--pretty", "false"], folder);
    const errors = output.split("\n").filter((line) => /error TS\d/.test(line));
    const said = ok || errors.length > 0 ? errors : [output];
    return said.map((error) => `printing the declarations of a program: ${error} (${title})`);
  });
  const problems = (await Promise.all(printed)).flat();
  return { package: each.name, column: "declarations", cell: `${compilers.length} ways`, problems };
}
