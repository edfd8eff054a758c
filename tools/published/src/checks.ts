/** What is promised of the tarballs, by name. */
import { checkCommonjsTypes } from "./commonjs-types.ts";
import { checkContents } from "./contents.ts";
import { checkDeclarations } from "./declarations.ts";
import { checkDependencies } from "./dependencies.ts";
import { checkFetchTypes } from "./fetch-types.ts";
import type { Check, Finding } from "./finding.ts";
import { checkFloor } from "./floor.ts";
import { checkImportTime } from "./import-time.ts";
import { checkImports } from "./imports.ts";
import { checkNetwork } from "./network-on-runtimes.ts";
import { checkPortable } from "./portable.ts";
import type { Project } from "./project.ts";
import { checkSandbox } from "./sandbox.ts";
import { checkSandboxAlone } from "./sandbox-alone.ts";
import { checkSize } from "./size.ts";
import { checkTypes } from "./types.ts";
import { checkVectors } from "./vectors-on-runtimes.ts";

type NamedCheck = readonly [title: string, check: Check];

/** Whether a stranger can install the packages and refund with them. */
export const usabilityChecks: readonly NamedCheck[] = [
  ["what the tarballs hold", checkContents],
  ["what they depend on", checkDependencies],
  ["what their code uses", checkPortable],
  ["importing every door", checkImports],
  ["compiling programs against them", checkTypes],
  ["printing declarations of programs that have one of them", checkDeclarations],
  ["compiling programs to CommonJS", checkCommonjsTypes],
  ["giving every runtime's fetch", checkFetchTypes],
  ["opening every door on the oldest Node", checkFloor],
  ["refunding against the sandbox", checkSandbox],
  ["the sandbox alone, and with msw", checkSandboxAlone],
];

/** All of it. The measurements come last, and want the machine for themselves. */
export const allChecks: readonly NamedCheck[] = [
  ...usabilityChecks,
  ["bundling", checkSize],
  ["timing imports", checkImportTime],
  ["wire vectors on every runtime", checkVectors],
  ["failures of the network on every runtime", checkNetwork],
];

/** Does one piece of work and tells how long it took. */
export type Step = <T>(title: string, work: () => T | Promise<T>) => Promise<T>;

/**
 * Runs checks one after the other. One that breaks is one more thing that is wrong; the others still tell what they find.
 * @returns what was found, and a sentence for each check that could not be made
 */
export async function runChecks(
  checks: readonly NamedCheck[],
  project: Project,
  step: Step,
): Promise<{ findings: Finding[]; broken: string[] }> {
  const findings: Finding[] = [];
  const broken: string[] = [];
  for (const [title, check] of checks) {
    await step(title, async () => findings.push(...(await check(project)))).catch(
      (error: unknown) => broken.push(`${title}: the check itself failed: ${error}`),
    );
  }
  return { findings, broken };
}
