/** `turbo run published`: the packed tarballs, held to what is promised of them. Exits 1 where anything is not so. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { allChecks, runChecks, type Step } from "./checks.ts";
import { installProject } from "./project.ts";
import { problemLines, tableOf } from "./report.ts";

const step: Step = async (title, work) => {
  const startedAt = performance.now();
  const result = await work();
  console.log(`${title}: ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  return result;
};

const root = join(import.meta.dirname, "../../..");
const project = await step("npm install of the tarballs", () => installProject(root));
const { findings, broken } = await runChecks(allChecks, project, step);
console.log(`\n${tableOf(findings)}`);
const wrong = [...problemLines(findings), ...broken];
if (wrong.length === 0) {
  console.log("\nEvery tarball is as promised.");
  await rm(project.folder, { recursive: true });
} else {
  console.error(`\n${wrong.join("\n")}\n\nThe project they are installed in is ${project.folder}`);
  process.exitCode = 1;
}
