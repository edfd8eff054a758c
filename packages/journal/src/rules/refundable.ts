/** How much of a payment can still be refunded. */
import type { Amount } from "@refunds/core";
import type { JournalRecord } from "../records/record.ts";
import { rulesOf } from "../records/states.ts";
import type { NewRefund } from "./new-refund.ts";

type RefundOfPayment = Pick<NewRefund, "key" | "amount" | "refundable">;

/** Whether this refund and the payment's other succeeded or pending refunds exceed the refundable amount. */
export function exceedsRefundable(
  refund: RefundOfPayment,
  ofPayment: readonly JournalRecord[],
): boolean {
  const refundable = refundableFor(refund, ofPayment);
  if (!refundable) return false;
  const taken = ofPayment
    .filter((record) => record.key !== refund.key && rulesOf(record).takesAmount)
    .reduce((sum, record) => sum + shareOf(record, refundable), 0);
  return taken + shareOf(refund, refundable) > refundable.value;
}

/**
 * The refundable amount that applies: the one given with this refund, or else the latest one given with a refund of the
 * payment. Amounts given with a declined or unsent refund do not count.
 */
function refundableFor(
  { refundable }: RefundOfPayment,
  ofPayment: readonly JournalRecord[],
): Amount | undefined {
  if (refundable) return refundable;
  return ofPayment
    .filter((record) => record.refundable && rulesOf(record).happened !== "no")
    .toSorted((a, b) => (a.refundableAt ?? 0) - (b.refundableAt ?? 0))
    .at(-1)?.refundable;
}

/** A full refund takes everything, and so does an amount in another currency. */
function shareOf({ amount }: { readonly amount?: Amount }, refundable: Amount): number {
  return amount?.currency === refundable.currency ? amount.value : refundable.value;
}
