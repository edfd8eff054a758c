import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { postgresJournal } from "@refunds/journal/postgres";
import { sqliteJournal } from "@refunds/journal/sqlite";
// What the set-up of the tests provides, to `inject`.
import type {} from "@refunds/postgres/vitest";
import pg from "pg";
import { inject, onTestFinished } from "vitest";
import { type JournalStore, memoryJournal } from "../../src/index.ts";

/** Journals that end with their test. */
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
      // Makes its tables, so that no test waits for them.
      await journal.open();
      return journal;
    },
  ],
];

/** A moment at which a journal can fail: before or after it has written the record as leaving, or as settled. */
export interface Moment {
  readonly write: "leaving" | "settled";
  readonly when: "before" | "after";
}

/** The store, but at a moment `fail` comes in its way: it throws, or never returns, as if the process had died. */
export const failingAt = (
  store: JournalStore,
  { write: state, when }: Moment,
  fail: () => Promise<never>,
): JournalStore => ({
  get: (key) => store.get(key),
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
