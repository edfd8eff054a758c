import { spawnSync } from "node:child_process";
import type { Check } from "./finding.ts";
import type { Project } from "./project.ts";

/** Milliseconds that an import may take in a Node that has started. */
const longest = 15;
const runsEach = 12;

/**
 * How long a fresh process waits for its first import of the package, by its own clock: differences between whole
 * processes drown in the noise of a busy machine. Which only ever adds time, so the quickest run counts.
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
      for (let round = 2; round <= 4 && ms > longest; round++) {
        ms = Math.min(ms, measure(project, file));
      }
      const slow = provider && !(ms <= longest);
      return {
        package: name,
        column: "import ms",
        cell: ms.toFixed(1),
        problems: slow ? [`importing it takes ${ms.toFixed(1)} ms; ${longest} are allowed`] : [],
      };
    });

function measure({ folder }: Project, file: string): number {
  const times = Array.from({ length: runsEach }, () => {
    const options = { cwd: folder, encoding: "utf8" } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, [file], options);
    if (status !== 0) throw new Error(`${file} ended with ${status}: ${stderr}`);
    return Number(stdout);
  });
  return Math.min(...times);
}
