/** The connections of a pool, of which any may have broken since it was last used. */
import { NoConnection } from "./error.ts";
import type { PostgresClient, PostgresPool } from "./pool.ts";
import { type Turns, turns } from "./turns.ts";
import { TimedOut, within } from "./within.ts";

export interface Connections {
  /** As many at once as there are connections. Of three or more, one stays free for what else the program asks of the pool. */
  readonly turns: Turns;
  /** A connection that works, as far as that can be known before it is used. */
  acquire(timeoutMs: number): Promise<PostgresClient>;
  /** Gives it back, or throws it away where it did not work. */
  release(client: PostgresClient, works: boolean): void;
}

/** Unused for longer than this, a connection is asked for a sign of life. Milliseconds. */
const trustedMs = 500;

/** How long to wait for that sign. It costs no refund where a server is slower: a new connection is not asked. */
const signOfLifeMs = 2000;

const known = new WeakMap<PostgresPool, Connections>();

/** The same for every journal on the pool. */
export function connectionsOf(pool: PostgresPool): Connections {
  const connections = known.get(pool) ?? connectionsIn(pool);
  known.set(pool, connections);
  return connections;
}

function connectionsIn(pool: PostgresPool): Connections {
  const given = pool.options?.max ?? 0;
  // As pg: https://node-postgres.com/apis/pool
  const max = given > 0 ? given : 10;
  /** When a connection of the pool last worked. */
  const workedAt = new WeakMap<object, number>();
  const reportsClients = typeof pool.on === "function";
  let brokeAt = Number.NEGATIVE_INFINITY;

  if (reportsClients) {
    // `acquire` comes before the pool stops listening to a client, so that there is no moment without a listener.
    pool.on?.("acquire", listen);
    pool.on?.("connect", (client) => workedAt.set(client, performance.now()));
    // The pool has removed the connection already. What it was needed for finds another.
    pool.on?.("error", ignore);
  }

  function throwAway(client: PostgresClient) {
    // With a question under way pg cuts the connection; else it says goodbye, and waits for a dead server to do so, too.
    client.query("SELECT 1").catch(ignore);
    client.release(true);
  }

  async function works(client: PostgresClient, timeoutMs: number): Promise<boolean> {
    if (!reportsClients) return true;
    const at = workedAt.get(client) ?? Number.NEGATIVE_INFINITY;
    // Connections break together: with their server, or with the way to it.
    if (at <= brokeAt) return false;
    const now = performance.now();
    if (now - at < trustedMs) return true;
    try {
      await within(client.query("SELECT 1"), Math.min(signOfLifeMs, timeoutMs));
      return true;
    } catch {
      brokeAt = Math.max(brokeAt, now);
      return false;
    }
  }

  return {
    turns: turns(max > 2 ? max - 1 : max),
    async acquire(timeoutMs) {
      for (let left = max; ; left--) {
        const client = await connect(pool, timeoutMs);
        if (left <= 0 || (await works(client, timeoutMs))) return client;
        throwAway(client);
      }
    },
    release(client, isWorking) {
      if (isWorking) {
        workedAt.set(client, performance.now());
        client.release();
      } else {
        brokeAt = performance.now();
        throwAway(client);
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
    // The pool's own words, too, where its connectionTimeoutMillis is shorter.
    const isLate = error instanceof TimedOut || /\btimeout\b/.test((error as Error).message);
    if (pool.ending || isLate) throw new NoConnection(error, pool.ending);
    throw error;
  }
}

const listening = new WeakSet<PostgresClient>();

/** Without a listener, a connection that breaks while no question is under way would end the process. */
function listen(client: PostgresClient) {
  if (listening.has(client)) return;
  listening.add(client);
  client.on?.("error", ignore);
}

function ignore() {}
