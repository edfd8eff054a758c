import type { JournalRecord } from "../records/record.ts";
import type { DeclinedRefund, RefundOutcome } from "../records/refund-outcome.ts";
import { rulesOf, stateOf } from "../records/states.ts";
import type { Decision, FoundRecords } from "../store.ts";
import { factsOf, withEntry, withKeptAnswer } from "./history.ts";
import type { NewRefund } from "./new-refund.ts";
import { exceedsRefundable } from "./refundable.ts";
import { isElsewhere } from "./sent-to.ts";

/** What to do with a refund that a caller wants to send. */
export type OpenResult =
  /** Send it. Its record is written as `leaving`, so no other caller sends it. */
  | { readonly is: "send"; readonly record: JournalRecord }
  /** It has an outcome, recorded earlier or by this call. */
  | { readonly is: "recorded"; readonly outcome: RefundOutcome }
  /** It may have been sent, and has no outcome yet: another call is sending it, or its process stopped while sending. */
  | { readonly is: "unfinished"; readonly record: JournalRecord }
  /** The key belongs to a refund with another request, given here. */
  | { readonly is: "key_conflict"; readonly request: string }
  /** This refund, of the key or of the same payment, belongs to another environment: its `sentTo`. */
  | { readonly is: "other_environment"; readonly record: JournalRecord }
  /** Another refund of the payment, with this key, is being sent. */
  | { readonly is: "payment_busy"; readonly key: string }
  /** This other refund of the payment may have happened. It must be settled first. */
  | { readonly is: "payment_blocked"; readonly record: JournalRecord };

/** A decision for `JournalStore.transact`: whether a refund may be sent. If so, it writes the record. */
export const openRefund =
  (refund: NewRefund) =>
  ({ record, ofPayment }: FoundRecords): Decision<OpenResult> => {
    if (record && record.request !== refund.request) {
      return { result: { is: "key_conflict", request: record.request } };
    }
    // What never left was sent nowhere.
    if (record && isElsewhere(record, refund) && stateOf(record) !== "not_sent") {
      return elsewhere(record);
    }
    if (record?.state === "leaving") return { result: { is: "unfinished", record } };
    if (record?.outcome && !mayBeSent(record.outcome, refund)) {
      return { result: { is: "recorded", outcome: record.outcome } };
    }
    const isOther = ({ key }: JournalRecord): boolean => key !== refund.key;
    if (exceedsRefundable(refund, ofPayment)) {
      const counted = ofPayment.find(
        (one) => isOther(one) && rulesOf(one).takesAmount && isElsewhere(one, refund),
      );
      return counted ? elsewhere(counted) : decline(refund, record);
    }
    const blocking = ofPayment.filter((one) => rulesOf(one).blocksPayment && isOther(one));
    const sending = blocking.find((one) => isBeingSent(one, refund.now));
    if (sending) return { result: { is: "payment_busy", key: sending.key } };
    if (blocking[0]) return { result: { is: "payment_blocked", record: blocking[0] } };
    return send(refund, record);
  };

const elsewhere = (record: JournalRecord): Decision<OpenResult> => ({
  result: { is: "other_environment", record },
});

/** Whether the process that wrote the record may still be sending the refund. */
export const isBeingSent = ({ state, sendingUntil }: JournalRecord, now: number): boolean =>
  state === "leaving" && now <= sendingUntil;

/** True if the refund never reached the provider, or if evidence says it did not happen and the caller allows a resend. */
function mayBeSent({ status, because }: RefundOutcome, { resend }: NewRefund): boolean {
  if (status === "not_sent") return true;
  return status === "declined" && isByEvidence(because) && resend === true;
}

/** Whether evidence says so, and not the answer to the request. */
const isByEvidence = (because: RefundOutcome["because"]): boolean =>
  because === "evidence_recorded" ||
  because === "query_proved" ||
  because === "notification_proved";

function send(refund: NewRefund, before: JournalRecord | undefined): Decision<OpenResult> {
  const attempt = (before?.attempt ?? 0) + 1;
  const history = withEntry(before ? withKeptAnswer(before) : [], {
    what: "sent",
    at: refund.now,
    attempt,
    ...askedBy(refund),
  });
  const write = { ...recordOf(refund, before), attempt, state: "leaving", history } as const;
  return { write, result: { is: "send", record: write } };
}

const askedBy = ({ by }: NewRefund) => (by === undefined ? {} : { by });

/** Recorded, so that later calls with the key get the same answer even if more becomes refundable. */
function decline(refund: NewRefund, before: JournalRecord | undefined): Decision<OpenResult> {
  const attempt = before?.attempt ?? 0;
  const outcome = declinedBy(refund);
  const history = withEntry(before ? withKeptAnswer(before) : [], {
    what: "journal",
    at: refund.now,
    attempt,
    ...factsOf(outcome),
    ...askedBy(refund),
  });
  const write = {
    ...recordOf(refund, before),
    attempt,
    state: "settled",
    outcome,
    history,
  } as const;
  return { write, result: { is: "recorded", outcome } };
}

function recordOf(
  { now, resend: _, by: __, ...refund }: NewRefund,
  before: JournalRecord | undefined,
): Omit<JournalRecord, "attempt" | "state" | "history"> {
  return {
    ...refund,
    ...(refund.refundable && { refundableAt: now }),
    openedAt: before?.openedAt ?? now,
    changedAt: now,
  };
}

const declinedBy = ({ provider, account }: NewRefund): DeclinedRefund => ({
  status: "declined",
  because: "exceeds_refundable",
  retryable: false,
  provider,
  account,
  reason: "exceeds_refundable",
  message:
    "Not sent: together with the payment's other refunds in the journal, the amount exceeds refundable.",
});
