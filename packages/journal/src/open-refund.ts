import type { JournalRecord } from "./record.ts";
import type { RecordedOutcome } from "./recorded-outcome.ts";
import type { RefundAsk } from "./refund-ask.ts";
import { exceedsRefundable } from "./refunded-total.ts";
import type { Decision, Found } from "./store.ts";

/** What may be done about a refund that somebody wants to send. */
export type Opening =
  /** Send it: it is written as leaving, and nobody else may send it. */
  | { readonly is: "send"; readonly record: JournalRecord }
  /** It is done: this came of it. */
  | { readonly is: "recorded"; readonly outcome: RecordedOutcome }
  /** It left and nobody knows more: somebody is at it until `record.sendingUntil`, or was when they crashed. */
  | { readonly is: "unfinished"; readonly record: JournalRecord }
  /** The key stands for another refund, whose request this is. */
  | { readonly is: "different"; readonly request: string }
  /** More than the payment has left. It is written as declined, so that a later try gives the same answer. */
  | { readonly is: "exceeds"; readonly outcome: RecordedOutcome }
  /** The refund of that key, of the same payment, is being sent right now. */
  | { readonly is: "busy"; readonly key: string }
  /** Whether the refund of that key, of the same payment, happened has to be found out first. */
  | { readonly is: "unsettled"; readonly key: string };

/** Decides for `JournalStore.transact` whether a refund may leave, and writes it down if it may. */
export const openRefund =
  (ask: RefundAsk) =>
  ({ record, ofPayment }: Found): Decision<Opening> => {
    if (record && record.request !== ask.request) {
      return { result: { is: "different", request: record.request } };
    }
    if (record && !record.outcome) return { result: { is: "unfinished", record } };
    if (record?.outcome && !mayBeSent(record.outcome, ask)) {
      return { result: { is: "recorded", outcome: record.outcome } };
    }
    if (exceedsRefundable(ask, ofPayment)) {
      const outcome = declined(ask);
      const write = { ...recordOf(ask, record, record?.attempt ?? 0), state: "settled", outcome };
      return { write: write as JournalRecord, result: { is: "exceeds", outcome } };
    }
    const others = ofPayment.filter(({ key }) => key !== ask.key);
    const sending = others.find(
      ({ state, sendingUntil }) => state === "leaving" && ask.now <= sendingUntil,
    );
    if (sending) return { result: { is: "busy", key: sending.key } };
    const open = others.find(({ state, outcome }) => state === "leaving" || isUncertain(outcome));
    if (open) return { result: { is: "unsettled", key: open.key } };
    const write = recordOf(ask, record, (record?.attempt ?? 0) + 1);
    return { write, result: { is: "send", record: write } };
  };

/** It never arrived; or it is known not to have happened, by more than an answer to it, and the caller says to send it again. */
const mayBeSent = ({ status, settledBy }: RecordedOutcome, { resend }: RefundAsk): boolean =>
  status === "not_sent" || (status === "declined" && settledBy !== undefined && resend === true);

const isUncertain = (outcome: RecordedOutcome | undefined): boolean =>
  outcome?.status === "unknown" || outcome?.status === "needs_review";

function recordOf(
  { now, resend: _, ...asked }: RefundAsk,
  before: JournalRecord | undefined,
  attempt: number,
): JournalRecord {
  return { ...asked, state: "leaving", attempt, openedAt: before?.openedAt ?? now, changedAt: now };
}

const declined = ({ provider, account }: RefundAsk): RecordedOutcome => ({
  status: "declined",
  provider,
  account,
  reason: "exceeds_refundable",
  message:
    "Not sent: with what the journal knows of this payment, it would exceed what can be refunded.",
});
