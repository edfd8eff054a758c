/** What the journal must make of evidence, whatever its own rules say. */
import type { RecordRequest, RefundRecord } from "refunds";

export type EvidenceStatus = RecordRequest["status"];

/** Pairs that cannot both be true: a certain outcome, and evidence recorded after it. */
const contradictions: Readonly<Record<string, readonly EvidenceStatus[]>> = {
  succeeded: ["declined"],
  declined: ["succeeded", "reversed"],
  reversed: ["succeeded", "declined"],
  not_sent: ["succeeded", "reversed"],
};

const uncertain: readonly string[] = [
  "unknown",
  "unfinished",
  "sending",
  "needs_review",
  "pending",
];

/** Whether the journal made something wrong of the evidence. */
export function isWrongAfter(
  before: RefundRecord,
  evidence: RecordRequest,
  after: string,
): boolean {
  if (isRepeated(before, evidence)) return false;
  const { status: recorded } = evidence;
  if (hasEarlierSuccess(before)) return after !== "needs_review";
  if (contradictions[before.status]?.includes(recorded)) return after !== "needs_review";
  return uncertain.includes(before.status) && !acceptable(recorded).includes(after);
}

/** The possible statuses after the evidence. An answer may arrive in between, and must not be lost. */
const acceptable = (recorded: EvidenceStatus): readonly string[] =>
  recorded === "declined" ? [recorded, "not_sent", "needs_review"] : [recorded, "needs_review"];

/** The same evidence a second time changes nothing. */
const isRepeated = (record: RefundRecord, evidence: RecordRequest): boolean =>
  attemptsOf(evidence, record).includes(latestAttempt(record));

/** Nor does it if the refund was sent again in between. */
export const isOfEarlierAttempt = (record: RefundRecord, evidence: RecordRequest): boolean =>
  attemptsOf(evidence, record).some((attempt) => attempt < latestAttempt(record));

/** Whether an attempt turned out to have happened while a later one was being sent, which has no answer. */
function hasEarlierSuccess({ status, history }: RefundRecord): boolean {
  if (status !== "sending" && status !== "unfinished") return false;
  const sentAt = history.findLastIndex(({ what, again }) => what === "sent" && !again);
  return history
    .slice(sentAt + 1)
    .some(
      ({ attempt, what, status: answered }) =>
        what === "answer" &&
        attempt < Number(history[sentAt]?.attempt) &&
        (answered === "succeeded" || answered === "pending"),
    );
}

/** What was recorded first, by a person or a webhook; undefined if nothing was. */
export function firstEvidence({ history }: RefundRecord): RecordRequest | undefined {
  for (const { what, because, by, status, refundId } of history) {
    if (what !== "evidence" || because !== "evidence_recorded" || by === undefined) continue;
    if (status !== "succeeded" && status !== "declined" && status !== "reversed") continue;
    return { status, by, ...(refundId !== undefined && { refundId }) };
  }
  return undefined;
}

const latestAttempt = ({ history }: RefundRecord): number =>
  Math.max(0, ...history.map((entry) => entry.attempt));

const attemptsOf = ({ by, status }: RecordRequest, { history }: RefundRecord): readonly number[] =>
  history
    .filter((entry) => entry.what === "evidence" && entry.by === by && entry.status === status)
    .map(({ attempt }) => attempt);
