/** The commands of the project's `package.json`, in child processes, working on a repository that a test made. */
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Ran, Repo } from "./repo.ts";

const project = join(import.meta.dirname, "../../../..");
const { scripts } = JSON.parse(readFileSync(join(project, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};

/** What `pnpm <script> <words>` runs; pages are meant from the repository's root. */
export function script(repo: Repo, name: string, ...words: readonly string[]): Ran {
  const [program, ...given] = (scripts[name] ?? "").split(" ");
  if (program !== "node") throw new Error(`package.json has no script "${name}" of our own.`);
  const path = given.map((word) => (/\.[jt]s$/.test(word) ? join(project, word) : word));
  const asThere = ["env", `INIT_CWD=${repo.root}`, process.execPath, ...path];
  return repo.run(...asThere, ...words, "--root", repo.root);
}

/** `pnpm changeset version`, of the program that this project has. */
export const changesetVersion = (repo: Repo): Ran =>
  repo.run(process.execPath, join(project, "node_modules/@changesets/cli/bin.js"), "version");

/** The types of all packages and of the programs that use them; then the provider's own tests. */
export function compileAndTest(repo: Repo, provider: string): readonly Ran[] {
  const file = (path: string, text: string) => writeFileSync(join(repo.root, path), text);
  for (const shared of ["tsconfig.base.json", "vitest.shared.ts"])
    file(shared, readFileSync(join(project, shared), "utf8"));
  for (const name of ["vitest", "@types/node"]) link(repo.root, name);
  const sources = ["packages/*/src", "packages/*/test"];
  // The declarations of pg-boss, which the command line can use, name types that it lacks.
  const compilerOptions = { types: ["node"], skipLibCheck: true };
  const config = { extends: "./tsconfig.base.json", include: sources, compilerOptions };
  file("tsconfig.json", JSON.stringify(config));
  const own = join("packages", provider);
  return [
    repo.run(process.execPath, join(project, "node_modules/typescript/bin/tsc")),
    // A vitest inside a vitest, which is not to take itself for one of its workers.
    repo.run(
      ...[
        "env",
        "-u",
        "VITEST",
        "-u",
        "VITEST_WORKER_ID",
        "-u",
        "VITEST_POOL_ID",
        process.execPath,
      ],
      ...[join(project, "node_modules/vitest/vitest.mjs"), "run", "--root", own],
    ),
  ];
}

function link(root: string, name: string): void {
  const path = join(root, "node_modules", name);
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(join(project, "node_modules", name), path, "dir");
}
