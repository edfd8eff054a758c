/** Finds out what a payment's refunded total says about one of its refunds. Pure. */

/** Amounts of one payment's refunds, in minor units. */
export interface RefundedSums {
  /** The total in the answer. */
  readonly total: number;
  /** The refund in question. */
  readonly asked: number;
  /** The payment's other refunds that happened. */
  readonly happened: readonly number[];
  /** Its refunds that are accepted and may not have happened yet. */
  readonly pending: readonly number[];
}

/** With more pending refunds than this, too many combinations explain a total, so it proves nothing. */
const mostPending = 10;

/**
 * `this`: only the refund explains the total. `none`: only its absence does. `other`: neither does, so something else was
 * refunded. Undefined: both do.
 */
export function refundedWord({
  total,
  asked,
  happened,
  pending,
}: RefundedSums): "this" | "none" | "other" | undefined {
  if (pending.length > mostPending) return undefined;
  const certain = happened.reduce((sum, value) => sum + value, 0);
  const without = pending.reduce(
    (sums, value) => sums.flatMap((sum) => [sum, sum + value]),
    [certain],
  );
  const can = without.includes(total);
  const canWithThis = without.includes(total - asked);
  if (can && canWithThis) return undefined;
  if (canWithThis) return "this";
  return can ? "none" : "other";
}
