import type { Contradiction } from "@refunds/core";
import type { JournalRecord } from "../records/record.ts";
import { rulesOf, stateOf } from "../records/states.ts";
import type { Decision, FoundRecords } from "../store.ts";
import { isBeingSent } from "./open-refund.ts";
import { attemptOf, isRefundOfEarlierAttempt, refundIdIn } from "./refund-id.ts";
import { arrivedBefore } from "./sendings.ts";
import { type EvidenceResult, type RefundEvidence, settleEvidence } from "./settle-evidence.ts";

/** What a notification that the provider signed proves about a refund. */
export type RefundNotification = Omit<RefundEvidence, "because" | "answeredAttempt" | "raw">;

/** What the journal did with the notification. */
export type NotificationResult =
  | (Extract<EvidenceResult, { readonly is: "recorded" }> & {
      /** Whether the refund has another status now. */
      readonly isNews: boolean;
    })
  /** It is about an earlier attempt, and says nothing new about it. */
  | { readonly is: "outdated" }
  /** Nothing says which attempt it is about, so it is a reason to ask. */
  | { readonly is: "ambiguous" }
  | Extract<EvidenceResult, { readonly is: "in_progress" | "unknown_key" }>;

/** A decision for `JournalStore.transact`: stores what a notification proves about a refund. */
export const settleNotification =
  (notification: RefundNotification) =>
  (found: FoundRecords): Decision<NotificationResult> => {
    const { record } = found;
    const { refundId, status, by } = notification;
    if (!record) return { result: { is: "unknown_key" } };
    if (isBeingSent(record, notification.now)) {
      return { result: { is: "in_progress", until: record.sendingUntil } };
    }
    const attempt = attemptOf(record, refundId);
    const isEarlier = isRefundOfEarlierAttempt(record, refundId);
    if (isEarlier && status !== "succeeded") return { result: { is: "outdated" } };
    const otherId = otherRefundId(record, refundId, by);
    // Whichever attempt succeeded, the journal has another refund, or none.
    const isSecond = status === "succeeded" && (otherId || rulesOf(record).happened === "no");
    if (attempt === undefined && arrivedBefore(record).length > 0 && !isSecond) {
      return { result: { is: "ambiguous" } };
    }
    const contradiction = isEarlier
      ? earlierSucceeded(Number(attempt), by)
      : (notification.contradiction ?? otherId);
    const evidence: RefundEvidence = {
      ...notification,
      because: "notification_proved",
      ...(contradiction && { contradiction }),
    };
    const { write, result } = settleEvidence(evidence)(found);
    if (result.is === "outdated") throw new TypeError("A notification is based on no records.");
    if (result.is !== "recorded") return { result };
    const isNews = result.outcome.status !== stateOf(record);
    return { ...(write && { write }), result: { ...result, isNews } };
  };

/** An attempt that did not happen, as far as was known, or there would be no later one. */
const earlierSucceeded = (attempt: number, by: string): Contradiction => ({
  field: "status",
  at: by,
  asked: `attempt ${attempt}, which did not happen`,
  answered: "succeeded",
});

/** One attempt has one refund at the provider. */
function otherRefundId(
  { history, attempt, state, outcome }: JournalRecord,
  refundId: string | undefined,
  by: string,
): Contradiction | undefined {
  const inHistory = history.find((entry) => entry.attempt === attempt && entry.refundId);
  const known = (state === "settled" && refundIdIn(outcome)) || inHistory?.refundId;
  if (known === undefined || refundId === undefined || known === refundId) return undefined;
  return { field: "refundId", at: by, asked: known, answered: refundId };
}
