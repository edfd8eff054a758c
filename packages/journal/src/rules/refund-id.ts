/** Compares a provider's refund id with a recorded outcome and with earlier attempts, and adds it. */
import type { Contradiction } from "@refunds/core";
import type { JournalRecord } from "../records/record.ts";
import type { RefundOutcome } from "../records/refund-outcome.ts";
import { states } from "../records/states.ts";
import { arrivedBefore } from "./sendings.ts";

export const refundIdIn = (outcome: RefundOutcome | undefined): string | undefined =>
  outcome && "refundId" in outcome ? outcome.refundId : undefined;

/** The outcome with the refund id, if its status can have one. The journal finds reused refund ids by it. */
export function withRefundId(outcome: RefundOutcome, refundId: string | undefined): RefundOutcome {
  const isAdded = states[outcome.status].hasRefundId && refundId !== undefined;
  return { ...outcome, ...(isAdded && { refundId }) };
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

/** The attempt that the refund id belongs to: the first with which the journal met it. */
export const attemptOf = (
  { history }: JournalRecord,
  refundId: string | undefined,
): number | undefined =>
  refundId === undefined
    ? undefined
    : history.find((entry) => entry.refundId === refundId)?.attempt;

/** Whether the provider's refund with this id belongs to an attempt after which the refund was sent again. */
export const isRefundOfEarlierAttempt = (
  record: JournalRecord,
  refundId: string | undefined,
): boolean => Number(attemptOf(record, refundId)) < record.attempt;

/**
 * Whether the provider's refund with this id can be that of an earlier attempt, because the journal has met neither the id nor
 * the one of that attempt.
 */
export const mayBeOfEarlierAttempt = (
  record: JournalRecord,
  refundId: string | undefined,
): boolean =>
  attemptOf(record, refundId) === undefined &&
  arrivedBefore(record).some(
    (one) => !record.history.some((entry) => entry.attempt === one && entry.refundId !== undefined),
  );

/**
 * An earlier attempt did not happen, as far as was known, or there would be no later one. If its refund is what became of the
 * later one, that was wrong, or the provider repeats what it answered at first.
 * @param at who or what reported `refundId`
 */
export function earlierRefundContradiction(
  record: JournalRecord,
  refundId: string | undefined,
  at: string,
): Contradiction | undefined {
  if (refundId === undefined || !isRefundOfEarlierAttempt(record, refundId)) return undefined;
  return {
    field: "refundId",
    at,
    asked: "a refund that no earlier attempt has",
    answered: refundId,
  };
}
