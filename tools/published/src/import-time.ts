import { spawnSync } from "node:child_process";
import type { Check } from "./finding.ts";
import type { Project } from "./project.ts";

/** Milliseconds that an import may add to the start of a bare Node. */
const longest = 15;
const runsEach = 15;

/**
 * How much later a process ends that imports the package, than one that does nothing. Runs are interleaved, so that
 * a busy moment meets all of them; and since a busy machine only ever adds time, the best of three rounds counts.
 */
export const checkImportTime: Check = (project) => {
  const imported = project.packages.filter(({ name, provider }) => provider || name === "refunds");
  const bare = project.write("bare.mjs", "");
  const files = imported.map(({ name }, at) =>
    project.write(`import-${at}.mjs`, `import "${name}";`),
  );
  let best = measure(project, bare, files);
  for (let round = 2; round <= 3 && best.some((ms) => ms > longest); round++) {
    const again = measure(project, bare, files);
    best = best.map((ms, at) => Math.min(ms, again[at] ?? ms));
  }
  return imported.map(({ name, provider }, at) => {
    const ms = best[at] ?? Number.NaN;
    const slow = provider && !(ms <= longest);
    return {
      package: name,
      column: "import ms",
      cell: ms.toFixed(1),
      problems: slow ? [`importing it takes ${ms.toFixed(1)} ms; ${longest} are allowed`] : [],
    };
  });
};

function measure({ folder }: Project, bare: string, files: readonly string[]): number[] {
  const all = [bare, ...files];
  const times = all.map((): number[] => []);
  for (let turn = 0; turn < runsEach; turn++) {
    all.forEach((file, at) => {
      const startedAt = performance.now();
      const { status, stderr } = spawnSync(process.execPath, [file], { cwd: folder });
      if (status !== 0) throw new Error(`${file} ended with ${status}: ${stderr}`);
      times[at]?.push(performance.now() - startedAt);
    });
  }
  const [without = Number.NaN, ...withImport] = times.map(median);
  return withImport.map((ms) => ms - without);
}

const median = (numbers: number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
