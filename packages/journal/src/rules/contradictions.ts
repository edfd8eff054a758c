/** Turns contradicting facts into an outcome that a person must review. */
import type { Contradiction, NeedsReviewBecause } from "@refunds/core";
import type { RefundOutcome, RefundToReview } from "../records/refund-outcome.ts";
import type { FoundRecords } from "../store.ts";

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
