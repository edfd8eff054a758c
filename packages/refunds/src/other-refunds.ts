import type { OtherRefunds } from "@refunds/core/provider";
import type { JournalRecord } from "@refunds/journal";

/** What the journal knows of the payment's refunds beside this one. */
export function othersOf(
  { key }: JournalRecord,
  ofPayment: readonly JournalRecord[],
): OtherRefunds {
  const others = ofPayment.filter((other) => other.key !== key);
  const amountsOf = (status: string) =>
    others.filter(({ outcome }) => outcome?.status === status).map(({ amount }) => amount);
  return {
    happened: amountsOf("succeeded"),
    pending: amountsOf("pending"),
    uncertain: others.some(
      ({ state, outcome }) =>
        state === "leaving" || /unknown|needs_review/.test(outcome?.status ?? ""),
    ),
  };
}
