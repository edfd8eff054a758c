/** Refunds the rows of a file from this process. */
import { stopping } from "../in-flight.ts";
import { refusedHere } from "../local-address.ts";
import { type ExitCode, exitCodeOf, exitCodeOfAll, exitCodes } from "../output/exit-codes.ts";
import { printJson, say } from "../output/streams.ts";
import type { Session } from "../session.ts";
import type { Pace } from "./pace.ts";
import { startProgress } from "./progress.ts";
import { openReport, type Report, reportedOf } from "./report.ts";
import { type CheckedFile, requestsIn } from "./requests-in.ts";
import { runRows } from "./run-rows.ts";

export interface RunHereOptions {
  readonly json?: true;
  readonly concurrency: number;
  readonly paceOf: (account: string) => Pick<Pace, "turn">;
}

export async function runHere(
  session: Session,
  checked: CheckedFile,
  options: RunHereOptions,
): Promise<ExitCode> {
  const { file, rows } = checked;
  const report = openReport(file);
  const codes: ExitCode[] = [];
  try {
    await sendRows(session, checked, options, report, codes);
  } catch (error) {
    await report.keep();
    throw error;
  }
  if (stopping.aborted) {
    await report.keep();
    say(
      `Stopped after ${codes.length} of ${rows} rows. Run it again to go on: nothing is sent twice.`,
    );
    return exitCodes.interrupted;
  }
  await report.finish();
  return exitCodeOfAll(codes);
}

/** Adds the exit code of each row to `codes`. */
async function sendRows(
  session: Session,
  checked: CheckedFile,
  { json, concurrency, paceOf }: RunHereOptions,
  report: Report,
  codes: ExitCode[],
): Promise<void> {
  const progress = startProgress(checked.rows);
  const { accounts } = session.config;
  const hints = new Set<string>();
  try {
    await runRows(session, requestsIn(session.config, checked), {
      concurrency,
      paceOf,
      done({ line, request: { key, account } }, outcome) {
        codes.push(exitCodeOf(outcome));
        progress.add(outcome.status);
        report.write({ line, key, account, outcome: reportedOf(outcome) });
        const hint = refusedHere(accounts[account], outcome);
        if (hint !== undefined) hints.add(hint);
        if (json) printJson({ line, key, account, outcome });
      },
    });
  } finally {
    progress.stop();
    hints.forEach(say);
  }
}
