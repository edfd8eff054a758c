import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { mustRun } from "./must-run.ts";
import { run } from "./published/command.ts";
import type { Finding } from "./published/index.ts";
import { listPackages, tarballOf } from "./published/packages.ts";
import { pnpm } from "./tools.ts";

/** Installs the dependencies of the repository at `root`, as CI does. @throws {Error} if the lockfile is outdated, or the registry fails */
export const install = (root: string): Promise<string> =>
  mustRun([...pnpm(root), "install", "--frozen-lockfile", "--prefer-offline"], root);

/** Builds all packages in order of their dependencies. @throws {Error} with the compiler's output, if a build fails */
export const build = (root: string): Promise<string> =>
  mustRun([...pnpm(root), ...inPackages, "run", "build"], root);

const inPackages = [
  "--recursive",
  "--stream",
  "--workspace-concurrency=2",
  "--filter=./packages/*",
];

/** Runs the script "package" of every package, which packs it and checks the tarball with publint and attw. */
export async function pack(root: string): Promise<Finding[]> {
  const sources = listPackages(root);
  for (const { folder } of sources) rmSync(tarballOf(folder), { force: true });
  const summary = join(root, "pnpm-exec-summary.json");
  rmSync(summary, { force: true });
  const runScript = ["--no-bail", "--report-summary", "run", "package"];
  const { output } = await run([...pnpm(root), ...inPackages, ...runScript], root, {}, 600_000);
  if (!existsSync(summary)) throw new Error(`Packing could not start:\n${output}`);
  const { executionStatus } = JSON.parse(readFileSync(summary, "utf8"));
  rmSync(summary);
  return sources.map(({ name, word, folder }) => {
    const passed = executionStatus[folder]?.status === "passed" && existsSync(tarballOf(folder));
    const lines = output.split("\n").filter((line) => line.startsWith(`packages/${word} `));
    const problems = passed ? [] : [`its script "package" failed:\n${lines.join("\n")}`];
    return { package: name, column: "package", cell: "ok", problems };
  });
}
