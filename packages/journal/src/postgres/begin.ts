/** How a transaction begins. */
import type { PostgresResult } from "./pool.ts";
import type { Server } from "./transaction.ts";

/** What is sent together with BEGIN, so that it costs no round trip. */
export interface Beginning {
  /** Numbers of advisory locks to wait for. All callers must pass them in the same order, or they can deadlock. */
  readonly locks?: readonly bigint[];
  /** Statements without parameters. They see everything that was committed before the locks were taken. */
  readonly statements?: readonly string[];
  /** Fails on a server that accepts no writes: what it has may be old, as on a standby that lags behind. */
  readonly mustAcceptWrites?: boolean;
  /** Called when there is a connection. */
  readonly connected?: () => void;
}

/**
 * A commit is on disk before it is answered, and on the synchronous standby if there is one: `off` and `local` do not wait for
 * that. The other settings stay, because they say what the standby has to have done. Not READ WRITE in the BEGIN, which would
 * write to a server that was made read-only.
 */
const settings = `SELECT current_setting('transaction_read_only') AS read_only,
  CASE WHEN current_setting('synchronous_commit') IN ('off', 'local') THEN set_config('synchronous_commit', 'on', true) END`;

/** The place of its answer among those of `beginText()`. */
const settingsAt = 3;

/** Whether the server accepts no writes, by its answers to `beginText()`. */
export const isReadOnly = (begun: readonly PostgresResult[]): boolean =>
  begun[settingsAt]?.rows[0]?.read_only === "on";

/**
 * Under READ COMMITTED, each statement sees everything that was committed before it began, so a read after the locks is
 * current. In the same statement, or under a stricter isolation level, it could be older than the wait for the lock.
 */
export function beginText(
  { lockTimeoutMs, timeoutMs }: Server,
  { locks = [], statements = [] }: Beginning,
): string {
  return [
    "BEGIN ISOLATION LEVEL READ COMMITTED",
    `SET LOCAL lock_timeout = ${lockTimeoutMs}`,
    // Releases the locks if this process or its machine dies without closing the connection.
    `SET LOCAL idle_in_transaction_session_timeout = ${timeoutMs}`,
    settings,
    ...locks.map((lock) => `SELECT pg_advisory_xact_lock(${lock})`),
    ...statements,
  ].join("; ");
}
