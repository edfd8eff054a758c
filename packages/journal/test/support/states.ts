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

/** An outcome with only the fields that the rules use. */
export const outcomeOf = (status: Settled, given: object = {}): RefundOutcome =>
  ({
    status,
    because: "provider_answered",
    retryable: false,
    provider: "acme",
    account: "shop",
    ...(status === "needs_review" && { contradictions: [] }),
    ...given,
  }) as unknown as RefundOutcome;

/** A record in this state. */
export const recordIn = (state: RefundState, given: Partial<JournalRecord> = {}): JournalRecord =>
  state === "leaving"
    ? recordOf(given)
    : recordOf({ state: "settled", outcome: outcomeOf(state), ...given });

/** What a store finds if the payment has only this record. */
export const found = (record?: JournalRecord, given: Partial<FoundRecords> = {}): FoundRecords => ({
  record,
  ofPayment: record ? [record] : [],
  withRefundId: [],
  ...given,
});
