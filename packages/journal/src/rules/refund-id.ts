/** What a provider's own id of a refund adds to an outcome that is recorded, or contradicts in it. */
import type { Contradiction } from "@refunds/core";
import type { RefundOutcome } from "../records/refund-outcome.ts";

export const refundIdIn = (outcome: RefundOutcome | undefined): string | undefined =>
  outcome && "refundId" in outcome ? outcome.refundId : undefined;

/** The outcome, with the refund id where it has none. Other refunds with the same id are found by it. */
export function withRefundId(outcome: RefundOutcome, refundId: string | undefined): RefundOutcome {
  const { status } = outcome;
  const takesOne = status !== "declined" && status !== "not_sent" && status !== "unknown";
  if (!takesOne || refundId === undefined) return outcome;
  return { ...outcome, refundId };
}

/** @param at who or what has the other refund id */
export function refundIdContradiction(
  outcome: RefundOutcome,
  refundId: string | undefined,
  at: string,
): Contradiction | undefined {
  const known = refundIdIn(outcome);
  if (known === undefined || refundId === undefined || known === refundId) return undefined;
  return { field: "refundId", at, asked: known, answered: refundId };
}
