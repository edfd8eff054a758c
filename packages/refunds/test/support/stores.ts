import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { postgresJournal } from "@refunds/journal/postgres";
import { sqliteJournal } from "@refunds/journal/sqlite";
// Types what the tests' global setup provides to `inject`.
import type {} from "@refunds/testing/postgres-vitest";
import pg from "pg";
import { inject, onTestFinished } from "vitest";
import { type JournalStore, memoryJournal } from "../../src/index.ts";

/** Journals that are closed at the end of their test. */
export const stores: readonly (readonly [string, () => Promise<JournalStore>])[] = [
  ["memory", async () => memoryJournal()],
  [
    "SQLite",
    async () => {
      const folder = await mkdtemp(join(tmpdir(), "refunds-"));
      const journal = sqliteJournal({ file: join(folder, "journal.sqlite") });
      onTestFinished(async () => {
        await journal.close();
        await rm(folder, { recursive: true });
      });
      return journal;
    },
  ],
  [
    "Postgres",
    async () => {
      const pool = new pg.Pool({ connectionString: inject("postgres") });
      onTestFinished(() => pool.end());
      const journal = postgresJournal({ pool, schema: `test_${crypto.randomUUID()}` });
      onTestFinished(() => journal.close());
      // Creates the tables, so that no test has to wait for that.
      await journal.open();
      return journal;
    },
  ],
];

/** When a journal fails: before or after it writes the record as leaving or as settled. */
export interface Moment {
  readonly write: "leaving" | "settled";
  readonly when: "before" | "after";
}

/** A store that calls `fail` at a moment. `fail` rejects, or never settles, as if the process had crashed. */
export const failingAt = (
  store: JournalStore,
  { write: state, when }: Moment,
  fail: () => Promise<never>,
): JournalStore => ({
  get: (key) => store.get(key),
  list: (query) => store.list(query),
  lease: (request) => store.lease(request),
  open: () => store.open(),
  close: () => store.close(),
  async transact(scope, decide) {
    let writes = false;
    const result = await store.transact(scope, (found) => {
      const decision = decide(found);
      writes = decision.write?.state === state;
      return writes && when === "before" ? { result: decision.result } : decision;
    });
    if (writes) await fail();
    return result;
  },
});

export const never = (): Promise<never> => new Promise(() => {});
