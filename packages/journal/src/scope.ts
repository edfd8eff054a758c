import { type JournalRecord, refundIdOf } from "./records/record.ts";
import type { Decision, FoundRecords, TransactionScope } from "./store.ts";

/** Sorts the records that a store found for a scope. `records` match the key, payment or refund id, oldest first. */
export const foundInScope = (
  records: readonly JournalRecord[],
  { key, payment, refundId }: TransactionScope,
): FoundRecords => ({
  record: records.find((record) => record.key === key),
  ofPayment: records.filter((record) => record.payment === payment),
  withRefundId:
    refundId === undefined ? [] : records.filter((record) => refundIdOf(record) === refundId),
});

/** Calls `decide`. Throws a `TypeError` if it writes a record outside the scope, which the transaction does not lock. */
export function decideInScope<Result>(
  decide: (found: FoundRecords) => Decision<Result>,
  found: FoundRecords,
  { key, payment, refundId }: TransactionScope,
): Decision<Result> {
  const decision = decide(found);
  const { write } = decision;
  if (!write) return decision;
  const locked = [key, payment, refundId];
  const written = [write.key, write.payment, refundIdOf(write)];
  const isNew =
    written[2] !== undefined && written[2] !== (found.record && refundIdOf(found.record));
  if (written[0] !== key || written[1] !== payment || (isNew && written[2] !== refundId)) {
    throw new TypeError(
      `This transaction locks the key, payment and refund id ${JSON.stringify(locked)}. It cannot write a record with ${JSON.stringify(written)}.`,
    );
  }
  return decision;
}
