/** What a worker does with the rows that the queue gives out. */
import { isJournalError } from "@refunds/journal";
import type { RefundOutcome } from "refunds";
import { say } from "../output/streams.ts";
import { printable } from "../output/table.ts";
import type { Pace } from "../run/pace.ts";
import { refundRow, type TriedRow } from "../run/refund-row.ts";
import { type ReportedRow, reportedOf } from "../run/report.ts";
import type { Session } from "../session.ts";
import { grouped } from "./grouped.ts";
import type { GivenRow, Handled, QueuedRow, RowQueue } from "./row-queue.ts";
import type { EndedRow, RunTables } from "./run-tables.ts";
import { whenAgain } from "./when-again.ts";

export interface RowHandler {
  readonly session: Session;
  readonly queue: RowQueue;
  readonly tables: RunTables;
  readonly pace: Pick<Pace, "turn">;
  /** Aborts when no other row is to be begun. */
  readonly stopping: AbortSignal;
  /** Runs at most as many at once as the account may. */
  readonly limited: <T>(work: () => Promise<T>) => Promise<T>;
  /** Called if the journal refuses everything from now on, in this process: no other row is to be begun. */
  readonly lost: (error: unknown) => void;
  /** Called with each row that is through. */
  readonly done: (row: ReportedRow) => void;
}

type Tried = TriedRow & { readonly startedAt: number };

/** Resolves with what became of each row, in their order. Rejects if it could not be written down. */
export async function handleRows(
  handler: RowHandler,
  given: readonly GivenRow[],
): Promise<Handled[]> {
  const { queue, tables, limited } = handler;
  const settled = await settledRows(
    tables,
    given.map(({ row }) => row),
  );
  const handled: (Tried | Handled)[] = await Promise.all(
    given.map(async (one) => (settled.has(one.row) ? "done" : limited(() => tryRow(handler, one)))),
  );
  const ended = new Map<string, EndedRow[]>();
  for (const [at, { row, isOurs }] of given.entries()) {
    const one = handled[at];
    if (typeof one !== "object") continue;
    if (one.outcome.recorded !== false && !(await isOurs())) {
      // Another worker has it, and may know more. What this one knows is in the journal.
      handled[at] = "again";
      continue;
    }
    const again = whenAgain(row, one, one.startedAt);
    if (again) await queue.enqueue(row.request.account, [again.row], again.at);
    else ended.set(row.run, [...(ended.get(row.run) ?? []), endedRow(row, one.outcome)]);
  }
  for (const [run, rows] of ended) {
    await tables.record(run, rows);
    for (const { row } of rows) handler.done(row);
  }
  return handled.map((one) => (typeof one === "object" ? "done" : one));
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

/** `again` if nothing was begun, or it is not known how it ended: the journal knows, and the row is given out again. */
async function tryRow(
  { session, pace, stopping, lost }: RowHandler,
  { row, isOurs }: GivenRow,
): Promise<Tried | "again"> {
  const maySend = async () => !stopping.aborted && (await isOurs());
  if (!(await maySend())) return "again";
  const startedAt = Date.now();
  try {
    await pace.turn(stopping);
    if (!(await maySend())) return "again";
    return { ...(await refundRow(session, row, isOurs)), startedAt };
  } catch (error) {
    if (isJournalError(error) && error.code === "rolled_back") {
      lost(error);
      return "again";
    }
    say(`${printable(row.request.key)}: ${printable((error as Error).message)} It is tried again.`);
    return "again";
  }
}

const endedRow = ({ line, round, request }: QueuedRow, outcome: RefundOutcome): EndedRow => ({
  round,
  row: { line, key: request.key, account: request.account, outcome: reportedOf(outcome) },
});
