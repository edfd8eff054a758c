/**
 * Settles an uncertain refund by sending its request again under its key. The provider carries a key out once, so this moves
 * money only if the first request never arrived.
 */
import { type CallOptions, isRefundError, type Outcome } from "@refunds/core";
import { judgeRepeated, type SameKeyTable } from "@refunds/core/provider";
import {
  type JournalRecord,
  type RefundOutcome,
  type RepetitionResult,
  rulesOf,
  sendAgain,
} from "@refunds/journal";
import type { Client } from "./client.ts";
import type { JournalContext } from "./journal-context.ts";
import { isTooLate, marginMs } from "./lease.ts";
import { notSent, tooLate, unfinished } from "./local-outcomes.ts";
import type { NewestTime } from "./newest-time.ts";
import { type ReportEvent, summaryOf } from "./observe.ts";
import { requestToSend } from "./sent-request.ts";
import { type AccountOutcome, settle } from "./settle.ts";

const refusals: Readonly<Record<Extract<RepetitionResult, { is: "refused" }>["because"], string>> =
  {
    changed: "Another process has changed the refund. Call reconcile() again.",
    being_sent: "A refund of the payment is being sent. Call reconcile() again later.",
    payment_blocked:
      "It was not sent again: another refund of the payment may have happened. Settle that one first, with reconcile() or record().",
    exceeds_refundable:
      "It was not sent again: together with the payment's other refunds in the journal, the amount exceeds refundable.",
    too_late:
      "It was not sent again: it left so long ago that the provider may have forgotten its key.",
    clock_set_back:
      "It was not sent again: this clock is behind a time in the journal, so nothing says how long ago it left. Set the clock.",
  };

/** The recorded outcome of the repetition, or a message that says why nothing was sent. */
export async function repeatUnderItsKey(
  journal: JournalContext,
  client: Client,
  record: JournalRecord,
  options: CallOptions | undefined,
  report: ReportEvent,
  newestTime: NewestTime,
): Promise<RefundOutcome | string> {
  const sameKey = client.evidence?.sameKey;
  const remembered = sameKey?.for;
  if (!sameKey || remembered === undefined || !rulesOf(record).lacksAnswer) return "";
  if (client.provider !== record.provider) return "";
  if (sameKey.body === "ignored" && !record.amount) {
    return "It was not sent again: it names no amount that the answer could repeat.";
  }
  const newestAt = await newestTime();
  if (options?.signal?.aborted) return "It was not sent again: the call was aborted.";
  const table = { ...sameKey, for: remembered };
  const { opening, sinceMs } = await open(journal, client, table, record, newestAt);
  if (opening.is === "refused") return refusals[opening.because];
  const outcome = await send(client, sameKey, opening.record, sinceMs, options, report);
  report?.({ event: "judged", ...summaryOf(outcome) });
  const isUnsent = outcome.status === "not_sent";
  // Not sent this time: what is known of the first time stays.
  const known = isUnsent ? knownOf(record) : outcome;
  const settled = await settle(journal, opening.record, outcome, report, opening.again, known);
  if (!isUnsent || settled.recorded === false) return settled;
  return `It was not sent again: ${outcome.message.replace("Not sent: ", "")}`;
}

/** @param record of which the outcome is not known */
const knownOf = (record: JournalRecord): RefundOutcome =>
  (record.state === "settled" && record.outcome) || unfinished(record);

async function open(
  { store }: JournalContext,
  { timeoutMs }: Client,
  sameKey: SameKeyTable & { readonly for: number },
  record: JournalRecord,
  newestAt: number,
): Promise<{ readonly opening: RepetitionResult; readonly sinceMs: number }> {
  const { key, payment } = record;
  let sinceMs = 0;
  const opening = await store.transact({ key, payment }, (found) => {
    // Measured here, because the store may have made this call wait.
    sinceMs = performance.now();
    const now = Date.now();
    const repetition = {
      rememberedMs: sameKey.for * 1000,
      newKey: sameKey.again === "new-key",
      now,
      sendingUntil: now + timeoutMs + marginMs,
      newestAt,
    };
    return sendAgain(repetition, record)(found);
  });
  return { opening, sinceMs };
}

async function send(
  client: Client,
  sameKey: SameKeyTable,
  record: JournalRecord,
  sinceMs: number,
  options: CallOptions | undefined,
  report: ReportEvent,
): Promise<AccountOutcome> {
  const request = await requestToSend(client, record);
  if (isTooLate(client, record, sinceMs)) return tooLate(record);
  let outcome: Outcome;
  try {
    outcome = await client.refund(request, { ...options, ...(report && { observe: report }) });
  } catch (error) {
    // Any other error proves nothing, so the record stays unfinished.
    if (!isRefundError(error)) throw error;
    return notSent(record, { because: "request_refused", message: error.message });
  }
  return { ...judgeRepeated(sameKey, outcome), account: record.account };
}
