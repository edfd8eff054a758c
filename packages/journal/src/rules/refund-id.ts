/** Compares a provider's refund id with a recorded outcome, and adds it. */
import type { Contradiction } from "@refunds/core";
import type { RefundOutcome } from "../records/refund-outcome.ts";

export const refundIdIn = (outcome: RefundOutcome | undefined): string | undefined =>
  outcome && "refundId" in outcome ? outcome.refundId : undefined;

/** The outcome with the refund id, if its status can have one. The journal finds reused refund ids by it. */
export function withRefundId(outcome: RefundOutcome, refundId: string | undefined): RefundOutcome {
  const { status } = outcome;
  const takesOne = status !== "declined" && status !== "not_sent" && status !== "unknown";
  if (!takesOne || refundId === undefined) return outcome;
  return { ...outcome, refundId };
}

/** @param at who or what reported `refundId` */
export function refundIdContradiction(
  outcome: RefundOutcome,
  refundId: string | undefined,
  at: string,
): Contradiction | undefined {
  const known = refundIdIn(outcome);
  if (known === undefined || refundId === undefined || known === refundId) return undefined;
  return { field: "refundId", at, asked: known, answered: refundId };
}
