import type { PostgresPool, PostgresResult } from "@refunds/journal/postgres";

type Answer = PostgresResult | readonly PostgresResult[];

/** Sends a statement, possibly changed, and returns its answer. */
export type Intercept = (text: string, send: (text: string) => Promise<Answer>) => Promise<Answer>;

/** The pool, with `intercept` called for every statement. */
export const intercepted = (pool: PostgresPool, intercept: Intercept): PostgresPool => ({
  ...(pool.options && { options: pool.options }),
  async connect() {
    const client = await pool.connect();
    return {
      query: (text, values) => intercept(text, (sent) => client.query(sent, values)),
      release: (destroy) => client.release(destroy),
      ...(client.on && { on: client.on.bind(client) as typeof client.on }),
      ...(client.removeListener && {
        removeListener: client.removeListener.bind(client) as typeof client.removeListener,
      }),
    };
  },
});
