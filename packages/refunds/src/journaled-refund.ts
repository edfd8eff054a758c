/** One refund through the journal: written as leaving, sent, settled. The order is what keeps a key from refunding twice. */
import { isRefundError, type Outcome } from "@refunds/core";
import {
  type JournalRecord,
  type JournalStore,
  type OpenResult,
  openRefund,
  type RefundOutcome,
} from "@refunds/journal";
import type { Client } from "./client.ts";
import { differences } from "./differences.ts";
import { heldBack, unfinished } from "./local-outcomes.ts";
import { judged, type Observer, type Report, reporter } from "./observe.ts";
import { pause } from "./pause.ts";
import type { ReadRefund } from "./read-refund.ts";
import { refuse } from "./refuse.ts";
import { type Answered, settle } from "./settle.ts";

export interface Journal {
  readonly store: JournalStore;
  /** Whether the provider's answers are kept. */
  readonly rawAnswers: boolean;
  readonly observe: Observer | undefined;
  /** Milliseconds to go on where it does not store an outcome. */
  readonly patienceMs: number;
  /** Attempts whose answer this process saw and could not record, by key. */
  readonly unrecorded: Map<string, number>;
}

/** Milliseconds that the journal may take to open a refund, on top of the client's own time, before it is no longer sent. */
const marginMs = 15_000;

/** How long to wait before asking again whether a payment is free: at first, and at most. */
const [firstPauseMs, longestPauseMs] = [10, 500];

/**
 * Rejects, with nothing sent, with a `JournalError` where the journal cannot open the refund, or with a `RefundError`
 * where the key belongs to another refund.
 */
export async function journaledRefund(journal: Journal, asked: ReadRefund): Promise<RefundOutcome> {
  const { refund } = asked;
  const report = reporter(journal.observe, "refund", refund);
  report({ event: "begin" });
  const { opening, sinceMs } = await open(journal.store, asked);
  switch (opening.is) {
    case "send":
      return send(journal, asked, opening.record, sinceMs, report);
    case "recorded":
      return opening.outcome;
    case "unfinished":
      return unfinished(refund);
    case "key_conflict": {
      const how = differences(opening.request, refund.request);
      return refuse("key_conflict", "key", `belongs to another refund (${how}); use a new key`);
    }
    case "payment_busy": {
      const { key: blockedBy } = opening;
      const message = `Not sent: another refund of the payment, ${JSON.stringify(blockedBy)}, was being sent the whole time. Try again.`;
      return heldBack(refund, { because: "payment_busy", message, blockedBy });
    }
    case "payment_blocked": {
      const { key: blockedBy } = opening;
      const message = `Not sent: another refund of the payment, ${JSON.stringify(blockedBy)}, may have happened. Settle that one first, with reconcile() or record().`;
      return heldBack(refund, { because: "payment_blocked", message, blockedBy });
    }
  }
}

interface Opened {
  readonly opening: OpenResult;
  /** By the monotonic clock, when the record's time began. */
  readonly sinceMs: number;
}

/** Waits for a payment that is busy, no longer than a call of the client may take. */
async function open(
  store: JournalStore,
  { client: { timeoutMs }, refund, signal }: ReadRefund,
): Promise<Opened> {
  const giveUpAt = performance.now() + timeoutMs;
  for (let ms = firstPauseMs; ; ms = Math.min(2 * ms, longestPauseMs)) {
    let sinceMs = 0;
    const opening = await store.transact(refund, (found) => {
      // Only now: the store may have let this call wait for its turn.
      sinceMs = performance.now();
      const now = Date.now();
      return openRefund({ ...refund, now, sendingUntil: now + timeoutMs + marginMs })(found);
    });
    const isOver = signal?.aborted || performance.now() + ms > giveUpAt;
    if (opening.is !== "payment_busy" || isOver) return { opening, sinceMs };
    await pause(ms);
  }
}

async function send(
  journal: Journal,
  { client, signal }: ReadRefund,
  record: JournalRecord,
  sinceMs: number,
  report: Report,
): Promise<RefundOutcome> {
  const { account, key, request } = record;
  const { account: _, ...asked } = JSON.parse(request);
  const answered = (outcome: Outcome): Answered => ({ ...outcome, account });
  let outcome: Answered;
  try {
    outcome = isTooLate(client, record, sinceMs)
      ? heldBack(record, {
          because: "journal_slow",
          message: "Not sent: the journal took too long to write it down. Try again.",
        })
      : answered(
          await client.refund({ ...asked, key }, { ...(signal && { signal }), observe: report }),
        );
  } catch (error) {
    // Whatever else a client may throw proves nothing: the record stays as it is.
    if (isRefundError(error)) {
      const { message } = error;
      await settle(journal, record, heldBack(record, { because: "request_refused", message }));
    }
    throw error;
  }
  report({ event: "judged", ...judged(outcome) });
  return settle(journal, record, outcome, report);
}

/**
 * The client stops by itself after its own time. Begun now, that must lie within what the record promises to others: by
 * the wall clock, which goes on while the machine sleeps, and by the monotonic one, which nobody sets back.
 */
const isTooLate = ({ timeoutMs }: Client, { sendingUntil }: JournalRecord, sinceMs: number) =>
  Date.now() + timeoutMs > sendingUntil || performance.now() - sinceMs > marginMs;
