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
export async function build(root: string): Promise<void> {
  // What depends on the providers' packages needs their build, and they have none of their own.
  const together = [...recursive, "--filter=@refunds/provider-packages...", "run", "build"];
  await mustRun([...pnpm(root), ...together], root);
  await mustRun([...pnpm(root), ...recursive, "--filter=./packages/*", "run", "build"], root);
}

const recursive = ["--recursive", "--stream", "--workspace-concurrency=2"];

/** Runs every script "package", which packs one package or several, and checks the tarballs with publint and attw. */
export async function pack(root: string): Promise<Finding[]> {
  const sources = listPackages(root);
  for (const { folder } of sources) rmSync(tarballOf(folder), { force: true });
  const summary = join(root, "pnpm-exec-summary.json");
  rmSync(summary, { force: true });
  const everywhere = [...recursive, "--filter=./packages/*", "--filter=./tools/*"];
  const runScript = ["--no-bail", "--report-summary", "run", "package"];
  const { output } = await run([...pnpm(root), ...everywhere, ...runScript], root, {}, 600_000);
  if (!existsSync(summary)) throw new Error(`Packing could not start:\n${output}`);
  const { executionStatus } = JSON.parse(readFileSync(summary, "utf8"));
  rmSync(summary);
  const folders = new Set(sources.map(({ folder }) => folder));
  const packedTogether = Object.keys(executionStatus).filter((folder) => !folders.has(folder));
  return sources.map(({ name, word, folder }) => {
    const ran = Object.hasOwn(executionStatus, folder) ? [folder] : packedTogether;
    const isPacked = ran.length > 0 && existsSync(tarballOf(folder));
    const passed = isPacked && ran.every((each) => executionStatus[each].status === "passed");
    const own = (line: string) => line.startsWith(`packages/${word} `) || line.includes(`${name}:`);
    const lines = output.split("\n").filter(own);
    const problems = passed ? [] : [`its script "package" failed:\n${lines.join("\n") || output}`];
    return { package: name, column: "package", cell: "ok", problems };
  });
}
