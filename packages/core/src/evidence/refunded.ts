/** What a refunded total says about one refund of a payment. Pure. */

/** Amounts of one payment's refunds, in minor units. */
export interface RefundedSums {
  /** What the answer says has been refunded in all. */
  readonly total: number;
  /** The refund in question. */
  readonly asked: number;
  /** The payment's other refunds that are known to have happened. */
  readonly happened: readonly number[];
  /** Those that are accepted, and may have happened or not. */
  readonly pending: readonly number[];
}

/** With more pending refunds than this a total says nothing: there are too many ways to come to it. */
const mostPending = 10;

/**
 * `this`: the total is what it is with the refund, and is not without it. `none`: it is what it is without it, and is not
 * with it. `other`: neither, so that something else was refunded. Undefined: it can be either.
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
