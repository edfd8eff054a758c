/** What makes a database a journal: its tables, brought up to date by whoever comes first, and the marks of its kind. */
import type { DatabaseSync, StatementSync } from "node:sqlite";
import { JournalError } from "../journal-error.ts";
import { isOpenInSql } from "../records/stored.ts";
import { type Lineage, rolledBackError } from "./mark.ts";

/** Marks the file as a journal: "rfnd". */
const applicationId = 0x72666e64;

/** From version n to n + 1. A step that is released never changes; a change of mind is another step. */
const migrations: readonly string[] = [
  `CREATE TABLE refund (
     key TEXT PRIMARY KEY NOT NULL,
     payment TEXT NOT NULL,
     refund_id TEXT,
     status TEXT NOT NULL,
     opened_at INTEGER NOT NULL,
     changed_at INTEGER NOT NULL,
     record TEXT NOT NULL
   ) STRICT;
   CREATE INDEX refund_payment ON refund (payment, opened_at);
   CREATE INDEX refund_refund_id ON refund (refund_id) WHERE refund_id IS NOT NULL;
   CREATE INDEX refund_open ON refund (opened_at) WHERE ${isOpenInSql};
   CREATE TABLE journal (
     id TEXT NOT NULL,
     writes INTEGER NOT NULL,
     token TEXT NOT NULL,
     backup_at INTEGER
   ) STRICT;
   INSERT INTO journal (id, writes, token) VALUES (lower(hex(randomblob(16))), 0, lower(hex(randomblob(16))));`,
];

/** False for an empty file. */
export function assertOurs(database: DatabaseSync, file: string, schema = ""): boolean {
  const id = pragma(database, `${schema}application_id`);
  if (id === applicationId) return true;
  const tables = database
    .prepare(`SELECT count(*) AS count FROM ${schema}sqlite_schema`)
    .get()?.count;
  // Between the two questions another process may have made it ours.
  if (id === 0 && tables === 0) return false;
  if (pragma(database, `${schema}application_id`) === applicationId) return true;
  throw new JournalError("unavailable", {
    where: file,
    happened: "this is another program's database",
    advice: "Give the journal a file of its own",
  });
}

export function migrate(database: DatabaseSync, file: string) {
  const versionNow = () => versionOf(database.prepare(selectVersion).get(), file);
  if (versionNow() === migrations.length) return;
  database.exec("BEGIN IMMEDIATE");
  try {
    makeTables(database, versionNow());
    stamp(database);
    database.exec("COMMIT");
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

export function makeTables(database: DatabaseSync, version = 0) {
  for (const step of migrations.slice(version)) database.exec(step);
}

/** Says that the file is a journal, complete. */
export function stamp(database: DatabaseSync) {
  database.exec(
    `PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${migrations.length}`,
  );
}

export const selectVersion = "PRAGMA user_version";

export const selectLineage = "SELECT id, writes, token FROM journal";

/** Throws where the row is no lineage. */
export function lineageOf(row: ReturnType<StatementSync["get"]>, file: string): Lineage {
  if (row) return { id: String(row.id), writes: Number(row.writes), token: String(row.token) };
  throw new JournalError("corrupt", {
    where: file,
    happened: "the file has no row in its table journal",
    advice: "Restore a backup. Do not start with an empty file: every key would refund again",
  });
}

/** Throws where a newer version of this package has changed the schema, also while this process has the file open. */
export function versionOf(answer: ReturnType<StatementSync["get"]>, file: string): number {
  const version = Number(answer?.user_version);
  if (version <= migrations.length) return version;
  throw new JournalError("unavailable", {
    where: file,
    happened: `a newer version of @refunds/journal made this file (schema ${version}; this one knows ${migrations.length})`,
    advice: "Update @refunds/journal here, too",
  });
}

/** A backup lacks what came after it, so it has to be restored on purpose. */
export function assertNoBackup(database: DatabaseSync, file: string) {
  if (database.prepare("SELECT backup_at FROM journal").get()?.backup_at == null) return;
  throw rolledBackError(file, "this is a backup, not a journal in use");
}

/** What went wrong before is what counts, so this never throws. */
export function rollBack(database: DatabaseSync) {
  try {
    database.exec("ROLLBACK");
  } catch {
    // SQLite has rolled back by itself.
  }
}

export function pragma(database: DatabaseSync, text: string): unknown {
  return Object.values(database.prepare(`PRAGMA ${text}`).get() ?? {})[0];
}
