/** The checks of the tarballs, by title. */
import { checkCli } from "./cli.ts";
import { checkCliStart } from "./cli-start.ts";
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

/** Checks that a user can install the packages and refund with them. */
export const usabilityChecks: readonly NamedCheck[] = [
  ["files in the tarballs", checkContents],
  ["dependencies", checkDependencies],
  ["imports and globals in the code", checkPortable],
  ["importing every entry point", checkImports],
  ["compiling programs with every package", checkTypes],
  ["emitting declarations of programs with a single package", checkDeclarations],
  ["compiling programs to CommonJS", checkCommonjsTypes],
  ["types of fetch on every runtime", checkFetchTypes],
  ["importing every entry point on the oldest Node", checkFloor],
  ["refunding with the sandbox", checkSandbox],
  ["the sandbox without and with msw", checkSandboxAlone],
  ["refunding from the command line", checkCli],
];

/** All checks. The measurements come last, because they need an idle machine. */
export const allChecks: readonly NamedCheck[] = [
  ...usabilityChecks,
  ["bundling", checkSize],
  ["timing imports", checkImportTime],
  ["starting the command line", checkCliStart],
  ["wire vectors on every runtime", checkVectors],
  ["network failures on every runtime", checkNetwork],
];

/** Runs one step and reports how long it took. */
export type Step = <T>(title: string, work: () => T | Promise<T>) => Promise<T>;

/**
 * Runs checks one after another. If a check itself fails, the others still run.
 * @returns the findings, and a message for each check that failed to run
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
