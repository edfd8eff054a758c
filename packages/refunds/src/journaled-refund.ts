/** Sends a refund through the journal: record it, send it, record the outcome. This order keeps a key from refunding twice. */
import { isRefundError, type Outcome } from "@refunds/core";
import {
  isElsewhere,
  type JournalRecord,
  type JournalStore,
  type OpenResult,
  openRefund,
  type RefundOutcome,
} from "@refunds/journal";
import type { CheckedRefund } from "./check-refund.ts";
import { differences } from "./differences.ts";
import type { JournalContext } from "./journal-context.ts";
import { isTooLate, marginMs } from "./lease.ts";
import { notSent, tooLate, unfinished } from "./local-outcomes.ts";
import { type ReportEvent, reported, reporter, summaryOf } from "./observe.ts";
import { refuseElsewhere } from "./other-environment.ts";
import { pause } from "./pause.ts";
import { refuse } from "./refuse.ts";
import { requestToSend } from "./sent-request.ts";
import { type AccountOutcome, settle } from "./settle.ts";

/** First and longest pause before checking again whether a payment is still busy. */
const [firstPauseMs, longestPauseMs] = [10, 500];

/**
 * @throws {JournalError} if the journal cannot record the refund. Nothing was sent.
 * @throws {RefundError} if the key belongs to another refund. Nothing was sent.
 */
export function journaledRefund(
  journal: JournalContext,
  checked: CheckedRefund,
): Promise<RefundOutcome> {
  const report = reporter(journal.observe, "refund", checked.refund);
  return reported(report, () => openAndSend(journal, checked, report));
}

async function openAndSend(
  journal: JournalContext,
  checked: CheckedRefund,
  report: ReportEvent,
): Promise<RefundOutcome> {
  const { refund } = checked;
  const { opening, sinceMs } = await open(journal.store, checked);
  switch (opening.is) {
    case "send":
      return await send(journal, checked, opening.record, sinceMs, report);
    case "recorded":
      return opening.outcome;
    case "unfinished":
      return unfinished(refund);
    case "key_conflict": {
      const changes = differences(opening.request, refund.request);
      return refuse("key_conflict", "key", `belongs to another refund (${changes}); use a new key`);
    }
    case "other_environment": {
      const { record } = opening;
      const other = `is of a payment with a refund, ${JSON.stringify(record.key)},`;
      const found = record.key === refund.key ? "belongs to a refund" : other;
      return refuseElsewhere(found, record, refund);
    }
    case "payment_busy": {
      const { key: blockedBy } = opening;
      const message = `Not sent: another refund of the payment, ${JSON.stringify(blockedBy)}, is still being sent. Try again.`;
      return notSent(refund, { because: "payment_busy", message, blockedBy });
    }
    case "payment_blocked": {
      const { record } = opening;
      const { key: blockedBy } = record;
      const how = isElsewhere(record, refund) ? "record()" : "reconcile() or record()";
      const message = `Not sent: another refund of the payment, ${JSON.stringify(blockedBy)}, may have happened. Settle it first, with ${how}.`;
      return notSent(refund, { because: "payment_blocked", message, blockedBy });
    }
  }
}

interface OpenedRefund {
  readonly opening: OpenResult;
  /** When the journal began to write the record, by the monotonic clock. */
  readonly sinceMs: number;
}

/** Waits while the payment is busy, for at most the client's timeout. */
async function open(
  store: JournalStore,
  { client: { timeoutMs }, refund, signal }: CheckedRefund,
): Promise<OpenedRefund> {
  const giveUpAt = performance.now() + timeoutMs;
  for (let ms = firstPauseMs; ; ms = Math.min(2 * ms, longestPauseMs)) {
    let sinceMs = 0;
    const opening = await store.transact(refund, (found) => {
      // Measured here, because the store may have made this call wait.
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
  journal: JournalContext,
  { client, signal }: CheckedRefund,
  record: JournalRecord,
  sinceMs: number,
  report: ReportEvent,
): Promise<RefundOutcome> {
  const { account } = record;
  const request = await requestToSend(client, record);
  const answered = (outcome: Outcome): AccountOutcome => ({ ...outcome, account });
  let outcome: AccountOutcome;
  try {
    outcome = isTooLate(client, record, sinceMs)
      ? tooLate(record)
      : answered(
          await client.refund(request, {
            ...(signal && { signal }),
            ...(report && { observe: report }),
          }),
        );
  } catch (error) {
    // Any other error of a client proves nothing, so the record stays unfinished.
    if (isRefundError(error)) {
      const { message } = error;
      await settle(journal, record, notSent(record, { because: "request_refused", message }));
    }
    throw error;
  }
  report?.({ event: "judged", ...summaryOf(outcome) });
  return await settle(journal, record, outcome, report);
}
