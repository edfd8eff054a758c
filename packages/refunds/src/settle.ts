/** Records the outcome of a refund. */
import type { Outcome } from "@refunds/core";
import {
  isJournalError,
  type JournalRecord,
  type RefundOutcome,
  refundIdText,
  settleAnswer,
} from "@refunds/journal";
import type { JournalContext } from "./journal-context.ts";
import { type ReportEvent, summaryOf } from "./observe.ts";
import { pause } from "./pause.ts";

/** A client's outcome with the account's name. */
export type AccountOutcome = Outcome & { readonly account: string };

/** First and longest pause between two attempts. */
const [firstPauseMs, longestPauseMs] = [50, 1000];

/**
 * Returns the recorded outcome, or `outcome` with `recorded: false` if the journal could not store it. Never rejects and
 * never hangs: the refund was sent, so the caller must get its outcome.
 * @param again see `HistoryEntry.again`
 * @param known what to return instead of `outcome` if the journal could not store it
 */
export async function settle(
  journal: JournalContext,
  record: JournalRecord,
  outcome: AccountOutcome,
  report?: ReportEvent,
  again?: number,
  known: RefundOutcome = outcome,
): Promise<RefundOutcome> {
  const { key, attempt } = record;
  journal.unrecorded.set(key, attempt);
  const recorded = await keepTrying(journal.patienceMs, () =>
    store(journal, record, outcome, again),
  );
  if (recorded) journal.unrecorded.delete(key);
  const final = recorded ?? ({ ...known, recorded: false } as const);
  report?.({ event: "recorded", ...summaryOf(final), recorded: recorded !== undefined });
  return final;
}

function store(
  { store, rawAnswers }: JournalContext,
  { key, payment, attempt }: JournalRecord,
  outcome: AccountOutcome,
  again: number | undefined,
): Promise<RefundOutcome | undefined> {
  const refundId = "refundId" in outcome ? outcome.refundId : undefined;
  const scope = {
    key,
    payment,
    ...(refundId !== undefined && { refundId: refundIdText(outcome.account, refundId) }),
  };
  const sending = { attempt, ...(again !== undefined && { again }) };
  const answer = { ...sending, outcome, keepAnswer: rawAnswers, now: Date.now() };
  return store.transact(scope, settleAnswer(answer));
}

/** Retries `work` for up to `patienceMs`. Resolves with undefined if it keeps failing, or fails permanently. */
async function keepTrying<T>(
  patienceMs: number,
  work: () => Promise<T | undefined>,
): Promise<T | undefined> {
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      isOver = true;
      resolve(undefined);
    }, patienceMs);
  });
  try {
    for (let ms = firstPauseMs; ; ms = Math.min(2 * ms, longestPauseMs)) {
      try {
        return await Promise.race([work(), late]);
      } catch (error) {
        if (!isTemporary(error) || isOver) return undefined;
      }
      await pause(ms);
    }
  } finally {
    clearTimeout(timer);
  }
}

const isTemporary = (error: unknown): boolean =>
  isJournalError(error) && error.code !== "corrupt" && error.code !== "unreadable_record";
