import pg from "pg";
import type { JournalStore } from "../../src/index.ts";
import { postgresJournal } from "../../src/postgres.ts";
import { sqliteJournal } from "../../src/sqlite.ts";

/** @param place the file, or for Postgres the connection string with the schema after # */
export function openStore(kind: string, place: string): JournalStore {
  if (kind === "sqlite") return sqliteJournal({ file: place, lockTimeoutMs: 30_000 });
  const [connectionString = "", schema = ""] = place.split("#");
  const pool = new pg.Pool({ connectionString, max: 4 });
  const journal = postgresJournal({ pool, schema, lockTimeoutMs: 30_000 });
  return { ...journal, close: () => journal.close().then(() => pool.end()) };
}
