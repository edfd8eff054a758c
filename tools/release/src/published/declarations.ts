import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./command.ts";
import { compilers } from "./compilers.ts";
import { inferredFrom } from "./declarations-program.ts";
import type { Check, Finding } from "./finding.ts";
import type { InstalledPackage, Project } from "./project.ts";
import { groupBySameForeignTypes } from "./same-foreign-types.ts";

/** Strict options of a library's author, who emits declarations from inferred types. */
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
 * Checks that a program with only one of the packages can emit its own declarations. With pnpm, a program cannot reach a
 * package's dependencies, so a package must export every type that its exported signatures use. Each program is compiled
 * by itself: in one compilation, a compiler would name a type by way of another program's packages.
 */
export const checkDeclarations: Check = async (project) => {
  const { packages } = project;
  const folder = join(project.folder, "isolated");
  const programs = groupBySameForeignTypes(packages).map(([each, ...others], at) => {
    const own = join(folder, `program-${at}`);
    mkdirSync(own, { recursive: true });
    const files: Record<string, unknown> = {
      "package.json": { private: true, type: "module", dependencies: dependencyOn(each) },
      "tsconfig.json": { compilerOptions, files: ["index.ts"] },
      "index.ts": inferredFrom(each, packages),
    };
    for (const [name, content] of Object.entries(files)) write(join(own, name), content);
    return { each, others, own };
  });
  await installIsolated(project, folder);
  const findings: Finding[] = [];
  for (const { each, others, own } of programs) {
    findings.push(await emit(each, own));
    for (const { name } of others)
      findings.push({ package: name, column, cell: `as ${each.provider?.word}`, problems: [] });
  }
  return findings;
};

const column = "declarations";

const dependencyOn = ({ name, tarball }: InstalledPackage) => ({ [name]: `file:${tarball}` });

const write = (path: string, content: unknown) =>
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));

/** Installs each program separately with pnpm, so that nothing is hoisted. */
async function installIsolated({ packages }: Project, folder: string): Promise<void> {
  const overrides = Object.assign({}, ...packages.map(dependencyOn));
  write(join(folder, "package.json"), { private: true, packageManager: "pnpm@10.34.9" });
  // JSON is valid YAML.
  write(join(folder, "pnpm-workspace.yaml"), { packages: ["program-*"], overrides });
  const quick = ["--prefer-offline", "--ignore-scripts", "--loglevel=error"];
  const { ok, output } = await run(["pnpm", "install", ...quick], folder, { CI: "1" });
  if (!ok) throw new Error(`pnpm install of the tarballs failed in ${folder}:\n${output}`);
}

async function emit(each: InstalledPackage, folder: string): Promise<Finding> {
  const emitted = compilers.map(async ({ title, command }) => {
    const { ok, output } = await run([...command, "--pretty", "false"], folder);
    const errors = output.split("\n").filter((line) => /error TS\d/.test(line));
    const problems = ok || errors.length > 0 ? errors : [output];
    return problems.map((error) => `emitting the declarations of a program: ${error} (${title})`);
  });
  const problems = (await Promise.all(emitted)).flat();
  return { package: each.name, column, cell: `${compilers.length} ways`, problems };
}
