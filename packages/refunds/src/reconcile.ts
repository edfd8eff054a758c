/** Settles an uncertain refund by what the provider's answer to a query proves. Moves no money. */
import type { CallOptions, RawAnswer } from "@refunds/core";
import { type Proof, prove, type RequestedRefund } from "@refunds/core/provider";
import {
  type FoundRecords,
  isBeingSent,
  type JournalRecord,
  type RefundOutcome,
  rulesOf,
  settleEvidence,
} from "@refunds/journal";
import type { Client, ClientOf } from "./client.ts";
import type { JournalContext } from "./journal-context.ts";
import { unfinished } from "./local-outcomes.ts";
import { type ReportEvent, reporter, summaryOf } from "./observe.ts";
import { hasRefundsUnderOtherIdentifier, othersOf } from "./other-refunds.ts";
import { unknownKey } from "./record-evidence.ts";

/**
 * Returns the outcome of the key. It stays uncertain if nothing is proven.
 * @throws {RefundError} if the journal does not have the key
 */
export async function reconcile(
  journal: JournalContext,
  clientOf: ClientOf,
  key: string,
  options: CallOptions | undefined,
): Promise<RefundOutcome> {
  const found = await findRefund(journal, key);
  const { record } = found;
  if (!rulesOf(record).asksProvider || isBeingSent(record, Date.now())) return outcomeOf(record);
  const report = reporter(journal.observe, "reconcile", record);
  const proof = await queryProof(journal, clientOf(record.account), found, options, report);
  if (typeof proof === "string") return outcomeOf(record, proof);
  const { proves, reason, by, raw } = proof;
  const evidence = {
    status: proves,
    because: "query_proved",
    by: `${record.provider}'s answer to the query: ${by}`,
    now: Date.now(),
    ...(reason && { reason }),
    ...(journal.rawAnswers && { raw }),
  } as const;
  const { payment } = record;
  const result = await journal.store.transact({ key, payment }, settleEvidence(evidence, found));
  // Another process recorded something in the meantime, which takes precedence.
  if (result.is !== "recorded") return outcomeOf((await findRefund(journal, key)).record);
  report({ event: "recorded", ...summaryOf(result.outcome), recorded: true });
  return result.outcome;
}

type FoundRefund = FoundRecords & { readonly record: JournalRecord };

async function findRefund({ store }: JournalContext, key: string): Promise<FoundRefund> {
  const { payment } = (await store.get(key)) ?? unknownKey(key);
  const found = await store.transact({ key, payment }, (found) => ({ result: found }));
  return { ...found, record: found.record ?? unknownKey(key) };
}

/** What the provider's answer proves, or a message that says why nothing is proven. */
async function queryProof(
  { store }: JournalContext,
  client: Client,
  { record, ofPayment }: FoundRefund,
  options: CallOptions | undefined,
  report: ReportEvent,
): Promise<(Proof & { readonly raw: RawAnswer }) | string> {
  if (client.provider !== record.provider)
    return `Its account now belongs to another provider, ${client.provider}.`;
  const { evidence } = client;
  if (!client.query || !evidence)
    return `${client.provider} has no query that can prove the outcome.`;
  const { payment, amount }: RequestedRefund = JSON.parse(record.request);
  // Measured before the query, because the answer may be as old as the question.
  const seconds = (Date.now() - record.sendingUntil) / 1000;
  const answer = await client.query({ payment }, { ...options, observe: report });
  if (answer.status !== "found")
    return `The query ended with ${answer.status}, which proves nothing.`;
  const sentRefund = { payment, ...(amount && { amount }) };
  if (await hasRefundsUnderOtherIdentifier(store, evidence, record, payment, answer.raw)) {
    return "The journal has refunds of this payment under another identifier, so the answer proves nothing.";
  }
  const proof = prove(evidence, sentRefund, othersOf(record, ofPayment), answer.raw, seconds);
  return proof ? { ...proof, raw: answer.raw } : "The answer to the query proves nothing.";
}

function outcomeOf(record: JournalRecord, why = ""): RefundOutcome {
  const known = record.state === "settled" ? record.outcome : undefined;
  const outcome = known ?? unfinished(record);
  if (outcome.status !== "unknown" || !why) return outcome;
  return { ...outcome, message: `${outcome.message} ${why}` };
}
