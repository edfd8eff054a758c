import { spawnSync } from "node:child_process";
import type { Check } from "./finding.ts";
import type { Project } from "./project.ts";

/**
 * The longest allowed import, as a part of what Node itself needs to start in the same process: 15 ms where that is 23 ms.
 * Measured: 0.29 to 0.50.
 */
const maxOfStart = 0.65;
const runsEach = 4;

interface Times {
  readonly importMs: number;
  readonly startMs: number;
}

/**
 * Measures how long a new process takes to import the package, by the clock of that process, against what Node needed
 * to start it: a slow machine is slow at both. A busy machine only adds time, so the fastest of each counts.
 */
export const checkImportTime: Check = (project) =>
  project.packages
    .filter(({ name, provider }) => provider || name === "refunds")
    .map(({ name, provider }, at) => {
      const file = project.write(
        `import-${at}.mjs`,
        `const startMs = performance.now();
await import("${name}");
console.log(JSON.stringify({ importMs: performance.now() - startMs, startMs }));
`,
      );
      let times = measure(project, file);
      for (let round = 2; round <= 12 && isSlow(times); round++) {
        times = fastest([times, measure(project, file)]);
      }
      const { importMs, startMs } = times;
      return {
        package: name,
        column: "import ms",
        cell: `${importMs.toFixed(1)} (${(importMs / startMs).toFixed(2)})`,
        problems:
          provider && isSlow(times)
            ? [
                `importing it takes ${importMs.toFixed(1)} ms; at most ${maxOfStart} of the ${startMs.toFixed(1)} ms in which Node starts are allowed`,
              ]
            : [],
      };
    });

function isSlow({ importMs, startMs }: Times): boolean {
  return !(importMs <= maxOfStart * startMs);
}

function measure({ folder }: Project, file: string): Times {
  const times = Array.from({ length: runsEach }, () => {
    const options = { cwd: folder, encoding: "utf8" } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, [file], options);
    if (status !== 0) throw new Error(`${file} exited with ${status}: ${stderr}`);
    return JSON.parse(stdout) as Times;
  });
  return fastest(times);
}

function fastest(times: readonly Times[]): Times {
  return {
    importMs: Math.min(...times.map(({ importMs }) => importMs)),
    startMs: Math.min(...times.map(({ startMs }) => startMs)),
  };
}
