import { startPostgres } from "@refunds/testing/postgres";
import { createProgress } from "../progress.ts";
import { type ScheduleDefect, scheduleDefects } from "./defects.ts";
import { reportOf } from "./report.ts";
import { shareSchedules } from "./share-schedules.ts";

export interface SchedulesCommandOptions {
  readonly runs: number;
  readonly seed: number;
  readonly processes: number;
  readonly providers?: readonly string[];
  /** The path of one schedule of the seed, from the report of a failure. */
  readonly path?: string;
  /** A defect to insert, to check that the run finds it. */
  readonly defect?: ScheduleDefect;
  /** Ends the run early. What is done so far is reported. */
  readonly signal?: AbortSignal;
}

/** `pnpm safety`. Resolves with false if a rule was broken or the run was interrupted. */
export async function schedulesCommand(options: SchedulesCommandOptions): Promise<boolean> {
  const { runs, seed, defect, path } = options;
  if (defect) console.log(`Defect: ${scheduleDefects[defect]}.\n`);
  const startedAt = performance.now();
  const progress = createProgress(runs);
  const { url: postgresUrl, stop } = await startPostgres();
  try {
    const onProgress = (done: number) => progress.show(done);
    // A path belongs to the seed of one process.
    const processes = path === undefined ? options.processes : 1;
    const result = await shareSchedules({ ...options, processes, postgresUrl, onProgress });
    progress.end();
    console.log(reportOf(result.tally));
    const { schedules } = result.tally;
    const isComplete = !options.signal?.aborted;
    if (!isComplete) console.log(`\nInterrupted after ${schedules} of ${runs} schedules.`);
    console.log(`\nSeed ${seed}, ${((performance.now() - startedAt) / 1000).toFixed(0)} s.`);
    if (!result.failure) return isComplete;
    const { seed: failedSeed, path: failedPath, text } = result.failure;
    console.error(`\n${text}\n  run again: pnpm safety --seed ${failedSeed} --path ${failedPath}`);
    return false;
  } finally {
    progress.end();
    await stop();
  }
}
