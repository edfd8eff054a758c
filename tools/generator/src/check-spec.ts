/** What the generator would refuse of one spec, for tools that generate nothing. */
import { ProblemsFound } from "@refunds/spec-reader";
import { checkSpec } from "./checks/index.ts";
import { readSpec } from "./read.ts";

/** @throws {ProblemsFound} with every problem of the spec */
export async function refuseInvalid(
  file: string,
  text: string,
  consequence: string,
): Promise<void> {
  const spec = readSpec(file, text);
  await checkSpec(spec);
  const problems = spec.problems();
  if (problems.length > 0) throw new ProblemsFound(problems, consequence);
}
