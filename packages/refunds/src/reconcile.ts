/** Finds out what became of an uncertain refund, by what the provider's query proves. Moves no money. */
import type { CallOptions } from "@refunds/core";
import { type AskedRefund, type Proof, prove } from "@refunds/core/provider";
import { type Found, type JournalRecord, settleByWord } from "@refunds/journal";
import type { AccountOutcome } from "./account.ts";
import { type Client, evidenceOf } from "./client.ts";
import type { Journal } from "./journaled-refund.ts";
import { unfinished } from "./local-outcomes.ts";
import { isKnownOtherwise, othersOf } from "./other-refunds.ts";
import { refuse } from "./refuse.ts";

/**
 * The key's outcome, settled now or before; where nothing is proven, it is as uncertain as it was.
 * @throws {RefundError} where the key stands for no refund
 */
export async function reconcile(
  journal: Journal,
  clientOf: (account: string) => Client,
  key: string,
  options: CallOptions | undefined,
): Promise<AccountOutcome> {
  const seen = await look(journal, key);
  const { record } = seen;
  if (record.outcome && !/unknown|pending/.test(record.outcome.status)) return told(record);
  if (!record.outcome && Date.now() <= record.sendingUntil) return told(record);
  const proof = await ask(journal, clientOf(record.account), seen, options);
  if (typeof proof === "string") return told(record, proof);
  const { proves, reason, by, raw } = proof;
  const finding = {
    status: proves,
    by: `${record.provider}'s answer to the query: ${by}`,
    now: Date.now(),
    ...(reason && { reason }),
    ...(journal.rawAnswers && { raw }),
  };
  await journal.store.transact(key, record.payment, settleByWord(finding, seen));
  // What is recorded counts, whether this proof was in time or something else came first.
  return told((await look(journal, key)).record);
}

type Seen = Found & { readonly record: JournalRecord };

async function look({ store }: Journal, key: string): Promise<Seen> {
  const nobody = () => refuse("key", `${JSON.stringify(key)} stands for no refund in this journal`);
  // A transaction needs the payment, and only the record knows it. A record never changes its payment.
  const record = await store.transact(key, "", ({ record }) => ({ result: record }));
  const { payment } = record ?? nobody();
  const found = await store.transact(key, payment, (found) => ({ result: found }));
  return { ...found, record: found.record ?? nobody() };
}

/** What the provider's answer proves, and the answer; or a sentence that says why that is nothing. */
async function ask(
  { store }: Journal,
  client: Client,
  { record, ofPayment }: Seen,
  options: CallOptions | undefined,
): Promise<
  (Proof & { readonly raw: { readonly status: number; readonly body: string } }) | string
> {
  if (client.provider !== record.provider) return `Its account is one of ${client.provider} now.`;
  const evidence = evidenceOf(client);
  if (!client.query || !evidence) return `${client.provider} has no query that proves anything.`;
  const { payment, amount }: AskedRefund = JSON.parse(record.request);
  // What the answer tells may be as old as the question.
  const seconds = (Date.now() - record.sendingUntil) / 1000;
  const answer = await client.query({ payment }, options);
  if (answer.status !== "found")
    return `The query's outcome is ${answer.status}, which proves nothing.`;
  const asked = { payment, ...(amount && { amount }) };
  if (await isKnownOtherwise(store, evidence, record, payment, answer.raw)) {
    return "The journal knows refunds of this payment by another of its identifiers; the answer proves nothing.";
  }
  const proof = prove(evidence, asked, othersOf(record, ofPayment), answer.raw, seconds);
  return proof ? { ...proof, raw: answer.raw } : "The answer to the query proves nothing.";
}

function told(record: JournalRecord, why = ""): AccountOutcome {
  const { account } = record;
  const outcome = record.outcome ?? unfinished(record);
  if (outcome.status !== "unknown" || !why) return { ...outcome, account };
  return { ...outcome, account, message: `${outcome.message} ${why}` };
}
