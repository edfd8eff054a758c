/** Takes a notification of a provider: verifies it, finds its refund, and records what it proves. */
import type { Notification, NotificationRequest, NotifiedEvent } from "@refunds/core";
import {
  isBeingSent,
  isElsewhere,
  isRefundOfEarlierAttempt,
  type JournalRecord,
  type RefundOutcome,
  refundIdText,
  rulesOf,
  settleNotification,
  stateOf,
  states,
} from "@refunds/journal";
import type { Client, ClientOf } from "./client.ts";
import type { JournalContext } from "./journal-context.ts";
import { differenceIn, type Found, findNotified, isFailureOfSuccess } from "./notified-refund.ts";
import { rejectionsReported, reporter, summaryOf } from "./observe.ts";
import { askProvider } from "./reconcile.ts";
import { refuse } from "./refuse.ts";

/** What a notification did to one refund. */
export interface NotifiedRefund {
  /**
   * `recorded`: it has another status now. `unchanged`: the journal knew it, or must not believe it, or it names only a payment
   * of which no refund is open. `asked`: the provider was asked, and `outcome` is what is known now. `in_progress`: it is still
   * being sent; the provider delivers it again. `not_ours`: the journal has no such refund. `other_environment`: the refund
   * belongs to another environment than the account's, so nothing changed; the provider delivers it again.
   */
  readonly is:
    | "recorded"
    | "unchanged"
    | "asked"
    | "in_progress"
    | "not_ours"
    | "other_environment";
  /** The key of the refund in the journal. */
  readonly key?: string;
  /** The outcome as it is now. Absent while it is being sent, and for a refund that is not ours or not of this account's environment. */
  readonly outcome?: RefundOutcome;
}

/** A notification that was taken. */
export interface ReceivedNotification extends Omit<Notification, "events"> {
  /** Each refund of the journal that it is about. */
  readonly refunds: readonly NotifiedRefund[];
}

export async function receiveNotification(
  journal: JournalContext,
  clientOf: ClientOf,
  account: string,
  request: NotificationRequest,
): Promise<ReceivedNotification> {
  const client = clientOf(account);
  if (!client.notification) {
    const message = `belongs to ${client.provider}, which documents no notification about refunds`;
    return refuse("notification_not_supported", "account", message);
  }
  const { events, response, ...read } = await client.notification(request);
  const refunds: NotifiedRefund[] = [];
  for (const event of events) {
    const source = { account, client, read, event };
    const found = await journalReported(journal, account, () =>
      findNotified(journal.store, account, client, event),
    );
    if (found.length === 0) refunds.push({ is: "not_ours" });
    for (const one of found) refunds.push(await take(journal, clientOf, source, one));
  }
  const isLater = refunds.some(({ is }) => is === "in_progress" || is === "other_environment");
  return Object.freeze({ ...read, refunds, response: isLater ? later() : response });
}

const journalReported = <T>(
  { observe }: JournalContext,
  account: string,
  work: () => Promise<T>,
): Promise<T> => rejectionsReported(observe, { operation: "notification", account }, work);

/** The provider delivers it again. By then the answer to the refund is recorded, or the account is named as it should be. */
const later = () => new Response(null, { status: 503, headers: { "Retry-After": "60" } });

interface Source {
  readonly account: string;
  readonly client: Client;
  readonly read: Omit<Notification, "events" | "response">;
  readonly event: NotifiedEvent;
}

async function take(
  journal: JournalContext,
  clientOf: ClientOf,
  source: Source,
  { record, by }: Found,
): Promise<NotifiedRefund> {
  const { key } = record;
  const { verified } = source.read;
  const { confirm, refundId } = source.event;
  if (isElsewhere(record, source.client)) {
    // That it names the payment would only be a reason to ask.
    return by === "payment" ? { is: "not_ours" } : { is: "other_environment", key };
  }
  if (isBeingSent(record, Date.now())) return { is: "in_progress", key };
  if (verified && by !== "payment" && (!confirm || isContrary(source.event, record))) {
    const settled = await journalReported(journal, source.account, () =>
      settle(journal, source, record),
    );
    if (settled) return settled;
  }
  const { outcome: known } = record;
  // A stranger must not cause a question about each refund of a payment that succeeded.
  const isNamed = verified || by !== "payment";
  const mayAsk = (one: JournalRecord) =>
    rulesOf(one).asksProvider || (isNamed && isFailureOfSuccess(source.event, one));
  if (!mayAsk(record)) return { is: "unchanged", key, ...(known && { outcome: known }) };
  // Only what the provider signed under our key can say which of its refunds is ours.
  const notifiedId = verified && by === "key" ? refundId : undefined;
  const after = verified ? nameOf(source) : undefined;
  const outcome = await askProvider(journal, clientOf, record, mayAsk, after, notifiedId);
  return { is: "asked", key, outcome };
}

/**
 * Whether it says otherwise than the journal, or a person must look at the refund anyway. `reconcile()` asks nothing about such a
 * refund, so it would be lost: that a refund happened which, as far as the journal knows, did not (a resend would be a second
 * one), that an earlier attempt did, or that a refund failed or came back which succeeded.
 */
function isContrary({ status, refundId }: NotifiedEvent, record: JournalRecord): boolean {
  const state = stateOf(record);
  if (state === "needs_review") return true;
  if (rulesOf(record).happened === "no") return states[status].takesAmount;
  if (status === "succeeded") return isRefundOfEarlierAttempt(record, refundId);
  return state === "succeeded" && status !== "pending";
}

/** For the history: which one it was, and what in it says so. */
const nameOf = ({ client: { provider }, read: { delivery }, event: { by } }: Source): string =>
  `notification ${delivery === undefined ? "" : `${delivery} `}of ${provider}: ${by}`;

/** Undefined if it proves nothing about the refund as it is now. */
async function settle(
  { store, observe }: JournalContext,
  source: Source,
  record: JournalRecord,
): Promise<NotifiedRefund | undefined> {
  const { account, event } = source;
  const { key, payment } = record;
  const { status, reason, refundId } = event;
  const by = nameOf(source);
  const contradiction = differenceIn(record, event, by);
  const notification = {
    status,
    by,
    now: Date.now(),
    ...(reason && { reason }),
    ...(refundId !== undefined && { refundId }),
    ...(contradiction && { contradiction }),
  };
  const scope = {
    key,
    payment,
    ...(refundId !== undefined && { refundId: refundIdText(account, refundId) }),
  };
  const result = await store.transact(scope, settleNotification(notification));
  switch (result.is) {
    case "recorded": {
      const { outcome, isNews } = result;
      const report = reporter(observe, "notification", record);
      if (isNews) report?.({ event: "recorded", ...summaryOf(outcome), recorded: true });
      return { is: isNews ? "recorded" : "unchanged", key, outcome };
    }
    case "in_progress":
      return { is: "in_progress", key };
    case "outdated":
      return { is: "unchanged", key, ...(record.outcome && { outcome: record.outcome }) };
    case "unknown_key":
      return { is: "not_ours" };
    case "ambiguous":
      return undefined;
  }
}
