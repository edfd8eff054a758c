import { type JournalRecord, refundIdOf } from "./records/record.ts";
import type { Decision, FoundRecords, TransactionScope } from "./store.ts";

/** Sorts what a store found into what a decision sees. `records` match the scope in any way, oldest first. */
export const foundInScope = (
  records: readonly JournalRecord[],
  { key, payment, refundId }: TransactionScope,
): FoundRecords => ({
  record: records.find((record) => record.key === key),
  ofPayment: records.filter((record) => record.payment === payment),
  withRefundId:
    refundId === undefined ? [] : records.filter((record) => refundIdOf(record) === refundId),
});

/** Calls `decide`, and throws where it would write what the transaction does not guard. */
export function decideInScope<Result>(
  decide: (found: FoundRecords) => Decision<Result>,
  found: FoundRecords,
  { key, payment, refundId }: TransactionScope,
): Decision<Result> {
  const decision = decide(found);
  const { write } = decision;
  if (!write) return decision;
  const guards = [key, payment, refundId];
  const needs = [write.key, write.payment, refundIdOf(write)];
  const isNew = needs[2] !== undefined && needs[2] !== (found.record && refundIdOf(found.record));
  if (needs[0] !== key || needs[1] !== payment || (isNew && needs[2] !== refundId)) {
    throw new TypeError(
      `This transaction guards the key, payment and refund id ${JSON.stringify(guards)}; it cannot write ${JSON.stringify(needs)}.`,
    );
  }
  return decision;
}
