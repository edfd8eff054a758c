import { type Beginning, beginText } from "./begin.ts";
import type { Connections } from "./connections.ts";
import { isNeverSent, isTransient, postgresError, readOnlyError } from "./error.ts";
import type { PostgresClient, PostgresResult } from "./pool.ts";
import { watch } from "./watched.ts";
import { TimedOut, within } from "./within.ts";

/** How a journal reaches its server. */
export interface Server {
  readonly connections: Connections;
  /** For messages. */
  readonly where: string;
  readonly secrets: readonly string[];
  readonly lockTimeoutMs: number;
  /** For getting a connection, and for each answer. */
  readonly timeoutMs: number;
}

/** Sends statements within a transaction. For several statements in one text, it resolves with the rows of the last. */
export type Query = (text: string, values?: unknown[]) => Promise<PostgresResult["rows"]>;

type Rows = PostgresResult["rows"];

const maxAttempts = 5;

/**
 * Runs `work` between BEGIN and COMMIT while it holds the advisory locks. `work` sees everything that was committed before,
 * and gets the rows of each statement of the beginning. Its statements that only read can use `read`. Retries a few times after conflicts and broken connections, but never
 * after the COMMIT of its statements was sent. Rethrows what `work` throws. `begin` is called at each attempt.
 */
export async function inTransaction<Result>(
  server: Server,
  begin: () => Beginning,
  work: (query: Query, rows: readonly Rows[], read: Query) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    const attempted = await attemptOnce(server, begin, work);
    if ("result" in attempted) return attempted.result;
    const { error, committing, transient, isBeginning } = attempted.failed;
    // An unanswered BEGIN takes its whole timeout, so retry it only once.
    const isUnanswered = isBeginning && error instanceof TimedOut && attempt === 1;
    if (attempt >= maxAttempts || committing || !(transient || isUnanswered)) {
      throw postgresError(error, { ...server, committing });
    }
    await new Promise((wake) => setTimeout(wake, Math.random() * 20 * attempt));
  }
}

interface AttemptFailure {
  readonly error: unknown;
  /** The attempt failed at its BEGIN. */
  readonly isBeginning: boolean;
  /** The COMMIT was sent. */
  readonly committing: boolean;
  /** A retry can help. */
  readonly transient: boolean;
}

type AttemptResult<Result> = { readonly result: Result } | { readonly failed: AttemptFailure };

async function attemptOnce<Result>(
  server: Server,
  begin: () => Beginning,
  work: (query: Query, rows: readonly Rows[], read: Query) => Promise<Result>,
): Promise<AttemptResult<Result>> {
  let client: PostgresClient;
  try {
    client = await server.connections.acquire(server.timeoutMs);
  } catch (error) {
    const transient = isTransient(error);
    return { failed: { error, isBeginning: false, committing: false, transient } };
  }
  const beginning = begin();
  beginning.connected?.();
  const watched = watch(client);
  let failed: AttemptFailure | undefined;
  // If nothing is written, the COMMIT can be sent again.
  let mayWrite = false;
  const fail = (error: Error, committing = false) => {
    failed = { error, isBeginning: false, committing, transient: false };
    return error;
  };
  const send = async (
    text: string,
    values?: unknown[],
    waitingMs = 0,
  ): Promise<readonly PostgresResult[]> => {
    try {
      const answer = await within(client.query(text, values), server.timeoutMs + waitingMs);
      return "rows" in answer ? [answer] : answer;
    } catch (error) {
      failed = {
        error,
        isBeginning: text.startsWith("BEGIN"),
        committing: text === "COMMIT" && mayWrite && !isNeverSent(error),
        transient: watched.isBroken || isTransient(error),
      };
      throw error;
    }
  };
  let healthy = false;
  try {
    const { locks = [], statements = [] } = beginning;
    const waitingMs = server.lockTimeoutMs * locks.length;
    const begun = await send(beginText(server, beginning), undefined, waitingMs);
    const isReadOnly = begun.some((result) => result.rows[0]?.transaction_read_only === "on");
    if (isReadOnly) throw fail(readOnlyError());
    const rows = begun.slice(begun.length - statements.length).map((result) => result.rows);
    const read: Query = async (text, values) => (await send(text, values)).at(-1)?.rows ?? [];
    const write: Query = (text, values) => {
      mayWrite = true;
      return read(text, values);
    };
    const result = await work(write, rows, read);
    const [committed] = await send("COMMIT");
    const { unconfirmed } = watched;
    if (unconfirmed !== undefined) throw fail(new Error(unconfirmed), true);
    if (committed?.command !== "COMMIT") {
      throw fail(new Error(`the server answered COMMIT with ${committed?.command}`));
    }
    healthy = true;
    return { result };
  } catch (error) {
    const isUnusable = failed?.committing || (failed && isUnusableAfter(failed.error));
    healthy = !isUnusable && (await rollBack(client, server.timeoutMs));
    if (failed) return { failed };
    throw error;
  } finally {
    watched.stop();
    server.connections.release(client, healthy);
  }
}

/** A read-only server may have been replaced after a failover. A new connection may reach the new primary. */
const isUnusableAfter = (error: unknown): boolean =>
  error instanceof TimedOut || (error as { readonly code?: string }).code === "25006";

async function rollBack(client: PostgresClient, timeoutMs: number): Promise<boolean> {
  try {
    await within(client.query("ROLLBACK"), timeoutMs);
    return true;
  } catch {
    return false;
  }
}
