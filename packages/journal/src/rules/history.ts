/** The history of a record: everything that was learned about a refund, oldest first. */
import type { HistoryEntry, JournalRecord } from "../records/record.ts";
import type { RefundOutcome } from "../records/refund-outcome.ts";

type History = readonly HistoryEntry[];

/**
 * Adds an entry. Consecutive attempts that were not sent become one entry with a count: a caller may retry for hours. So do
 * consecutive repetitions of one attempt.
 */
export function withEntry(history: History, entry: HistoryEntry): History {
  const sent = history.at(-1);
  const before = history.at(-2);
  const first = history.at(-3);
  const isRun =
    entry.status === "not_sent" &&
    entry.what === "answer" &&
    sent?.what === "sent" &&
    before?.what === "answer" &&
    before.status === "not_sent" &&
    before.because === entry.because &&
    isNext(before, entry) &&
    // Each who asked stays in the history.
    first?.by === sent.by;
  if (!isRun) return [...history, entry];
  return [...history.slice(0, -2), { ...entry, times: (before.times ?? 1) + 1 }];
}

/** Whether both are attempts, or both are repetitions, one after the other. */
const isNext = (before: HistoryEntry, { again }: HistoryEntry): boolean =>
  again === undefined ? before.again === undefined : before.again === again - 1;

/** The history, with the raw answer of the current outcome. Call it before you replace that outcome. */
export function withKeptAnswer({ history, outcome }: JournalRecord): History {
  const at = history.findLastIndex(
    ({ what, status }) => what === "answer" && status === outcome?.status,
  );
  const entry = history[at];
  if (!outcome?.raw || !entry || entry.raw) return history;
  return history.with(at, { ...entry, raw: outcome.raw });
}

/** The fields of an outcome that a history entry holds. */
export function factsOf(
  outcome: RefundOutcome,
): Pick<HistoryEntry, "status" | "because" | "refundId"> {
  const { status, because } = outcome;
  const refundId = "refundId" in outcome ? outcome.refundId : undefined;
  return { status, because, ...(refundId !== undefined && { refundId }) };
}
