import type { Check, Finding } from "./finding.ts";
import type { Project } from "./project.ts";
import { type Runtime, runtimes } from "./runtimes.ts";
import { type Told, writeVectorsProgram } from "./vectors-program.ts";

/** The tarballs' code passes every wire vector in every runtime. One that cannot run fails. */
export const checkVectors: Check = async (project) => {
  await writeVectorsProgram(project);
  const findings: Finding[] = [];
  for (const runtime of runtimes) {
    const told = await runtime.tell(project, "vectors.mjs").catch(String);
    findings.push(...judge(runtime, told as Told | string, project));
  }
  return findings;
};

function judge(
  { title, userAgent }: Runtime,
  told: Told | string,
  { packages }: Project,
): Finding[] {
  return packages.flatMap(({ name, provider }) => {
    if (!provider) return [];
    const { word, vectors } = provider;
    // Through the provider's client, and through its openapi-fetch client.
    const wanted = 2 * (1 + vectors.requests.length + vectors.answers.length);
    const finding = (problems: string[]): Finding[] => [
      { package: name, column: title, cell: String(wanted - 2), problems },
    ];
    if (typeof told === "string") return finding([`did not run the wire vectors: ${told}`]);
    if (!told.runtime.startsWith(userAgent)) return finding([`${told.runtime} ran in its place`]);
    const results = told.results[word] ?? [];
    return finding([
      ...(results.length === wanted ? [] : [`ran ${results.length} of ${wanted} checks`]),
      ...results.flatMap(({ kind, name: vector, problems }) =>
        problems.map((problem) => `${kind} "${vector}": ${problem}`),
      ),
    ]);
  });
}
