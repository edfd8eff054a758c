/** Journals broken on purpose, to show that the runs find what goes wrong with them. */
import type { JournalRecord } from "@refunds/journal";
import type { JournalStore } from "refunds";

export const spoils = {
  "late-record": "the journal is written after the request has left, with the outcome",
  "no-payment-lock": "refunds of one payment do not know of each other",
} as const;

export type Spoil = keyof typeof spoils;

export function spoilt(store: JournalStore, spoil: Spoil): JournalStore {
  const transact = spoil === "late-record" ? writingLate(store) : forgettingPayments(store);
  return { transact, open: () => store.open(), close: () => store.close() };
}

/** Keeps what leaves to itself, and writes it with its outcome. */
function writingLate(store: JournalStore): JournalStore["transact"] {
  const leaving = new Map<string, JournalRecord>();
  return (key, payment, decide) =>
    store.transact(key, payment, (found) => {
      const decision = decide({ ...found, record: leaving.get(key) ?? found.record });
      const { write, result } = decision;
      if (write?.state === "leaving") leaving.set(key, write);
      else if (write) leaving.delete(key);
      return write?.state === "leaving" ? { result } : decision;
    });
}

/** Shows a decision nothing of the payment's other refunds. */
const forgettingPayments =
  (store: JournalStore): JournalStore["transact"] =>
  (key, payment, decide) =>
    store.transact(key, payment, ({ record }) => decide({ record, ofPayment: [] }));
