/** How a transaction begins. */
import type { Server } from "./transaction.ts";

/** What is sent together with BEGIN, so that it costs no round trip. */
export interface Beginning {
  /** Numbers of advisory locks to wait for. All callers must pass them in the same order, or they can deadlock. */
  readonly locks?: readonly bigint[];
  /** Statements without parameters. They see everything that was committed before the locks were taken. */
  readonly statements?: readonly string[];
  /** Fails on a server that accepts no writes, before anything is made of what it has, which may be old, as on a standby. */
  readonly mustAcceptWrites?: boolean;
  /** Called when there is a connection. */
  readonly connected?: () => void;
}

/**
 * Under READ COMMITTED, each statement sees everything that was committed before it began, so a read after the locks is
 * current. In the same statement, or under a stricter isolation level, it could be older than the wait for the lock.
 */
export function beginText(
  { lockTimeoutMs, timeoutMs }: Server,
  { locks = [], statements = [], mustAcceptWrites }: Beginning,
): string {
  return [
    "BEGIN ISOLATION LEVEL READ COMMITTED",
    `SET LOCAL lock_timeout = ${lockTimeoutMs}`,
    // Releases the locks if this process or its machine dies without closing the connection.
    `SET LOCAL idle_in_transaction_session_timeout = ${timeoutMs}`,
    // A commit is on disk before it is answered, and on the synchronous standby if there is one: `off` and `local` do not wait for
    // that. The other settings stay, because they say what the standby has to have done.
    "SELECT set_config('synchronous_commit', 'on', true) WHERE current_setting('synchronous_commit') IN ('off', 'local')",
    // Not READ WRITE in the BEGIN: it would write to a server that was made read-only.
    ...(mustAcceptWrites ? ["SHOW transaction_read_only"] : []),
    ...locks.map((lock) => `SELECT pg_advisory_xact_lock(${lock})`),
    ...statements,
  ].join("; ");
}
