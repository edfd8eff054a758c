import type { JournalRecord } from "../records/record.ts";
import type { DeclinedRefund, RefundOutcome } from "../records/refund-outcome.ts";
import { rulesOf } from "../records/states.ts";
import type { Decision, FoundRecords } from "../store.ts";
import { factsOf, withEntry, withKeptAnswer } from "./history.ts";
import type { NewRefund } from "./new-refund.ts";
import { exceedsRefundable } from "./refundable.ts";

/** What may be done about a refund that a caller wants to send. */
export type OpenResult =
  /** Send it: it is written as leaving, and no other caller may send it. */
  | { readonly is: "send"; readonly record: JournalRecord }
  /** It has an outcome, which was recorded earlier or now. */
  | { readonly is: "recorded"; readonly outcome: RefundOutcome }
  /** It may have left, and its outcome is not recorded: another call is sending it, or was when its process stopped. */
  | { readonly is: "unfinished"; readonly record: JournalRecord }
  /** The key belongs to another refund, which has this request. */
  | { readonly is: "key_conflict"; readonly request: string }
  /** The refund of that key, of the same payment, is being sent. */
  | { readonly is: "payment_busy"; readonly key: string }
  /** The refund of that key, of the same payment, may have happened. It has to be settled first. */
  | { readonly is: "payment_blocked"; readonly key: string };

/** Decides for `JournalStore.transact` whether a refund may be sent, and writes it down if so. */
export const openRefund =
  (refund: NewRefund) =>
  ({ record, ofPayment }: FoundRecords): Decision<OpenResult> => {
    if (record && record.request !== refund.request) {
      return { result: { is: "key_conflict", request: record.request } };
    }
    if (record?.state === "leaving") return { result: { is: "unfinished", record } };
    if (record?.outcome && !mayBeSent(record.outcome, refund)) {
      return { result: { is: "recorded", outcome: record.outcome } };
    }
    if (exceedsRefundable(refund, ofPayment)) return decline(refund, record);
    const others = ofPayment.filter(({ key }) => key !== refund.key);
    const sending = others.find((other) => isBeingSent(other, refund.now));
    if (sending) return { result: { is: "payment_busy", key: sending.key } };
    const open = others.find((other) => rulesOf(other).blocksPayment);
    if (open) return { result: { is: "payment_blocked", key: open.key } };
    return send(refund, record);
  };

/** Whether the process that wrote it may still be sending it. */
export const isBeingSent = ({ state, sendingUntil }: JournalRecord, now: number): boolean =>
  state === "leaving" && now <= sendingUntil;

/** It never reached the provider; or evidence says that it did not happen, and the caller allows to send it again. */
function mayBeSent({ status, because }: RefundOutcome, { resend }: NewRefund): boolean {
  if (status === "not_sent") return true;
  const isEvidence = because === "evidence_recorded" || because === "query_proved";
  return status === "declined" && isEvidence && resend === true;
}

function send(refund: NewRefund, before: JournalRecord | undefined): Decision<OpenResult> {
  const attempt = (before?.attempt ?? 0) + 1;
  const history = withEntry(before ? withKeptAnswer(before) : [], {
    what: "sent",
    at: refund.now,
    attempt,
  });
  const write = { ...recordOf(refund, before), attempt, state: "leaving", history } as const;
  return { write, result: { is: "send", record: write } };
}

/** Written down, so that a later call with the key gets the same answer even if more has become refundable. */
function decline(refund: NewRefund, before: JournalRecord | undefined): Decision<OpenResult> {
  const attempt = before?.attempt ?? 0;
  const outcome = declinedBy(refund);
  const history = withEntry(before ? withKeptAnswer(before) : [], {
    what: "journal",
    at: refund.now,
    attempt,
    ...factsOf(outcome),
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
  { now, resend: _, ...refund }: NewRefund,
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
    "Not sent: with the payment's other refunds in the journal it is more than can be refunded.",
});
