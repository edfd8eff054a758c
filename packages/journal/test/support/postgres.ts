// What the set-up of the tests provides, to `inject`.
import type {} from "@refunds/postgres/vitest";
import pg from "pg";
import { onTestFinished } from "vitest";
import type { PostgresPool } from "../../src/postgres.ts";

export function poolOf(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config);
  // Idle connections that the tests break. Without a listener the process would end.
  pool.on("error", () => {});
  onTestFinished(() => pool.end());
  return pool;
}

export const namedSchema = () => `test_${crypto.randomUUID().slice(0, 13).replace("-", "_")}`;

/** The pool, with every statement of its clients handed to `intercept`. */
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
