/** What a worker does with the rows that the queue gives out. */
import type { RefundOutcome } from "refunds";
import { say } from "../output/streams.ts";
import { printable } from "../output/table.ts";
import type { Pace } from "../run/pace.ts";
import { refundRow, type TriedRow } from "../run/refund-row.ts";
import { type ReportedRow, reportedOf } from "../run/report.ts";
import type { Session } from "../session.ts";
import { grouped } from "./grouped.ts";
import type { Handled, QueuedRow, RowQueue } from "./row-queue.ts";
import type { RunTables } from "./run-tables.ts";
import { whenAgain } from "./when-again.ts";

export interface RowHandler {
  readonly session: Session;
  readonly queue: RowQueue;
  readonly tables: RunTables;
  readonly pace: Pace;
  /** Aborts when no other row is to be begun. */
  readonly stopping: AbortSignal;
  /** Runs at most as many at once as the account may. */
  readonly limited: <T>(work: () => Promise<T>) => Promise<T>;
  /** Called with each row that is through. */
  readonly done: (row: ReportedRow) => void;
}

type Tried = TriedRow & { readonly startedAt: number };

/** Resolves with what became of each row, in their order. Rejects if it could not be written down. */
export async function handleRows(
  handler: RowHandler,
  rows: readonly QueuedRow[],
): Promise<Handled[]> {
  const { queue, tables, limited } = handler;
  const settled = await settledRows(tables, rows);
  const tried = await Promise.all(
    rows.map((row) => (settled.has(row) ? "settled" : limited(() => tryRow(handler, row)))),
  );
  const ended = new Map<string, ReportedRow[]>();
  for (const [at, row] of rows.entries()) {
    const one = tried[at];
    if (one === undefined || one === "settled") continue;
    const again = whenAgain(row, one, one.startedAt);
    if (again) await queue.enqueue(row.request.account, [again.row], again.at);
    else ended.set(row.run, [...(ended.get(row.run) ?? []), reportedRow(row, one.outcome)]);
  }
  for (const [run, outcomes] of ended) {
    await tables.record(run, outcomes);
    outcomes.forEach(handler.done);
  }
  return tried.map((one) => (one === undefined ? "again" : "done"));
}

/** Those that were given out before and are through: what they became stays. */
async function settledRows(
  tables: RunTables,
  rows: readonly QueuedRow[],
): Promise<ReadonlySet<QueuedRow>> {
  const byRun = grouped(rows, ({ run }) => run);
  const settled = new Set<QueuedRow>();
  for (const [run, ofRun] of byRun) {
    const lines = await tables.settled(
      run,
      ofRun.map(({ line }) => line),
    );
    for (const row of ofRun) if (lines.has(row.line)) settled.add(row);
  }
  return settled;
}

/** Undefined if nothing was begun, or it is not known how it ended: the journal knows, and the row is given out again. */
async function tryRow(
  { session, pace, stopping }: RowHandler,
  { request }: QueuedRow,
): Promise<Tried | undefined> {
  if (stopping.aborted) return undefined;
  const startedAt = Date.now();
  try {
    await pace.turn(stopping);
    if (stopping.aborted) return undefined;
    return { ...(await refundRow(session, request, pace)), startedAt };
  } catch (error) {
    say(`${printable(request.key)}: ${printable((error as Error).message)} It is tried again.`);
    return undefined;
  }
}

const reportedRow = ({ line, request }: QueuedRow, outcome: RefundOutcome): ReportedRow => ({
  line,
  key: request.key,
  account: request.account,
  outcome: reportedOf(outcome),
});
