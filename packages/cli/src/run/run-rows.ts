/** Refunds the rows of a file, several at once, and those again that have to wait for something. */
import { setTimeout as pause } from "node:timers/promises";
import type { RefundOutcome } from "refunds";
import { stopping } from "../in-flight.ts";
import type { Session } from "../session.ts";
import type { Pace } from "./pace.ts";
import { refundRow } from "./refund-row.ts";
import type { NumberedRequest } from "./requests-in.ts";

export interface RunOptions {
  readonly concurrency: number;
  readonly paceOf: (account: string) => Pick<Pace, "turn">;
  /** Called once for each row that was tried, with its outcome at the end of the run. */
  readonly done: (row: NumberedRequest, outcome: RefundOutcome) => void;
}

/** Rows that wait are held in memory, so there is a limit. Others are reported as they are. */
const mostWaiting = 10_000;
const rounds = 6;

interface Waiting extends NumberedRequest {
  readonly outcome: RefundOutcome;
  readonly laterAt: number;
}

/** Returns when every row has its outcome, or when it was stopped and nothing is being sent any more. */
export async function runRows(
  session: Session,
  rows: AsyncIterable<NumberedRequest>,
  { concurrency, paceOf, done }: RunOptions,
): Promise<void> {
  const waiting = new Map<number, Waiting>();
  const work = async (row: NumberedRequest) => {
    await paceOf(row.request.account).turn(stopping);
    if (stopping.aborted) return;
    waiting.delete(row.line);
    const { outcome, laterAt } = await refundRow(session, row);
    if (laterAt === undefined || waiting.size >= mostWaiting) done(row, outcome);
    else waiting.set(row.line, { ...row, outcome, laterAt });
  };
  try {
    await forEach(rows, concurrency, work);
    for (let round = 0; round < rounds && waiting.size > 0 && !stopping.aborted; round++) {
      const again = [...waiting.values()];
      await untilReady(again, round);
      await forEach(asAsync(again), concurrency, work);
    }
  } finally {
    // Of a run that fails or is stopped, too: its rows so far are reported.
    for (const row of waiting.values()) done(row, row.outcome);
  }
}

/** Waits for the last of the rows that can be settled only from a time on. */
async function untilReady(rows: readonly Waiting[], round: number): Promise<void> {
  const latest = Math.max(...rows.map(({ laterAt }) => laterAt));
  const ms = Math.max(latest - Date.now() + 50, 250 * 2 ** round);
  await pause(ms, undefined, { signal: stopping }).catch(() => {});
}

async function* asAsync<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

/** Stops taking items after the first that fails, and waits for the others before it throws. */
async function forEach<T>(
  items: AsyncIterable<T>,
  concurrency: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const iterator = items[Symbol.asyncIterator]();
  let failed = false;
  async function worker() {
    while (!failed && !stopping.aborted) {
      const next = await iterator.next();
      if (next.done) return;
      await work(next.value);
    }
  }
  const workers = Array.from({ length: concurrency }, () =>
    worker().catch((error) => {
      failed = true;
      throw error;
    }),
  );
  const results = await Promise.allSettled(workers);
  await iterator.return?.();
  const failure = results.find((result) => result.status === "rejected");
  if (failure) throw failure.reason;
}
