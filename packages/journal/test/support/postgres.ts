// Types of the values that the test setup provides to `inject`.
import type {} from "@refunds/testing/postgres-vitest";
import pg from "pg";
import { onTestFinished } from "vitest";
import type { PostgresPool } from "../../src/postgres.ts";

export function poolOf(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config);
  // Tests break idle connections. Without a listener, the process would crash.
  pool.on("error", () => {});
  onTestFinished(() => pool.end());
  return pool;
}

export const namedSchema = () => `test_${crypto.randomUUID().slice(0, 13).replace("-", "_")}`;

/** The pool, with `intercept` called for every statement. */
export const between = (
  pool: pg.Pool,
  intercept: (
    text: string,
    query: () => Promise<pg.QueryResult>,
    client: pg.PoolClient,
  ) => Promise<pg.QueryResult>,
): PostgresPool => ({
  options: pool.options,
  connect: async () => {
    const client = await pool.connect();
    return {
      query: (text, values) => intercept(text, () => client.query(text, values), client),
      release: (destroy) => client.release(destroy),
      on: (event, listener) => client.on(event, listener),
      removeListener: (event, listener) => client.removeListener(event, listener),
    };
  },
});
