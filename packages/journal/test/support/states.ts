import {
  type FoundRecords,
  type JournalRecord,
  type RefundOutcome,
  type RefundState,
  states,
} from "../../src/index.ts";
import { recordOf } from "./records.ts";

export const allStates = Object.keys(states) as RefundState[];

export type Settled = RefundOutcome["status"];

/** A bare outcome: rules look at nothing else. */
export const outcomeOf = (status: Settled, given: object = {}): RefundOutcome =>
  ({
    status,
    because: "provider_answered",
    retryable: false,
    provider: "somebody",
    account: "shop",
    ...(status === "needs_review" && { contradictions: [] }),
    ...given,
  }) as unknown as RefundOutcome;

/** A record in the state, whose sender has stopped. */
export const recordIn = (state: RefundState, given: Partial<JournalRecord> = {}): JournalRecord =>
  state === "leaving"
    ? recordOf(given)
    : recordOf({ state: "settled", outcome: outcomeOf(state), ...given });

/** What a store finds when the record is all there is of its payment. */
export const found = (record?: JournalRecord, given: Partial<FoundRecords> = {}): FoundRecords => ({
  record,
  ofPayment: record ? [record] : [],
  withRefundId: [],
  ...given,
});
