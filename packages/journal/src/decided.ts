import type { JournalRecord } from "./record.ts";
import type { Decision, Found } from "./store.ts";

/** Sorts what a store found into what a decision sees. `records` are those of the key and of the payment, oldest first. */
export const foundIn = (
  records: readonly JournalRecord[],
  key: string,
  payment: string,
): Found => ({
  record: records.find((record) => record.key === key),
  ofPayment: records.filter((record) => record.payment === payment),
});

/** Calls `decide`, and throws where it would write what the transaction does not guard. */
export function decided<Result>(
  decide: (found: Found) => Decision<Result>,
  found: Found,
  key: string,
  payment: string,
): Decision<Result> {
  const decision = decide(found);
  const { write } = decision;
  if (write && (write.key !== key || write.payment !== payment)) {
    throw new TypeError(
      `A transaction on key ${JSON.stringify(key)} and payment ${JSON.stringify(payment)} may write that ` +
        `record only, not key ${JSON.stringify(write.key)} of payment ${JSON.stringify(write.payment)}.`,
    );
  }
  return decision;
}
