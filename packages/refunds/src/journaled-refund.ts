/** One refund through the journal: written as leaving, sent, settled. The order is what keeps a key from refunding twice. */
import { type CallOptions, isRefundError, type Outcome } from "@refunds/core";
import {
  type JournalRecord,
  type JournalStore,
  type Opening,
  openRefund,
  settleRefund,
  withoutAnswer,
} from "@refunds/journal";
import type { AccountOutcome } from "./account.ts";
import type { Client } from "./client.ts";
import { differences } from "./differences.ts";
import { heldBack, unfinished } from "./local-outcomes.ts";
import { pause } from "./pause.ts";
import type { ReadRefund } from "./read-refund.ts";
import { refuse } from "./refuse.ts";

export interface Journal {
  readonly store: JournalStore;
  /** Whether the provider's answers are kept. */
  readonly rawAnswers: boolean;
}

/** Milliseconds that the journal may take to open a refund, on top of the client's own time, before it is no longer sent. */
const marginMs = 15_000;

/** How long to wait before asking again whether a payment is free: at first, and at most. */
const [firstPauseMs, longestPauseMs] = [10, 500];

/**
 * Rejects, with nothing sent, with a `JournalError` where the journal cannot open the refund, or with a `RefundError`
 * where the key stands for another refund.
 */
export async function journaledRefund(
  journal: Journal,
  client: Client,
  refund: ReadRefund,
  options: CallOptions | undefined,
): Promise<AccountOutcome> {
  const opening = await open(journal.store, client, refund, options?.signal);
  const { account } = refund;
  switch (opening.is) {
    case "send":
      return send(journal, client, opening.record, options);
    case "recorded":
    case "exceeds":
      return { ...opening.outcome, account };
    case "unfinished":
      return { ...unfinished(refund), account };
    case "different": {
      const how = differences(opening.request, refund.request);
      return refuse("key", `already stands for another refund (${how}); use a new key`);
    }
    case "busy": {
      const message = `Not sent: the payment's refund ${JSON.stringify(opening.key)} was being sent all the time.`;
      return { ...heldBack(refund, message), account };
    }
    case "unsettled": {
      const message = `Not sent: first find out whether the payment's refund ${JSON.stringify(opening.key)} happened, by reconcile(), or tell the journal by record().`;
      return { ...heldBack(refund, message), account };
    }
  }
}

/** Waits for a payment that is busy, no longer than a call of the client may take. */
async function open(
  store: JournalStore,
  { timeoutMs }: Client,
  refund: ReadRefund,
  signal: AbortSignal | undefined,
): Promise<Opening> {
  const giveUpAt = Date.now() + timeoutMs;
  for (let ms = firstPauseMs; ; ms = Math.min(2 * ms, longestPauseMs)) {
    const now = Date.now();
    const ask = { ...refund, now, sendingUntil: now + timeoutMs + marginMs };
    const opening = await store.transact(refund.key, refund.payment, openRefund(ask));
    if (opening.is !== "busy" || signal?.aborted || Date.now() + ms > giveUpAt) return opening;
    await pause(ms);
  }
}

async function send(
  journal: Journal,
  client: Client,
  record: JournalRecord,
  options: CallOptions | undefined,
): Promise<AccountOutcome> {
  const { account, key, request, sendingUntil } = record;
  const { account: _, ...asked } = JSON.parse(request);
  let outcome: Outcome;
  try {
    outcome =
      // The client stops by itself after its own time; begun now, that must lie within what the record promises.
      Date.now() + client.timeoutMs > sendingUntil
        ? heldBack(record, "Not sent: the journal took too long to write it down.")
        : await client.refund({ ...asked, key }, options);
  } catch (error) {
    // Whatever else a client may throw proves nothing: the record stays as it is.
    if (isRefundError(error)) await settle(journal, record, heldBack(record, error.message));
    throw error;
  }
  const recorded = await settle(journal, record, outcome);
  return { ...outcome, account, ...(!recorded && { recorded }) };
}

/** Whether the outcome is recorded. Never rejects and never hangs: the refund was sent, and its outcome must reach the caller. */
async function settle(
  { store, rawAnswers }: Journal,
  { key, payment, account, attempt }: JournalRecord,
  outcome: Outcome,
): Promise<boolean> {
  const told = { ...outcome, account };
  const kept = rawAnswers ? told : withoutAnswer(told);
  const decide = settleRefund({ attempt, outcome: kept, now: Date.now() });
  const given = new AbortController();
  try {
    const late = pause(marginMs, given.signal).then(() => false);
    return await Promise.race([store.transact(key, payment, decide), late]);
  } catch {
    return false;
  } finally {
    given.abort();
  }
}
