/** The history of a record: everything that was learned, oldest first. */

import type { HistoryEntry, JournalRecord } from "../records/record.ts";
import type { RefundOutcome } from "../records/refund-outcome.ts";

type History = readonly HistoryEntry[];

/** Adds one entry. A run of attempts that were not sent becomes one entry with a count, since a caller may retry for hours. */
export function withEntry(history: History, entry: HistoryEntry): History {
  const sent = history.at(-1);
  const before = history.at(-2);
  const isRun =
    entry.status === "not_sent" &&
    entry.what === "answer" &&
    sent?.what === "sent" &&
    before?.what === "answer" &&
    before.status === "not_sent" &&
    before.because === entry.because;
  if (!isRun) return [...history, entry];
  return [...history.slice(0, -2), { ...entry, times: (before.times ?? 1) + 1 }];
}

/** The history with the answer of an outcome that is about to be replaced: it must not be lost. */
export function withKeptAnswer({ history, outcome }: JournalRecord): History {
  const at = history.findLastIndex(
    ({ what, status }) => what === "answer" && status === outcome?.status,
  );
  if (!outcome?.raw || at < 0) return history;
  return history.with(at, { ...(history[at] as HistoryEntry), raw: outcome.raw });
}

/** What of an outcome stands in the history. */
export function factsOf(
  outcome: RefundOutcome,
): Pick<HistoryEntry, "status" | "because" | "refundId"> {
  const { status, because } = outcome;
  const refundId = "refundId" in outcome ? outcome.refundId : undefined;
  return { status, because, ...(refundId !== undefined && { refundId }) };
}
