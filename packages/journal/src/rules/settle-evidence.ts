import type { Contradiction, RawAnswer, Reason } from "@refunds/core";
import type { HistoryEntry, JournalRecord } from "../records/record.ts";
import type { RefundOutcome, SettledBy } from "../records/refund-outcome.ts";
import { stateOf } from "../records/states.ts";
import type { Decision, FoundRecords } from "../store.ts";
import { toReview, unfinished, withEarlierAttempt, withUniqueRefundId } from "./contradictions.ts";
import { isBeingSent } from "./open-refund.ts";
import {
  earlierRefundContradiction,
  refundIdContradiction,
  refundIdIn,
  withRefundId,
} from "./refund-id.ts";
import { type EvidenceStatus, relationOfEvidence, relationOfNotification } from "./relation.ts";
import { repetitionsOf } from "./sendings.ts";

/** What a person, a webhook or a query reports about a refund. */
export interface RefundEvidence {
  /** `declined`: the refund did not happen and will not. `reversed`: it was accepted, and the money came back later. */
  readonly status: EvidenceStatus;
  readonly because: "query_proved" | "notification_proved" | "evidence_recorded";
  /** Who or what reports it. */
  readonly by: string;
  /** See `HistoryEntry.after`. Whatever it was, the same answer is the same evidence. */
  readonly after?: string | undefined;
  /** The provider's answer that proves it, if there is one and the journal keeps answers. */
  readonly raw?: RawAnswer;
  /** Why the refund was declined. */
  readonly reason?: Reason;
  /** The provider's own id of the refund. */
  readonly refundId?: string;
  /** What it says otherwise than the request does. Then a person must look. */
  readonly contradiction?: Contradiction;
  /** Unix milliseconds. */
  readonly now: number;
  /** The attempt whose answer the caller has received. Evidence about that attempt is accepted while it counts as being sent. */
  readonly answeredAttempt?: number;
}

/** What the journal did with the evidence. */
export type EvidenceResult =
  /** It is stored, and this outcome applies from now on: `needs_review` if the evidence contradicts the recorded outcome. */
  | { readonly is: "recorded"; readonly outcome: RefundOutcome }
  /** The journal has no record with this key. */
  | { readonly is: "unknown_key" }
  /** The refund may still be in the middle of being sent, until `until` (Unix milliseconds). */
  | { readonly is: "in_progress"; readonly until: number }
  /** The records that the evidence is based on have changed since. */
  | { readonly is: "outdated" };

/**
 * A decision for `JournalStore.transact`: stores evidence about a refund. Evidence that contradicts the recorded outcome is
 * also stored, and makes the refund `needs_review`.
 * @param seen the records that the evidence is based on, if it is based on records
 */
export const settleEvidence =
  (evidence: RefundEvidence, seen?: FoundRecords) =>
  (found: FoundRecords): Decision<EvidenceResult> => {
    const { record } = found;
    if (record?.outcome && isStored(record, evidence)) {
      return { result: { is: "recorded", outcome: record.outcome } };
    }
    if (seen && summaryOf(seen) !== summaryOf(found)) return { result: { is: "outdated" } };
    if (!record) return { result: { is: "unknown_key" } };
    if (isBeingSent(record, evidence.now) && !isOfAnswered(evidence, record)) {
      return { result: { is: "in_progress", until: record.sendingUntil } };
    }
    const known = record.state === "settled" ? record.outcome : undefined;
    if (known && isRepeated(record, evidence))
      return { result: { is: "recorded", outcome: known } };
    if (isOfEarlierAttempt(record, evidence)) {
      return { result: { is: "recorded", outcome: known ?? unfinished(record, notDecided) } };
    }
    const contradictory = evidence.contradiction ?? ofEarlierRefund(evidence, record);
    if (contradictory) {
      const outcome = known ?? record.outcome ?? unfinished(record);
      return store(evidence, record, toReview(outcome, "evidence_conflicts", contradictory));
    }
    const isNotified = evidence.because === "notification_proved";
    const relations = isNotified ? relationOfNotification : relationOfEvidence;
    const relation = relations[stateOf(record)][evidence.status];
    const unique = (one: RefundOutcome) => withUniqueRefundId(one, record.key, found);
    if (!known || relation === "settles") {
      const settled = unique(settledBy(evidence, record));
      // A known outcome was compared with the earlier attempts when it was stored.
      return store(evidence, record, known ? settled : withEarlierAttempt(settled, record));
    }
    const contradiction = contradictionOf(evidence, known, relation === "conflicts");
    if (contradiction) {
      return store(evidence, record, toReview(known, "evidence_conflicts", contradiction));
    }
    return store(evidence, record, unique(withRefundId(known, evidence.refundId)));
  };

/** The answer that the caller has is the only one that can come. */
const isOfAnswered = ({ answeredAttempt }: RefundEvidence, record: JournalRecord): boolean =>
  answeredAttempt === record.attempt && repetitionsOf(record) === 0;

/** The same evidence from the same source changes nothing the second time. */
const isRepeated = (record: JournalRecord, evidence: RefundEvidence): boolean =>
  entriesOf(evidence, record).length > 0;

/** A caller may retry after the reply to its commit was lost. Then its own first call has changed the records. */
const isStored = (record: JournalRecord, evidence: RefundEvidence): boolean =>
  entriesOf(evidence, record).some(({ at }) => at === evidence.now);

const entriesOf = (evidence: RefundEvidence, record: JournalRecord): readonly HistoryEntry[] =>
  equalEntries(evidence, record).filter(({ attempt }) => attempt === record.attempt);

/**
 * Whether it was given before the refund was sent again, so that it cannot be about the present attempt: a webhook was
 * delivered twice. A query may find the same words again, and a notification is about the attempt that its refund id names.
 */
const isOfEarlierAttempt = (record: JournalRecord, evidence: RefundEvidence): boolean =>
  evidence.because === "evidence_recorded" &&
  equalEntries(evidence, record).some(({ attempt }) => attempt < record.attempt);

/** A person may decide that the refund of an earlier attempt is the one that counts. A query cannot. */
const ofEarlierRefund = (
  { because, refundId, by }: RefundEvidence,
  record: JournalRecord,
): Contradiction | undefined =>
  because === "query_proved" ? earlierRefundContradiction(record, refundId, by) : undefined;

const equalEntries = (
  { status, by, refundId }: RefundEvidence,
  { history }: JournalRecord,
): readonly HistoryEntry[] =>
  history.filter(
    (entry) =>
      entry.what === "evidence" &&
      entry.status === status &&
      entry.by === by &&
      entry.refundId === refundId,
  );

const notDecided =
  "The same evidence was recorded before the refund was sent again, so it decides nothing. Evidence about the later attempt needs another `by`.";

/** Changes with every new outcome, new request or other refund of the payment. */
const summaryOf = ({ record, ofPayment }: FoundRecords): string =>
  JSON.stringify(
    [record, ...ofPayment].map(
      (one) => one && [one.key, one.attempt, stateOf(one), one.sendingUntil],
    ),
  );

function contradictionOf(
  { by, status, refundId }: RefundEvidence,
  outcome: RefundOutcome,
  conflicts: boolean,
) {
  if (conflicts) return { field: "status", at: by, asked: outcome.status, answered: status };
  return refundIdContradiction(outcome, refundId, by);
}

function settledBy(
  { status, because, by, raw, reason = "unspecified", refundId: found, now }: RefundEvidence,
  { provider, account, outcome: before }: JournalRecord,
): RefundOutcome {
  const refundId = found ?? refundIdIn(before);
  const settledBy: SettledBy = { by, at: now, ...(raw && { raw }) };
  const base = {
    because,
    retryable: false,
    provider,
    account,
    ...(before?.raw && { raw: before.raw }),
    settledBy,
  } as const;
  if (status === "declined") return { status, ...base, reason };
  return { status, ...base, ...(refundId !== undefined && { refundId }) };
}

function store(
  { status, because, by, after, refundId, raw, now }: RefundEvidence,
  record: JournalRecord,
  outcome: RefundOutcome,
): Decision<EvidenceResult> {
  const entry: HistoryEntry = {
    what: "evidence",
    at: now,
    attempt: record.attempt,
    status,
    because,
    by,
    ...(after && { after }),
    ...(refundId !== undefined && { refundId }),
    ...(raw && { raw }),
  };
  const write = {
    ...record,
    state: "settled",
    outcome,
    history: [...record.history, entry],
    changedAt: now,
  } as const;
  return { write, result: { is: "recorded", outcome } };
}
