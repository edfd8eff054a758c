/** Settles an uncertain refund: asks the provider, and then, where that is safe, sends it again under its key. */
import type { CallOptions, RawAnswer } from "@refunds/core";
import { type EvidenceTable, type Proof, prove } from "@refunds/core/provider";
import {
  type FoundRecords,
  isBeingSent,
  isRefundOfEarlierAttempt,
  type JournalRecord,
  mayBeOfEarlierAttempt,
  type RefundOutcome,
  refundIdText,
  rulesOf,
  settleEvidence,
  stateOf,
} from "@refunds/journal";
import type { Client, ClientOf } from "./client.ts";
import type { JournalContext } from "./journal-context.ts";
import { unfinished } from "./local-outcomes.ts";
import { type NewestTime, newestIn } from "./newest-time.ts";
import { type ReportEvent, rejectionsReported, reported, reporter, summaryOf } from "./observe.ts";
import { clientFor } from "./other-environment.ts";
import { hasRefundsUnderOtherIdentifier, othersOf } from "./other-refunds.ts";
import { unknownKey } from "./record-evidence.ts";
import { repeatUnderItsKey } from "./send-again.ts";
import { requestToSend, type SentRequest } from "./sent-request.ts";

/**
 * Returns the outcome of the key. It stays uncertain if nothing is proven.
 * @throws {RefundError} if the journal does not have the key, or its account sends elsewhere now
 */
export async function reconcile(
  journal: JournalContext,
  clientOf: ClientOf,
  key: string,
  options: CallOptions | undefined,
  newestTime: NewestTime = newestIn(journal.store),
): Promise<RefundOutcome> {
  const found = await rejectionsReported(journal.observe, { operation: "reconcile", key }, () =>
    findRefund(journal, key),
  );
  const { record } = found;
  // What never left was sent nowhere.
  if (stateOf(record) === "not_sent") return outcomeOf(record);
  const client = clientFor(clientOf, record);
  if (!rulesOf(record).asksProvider || isBeingSent(record, Date.now())) return outcomeOf(record);
  const report = reporter(journal.observe, "reconcile", record);
  return reported(report, async () => {
    const proof = await queryProof(journal, client, found, options, report);
    if (typeof proof !== "string") return settleProof(journal, found, proof, report);
    const repeated = await repeatUnderItsKey(journal, client, record, options, report, newestTime);
    if (typeof repeated !== "string") return repeated;
    return outcomeOf((await findRefund(journal, key)).record, `${proof} ${repeated}`.trim());
  });
}

/**
 * Asks the provider, and never sends the refund again: a notification is a reason to ask, and its sender must not decide when
 * money moves.
 * @param mayAsk whether there is a reason to ask about the record, as it is now
 * @param after the notification that is the reason to ask, for the history, if the provider signed it
 * @param notifiedId the provider's id of the refund, from a notification that it signed
 */
export async function askProvider(
  journal: JournalContext,
  clientOf: ClientOf,
  { key, account }: Pick<JournalRecord, "key" | "account">,
  mayAsk: (record: JournalRecord) => boolean,
  after?: string,
  notifiedId?: string,
): Promise<RefundOutcome> {
  const known = { operation: "notification", account } as const;
  const found = await rejectionsReported(journal.observe, known, () => findRefund(journal, key));
  const { record } = found;
  if (!mayAsk(record) || isBeingSent(record, Date.now())) return outcomeOf(record);
  const report = reporter(journal.observe, "notification", record);
  return reported(report, async () => {
    const client = clientFor(clientOf, record);
    const proof = await queryProof(journal, client, found, undefined, report, notifiedId);
    if (typeof proof !== "string") return settleProof(journal, found, proof, report, after);
    return outcomeOf((await findRefund(journal, key)).record, proof);
  });
}

async function settleProof(
  journal: JournalContext,
  found: FoundRefund,
  { proves, reason, refundId, by, raw }: QueryProof,
  report: ReportEvent,
  after?: string,
): Promise<RefundOutcome> {
  const { record } = found;
  const { key, payment } = record;
  const evidence = {
    status: proves,
    because: "query_proved",
    by: `${record.provider}'s answer to the query: ${by}`,
    now: Date.now(),
    after,
    ...(reason && { reason }),
    ...(refundId !== undefined && { refundId }),
    ...(journal.rawAnswers && { raw }),
  } as const;
  const scope = {
    key,
    payment,
    ...(refundId !== undefined && { refundId: refundIdText(record.account, refundId) }),
  };
  const result = await journal.store.transact(scope, settleEvidence(evidence, found));
  // Another process recorded something in the meantime, which takes precedence.
  if (result.is !== "recorded") return outcomeOf((await findRefund(journal, key)).record);
  report?.({ event: "recorded", ...summaryOf(result.outcome), recorded: true });
  return result.outcome;
}

type QueryProof = Proof & { readonly raw: RawAnswer };

type FoundRefund = FoundRecords & { readonly record: JournalRecord };

async function findRefund({ store }: JournalContext, key: string): Promise<FoundRefund> {
  const { payment } = (await store.get(key)) ?? unknownKey(key);
  // A copy, because a journal may read the rest of the payment only when it is asked for.
  const found = await store.transact({ key, payment }, (found) => ({ result: { ...found } }));
  return { ...found, record: found.record ?? unknownKey(key) };
}

/** What the provider's answer proves, or a message that says why nothing is proven. */
async function queryProof(
  { store }: JournalContext,
  client: Client,
  { record, ofPayment }: FoundRefund,
  options: CallOptions | undefined,
  report: ReportEvent,
  notifiedId?: string,
): Promise<QueryProof | string> {
  if (client.provider !== record.provider)
    return `Its account now belongs to another provider, ${client.provider}.`;
  const { evidence } = client;
  if (!client.query || !evidence || (evidence.rules.length === 0 && !evidence.find))
    return `${client.provider} has no query that can prove the outcome.`;
  const request = await requestToSend(client, record);
  const { payment, amount } = request;
  const refundId = refundIdOf(record) ?? notifiedId;
  const question = questionOf(evidence, request, refundId);
  if (typeof question === "string") return question;
  // Measured before the query, because the answer may be as old as the question.
  const seconds = (Date.now() - record.sendingUntil) / 1000;
  const answer = await client.query(question, { ...options, ...(report && { observe: report }) });
  if (answer.status !== "found")
    return `The query ended with ${answer.status}, which proves nothing.`;
  const asked = {
    payment,
    ...(amount && { amount }),
    key: request.key,
    ...(refundId !== undefined && { refundId }),
  };
  if (await hasRefundsUnderOtherIdentifier(store, evidence, record, payment, answer.raw)) {
    return "The journal has refunds of this payment under another identifier, so the answer proves nothing.";
  }
  const proved = (after: number) =>
    prove(evidence, asked, othersOf(record, ofPayment), answer.raw, after);
  const proof = proved(seconds);
  if (!proof) return "The answer to the query proves nothing.";
  const id = proof.refundId ?? (evidence.asks?.includes("refund.id") ? refundId : undefined);
  const mayBeEarlier =
    isRefundOfEarlierAttempt(record, id) ||
    // What needs no time to be proved is about one refund.
    (evidence.sameKey?.again !== "new-key" && mayBeOfEarlierAttempt(record, id) && proved(0));
  // The present attempt may have made another refund, which the provider does not show yet.
  if (proof.proves === "declined" && mayBeEarlier) {
    return "The answer to the query can be about a refund of an earlier attempt, which proves nothing about this one.";
  }
  return { ...proof, raw: answer.raw };
}

/** The query's request, or a message that says what it needs and is not known. */
function questionOf(
  { asks }: EvidenceTable,
  { payment, key }: SentRequest,
  refundId: string | undefined,
): object | string {
  if (!asks) return { payment };
  if (asks.includes("refund.id") && refundId === undefined) {
    return "The provider is asked by its own id of the refund, and gave none.";
  }
  const named = Object.entries(payment).filter(([name]) => asks.includes(`payment.${name}`));
  return {
    ...(named.length > 0 && { payment: Object.fromEntries(named) }),
    ...(asks.includes("key") && { key }),
    ...(asks.includes("refund.id") && { refund: { id: refundId } }),
  };
}

/** The provider's own id of the refund, from the latest answer or evidence that has one. */
function refundIdOf({ history, attempt }: JournalRecord): string | undefined {
  return history.findLast((entry) => entry.attempt === attempt && entry.refundId !== undefined)
    ?.refundId;
}

function outcomeOf(record: JournalRecord, why = ""): RefundOutcome {
  const known = record.state === "settled" ? record.outcome : undefined;
  const outcome = known ?? unfinished(record);
  if (outcome.status !== "unknown" || !why) return outcome;
  return { ...outcome, message: `${outcome.message} ${why}` };
}
