/** Turns contradicting facts into an outcome that a person must review. */
import type { Contradiction, NeedsReviewBecause } from "@refunds/core";
import type { HistoryEntry, JournalRecord } from "../records/record.ts";
import type { RefundOutcome, RefundToReview } from "../records/refund-outcome.ts";
import { states } from "../records/states.ts";
import type { FoundRecords } from "../store.ts";
import { earlierRefundContradiction, refundIdIn } from "./refund-id.ts";

/** The `needs_review` outcome for a contradiction. Keeps the answer and the refund id of `outcome`. */
export function toReview(
  outcome: RefundOutcome,
  because: NeedsReviewBecause,
  contradiction: Contradiction,
): RefundToReview {
  const { provider, account, raw } = outcome;
  const earlier = outcome.status === "needs_review" ? outcome.contradictions : [];
  return {
    status: "needs_review",
    because,
    retryable: false,
    provider,
    account,
    contradictions: [...earlier, contradiction],
    ...("refundId" in outcome && outcome.refundId !== undefined && { refundId: outcome.refundId }),
    ...("answer" in outcome && { answer: outcome.answer }),
    ...(raw && { raw }),
  };
}

/** The outcome, or `needs_review` if another refund of the account has the same refund id: one of the two answers is wrong. */
export function withUniqueRefundId(
  outcome: RefundOutcome,
  key: string,
  { withRefundId }: FoundRecords,
): RefundOutcome {
  const other = withRefundId.find((record) => record.key !== key);
  if (!other || !("refundId" in outcome) || outcome.refundId === undefined) return outcome;
  return toReview(outcome, "refund_id_reused", {
    field: "refundId",
    at: `key ${JSON.stringify(other.key)}`,
    asked: "a refund id that no other refund has",
    answered: outcome.refundId,
  });
}

/**
 * The outcome, or `needs_review` if its refund id belongs to an earlier attempt.
 * @param at what answered with the outcome
 */
export function withOwnRefundId(
  outcome: RefundOutcome,
  record: JournalRecord,
  at: string,
): RefundOutcome {
  const contradiction = earlierRefundContradiction(record, refundIdIn(outcome), at);
  return contradiction ? toReview(outcome, "evidence_conflicts", contradiction) : outcome;
}

/** The outcome, or `needs_review` if an earlier attempt turned out to have happened while this one was being sent. */
export function withEarlierAttempt(outcome: RefundOutcome, record: JournalRecord): RefundOutcome {
  const earlier = earlierThatHappened(record);
  if (!earlier) return outcome;
  return toReview(outcome, "evidence_conflicts", {
    field: "status",
    at: `the answer to attempt ${earlier.attempt}`,
    asked: "an earlier attempt that did not happen",
    answered: String(earlier.status),
  });
}

/** The answer to an earlier attempt that arrived while this one was being sent, if that attempt may have happened. */
export function earlierThatHappened({ history, attempt }: JournalRecord): HistoryEntry | undefined {
  const sentAt = history.findLastIndex((entry) => entry.what === "sent" && !entry.again);
  return history
    .slice(sentAt + 1)
    .find(
      ({ attempt: earlier, status }) =>
        earlier < attempt &&
        status !== undefined &&
        status !== "unknown" &&
        states[status].happened !== "no",
    );
}

/** Stands for the outcome of a refund that has none yet. */
export const unfinished = (
  { provider, account }: JournalRecord,
  message = "The refund may have been sent, and has no outcome.",
): RefundOutcome => ({
  status: "unknown",
  because: "unfinished",
  retryable: false,
  provider,
  account,
  message,
});
