/** The journal in a Postgres database, for programs on one machine or several. */
import { PostgresJournal, type PostgresJournalSettings } from "./postgres/journal.ts";
import type { PostgresPool } from "./postgres/pool.ts";
import { readOptions, refuse } from "./read-options.ts";
import type { JournalStore } from "./store.ts";

export type { PostgresClient, PostgresPool, PostgresResult } from "./postgres/pool.ts";

export interface PostgresJournalOptions {
  /** A `Pool` of `pg`. You own it: `close()` does not end it. */
  readonly pool: PostgresPool;
  /** The schema of the tables, created if it is missing. `refunds` by default. One schema is one journal. */
  readonly schema?: string;
  /** How long to wait for other transactions on the same key or payment. Milliseconds, 5,000 by default. */
  readonly lockTimeoutMs?: number;
  /** How long to wait for a connection, and for each answer in addition to locks. Milliseconds, 10,000 by default. */
  readonly timeoutMs?: number;
  /**
   * How long a transaction may wait inside this process before it gets a connection: for transactions on the same key or
   * payment, and for a free connection. Milliseconds, 60,000 by default.
   */
  readonly queueTimeoutMs?: number;
}

/**
 * A journal in Postgres, for several processes or machines. On first use it connects and creates or migrates its tables.
 * Until that succeeds, every call rejects with a `JournalError`. Throws a `RefundError` (`invalid_options`) for unknown
 * options, and for `schema: undefined`.
 */
export function postgresJournal(options: PostgresJournalOptions): JournalStore {
  const names = ["pool", "schema", "lockTimeoutMs", "timeoutMs", "queueTimeoutMs"] as const;
  const given = readOptions("postgresJournal", options, names, ["schema"]);
  const { pool, schema = "refunds" } = given;
  const { lockTimeoutMs = 5000, timeoutMs = 10_000, queueTimeoutMs = 60_000 } = given;
  const settings = { pool, schema, lockTimeoutMs, timeoutMs, queueTimeoutMs };
  assertSettings(settings);
  const journal = new PostgresJournal(settings);
  // A plain object, so that you can copy its methods with a spread.
  return {
    transact: (scope, decide) => journal.transact(scope, decide),
    get: (key) => journal.get(key),
    list: (query) => journal.list(query),
    open: () => journal.open(),
    lease: (request) => journal.lease(request),
    close: () => journal.close(),
  };
}

function assertSettings(settings: PostgresJournalSettings) {
  const problems = [];
  if (typeof settings.pool?.connect !== "function") {
    problems.push({ field: "pool", message: "must be a Pool of pg" });
  }
  // Postgres truncates longer names, so two journals could share one schema.
  const { schema } = settings;
  const bytes = typeof schema === "string" ? new TextEncoder().encode(schema).length : 0;
  if (bytes === 0 || bytes > 63 || schema.includes("\0")) {
    problems.push({ field: "schema", message: "must be a name of 1 to 63 bytes without NUL" });
  }
  for (const field of ["lockTimeoutMs", "timeoutMs", "queueTimeoutMs"] as const) {
    if (Number.isSafeInteger(settings[field]) && settings[field] > 0) continue;
    problems.push({ field, message: "must be an integer above 0 (milliseconds)" });
  }
  refuse("postgresJournal", problems);
}
