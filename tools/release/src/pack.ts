import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "@refunds/published";
import { run } from "@refunds/published/command";
import { listPackages, tarballOf } from "@refunds/published/packages";
import { mustRun } from "./must-run.ts";
import { pnpm } from "./tools.ts";

/** Installs what the repository at `root` needs, as CI does. @throws where the lockfile does not fit, or the registry fails */
export const install = (root: string): Promise<string> =>
  mustRun([...pnpm(root), "install", "--frozen-lockfile", "--prefer-offline"], root);

/** Builds every package, in the order they need. @throws where one does not build, with the compiler's words */
export const build = (root: string): Promise<string> =>
  mustRun([...pnpm(root), ...inPackages, "run", "build"], root);

const inPackages = [
  "--recursive",
  "--stream",
  "--workspace-concurrency=2",
  "--filter=./packages/*",
];

/** Packs every package, and has each tarball judged by publint and attw: the script "package" of each. */
export async function pack(root: string): Promise<Finding[]> {
  const sources = listPackages(root);
  for (const { folder } of sources) rmSync(tarballOf(folder), { force: true });
  const summary = join(root, "pnpm-exec-summary.json");
  rmSync(summary, { force: true });
  const judge = ["--no-bail", "--report-summary", "run", "package"];
  const { output } = await run([...pnpm(root), ...inPackages, ...judge], root, {}, 600_000);
  if (!existsSync(summary)) throw new Error(`packing could not start:\n${output}`);
  const { executionStatus } = JSON.parse(readFileSync(summary, "utf8"));
  rmSync(summary);
  return sources.map(({ name, word, folder }) => {
    const passed = executionStatus[folder]?.status === "passed" && existsSync(tarballOf(folder));
    const said = output.split("\n").filter((line) => line.startsWith(`packages/${word} `));
    const problems = passed ? [] : [`its script "package" fails:\n${said.join("\n")}`];
    return { package: name, column: "package", cell: "ok", problems };
  });
}
