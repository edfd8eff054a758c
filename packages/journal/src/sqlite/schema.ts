/** The tables of a SQLite journal, their migrations, and the numbers that identify the file as a journal. */
import type { DatabaseSync, StatementSync } from "node:sqlite";
import { JournalError } from "../journal-error.ts";
import { isOpenInSql } from "../records/stored.ts";
import { leaseTable } from "./lease.ts";
import { accountInSql } from "./list.ts";
import { type Lineage, rolledBackError } from "./mark.ts";

/** Identifies the file as a journal: "rfnd" in ASCII. */
const applicationId = 0x72666e64;

/** Each step migrates from version n to n + 1. Never change a released step; add another one. */
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

/**
 * What an older version of this package can leave alone: creating it does not change the version, so that both versions can
 * use the file. Created where it is missing.
 */
const additions: Readonly<Record<string, string>> = {
  refund_status: "CREATE INDEX refund_status ON refund (status, opened_at)",
  lease: leaseTable,
  refund_account: `CREATE INDEX refund_account ON refund (${accountInSql}, status, opened_at)`,
};

/** Removed where it is there: `refund_status` does its work, and every index costs each refund time. */
const removed = ["refund_open"];

/** Throws if the database belongs to another program. False for an empty file. */
export function assertOurs(database: DatabaseSync, file: string, schema = ""): boolean {
  const id = pragma(database, `${schema}application_id`);
  if (id === applicationId) return true;
  const tables = database
    .prepare(`SELECT count(*) AS count FROM ${schema}sqlite_schema`)
    .get()?.count;
  // Another process may have created the journal between the two queries.
  if (id === 0 && tables === 0) return false;
  if (pragma(database, `${schema}application_id`) === applicationId) return true;
  throw new JournalError("unavailable", {
    where: file,
    happened: "the file is another program's database",
    advice: "Use a separate file for the journal",
  });
}

export function migrate(database: DatabaseSync, file: string) {
  const isCurrent = () =>
    versionOf(database.prepare(selectVersion).get(), file) === migrations.length &&
    stepsIn(database).length === 0;
  if (isCurrent()) return;
  database.exec("BEGIN IMMEDIATE");
  try {
    makeTables(database, versionOf(database.prepare(selectVersion).get(), file));
    stamp(database);
    database.exec("COMMIT");
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

export function makeTables(database: DatabaseSync, version = 0) {
  for (const step of migrations.slice(version)) database.exec(step);
  for (const step of stepsIn(database)) database.exec(step);
}

/** What is to be added and removed. */
function stepsIn(database: DatabaseSync): readonly string[] {
  const rows = database.prepare("SELECT name FROM main.sqlite_schema").all();
  const names = new Set(rows.map(({ name }) => name));
  return [
    ...Object.entries(additions).flatMap(([name, sql]) => (names.has(name) ? [] : [sql])),
    ...removed.filter((name) => names.has(name)).map((name) => `DROP INDEX ${name}`),
  ];
}

/** Identifies the file as a complete journal. */
export function stamp(database: DatabaseSync) {
  database.exec(
    `PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${migrations.length}`,
  );
}

export const selectVersion = "PRAGMA user_version";

export const selectLineage = "SELECT id, writes, token FROM journal";

/** Throws if the row is missing. */
export function lineageOf(row: ReturnType<StatementSync["get"]>, file: string): Lineage {
  if (row) return { id: String(row.id), writes: Number(row.writes), token: String(row.token) };
  throw new JournalError("corrupt", {
    where: file,
    happened: "the table journal of the file is empty",
    advice: "Restore a backup. Do not start with an empty file: every key could refund again",
  });
}

/** Throws if a newer version of this package has migrated the file, possibly while this process had it open. */
export function versionOf(answer: ReturnType<StatementSync["get"]>, file: string): number {
  const version = Number(answer?.user_version);
  if (version <= migrations.length) return version;
  throw new JournalError("unavailable", {
    where: file,
    happened: `a newer version of @refunds/journal wrote this file (schema ${version}; this version supports up to ${migrations.length})`,
    advice: "Update @refunds/journal",
  });
}

/** A backup lacks all later refunds, so you must restore it explicitly. */
export function assertNoBackup(database: DatabaseSync, file: string) {
  if (database.prepare("SELECT backup_at FROM journal").get()?.backup_at == null) return;
  throw rolledBackError(file, "this file is a backup, not a journal in use");
}

/** Never throws, so that the original error is reported. */
export function rollBack(database: DatabaseSync) {
  try {
    database.exec("ROLLBACK");
  } catch {
    // SQLite has already rolled back.
  }
}

export function pragma(database: DatabaseSync, text: string): unknown {
  return Object.values(database.prepare(`PRAGMA ${text}`).get() ?? {})[0];
}
