import { spawnSync } from "node:child_process";
import type { Check } from "./finding.ts";
import type { Project } from "./project.ts";

/** The maxMs allowed import time, in milliseconds. */
const maxMs = 15;
const runsEach = 12;

/**
 * Measures how long a new process takes to import the package, by the clock of that process, because the start of a
 * process varies too much. A busy machine only adds time, so the fastest run counts.
 */
export const checkImportTime: Check = (project) =>
  project.packages
    .filter(({ name, provider }) => provider || name === "refunds")
    .map(({ name, provider }, at) => {
      const file = project.write(
        `import-${at}.mjs`,
        `const startedAt = performance.now();
await import("${name}");
console.log(performance.now() - startedAt);
`,
      );
      let ms = measure(project, file);
      for (let round = 2; round <= 4 && ms > maxMs; round++) {
        ms = Math.min(ms, measure(project, file));
      }
      const slow = provider && !(ms <= maxMs);
      return {
        package: name,
        column: "import ms",
        cell: ms.toFixed(1),
        problems: slow
          ? [`importing it takes ${ms.toFixed(1)} ms; at most ${maxMs} ms are allowed`]
          : [],
      };
    });

function measure({ folder }: Project, file: string): number {
  const times = Array.from({ length: runsEach }, () => {
    const options = { cwd: folder, encoding: "utf8" } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, [file], options);
    if (status !== 0) throw new Error(`${file} exited with ${status}: ${stderr}`);
    return Number(stdout);
  });
  return Math.min(...times);
}
