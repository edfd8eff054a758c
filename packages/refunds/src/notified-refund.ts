/** Finds the refund that a notification is about: by our key, then by the provider's id of it, then by its payment. */
import type { Contradiction, NotifiedEvent } from "@refunds/core";
import {
  type HistoryEntry,
  type JournalRecord,
  type JournalStore,
  refundIdText,
  rulesOf,
  stateOf,
} from "@refunds/journal";
import { paymentIn, paymentText } from "./check-refund.ts";
import type { Client } from "./client.ts";

/** A refund, and what it was found by. */
export interface Found {
  readonly record: JournalRecord;
  readonly by: "key" | "refundId" | "payment";
}

/** No caller's key is empty, so nothing else is locked under it. */
const noKey = "";

export async function findNotified(
  store: JournalStore,
  account: string,
  { provider }: Client,
  event: NotifiedEvent,
): Promise<Found[]> {
  const isOurs = (record: JournalRecord) =>
    record.account === account && record.provider === provider;
  const { key, refundId, payments } = event;
  const named = key === undefined || key === noKey ? undefined : await store.get(key);
  // Another payment under our key: another program uses the same keys.
  const byKey = named && isOurs(named) && !otherPayment(named, event) ? named : undefined;
  const byId = (await withRefundId(store, account, refundId)).filter(isOurs);
  // The provider's own id is of one refund. What it gives back as our key can be the payment's reference.
  const isOfAnother = byId.length === 1 && byId[0]?.key !== byKey?.key;
  if (byKey && !isOfAnother) return [{ record: byKey, by: "key" }];
  if (byId.length > 0) return foundById(byId);
  const ofPayments = (await ofEachPayment(store, account, payments)).filter(isOurs);
  // The outcome of a refund that did not happen has no id, so only its history says which one it had.
  const hadId = ofPayments.filter(({ history }) => history.some(isOf(refundId)));
  if (hadId.length > 0) return foundById(hadId);
  const meant = ofPayments.filter((record) => mayBeMeant(record, event));
  // With nothing but the payment, it may be about a refund that the journal knows to have ended.
  const isUnnamed = key === undefined && refundId === undefined;
  const found = isUnnamed && meant.length === 0 ? ofPayments : meant;
  return found.map((record) => ({ record, by: "payment" }));
}

const foundById = (records: readonly JournalRecord[]): Found[] =>
  records.map((record) => ({ record, by: records.length === 1 ? "refundId" : "payment" }));

const isOf =
  (id: string | undefined) =>
  ({ refundId }: HistoryEntry): boolean =>
    id !== undefined && refundId === id;

async function ofEachPayment(
  store: JournalStore,
  account: string,
  payments: NotifiedEvent["payments"],
): Promise<JournalRecord[]> {
  const found = new Map<string, JournalRecord>();
  for (const ids of payments) {
    const scope = { key: noKey, payment: paymentText(account, ids) };
    const records = await store.transact(scope, ({ ofPayment }) => ({ result: ofPayment }));
    for (const record of records) found.set(record.key, record);
  }
  return [...found.values()];
}

async function withRefundId(
  store: JournalStore,
  account: string,
  refundId: string | undefined,
): Promise<readonly JournalRecord[]> {
  if (refundId === undefined) return [];
  const scope = { key: noKey, payment: "", refundId: refundIdText(account, refundId) };
  return store.transact(scope, (found) => ({ result: found.withRefundId }));
}

/** Whether it says that a refund failed which the journal has as succeeded. */
export const isFailureOfSuccess = ({ status }: NotifiedEvent, record: JournalRecord): boolean =>
  status === "declined" && stateOf(record) === "succeeded";

/** A refund of the payment that can be asked about, unless its id is known and the notification names another one. */
function mayBeMeant(record: JournalRecord, event: NotifiedEvent): boolean {
  const { refundId } = event;
  if (!rulesOf(record).asksProvider && !isFailureOfSuccess(event, record)) return false;
  const { history, attempt } = record;
  const isKnown = history.some((entry) => entry.attempt === attempt && entry.refundId);
  return refundId === undefined || !isKnown;
}

/** The payment that it names in the same way as the record, and that is another one. */
function otherPayment(
  { account, payment }: JournalRecord,
  { payments }: NotifiedEvent,
): Readonly<Record<string, string>> | undefined {
  const names = Object.keys(paymentIn(payment)).sort().join();
  const same = payments.filter((ids) => Object.keys(ids).sort().join() === names);
  const isThis = same.some((ids) => paymentText(account, ids) === payment);
  return isThis ? undefined : same[0];
}

/** What the notification says otherwise than the request does. */
export function differenceIn(
  record: JournalRecord,
  event: NotifiedEvent,
  at: string,
): Contradiction | undefined {
  const other = otherPayment(record, event);
  if (other) {
    const [asked, answered] = [paymentIn(record.payment), other].map((ids) => JSON.stringify(ids));
    return {
      field: "payment",
      at,
      asked: asked as string,
      ...(answered !== undefined && { answered }),
    };
  }
  const [asked, answered] = [record.amount, event.amount].map(
    (amount) => amount && `${amount.value} ${amount.currency}`,
  );
  if (asked === undefined || answered === undefined || asked === answered) return undefined;
  return { field: "amount", at, asked, answered };
}
