import type { RecordedOutcome } from "./recorded-outcome.ts";
import type { Decision, Found } from "./store.ts";

/** What came of one sending. */
export interface Settlement {
  readonly attempt: number;
  readonly outcome: RecordedOutcome;
  /** Unix milliseconds. */
  readonly now: number;
}

/** Decides for `JournalStore.transact`: writes what came of the sending that is open, and false where that is another, or none. */
export const settleRefund =
  ({ attempt, outcome, now }: Settlement) =>
  ({ record }: Found): Decision<boolean> => {
    if (record?.state !== "leaving" || record.attempt !== attempt) return { result: false };
    return { write: { ...record, state: "settled", outcome, changedAt: now }, result: true };
  };
