/** Records what came of a refund that was sent. */
import type { Outcome } from "@refunds/core";
import {
  isJournalError,
  type JournalRecord,
  type RefundOutcome,
  refundIdText,
  settleAnswer,
} from "@refunds/journal";
import type { Journal } from "./journaled-refund.ts";
import { type ReportEvent, summaryOf } from "./observe.ts";
import { pause } from "./pause.ts";

/** The outcome of a client, with the account's name. */
export type AccountOutcome = Outcome & { readonly account: string };

/** How long to wait before the next try: at first, and at most. */
const [firstPauseMs, longestPauseMs] = [50, 1000];

/**
 * The outcome that counts, with `recorded: false` where the journal did not take it. Never rejects and never hangs: the
 * refund was sent, and its outcome must reach the caller.
 */
export async function settle(
  journal: Journal,
  record: JournalRecord,
  outcome: AccountOutcome,
  report?: ReportEvent,
): Promise<RefundOutcome> {
  const { key, attempt } = record;
  journal.unrecorded.set(key, attempt);
  const recorded = await keepTrying(journal.patienceMs, () => store(journal, record, outcome));
  if (recorded) journal.unrecorded.delete(key);
  const final = recorded ?? ({ ...outcome, recorded: false } as const);
  report?.({ event: "recorded", ...summaryOf(final), recorded: recorded !== undefined });
  return final;
}

function store(
  { store, rawAnswers }: Journal,
  { key, payment, attempt }: JournalRecord,
  outcome: AccountOutcome,
): Promise<RefundOutcome | undefined> {
  const refundId = "refundId" in outcome ? outcome.refundId : undefined;
  const scope = {
    key,
    payment,
    ...(refundId !== undefined && { refundId: refundIdText(outcome.account, refundId) }),
  };
  const answer = { attempt, outcome, keepAnswer: rawAnswers, now: Date.now() };
  return store.transact(scope, settleAnswer(answer));
}

/** What the work resolves with; undefined where it fails for longer than the patience lasts, or for good. */
async function keepTrying<T>(
  patienceMs: number,
  work: () => Promise<T | undefined>,
): Promise<T | undefined> {
  let isOver = false;
  const given = new AbortController();
  const late = pause(patienceMs, given.signal).then(() => {
    isOver = true;
    return undefined;
  });
  try {
    for (let ms = firstPauseMs; ; ms = Math.min(2 * ms, longestPauseMs)) {
      try {
        return await Promise.race([work(), late]);
      } catch (error) {
        if (!mayPass(error) || isOver) return undefined;
      }
      await pause(ms);
    }
  } finally {
    given.abort();
  }
}

const mayPass = (error: unknown): boolean =>
  isJournalError(error) && error.code !== "corrupt" && error.code !== "unreadable_record";
