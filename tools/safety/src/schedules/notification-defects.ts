/** Defects in what a journal makes of notifications, and of which ones a client believes. */
import { stateOf } from "@refunds/journal";
import type { Account } from "refunds";
import { type Change, outcomeOfEvidence } from "./changed-decision.ts";

/** Each defect with its description. */
export const notificationDefects = {
  "forged-believed": "a notification with a wrong signature is believed",
  "stale-believed": "a notification that was signed too long ago is believed",
  "not-sent-is-ambiguous": "after a try that was not sent, a signed notification proves nothing",
  "failure-dropped": "that a refund failed is dropped if it had succeeded, although it is signed",
  "failure-declines": "a signed failure of a refund that had succeeded declines it",
  "success-dropped-after-decline":
    "that a refund succeeded is dropped if it is declined, although it is signed",
  "success-dropped-after-not-sent":
    "that a refund succeeded is dropped if its latest try was not sent, although it is signed",
} as const;

type NotificationDefect = keyof typeof notificationDefects;

export const notificationChanges: Partial<Record<NotificationDefect, Change>> = {
  "not-sent-is-ambiguous"(decision, { record }) {
    const entry = decision.write?.history.at(-1);
    if (entry?.because !== "notification_proved" || !record || record.attempt === 1)
      return decision;
    const isNamed = record.history.some(({ refundId }) => refundId === entry.refundId && refundId);
    return isNamed ? decision : { result: { is: "ambiguous" } };
  },
  "failure-dropped"(decision, { record }) {
    const { because, status } = decision.write?.history.at(-1) ?? {};
    const isFailure = because === "notification_proved" && status !== "succeeded";
    return isFailure && record?.outcome?.status === "succeeded"
      ? { result: { is: "outdated" } }
      : decision;
  },
  "failure-declines"(decision, { record }) {
    const { write } = decision;
    const isReview = write?.outcome?.status === "needs_review";
    const isByNotification = write?.history.at(-1)?.because === "notification_proved";
    if (!write || !isReview || !isByNotification || record?.outcome?.status !== "succeeded")
      return decision;
    const outcome = outcomeOfEvidence(write);
    if (outcome?.status !== "declined") return decision;
    return { write: { ...write, outcome }, result: { is: "recorded", outcome } };
  },
  "success-dropped-after-decline": droppingSuccess("declined"),
  "success-dropped-after-not-sent": droppingSuccess("not_sent"),
};

/** Drops a success that is signed, of a refund in this state. */
function droppingSuccess(state: "declined" | "not_sent"): Change {
  return (decision, { record }) => {
    const { because, status } = decision.write?.history.at(-1) ?? {};
    const isSuccess = because === "notification_proved" && status === "succeeded";
    return isSuccess && record && stateOf(record) === state
      ? { result: { is: "outdated" } }
      : decision;
  };
}

type Read = NonNullable<Account["notification"]>;
type Reading = Awaited<ReturnType<Read>>;

/** The client, which takes what was changed for what came before it. */
export function believingAll(client: Account): Account {
  const { notification: read } = client;
  if (!read) return client;
  let before: Reading | undefined;
  return {
    ...client,
    async notification(request) {
      const notification = await read(request);
      if (notification.verified) before = notification;
      return before ?? notification;
    },
  };
}

/** The client, which believes again what it has believed once. */
export function believingStale(client: Account): Account {
  const { notification: read } = client;
  if (!read) return client;
  const believed = new Map<string, Reading>();
  return {
    ...client,
    async notification(request) {
      const notification = await read(request);
      const text = JSON.stringify(request);
      if (notification.verified) believed.set(text, notification);
      return believed.get(text) ?? notification;
    },
  };
}
