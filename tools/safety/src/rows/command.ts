import { figureOf, writeFigure } from "./figures.ts";
import { type RowsOptions, type RowsRun, runRows } from "./run-rows.ts";

/** A worker holds a few rows and its connections, however long the file is. MiB; 300 MB. */
export const memoryLimit = 286;

export type RowsCommandOptions = Omit<RowsOptions, "say" | "mostKills"> & { readonly write?: true };

/** `pnpm safety rows`: a file of refunds and several workers. Resolves with false if a rule was broken. */
export async function rowsCommand(options: RowsCommandOptions): Promise<boolean> {
  const { rows, workers, accounts, concurrency } = options;
  console.log(
    `${rows} rows, ${accounts} accounts, ${workers} workers that each send ${concurrency} of an account at once`,
  );
  const mostKills = options.killEvery > 0 ? Number.POSITIVE_INFINITY : 0;
  const run = await runRows({ ...options, mostKills, say: (text) => console.error(text) });
  console.log(textOf(run, rows));
  const problems = [
    ...run.violations.map(({ kind, text }) => `${kind}: ${text}`),
    ...(run.mostMemory > memoryLimit
      ? [`a worker had ${run.mostMemory.toFixed(0)} MiB, more than ${memoryLimit}`]
      : []),
  ];
  if (problems.length > 0) console.error(problems.slice(0, 50).join("\n"));
  if (options.write && problems.length === 0) {
    writeFigure(figureOf(run, rows));
    console.log("Wrote docs/figures/rows.json, and the table in docs/bulk-refunds.md.");
  }
  return problems.length === 0;
}

function textOf(run: RowsRun, rows: number): string {
  const doubles = run.violations.filter(({ kind }) => kind === "double refund").length;
  const outcomes = [...run.outcomes].map(([status, count]) => `${status} ${count}`).join(", ");
  const rate = (count: number, seconds: number) => (count / seconds).toFixed(0);
  return [
    `outcomes: ${outcomes}; exit code ${run.exitCode}`,
    `${run.moved} refunds carried out, double refunds: ${doubles}, broken rules in all: ${run.violations.length}`,
    `${run.kills} workers killed; the most memory of a worker: ${run.mostMemory.toFixed(0)} MiB; processor time of the workers: ${((1000 * run.cpuSeconds) / rows).toFixed(1)} ms a row`,
    `${run.seconds.toFixed(0)} s in all, ${rate(rows, run.seconds)} rows a second; from the first refund to the last ${run.sendingSeconds.toFixed(0)} s, ${rate(run.moved, run.sendingSeconds)} a second`,
  ].join("\n");
}
