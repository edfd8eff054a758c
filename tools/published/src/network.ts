/**
 * `npm run network`: failures of the network on Node versions that the gate does not run, too. Takes versions of the npm
 * package `node`, such as `24.15.0 26.0.0`; installs each outside the repository.
 */
import { mkdtempSync, realpathSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "./command.ts";
import { networkCheckOf } from "./network-on-runtimes.ts";
import { installProject } from "./project.ts";
import { problemLines, tableOf } from "./report.ts";
import { networkRuntimes, nodeAt, type Runtime } from "./runtimes.ts";

/** The oldest, the newest, and those whose fetch was another, of each line since the oldest that is promised. */
const lines = "22.13.0 22.23.3 24.0.0 24.14.0 24.15.0 24.21.0 25.9.0 26.0.0 26.10.0";

const [, , ...given] = process.argv;
const versions = given.length > 0 ? given : lines.split(" ");
const folder = realpathSync(mkdtempSync(join(tmpdir(), "refunds-nodes-")));
const project = await installProject(join(import.meta.dirname, "../../.."), ["core"]);
try {
  const nodes: Runtime[] = [];
  for (const version of versions) {
    const install = [
      "npm",
      "install",
      "--no-audit",
      "--no-fund",
      "--prefix",
      `${folder}/${version}`,
    ];
    const { ok, output } = await run([...install, `node@${version}`], folder);
    if (!ok) throw new Error(`node@${version} cannot be installed:\n${output}`);
    nodes.push(nodeAt(version, join(folder, version, "node_modules/node/bin/node")));
  }
  const others = networkRuntimes.filter(({ title }) => !title.startsWith("Node"));
  const findings = await networkCheckOf([...nodes, ...others])(project);
  console.log(tableOf(findings));
  for (const complaint of problemLines(findings)) console.error(complaint);
  if (findings.some(({ problems }) => problems.length > 0)) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
  await rm(project.folder, { recursive: true, force: true });
}
