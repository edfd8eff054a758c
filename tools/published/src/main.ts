/** `turbo run published`: the packed tarballs, held to what is promised of them. Exits 1 where anything is not so. */
import { rm } from "node:fs/promises";
import { checkContents } from "./contents.ts";
import { checkDependencies } from "./dependencies.ts";
import type { Check, Finding } from "./finding.ts";
import { checkImportTime } from "./import-time.ts";
import { checkImports } from "./imports.ts";
import { checkPortable } from "./portable.ts";
import { installProject } from "./project.ts";
import { complaints, tableOf } from "./report.ts";
import { checkRuntimes } from "./runtimes.ts";
import { checkSandbox } from "./sandbox.ts";
import { checkSize } from "./size.ts";
import { checkTypes } from "./types.ts";

/** One after the other: the measurements want the machine for themselves. */
const checks: readonly (readonly [string, Check])[] = [
  ["what the tarballs hold", checkContents],
  ["what they depend on", checkDependencies],
  ["what their code uses", checkPortable],
  ["importing every door", checkImports],
  ["compiling programs against them", checkTypes],
  ["refunding against the sandbox", checkSandbox],
  ["bundling", checkSize],
  ["timing imports", checkImportTime],
  ["wire vectors on every runtime", checkRuntimes],
];

async function step<T>(title: string, work: () => T | Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const result = await work();
  console.log(`${title}: ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  return result;
}

const project = await step("npm install of the tarballs", installProject);
const findings: Finding[] = [];
const broken: string[] = [];
for (const [title, check] of checks) {
  // A check that breaks is one more thing that is wrong; the others still tell what they find.
  await step(title, async () => findings.push(...(await check(project)))).catch((error: unknown) =>
    broken.push(`${title}: the check itself failed: ${error}`),
  );
}
console.log(`\n${tableOf(findings)}`);
const wrong = [...complaints(findings), ...broken];
if (wrong.length === 0) {
  console.log("\nEvery tarball is as promised.");
  await rm(project.folder, { recursive: true });
} else {
  console.error(`\n${wrong.join("\n")}\n\nThe project they are installed in is ${project.folder}`);
  process.exitCode = 1;
}
