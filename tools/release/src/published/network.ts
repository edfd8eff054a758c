/**
 * `npm run network`: checks network failures also on Node versions that the gate does not run, and attacks connections that are
 * kept. Takes versions of the npm package `node`, such as `24.15.0 26.0.0`, and installs each outside of the repository. With
 * `--compare`, it also attacks other ways to keep connections, which takes half an hour.
 */
import { mkdtempSync, realpathSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "./command.ts";
import { attackKept, keptTable } from "./kept.ts";
import { networkCheckOf } from "./network-on-runtimes.ts";
import { installProject } from "./project.ts";
import { problemLines, tableOf } from "./report.ts";
import { networkRuntimes, nodeAt, type Runtime } from "./runtimes.ts";

/** Of each major version: the oldest, the newest, and those with a different fetch. */
const defaultVersions = "22.13.0 22.23.3 24.0.0 24.14.0 24.15.0 24.21.0 25.9.0 26.0.0 26.10.0";

const given = process.argv.slice(2);
const compare = given.includes("--compare");
const args = given.filter((argument) => argument !== "--compare");
const versions = args.length > 0 ? args : defaultVersions.split(" ");
const folder = realpathSync(mkdtempSync(join(tmpdir(), "refunds-nodes-")));
const project = await installProject(join(import.meta.dirname, "../../../.."), ["core"]);
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
    if (!ok) throw new Error(`Cannot install node@${version}:\n${output}`);
    nodes.push(nodeAt(version, join(folder, version, "node_modules/node/bin/node")));
  }
  const others = networkRuntimes.filter(({ title }) => !title.startsWith("Node"));
  const failures = await networkCheckOf([...nodes, ...others])(project);
  console.log(tableOf(failures));
  const kept = await attackKept(project, [...nodes, ...others], compare);
  console.log(keptTable(kept.rows));
  const findings = [...failures, ...kept.findings];
  for (const line of problemLines(findings)) console.error(line);
  if (findings.some(({ problems }) => problems.length > 0)) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
  await rm(project.folder, { recursive: true, force: true });
}
