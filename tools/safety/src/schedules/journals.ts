/** The journals that the schedules of one process share. */
import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { postgresJournal } from "@refunds/journal/postgres";
import { sqliteJournal } from "@refunds/journal/sqlite";
import pg from "pg";
import { type JournalStore, memoryJournal } from "refunds";

export type JournalKind = "memory" | "SQLite" | "Postgres";

export interface SharedJournals {
  /** A new memory journal for each schedule. In the others, the keys of schedules differ. */
  of(kind: JournalKind): JournalStore;
  close(): Promise<void>;
}

let opened = 0;

/** @param postgresUrl a running server; each call creates its own schema */
export function openSharedJournals(postgresUrl: string): SharedJournals {
  const folder = mkdtempSync(join(tmpdir(), "refunds-schedules-"));
  const sqlite = sqliteJournal({ file: join(folder, "journal.sqlite") });
  // Without timers, because time stands still.
  const pool = new pg.Pool({ connectionString: postgresUrl, idleTimeoutMillis: 0, max: 6 });
  const postgres = postgresJournal({ pool, schema: `schedules_${process.pid}_${++opened}` });
  return {
    of: (kind) => ({ memory: memoryJournal(), SQLite: sqlite, Postgres: postgres })[kind],
    async close() {
      await Promise.all([sqlite.close(), postgres.close()]);
      await pool.end();
      await rm(folder, { recursive: true });
    },
  };
}
