/** Opening the file: settings that make a commit durable, and the schema, whoever else opens it at the same moment. */
import { closeSync, openSync } from "node:fs";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { JournalError } from "./journal-error.ts";
import { sqliteError } from "./sqlite-error.ts";
import { isOpenInSql } from "./stored.ts";

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
   CREATE INDEX refund_open ON refund (opened_at) WHERE ${isOpenInSql};`,
];

/** How long SQLite itself waits for a lock before the journal lets other work of the process go on. */
const nap = 20;

/** Waits for a lock for `lockTimeoutMs` at most, standing still meanwhile. Throws a `JournalError`. */
export function openFile(file: string, lockTimeoutMs: number): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    createPrivately(file);
    database = new DatabaseSync(file);
    database.exec(`PRAGMA busy_timeout = ${nap}`);
    prepare(database, file, performance.now() + lockTimeoutMs);
    return database;
  } catch (error) {
    database?.close();
    throw sqliteError(error, file);
  }
}

/** Raw answers may hold personal data, so a new file is its owner's alone. SQLite gives -wal and -shm the same rights. */
function createPrivately(file: string) {
  try {
    closeSync(openSync(file, "ax", 0o600));
  } catch {
    // It is there already, or cannot be made: SQLite says which.
  }
}

function prepare(database: DatabaseSync, file: string, until: number) {
  for (;;) {
    try {
      assertOurs(database, file);
      setDurable(database, file);
      migrate(database, file);
      return;
    } catch (error) {
      // Switching a new file to WAL does not wait for others who do the same: https://www.sqlite.org/wal.html
      const isLocked = sqliteError(error, file).code === "locked";
      if (!isLocked || performance.now() > until) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, nap);
    }
  }
}

function assertOurs(database: DatabaseSync, file: string) {
  const id = pragma(database, "application_id");
  if (id === applicationId) return;
  const tables = database.prepare("SELECT count(*) AS count FROM sqlite_schema").get()?.count;
  // Between the two questions another process may have made it ours.
  if (id === 0 && (tables === 0 || pragma(database, "application_id") === applicationId)) return;
  throw new JournalError("unavailable", {
    where: file,
    happened: "this is another program's database",
    advice: "Give the journal a file of its own",
  });
}

function setDurable(database: DatabaseSync, file: string) {
  const mode = pragma(database, "journal_mode = WAL");
  // FULL: a commit is on the disk before it returns. The default of many builds would lose the last ones with the power.
  database.exec("PRAGMA synchronous = FULL");
  if (mode === "wal" && pragma(database, "synchronous") === 2) return;
  throw new JournalError("unavailable", {
    where: file,
    happened: `the file system does not allow a write-ahead log (journal_mode is ${mode})`,
    advice: "Put the file on a local disk",
  });
}

function migrate(database: DatabaseSync, file: string) {
  const versionNow = () => versionOf(database.prepare(askVersion).get(), file);
  if (versionNow() === migrations.length) return;
  database.exec("BEGIN IMMEDIATE");
  try {
    for (let version = versionNow(); version < migrations.length; version++) {
      database.exec(migrations[version] ?? "");
    }
    database.exec(
      `PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${migrations.length}; COMMIT`,
    );
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

export const askVersion = "PRAGMA user_version";

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

/** What went wrong before is what counts, so this never throws. */
export function rollBack(database: DatabaseSync) {
  try {
    database.exec("ROLLBACK");
  } catch {
    // SQLite has rolled back by itself.
  }
}

function pragma(database: DatabaseSync, text: string): unknown {
  return Object.values(database.prepare(`PRAGMA ${text}`).get() ?? {})[0];
}
