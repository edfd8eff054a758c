import type { Check, Finding } from "./finding.ts";
import type { Project } from "./project.ts";
import { type Runtime, runtimes } from "./runtimes.ts";
import { type VectorsOutput, writeVectorsProgram } from "./vectors-program.ts";

/** Checks that the code of the tarballs passes every wire vector on every runtime. */
export const checkVectors: Check = async (project) => {
  await writeVectorsProgram(project);
  const findings: Finding[] = [];
  for (const runtime of runtimes) {
    const output = await runtime.runModule(project, "vectors.mjs").catch(String);
    findings.push(...judge(runtime, output as VectorsOutput | string, project));
  }
  return findings;
};

function judge(
  { title, userAgent }: Runtime,
  output: VectorsOutput | string,
  { packages }: Project,
): Finding[] {
  return packages.flatMap(({ name, provider }) => {
    if (!provider) return [];
    const { word, vectors } = provider;
    // Through the provider's client, and through its openapi-fetch client.
    const expected = 2 * (1 + vectors.requests.length + vectors.answers.length);
    const finding = (problems: string[]): Finding[] => [
      { package: name, column: title, cell: String(expected - 2), problems },
    ];
    if (typeof output === "string") return finding([`the wire vectors did not run: ${output}`]);
    if (!output.runtime.startsWith(userAgent))
      return finding([`ran on ${output.runtime} instead of ${userAgent}`]);
    const results = output.results[word] ?? [];
    return finding([
      ...(results.length === expected ? [] : [`ran ${results.length} of ${expected} checks`]),
      ...results.flatMap(({ kind, name: vector, problems }) =>
        problems.map((problem) => `${kind} "${vector}": ${problem}`),
      ),
    ]);
  });
}
