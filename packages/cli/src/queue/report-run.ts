/** Writes what became of every row of a run into its report. */
import { refuse } from "../errors.ts";
import { type ExitCode, exitCodeOf, exitCodeOfAll } from "../output/exit-codes.ts";
import { printJson } from "../output/streams.ts";
import type { Report } from "../run/report.ts";
import type { RunTables } from "./run-tables.ts";

interface EndedRun {
  readonly run: string;
  /** How many the file has. */
  readonly rows: number;
  readonly report: Report;
}

/** @throws {CliError} `queue_failed` if rows have no outcome any more, because the same file was started again */
export async function reportRun(
  tables: Pick<RunTables, "outcomes">,
  { run, rows, report }: EndedRun,
  { json }: { readonly json?: true },
): Promise<ExitCode> {
  const codes = new Set<ExitCode>();
  let count = 0;
  for await (const row of tables.outcomes(run)) {
    count++;
    codes.add(exitCodeOf(row.outcome));
    report.write(row);
    if (json) printJson(row);
  }
  // Without those rows, it would say that all is well.
  if (count < rows) {
    refuse(
      "queue_failed",
      `Only ${count} of ${rows} rows have an outcome now: the same file was started again, and its rows that are not final are being tried again. There is no report. Run it again to wait for them: nothing is sent twice.`,
    );
  }
  await report.finish();
  return exitCodeOfAll(codes);
}
