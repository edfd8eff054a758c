/** Journals broken on purpose, to show that the runs find what goes wrong with them. */
import type { JournalRecord } from "@refunds/journal";
import type { PostgresPool } from "@refunds/journal/postgres";
import type { JournalStore } from "refunds";
import { intercepted } from "./intercepted-pool.ts";

export const journalDefects = {
  "late-record": "the journal is written after the request has left, with the outcome",
  "no-payment-rule": "refunds of one payment do not know of each other",
  "no-payment-lock": "Postgres does not lock the payment while it is decided",
} as const;

export type JournalDefect = keyof typeof journalDefects;

export function defectiveStore(
  store: JournalStore,
  defect: JournalDefect | undefined,
): JournalStore {
  if (defect === undefined || defect === "no-payment-lock") return store;
  const transact = defect === "late-record" ? writingLate(store) : forgettingPayments(store);
  return {
    transact,
    get: (key) => store.get(key),
    open: () => store.open(),
    close: () => store.close(),
  };
}

/** Behind the key's lock stands the payment's. Who makes the tables asks for one lock, and keeps it. */
const paymentLock =
  /(?<=; SELECT pg_advisory_xact_lock\([^)]*\)); SELECT pg_advisory_xact_lock\([^)]*\)$/;

export const defectivePool = (
  pool: PostgresPool,
  defect: JournalDefect | undefined,
): PostgresPool =>
  defect === "no-payment-lock"
    ? intercepted(pool, (text, send) => send(text.replace(paymentLock, "")))
    : pool;

/** Keeps what leaves to itself, and writes it with its outcome. */
function writingLate(store: JournalStore): JournalStore["transact"] {
  const leaving = new Map<string, JournalRecord>();
  return (scope, decide) =>
    store.transact(scope, (found) => {
      const { key } = scope;
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
  (scope, decide) =>
    store.transact(scope, (found) => decide({ ...found, ofPayment: [] }));
