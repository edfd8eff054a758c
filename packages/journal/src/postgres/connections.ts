/** The connections of a pool. Any of them may have broken since it was last used. */
import { NoConnection } from "./error.ts";
import type { PostgresClient, PostgresPool } from "./pool.ts";
import { Turns } from "./turns.ts";
import { keepWatching } from "./watched.ts";
import { TimedOut, within } from "./within.ts";

export interface Connections {
  /** Runs as many transactions at once as there are connections. With three or more, one stays free for other queries of the program. */
  readonly turns: Turns;
  /** Resolves with a connection that works, as far as a check can show. */
  acquire(timeoutMs: number): Promise<PostgresClient>;
  /** Returns the connection to the pool, or destroys it if it does not work. */
  release(client: PostgresClient, works: boolean): void;
}

/** A connection that was idle for longer is checked before use. Milliseconds. */
const idleTrustMs = 500;

/** Time limit for that check. A slower server fails no refund: a new connection is not checked. Milliseconds. */
const checkTimeoutMs = 2000;

const connectionsByPool = new WeakMap<PostgresPool, Connections>();

/** All journals on a pool share its connections. */
export function connectionsOf(pool: PostgresPool): Connections {
  const connections = connectionsByPool.get(pool) ?? connectionsIn(pool);
  connectionsByPool.set(pool, connections);
  return connections;
}

function connectionsIn(pool: PostgresPool): Connections {
  const given = pool.options?.max ?? 0;
  // The default of pg: https://node-postgres.com/apis/pool
  const max = given > 0 ? given : 10;
  /** When each connection last worked. */
  const workedAt = new WeakMap<object, number>();
  const reportsClients = typeof pool.on === "function";
  let brokeAt = Number.NEGATIVE_INFINITY;

  if (reportsClients) {
    // `acquire` fires before the pool removes its own error listener, so the connection always has one.
    pool.on?.("acquire", keepWatching);
    pool.on?.("connect", (client) => workedAt.set(client, performance.now()));
    // The pool has already removed the connection. The next transaction gets another one.
    pool.on?.("error", ignore);
  }

  function destroy(client: PostgresClient) {
    // With a query running, pg closes the socket at once. Otherwise it waits for the server to close it, which may be dead.
    client.query("SELECT 1").catch(ignore);
    client.release(true);
  }

  async function works(client: PostgresClient, timeoutMs: number): Promise<boolean> {
    if (!reportsClients) return true;
    const at = workedAt.get(client) ?? Number.NEGATIVE_INFINITY;
    // Connections break together when their server or the network fails.
    if (at <= brokeAt) return false;
    const now = performance.now();
    if (now - at < idleTrustMs) return true;
    try {
      await within(client.query("SELECT 1"), Math.min(checkTimeoutMs, timeoutMs));
      return true;
    } catch {
      brokeAt = Math.max(brokeAt, now);
      return false;
    }
  }

  return {
    turns: new Turns(max > 2 ? max - 1 : max),
    async acquire(timeoutMs) {
      for (let left = max; ; left--) {
        const client = await connect(pool, timeoutMs);
        if (left <= 0 || (await works(client, timeoutMs))) return client;
        destroy(client);
      }
    },
    release(client, isWorking) {
      if (isWorking) {
        workedAt.set(client, performance.now());
        client.release();
      } else {
        brokeAt = performance.now();
        destroy(client);
      }
    },
  };
}

async function connect(pool: PostgresPool, timeoutMs: number): Promise<PostgresClient> {
  const connecting = pool.connect();
  try {
    return await within(connecting, timeoutMs);
  } catch (error) {
    if (error instanceof TimedOut) connecting.then((client) => client.release(), ignore);
    // The second test is for the pool's own timeout, if its connectionTimeoutMillis is shorter.
    const isLate = error instanceof TimedOut || /\btimeout\b/.test((error as Error).message);
    if (pool.ending || isLate) throw new NoConnection(error, pool.ending);
    throw error;
  }
}

function ignore() {}
