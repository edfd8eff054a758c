/** Refunds the rows of a file from this process. */
import { stopping } from "../in-flight.ts";
import { type ExitCode, exitCodeOf, exitCodeOfAll, exitCodes } from "../output/exit-codes.ts";
import { printJson, say } from "../output/streams.ts";
import type { Session } from "../session.ts";
import type { Pace } from "./pace.ts";
import { startProgress } from "./progress.ts";
import { openReport, reportedOf } from "./report.ts";
import { type CheckedFile, requestsIn } from "./requests-in.ts";
import { runRows } from "./run-rows.ts";

export interface RunHereOptions {
  readonly json?: true;
  readonly concurrency: number;
  readonly paceOf: (account: string) => Pace;
}

export async function runHere(
  session: Session,
  checked: CheckedFile,
  { json, concurrency, paceOf }: RunHereOptions,
): Promise<ExitCode> {
  const { file, rows } = checked;
  const report = openReport(file);
  const progress = startProgress(rows);
  const codes = new Set<ExitCode>();
  let count = 0;
  try {
    await runRows(session, requestsIn(session.config, checked), {
      concurrency,
      paceOf,
      done({ line, request: { key, account } }, outcome) {
        count++;
        codes.add(exitCodeOf(outcome));
        progress.add(outcome.status);
        report.write({ line, key, account, outcome: reportedOf(outcome) });
        if (json) printJson({ line, key, account, outcome });
      },
    });
  } catch (error) {
    report.discard();
    throw error;
  } finally {
    progress.stop();
  }
  if (stopping.aborted) {
    report.discard();
    say(`Stopped after ${count} of ${rows} rows. Run it again to go on: nothing is sent twice.`);
    return exitCodes.interrupted;
  }
  await report.finish();
  say(`The report is in ${report.place}.`);
  return exitCodeOfAll(codes);
}
