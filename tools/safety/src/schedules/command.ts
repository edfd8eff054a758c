import { startPostgres } from "@refunds/postgres";
import Table from "cli-table3";
import { createProgress } from "../progress.ts";
import { type ScheduleDefect, scheduleDefects } from "./defects.ts";
import type { SchedulesResult } from "./run-schedules.ts";
import { shareSchedules } from "./share-schedules.ts";
import type { Counts } from "./tally.ts";

export interface SchedulesCommandOptions {
  readonly runs: number;
  readonly seed: number;
  readonly processes: number;
  /** One schedule of the seed, as a failure named it. */
  readonly path?: string;
  /** What is broken on purpose. */
  readonly defect?: ScheduleDefect;
  /** Ends the run; what is done so far is reported. */
  readonly signal?: AbortSignal;
}

/** `pnpm safety`. False where a refund went out checkSentOnce, or somebody was told wrongly. */
export async function schedulesCommand(options: SchedulesCommandOptions): Promise<boolean> {
  const { runs, seed, defect, path } = options;
  if (defect) console.log(`Broken on purpose: ${scheduleDefects[defect]}.\n`);
  const startedAt = performance.now();
  const progress = createProgress(runs);
  const { url: postgresUrl, stop } = await startPostgres();
  try {
    const onProgress = (done: number) => progress.show(done);
    // One schedule again is one process's work, whose seed the failure named.
    const processes = path === undefined ? options.processes : 1;
    const result = await shareSchedules({ ...options, processes, postgresUrl, onProgress });
    progress.end();
    console.log(reportOf(result));
    const { schedules } = result.tally;
    const isWhole = !options.signal?.aborted;
    if (!isWhole) console.log(`\nInterrupted after ${schedules} of ${runs} schedules.`);
    console.log(`\nSeed ${seed}, ${((performance.now() - startedAt) / 1000).toFixed(0)} s.`);
    if (!result.failure) return isWhole;
    const { seed: own, path: at, text } = result.failure;
    console.error(`\n${text}\n  again: pnpm safety --seed ${own} --path ${at}`);
    return false;
  } finally {
    progress.end();
    await stop();
  }
}

function reportOf({ tally }: SchedulesResult): string {
  const table = new Table();
  const list = (counts: Counts) =>
    Object.entries(counts)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, times]) => `${name} ${times.toLocaleString("en")}`);
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ["schedules", [tally.schedules.toLocaleString("en")]],
    ["at", list(tally.byProvider)],
    ["with a journal in", list(tally.byJournal)],
    ["through a fetch", list(tally.byFetch)],
    ["faults injected", list(tally.faults)],
    ["what else happened", list(tally.events)],
    ["told to callers", list(tally.reported)],
    ["uncertain, then settled", list(tally.settled)],
    ["what no promise covers", list(tally.notPromised)],
    ["refunds that moved money", [tally.moved.toLocaleString("en")]],
    ["double refunds", [String(tally.violations["double refund"] ?? 0)]],
    ["sent twice", [String(tally.violations["sent twice"] ?? 0)]],
    ["outcomes told wrongly", [String(tally.violations["reported wrongly"] ?? 0)]],
    ["other rules broken", [String(tally.violations["rule broken"] ?? 0)]],
  ];
  for (const [name, cells] of rows) table.push([name, inLines(cells)]);
  return table.toString();
}

/** A few to a line. */
function inLines(cells: readonly string[]): string {
  const lines: string[] = [];
  for (let at = 0; at < cells.length; at += 4) lines.push(cells.slice(at, at + 4).join(", "));
  return lines.join("\n");
}
