/** Waits until every row of a run has its outcome, and shows how far it is. */
import { setTimeout as pause } from "node:timers/promises";
import { say } from "../output/streams.ts";
import type { Progress } from "../run/progress.ts";
import type { QueueAndTables } from "./open-queue.ts";

export interface WatchedRun {
  readonly run: string;
  readonly rows: number;
  readonly accounts: readonly string[];
  readonly progress: Progress;
  readonly stopping: AbortSignal;
}

/** Counting a million outcomes takes a while. It takes at most this part of the database's time. */
const shareOfTime = 0.05;

const shortestMs = 500;

/** After so long without an outcome, it may be that no worker runs. */
const idleMs = 20_000;

/** Goes on while Postgres is away. */
export async function watchRun(
  opened: QueueAndTables,
  { run, rows, accounts, progress, stopping }: WatchedRun,
): Promise<void> {
  let through = -1;
  let changedAt = performance.now();
  let isSaid = false;
  while (!stopping.aborted) {
    const from = performance.now();
    try {
      const counts = await opened.tables.counts(run);
      progress.set(counts);
      const now = [...counts.values()].reduce((sum, count) => sum + count, 0);
      if (now >= rows) return;
      if (now !== through) changedAt = from;
      if (!isSaid && from - changedAt > idleMs && (await isIdle(opened, accounts))) {
        say("\nNo worker takes the rows. Start one or several: npx refunds worker");
        isSaid = true;
      }
      through = now;
    } catch (error) {
      say(`\nPostgres: ${(error as Error).message}. Trying again.`);
    }
    const tookMs = performance.now() - from;
    await pause(Math.max(shortestMs, tookMs / shareOfTime), undefined, { signal: stopping }).catch(
      () => {},
    );
  }
}

async function isIdle({ queue }: QueueAndTables, accounts: readonly string[]): Promise<boolean> {
  const counts = await Promise.all(accounts.map((account) => queue.counts(account)));
  return counts.some(({ ready }) => ready > 0) && counts.every(({ active }) => active === 0);
}
