import { isPassing, postgresError, TimedOut } from "./postgres-error.ts";
import type { PostgresClient, PostgresPool, PostgresResult } from "./postgres-pool.ts";

/** How a store reaches its server. */
export interface Server {
  readonly pool: PostgresPool;
  /** For messages. */
  readonly where: string;
  readonly secrets: readonly string[];
  readonly lockTimeoutMs: number;
  /** For connecting and every single answer. */
  readonly timeoutMs: number;
}

/** Sends statements within a transaction. Of several in one text it gives the rows of the last. */
export type Ask = (text: string, values?: unknown[]) => Promise<PostgresResult["rows"]>;

const attempts = 5;

/**
 * Runs `work` between BEGIN and COMMIT, holding the advisory locks, on what every commit before has written. Repeats it
 * a few times where another transaction was in the way; never once the COMMIT has left. What `work` throws is rethrown.
 * @param locks - numbers that nobody else may hold meanwhile, in an order in which all ask for them: two transactions
 *   that hold one each and want the other's would wait for ever
 */
export async function inTransaction<Result>(
  server: Server,
  locks: readonly bigint[],
  work: (ask: Ask) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    const end = await attemptOnce(server, locks, work);
    if ("result" in end) return end.result;
    const { error, committing, passing } = end.failed;
    if (attempt >= attempts || committing || !passing) {
      throw postgresError(error, { ...server, committing });
    }
    await new Promise((wake) => setTimeout(wake, Math.random() * 20 * attempt));
  }
}

interface Failed {
  readonly error: unknown;
  /** The COMMIT had left. */
  readonly committing: boolean;
  /** Trying again may do. */
  readonly passing: boolean;
}

type End<Result> = { readonly result: Result } | { readonly failed: Failed };

async function attemptOnce<Result>(
  server: Server,
  locks: readonly bigint[],
  work: (ask: Ask) => Promise<Result>,
): Promise<End<Result>> {
  let client: PostgresClient;
  try {
    client = await connect(server);
  } catch (error) {
    return { failed: { error, committing: false, passing: isPassing(error) } };
  }
  // Without a listener, a connection that breaks between two questions would end the process.
  let broken = false;
  const onError = () => {
    broken = true;
  };
  client.on?.("error", onError);
  let failed: Failed | undefined;
  const send = async (text: string, values?: unknown[], waitingMs = 0): Promise<PostgresResult> => {
    try {
      const answer = await within(client.query(text, values), server.timeoutMs + waitingMs);
      return "rows" in answer ? answer : (answer.at(-1) as PostgresResult);
    } catch (error) {
      failed = { error, committing: text === "COMMIT", passing: broken || isPassing(error) };
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
      failed = { error, committing: false, passing: false };
      throw error;
    }
    healthy = true;
    return { result };
  } catch (error) {
    const isTimeout = failed?.error instanceof TimedOut;
    healthy = !isTimeout && !failed?.committing && (await rollsBack(client, server.timeoutMs));
    if (failed) return { failed };
    throw error;
  } finally {
    client.removeListener?.("error", onError);
    client.release(!healthy);
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

async function connect({ pool, timeoutMs }: Server): Promise<PostgresClient> {
  const connecting = pool.connect();
  try {
    return await within(connecting, timeoutMs);
  } catch (error) {
    if (error instanceof TimedOut) connecting.then((client) => client.release(), ignore);
    throw error;
  }
}

async function rollsBack(client: PostgresClient, timeoutMs: number): Promise<boolean> {
  try {
    await within(client.query("ROLLBACK"), timeoutMs);
    return true;
  } catch {
    return false;
  }
}

async function within<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimedOut(ms)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

function ignore() {}
