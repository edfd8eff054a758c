import { type JournalRecord, type JournalStore, scopeOf } from "../../src/index.ts";

export const recordOf = (given: Partial<JournalRecord> = {}): JournalRecord => ({
  key: "order-1/refund-1",
  account: "shop",
  provider: "acme",
  payment: "payment-1",
  request: "{}",
  state: "leaving",
  attempt: 1,
  sendingUntil: 2000,
  history: [{ what: "sent", at: 1000, attempt: 1 }],
  openedAt: 1000,
  changedAt: 1000,
  ...given,
});

export const put = (store: JournalStore, given: Partial<JournalRecord> = {}): Promise<void> => {
  const write = recordOf(given);
  return store.transact(scopeOf(write), () => ({ write, result: undefined }));
};

export const get = (store: JournalStore, key = recordOf().key, payment = "payment-1") =>
  store.transact({ key, payment }, ({ record }) => ({ result: record }));
