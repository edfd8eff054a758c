import type { Connections } from "./connections.ts";
import { isNeverAsked, isPassing, postgresError } from "./error.ts";
import type { PostgresClient, PostgresResult } from "./pool.ts";
import { TimedOut, within } from "./within.ts";

/** How a store reaches its server. */
export interface Server {
  readonly connections: Connections;
  /** For messages. */
  readonly where: string;
  readonly secrets: readonly string[];
  readonly lockTimeoutMs: number;
  /** For connecting and every single answer. */
  readonly timeoutMs: number;
}

/** Sends statements within a transaction. Of several in one text it gives the rows of the last. */
export type Query = (text: string, values?: unknown[]) => Promise<PostgresResult["rows"]>;

const attempts = 5;

/**
 * Runs `work` between BEGIN and COMMIT, holding the advisory locks, on what every commit before has written. Repeats it
 * a few times where another transaction or a broken connection was in the way; never once the COMMIT has left. What
 * `work` throws is rethrown.
 * @param locks - numbers that nobody else may hold meanwhile, in an order in which all query for them: two transactions
 *   that hold one each and want the other's would wait for ever
 */
export async function inTransaction<Result>(
  server: Server,
  locks: readonly bigint[],
  work: (query: Query) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    const end = await attemptOnce(server, locks, work);
    if ("result" in end) return end.result;
    const { error, committing, passing, beginning } = end.failed;
    // Each takes its whole time, so only one more.
    const isUnanswered = beginning && error instanceof TimedOut && attempt === 1;
    if (attempt >= attempts || committing || !(passing || isUnanswered)) {
      throw postgresError(error, { ...server, committing });
    }
    await new Promise((wake) => setTimeout(wake, Math.random() * 20 * attempt));
  }
}

interface AttemptFailure {
  readonly error: unknown;
  /** The BEGIN was not answered. */
  readonly beginning: boolean;
  /** The COMMIT had left. */
  readonly committing: boolean;
  /** Trying again may do. */
  readonly passing: boolean;
}

type AttemptResult<Result> = { readonly result: Result } | { readonly failed: AttemptFailure };

async function attemptOnce<Result>(
  server: Server,
  locks: readonly bigint[],
  work: (query: Query) => Promise<Result>,
): Promise<AttemptResult<Result>> {
  let client: PostgresClient;
  try {
    client = await server.connections.acquire(server.timeoutMs);
  } catch (error) {
    const passing = isPassing(error);
    return { failed: { error, beginning: false, committing: false, passing } };
  }
  // A pool that reports no clients leaves them without a listener: breaking between two questions would end the process.
  let broken = false;
  const onError = () => {
    broken = true;
  };
  client.on?.("error", onError);
  let failed: AttemptFailure | undefined;
  const send = async (text: string, values?: unknown[], waitingMs = 0): Promise<PostgresResult> => {
    try {
      const answer = await within(client.query(text, values), server.timeoutMs + waitingMs);
      return "rows" in answer ? answer : (answer.at(-1) as PostgresResult);
    } catch (error) {
      failed = {
        error,
        beginning: text.startsWith("BEGIN"),
        committing: text === "COMMIT" && !isNeverAsked(error),
        passing: broken || isPassing(error),
      };
      throw error;
    }
  };
  let healthy = false;
  try {
    await send(beginning(server, locks), undefined, server.lockTimeoutMs * locks.length);
    const result = await work(async (text, values) => (await send(text, values)).rows);
    const { command } = await send("COMMIT");
    if (command !== "COMMIT") {
      const error = new Error(`the server answered COMMIT with ${command}`);
      failed = { error, beginning: false, committing: false, passing: false };
      throw error;
    }
    healthy = true;
    return { result };
  } catch (error) {
    const isUseless = failed?.committing || (failed && isUselessAfter(failed.error));
    healthy = !isUseless && (await rollsBack(client, server.timeoutMs));
    if (failed) return { failed };
    throw error;
  } finally {
    client.removeListener?.("error", onError);
    server.connections.release(client, healthy);
  }
}

/**
 * Each statement of READ COMMITTED sees all that was committed before it began, so what is read after the locks is the
 * last word. (In one statement, or under a stricter isolation, it could be older than the wait for the lock.)
 */
function beginning({ lockTimeoutMs, timeoutMs }: Server, locks: readonly bigint[]): string {
  return [
    "BEGIN ISOLATION LEVEL READ COMMITTED",
    `SET LOCAL lock_timeout = ${lockTimeoutMs}`,
    // A process that dies without a word, its machine with it, must not keep its locks.
    `SET LOCAL idle_in_transaction_session_timeout = ${timeoutMs}`,
    // A commit is on the disk before it is answered. A stronger setting, with replicas, stays as it is.
    "SELECT set_config('synchronous_commit', 'on', true) WHERE current_setting('synchronous_commit') = 'off'",
    ...locks.map((lock) => `SELECT pg_advisory_xact_lock(${lock})`),
  ].join("; ");
}

/** A server that has become read-only has perhaps been replaced by another: a new connection may lead there. */
const isUselessAfter = (error: unknown): boolean =>
  error instanceof TimedOut || (error as { readonly code?: string }).code === "25006";

async function rollsBack(client: PostgresClient, timeoutMs: number): Promise<boolean> {
  try {
    await within(client.query("ROLLBACK"), timeoutMs);
    return true;
  } catch {
    return false;
  }
}
