/** `turbo run published`: checks the packed tarballs. Exits with 1 if there is a problem. */
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

const root = join(import.meta.dirname, "../../../..");
const project = await step("npm install of the tarballs", () => installProject(root));
const { findings, broken } = await runChecks(allChecks, project, step);
console.log(`\n${tableOf(findings)}`);
const problems = [...problemLines(findings), ...broken];
if (problems.length === 0) {
  console.log("\nAll tarballs passed all checks.");
  await rm(project.folder, { recursive: true });
} else {
  console.error(`\n${problems.join("\n")}\n\nThe tarballs are installed in ${project.folder}`);
  process.exitCode = 1;
}
