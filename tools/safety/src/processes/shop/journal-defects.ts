/** Defects to insert into a journal, to check that the runs find them. */
import type { JournalRecord } from "@refunds/journal";
import type { PostgresPool } from "@refunds/journal/postgres";
import type { JournalStore } from "refunds";
import { intercepted } from "./intercepted-pool.ts";

export const journalDefects = {
  "late-record": "the record is written after sending, together with the outcome",
  "no-payment-rule": "refunds of one payment do not see each other",
  "no-payment-lock": "Postgres does not lock the payment",
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
    lease: (request) => store.lease(request),
    list: (query) => store.list(query),
    open: () => store.open(),
    close: () => store.close(),
  };
}

/** The lock of the payment, after the lock of the key: of a transaction that waits for it, and of those that share one. */
const paymentLocks = [
  /(; SELECT pg_advisory_xact_lock\([^)]*\)); SELECT pg_advisory_xact_lock\([^)]*\)/g,
  /(\(pg_try_advisory_xact_lock\([^)]*\)) AND pg_try_advisory_xact_lock\([^)]*\)/g,
];

const withoutPaymentLocks = (text: string): string =>
  paymentLocks.reduce((rest, lock) => rest.replaceAll(lock, "$1"), text);

export const defectivePool = (
  pool: PostgresPool,
  defect: JournalDefect | undefined,
): PostgresPool =>
  defect === "no-payment-lock"
    ? intercepted(pool, (text, send) => send(withoutPaymentLocks(text)))
    : pool;

/** Keeps `leaving` records in memory, and writes them with their outcome. */
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

/** Hides the other refunds of the payment from decisions. */
const forgettingPayments =
  (store: JournalStore): JournalStore["transact"] =>
  (scope, decide) =>
    store.transact(scope, (found) => decide({ ...found, ofPayment: [] }));
