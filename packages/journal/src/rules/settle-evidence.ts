import type { RawAnswer, Reason } from "@refunds/core";
import type { HistoryEntry, JournalRecord } from "../records/record.ts";
import type { RefundOutcome, SettledBy } from "../records/refund-outcome.ts";
import { stateOf } from "../records/states.ts";
import type { Decision, FoundRecords } from "../store.ts";
import { toReview, withUniqueRefundId } from "./contradictions.ts";
import { isBeingSent } from "./open-refund.ts";
import { refundIdContradiction, refundIdIn, withRefundId } from "./refund-id.ts";
import { type EvidenceStatus, relationOfEvidence } from "./relation.ts";

/** What somebody, or a query, found out about a refund. */
export interface RefundEvidence {
  /** `declined`: it did not happen and will not. `reversed`: it was accepted, and the money came back later. */
  readonly status: EvidenceStatus;
  readonly because: "query_proved" | "evidence_recorded";
  /** Who or what says so. */
  readonly by: string;
  /** The provider's answer that says so, if one does and the journal keeps answers. */
  readonly raw?: RawAnswer;
  /** Why it was declined. */
  readonly reason?: Reason;
  /** The provider's own id of the refund. */
  readonly refundId?: string;
  /** Unix milliseconds. */
  readonly now: number;
  /** The attempt whose answer the caller has seen: then it is known that nobody is waiting for that answer any more. */
  readonly answeredAttempt?: number;
}

/** What evidence did to the journal. */
export type EvidenceResult =
  /** It is stored. This outcome counts from now on; it is `needs_review` where the evidence contradicts what was known. */
  | { readonly is: "recorded"; readonly outcome: RefundOutcome }
  /** The journal has no record of the key. */
  | { readonly is: "unknown_key" }
  /** The refund may still be being sent, until then (Unix milliseconds). */
  | { readonly is: "in_progress"; readonly until: number }
  /** The records from which the evidence was concluded have changed since. */
  | { readonly is: "outdated" };

/**
 * Decides for `JournalStore.transact`: stores evidence about a refund. Evidence that contradicts what is known is stored,
 * too, and makes the refund `needs_review`.
 * @param seen what the journal held when the evidence was concluded, if it was concluded from that
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
    if (isBeingSent(record, evidence.now) && evidence.answeredAttempt !== record.attempt) {
      return { result: { is: "in_progress", until: record.sendingUntil } };
    }
    const known = record.state === "settled" ? record.outcome : undefined;
    if (known && isRepeated(record, evidence))
      return { result: { is: "recorded", outcome: known } };
    const relation = relationOfEvidence[stateOf(record)][evidence.status];
    const unique = (one: RefundOutcome) => withUniqueRefundId(one, record.key, found);
    if (!known || relation === "settles") {
      return store(evidence, record, unique(settledBy(evidence, record)));
    }
    const contradiction = contradictionOf(evidence, known, relation === "conflicts");
    if (contradiction) {
      return store(evidence, record, toReview(known, "evidence_conflicts", contradiction));
    }
    return store(evidence, record, unique(withRefundId(known, evidence.refundId)));
  };

/** The same evidence changes nothing when it comes again. A person who reviews a refund is another source. */
const isRepeated = (record: JournalRecord, evidence: RefundEvidence): boolean =>
  entriesOf(evidence, record).length > 0;

/** A caller may try again after the reply to the commit was lost: then the records have changed by its own doing. */
const isStored = (record: JournalRecord, evidence: RefundEvidence): boolean =>
  entriesOf(evidence, record).some(({ at }) => at === evidence.now);

const entriesOf = (
  { status, by, refundId }: RefundEvidence,
  { history, attempt }: JournalRecord,
): readonly HistoryEntry[] =>
  history.filter(
    (entry) =>
      entry.what === "evidence" &&
      entry.attempt === attempt &&
      entry.status === status &&
      entry.by === by &&
      entry.refundId === refundId,
  );

/** Everything that an outcome, a new attempt or another refund of the payment would change. */
const summaryOf = ({ record, ofPayment }: FoundRecords): string =>
  JSON.stringify([record, ...ofPayment].map((one) => one && [one.key, one.attempt, stateOf(one)]));

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
  { status, because, by, refundId, raw, now }: RefundEvidence,
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
