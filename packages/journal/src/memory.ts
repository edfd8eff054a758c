import { decided, foundIn } from "./decided.ts";
import { JournalError } from "./journal-error.ts";
import type { JournalStore } from "./store.ts";
import { fromStored, isOpen, type Stored, toStored } from "./stored.ts";

const where = "The journal in memory";

/**
 * A journal for tests and for trying out. It forgets everything when the process ends: use SQLite or Postgres wherever
 * real money moves.
 */
export function memoryJournal(): JournalStore {
  // Texts, not objects: nobody can change a record from outside, and what cannot be stored is refused here already.
  const rows = new Map<string, Stored>();
  const keysOfPayment = new Map<string, Set<string>>();
  const openKeys = new Set<string>();
  let closed = false;

  const read = (keys: Iterable<string>) =>
    [...keys]
      .flatMap((key) => rows.get(key) ?? [])
      .sort((a, b) => a.openedAt - b.openedAt)
      .map(({ text }) => fromStored(text, where));

  function assertOpen() {
    if (!closed) return;
    throw new JournalError("unavailable", {
      where,
      happened: "it was closed",
      advice: "Close it only after the last refund",
    });
  }

  return {
    // One turn of the event loop from start to end: nothing comes between.
    async transact(key, payment, decide) {
      assertOpen();
      const records = read(new Set([key, ...(keysOfPayment.get(payment) ?? [])]));
      const { write, result } = decided(decide, foundIn(records, key, payment), key, payment);
      if (write) {
        const stored = toStored(write, where);
        const before = records.find((record) => record.key === key);
        if (before) keysOfPayment.get(before.payment)?.delete(key);
        const keys = keysOfPayment.get(payment);
        if (keys) keys.add(key);
        else keysOfPayment.set(payment, new Set([key]));
        if (isOpen(stored.status)) openKeys.add(key);
        else openKeys.delete(key);
        rows.set(key, stored);
      }
      return result;
    },
    async open() {
      assertOpen();
      return read(openKeys);
    },
    async close() {
      closed = true;
      rows.clear();
      openKeys.clear();
      keysOfPayment.clear();
    },
  };
}
