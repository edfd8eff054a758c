import type { Outcome } from "@refunds/core";
import type { HistoryEntry, JournalRecord } from "../records/record.ts";
import { type RefundOutcome, withoutAnswer } from "../records/refund-outcome.ts";
import { rulesOf, stateOf, states } from "../records/states.ts";
import type { Decision, FoundRecords } from "../store.ts";
import {
  toReview,
  unfinished,
  withEarlierAttempt,
  withOwnRefundId,
  withUniqueRefundId,
} from "./contradictions.ts";
import { factsOf, withEntry, withKeptAnswer } from "./history.ts";
import { refundIdContradiction, refundIdIn, withRefundId } from "./refund-id.ts";
import { type Relation, relationOfLateAnswer } from "./relation.ts";
import { lastRepetitionOf, repetitionsOf } from "./sendings.ts";

/** The result of one attempt to send a refund. */
export interface SentAnswer {
  readonly attempt: number;
  /** See `HistoryEntry.again`. */
  readonly again?: number;
  readonly outcome: Outcome & { readonly account: string };
  /** Whether the journal keeps the provider's answer. */
  readonly keepAnswer: boolean;
  /** Unix milliseconds. */
  readonly now: number;
}

/**
 * A decision for `JournalStore.transact`: stores the result of an attempt. Its result is the outcome that applies from now
 * on, which differs from the answer if the journal knows something that contradicts it. Undefined if the record is missing.
 */
export const settleAnswer =
  (answer: SentAnswer) =>
  (found: FoundRecords): Decision<RefundOutcome | undefined> => {
    const { record } = found;
    if (!record) return { result: undefined };
    if (isStored(answer, record)) return { result: currentOutcome(answer, record) };
    if (record.attempt !== answer.attempt) return ofEarlierAttempt(answer, record);
    if (isUnsentRepetition(answer)) return takeBack(answer, record);
    if (isOfOneSending(answer, record)) return addToHistory(answer, record);
    if (record.state === "leaving") {
      return settle(answer, record, withEarlierAttempt(compared(answer, record, found), record));
    }
    const state = stateOf(record);
    const relation: Relation =
      state === "leaving" ? "settles" : relationOfLateAnswer[state][answer.outcome.status];
    if (relation === "settles") return settle(answer, record, compared(answer, record, found));
    if (relation === "conflicts") return settleConflict(answer, record);
    return addAgreement(answer, record, found);
  };

/** A provider may answer a resend with what it answered at first, and a cache with what it answered to another refund. */
const compared = (
  { attempt, outcome }: SentAnswer,
  record: JournalRecord,
  found: FoundRecords,
): RefundOutcome =>
  withOwnRefundId(withUniqueRefundId(outcome, record.key, found), record, answerTo(attempt));

const answerTo = (attempt: number): string => `the answer to attempt ${attempt}`;

/** A store may call the decision again after the reply to its commit was lost. */
const isStored = ({ attempt, again, outcome }: SentAnswer, { history }: JournalRecord): boolean =>
  history.some(
    (entry) =>
      entry.what === "answer" &&
      entry.attempt === attempt &&
      entry.again === again &&
      entry.status === outcome.status,
  );

/** Nothing left this time. What is known of the request that did leave stays. */
const isUnsentRepetition = ({ again, outcome }: SentAnswer): boolean =>
  again !== undefined && outcome.status === "not_sent";

/** The record becomes what it was before the repetition, with that in its history. */
function takeBack(answer: SentAnswer, record: JournalRecord): Decision<RefundOutcome> {
  const { attempt, again, now, outcome } = answer;
  if (record.state !== "leaving" || again !== lastRepetitionOf(record)) {
    return addToHistory(answer, record);
  }
  const entry: HistoryEntry = { what: "answer", at: now, attempt, again, ...factsOf(outcome) };
  const { outcome: before } = record;
  const write: JournalRecord = {
    ...record,
    // Any other outcome would be that of an earlier attempt.
    ...(before?.status === "unknown" && {
      state: "settled",
      outcome: withEarlierAttempt(before, record),
    }),
    // Nothing is under way, so evidence need not wait.
    sendingUntil: Math.min(record.sendingUntil, now - 1),
    history: withEntry(record.history, entry),
    changedAt: now,
  };
  return { write, result: currentOutcome(answer, write) };
}

/**
 * Whether the answer decides nothing, because the same request was sent again: another sending may have moved the money, or
 * still may.
 */
function isOfOneSending({ again = 0, outcome }: SentAnswer, record: JournalRecord): boolean {
  const repetitions = repetitionsOf(record);
  if (outcome.status === "not_sent") return repetitions > 0;
  const isEarlier = again < repetitions && rulesOf(record).lacksAnswer;
  return isEarlier && (outcome.status === "unknown" || outcome.status === "declined");
}

/** The answer's own outcome with all its fields, unless the journal has another status. */
function currentOutcome(answer: SentAnswer, record: JournalRecord): RefundOutcome {
  const { outcome } = answer;
  const known = record.state === "settled" ? record.outcome : undefined;
  if (isUnsentRepetition(answer)) return known ?? unfinished(record);
  if (known && known.status !== outcome.status) return known;
  const isOther = isOfEarlierSending(answer, record) || isOfOneSending(answer, record);
  return record.state === "leaving" && isOther ? underWay(answer) : outcome;
}

/** Whether only an attempt before the present one did not happen. */
const isOfEarlierSending = ({ attempt, outcome }: SentAnswer, record: JournalRecord): boolean =>
  attempt < record.attempt && states[outcome.status].happened === "no";

/** The caller must not take the answer of one sending for the refund's outcome. */
const underWay = ({ outcome: { provider, account } }: SentAnswer): RefundOutcome => ({
  status: "unknown",
  because: "unfinished",
  retryable: false,
  provider,
  account,
  message:
    "The refund was sent again, and that answer is not known yet. It may have happened. Call reconcile().",
});

/** Handles the answer to an earlier attempt, after the refund was sent again. */
function ofEarlierAttempt(answer: SentAnswer, record: JournalRecord) {
  const mayHaveHappened = states[answer.outcome.status].happened !== "no";
  const isCertain = answer.outcome.status !== "unknown";
  // While the later attempt is being sent, the history keeps this answer. It is checked when that attempt settles.
  const conflicts = mayHaveHappened && isCertain && record.state === "settled";
  return conflicts ? settleConflict(answer, record) : addToHistory(answer, record);
}

function settle(
  { attempt, again, keepAnswer, now, outcome: answered }: SentAnswer,
  record: JournalRecord,
  outcome: RefundOutcome,
): Decision<RefundOutcome> {
  const sending = { attempt, ...(again && { again }) };
  // The outcome of a review holds the answer only until the refund is sent again.
  const raw = keepAnswer && outcome.status !== answered.status && outcome.raw;
  const entry: HistoryEntry = {
    what: "answer",
    at: now,
    ...sending,
    ...factsOf(answered),
    ...(raw && { raw }),
  };
  const write = {
    ...record,
    state: "settled",
    outcome: keepAnswer ? outcome : withoutAnswer(outcome),
    history: withEntry(withKeptAnswer(record), entry),
    changedAt: now,
  } as const;
  return { write, result: outcome };
}

function settleConflict(answer: SentAnswer, record: JournalRecord): Decision<RefundOutcome> {
  const { outcome } = answer;
  const contradiction = {
    field: "status",
    at: answerTo(answer.attempt),
    asked: stateOf(record),
    answered: outcome.status,
  };
  const { outcome: known } = record;
  if (known?.status !== "needs_review") {
    return settle(answer, record, toReview(outcome, "evidence_conflicts", contradiction));
  }
  // The person who reviews it needs all that was found before.
  const own = outcome.status === "needs_review" ? outcome.contradictions : [];
  const contradictions = [...known.contradictions, ...own, contradiction];
  const write = { ...record, outcome: { ...known, contradictions } };
  return { ...addToHistory(answer, write), result: write.outcome };
}

/** Adds the answer to the history and its refund id to the outcome, so that a reused refund id is found. */
function addAgreement(
  answer: SentAnswer,
  record: JournalRecord,
  found: FoundRecords,
): Decision<RefundOutcome> {
  const { outcome: known } = record;
  const refundId = refundIdIn(answer.outcome);
  if (!known || refundId === undefined) return addToHistory(answer, record);
  const at = answerTo(answer.attempt);
  const contradiction = refundIdContradiction(known, refundId, at);
  if (contradiction) {
    const outcome = toReview(known, "evidence_conflicts", contradiction);
    return addToHistory(answer, { ...record, outcome });
  }
  const unique = withUniqueRefundId(withRefundId(known, refundId), record.key, found);
  // If the outcome had this id, it was settled by what is known of the refund with that id.
  const isKnown = refundIdIn(known) !== undefined;
  const outcome = isKnown ? unique : withOwnRefundId(unique, record, at);
  return addToHistory(answer, { ...record, outcome });
}

/** Adds the answer to the history and leaves the outcome as it is. */
function addToHistory(answer: SentAnswer, record: JournalRecord): Decision<RefundOutcome> {
  const { attempt, again, keepAnswer, now } = answer;
  const outcome: RefundOutcome = answer.outcome;
  const entry: HistoryEntry = {
    what: "answer",
    at: now,
    attempt,
    ...(again && { again }),
    ...factsOf(outcome),
    ...(keepAnswer && outcome.raw && { raw: outcome.raw }),
  };
  const write = { ...record, history: [...record.history, entry], changedAt: now };
  return { write, result: currentOutcome(answer, record) };
}
