/** Opening the file: settings that make a commit durable, and the schema, whoever else opens it at the same moment. */
import { closeSync, existsSync, openSync } from "node:fs";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { JournalError } from "./journal-error.ts";
import { sqliteError } from "./sqlite-error.ts";
import { assertOnePlace, HeldFiles } from "./sqlite-held.ts";
import { assertNothingLost, type Lineage, lost, readMark, writeMark } from "./sqlite-mark.ts";
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
   CREATE INDEX refund_open ON refund (opened_at) WHERE ${isOpenInSql};
   CREATE TABLE journal (
     id TEXT NOT NULL,
     writes INTEGER NOT NULL,
     token TEXT NOT NULL,
     backup_at INTEGER
   ) STRICT;
   INSERT INTO journal (id, writes, token) VALUES (lower(hex(randomblob(16))), 0, lower(hex(randomblob(16))));`,
];

/** How long SQLite itself waits for a lock, standing still, before the journal lets other work of the process go on. */
const nap = 5;

export interface OpenJournalFile {
  readonly database: DatabaseSync;
  readonly files: HeldFiles;
}

/** Waits for a lock for `lockTimeoutMs` at most, standing still meanwhile. Throws a `JournalError`. */
export function openFile(file: string, lockTimeoutMs: number, create = true): OpenJournalFile {
  let database: DatabaseSync | undefined;
  try {
    if (!existsSync(file)) {
      if (readMark(file) !== "") throw lost(file, "the journal of this place is gone");
      if (!create) throw missing(file, "there is no journal");
      createPrivately(file);
    }
    assertOnePlace(file);
    database = new DatabaseSync(file);
    database.exec(`PRAGMA busy_timeout = ${nap}`);
    const files = prepare(database, file, { until: performance.now() + lockTimeoutMs, create });
    return { database, files };
  } catch (error) {
    database?.close();
    throw sqliteError(error, file);
  }
}

const missing = (file: string, happened: string): JournalError =>
  new JournalError("unavailable", {
    where: file,
    happened: `${happened}, and the option create is false`,
    advice: "Correct the path, or put the journal back; an empty one would refund every key again",
  });

/** Raw answers may hold personal data, so a new file is its owner's alone. SQLite gives -wal and -shm the same rights. */
function createPrivately(file: string) {
  try {
    closeSync(openSync(file, "ax", 0o600));
  } catch {
    // It is there already, or cannot be made: SQLite says which.
  }
}

interface Preparing {
  readonly until: number;
  readonly create: boolean;
}

function prepare(database: DatabaseSync, file: string, { until, create }: Preparing): HeldFiles {
  for (;;) {
    try {
      const isNew = !assertOurs(database, file);
      if (isNew && !create) throw missing(file, "the file is empty");
      setDurable(database, file);
      migrate(database, file);
      return hold(database, file);
    } catch (error) {
      // Switching a new file to WAL does not wait for others who do the same: https://www.sqlite.org/wal.html
      const isLocked = sqliteError(error, file).code === "locked";
      if (!isLocked || performance.now() > until) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, nap);
    }
  }
}

/** Under the write lock, so that nobody else makes or removes a file, or writes, in between. */
function hold(database: DatabaseSync, file: string): HeldFiles {
  database.exec("BEGIN IMMEDIATE");
  try {
    const files = new HeldFiles(file);
    const row = database.prepare(askLineage).get();
    const lineage = lineageOf(row, file);
    const mark = readMark(files.real);
    assertNothingLost(lineage, mark, file);
    if (row?.backup_at !== null) throw lost(file, "this is a backup, not a journal in use");
    if (mark === "") writeMark(files.real, lineage);
    return files;
  } finally {
    rollBack(database);
  }
}

/** False for an empty file. */
export function assertOurs(database: DatabaseSync, file: string, schema = ""): boolean {
  const id = pragma(database, `${schema}application_id`);
  if (id === applicationId) return true;
  const tables = database
    .prepare(`SELECT count(*) AS count FROM ${schema}sqlite_schema`)
    .get()?.count;
  // Between the two questions another process may have made it ours.
  if (id === 0 && tables === 0) return false;
  if (pragma(database, "application_id") === applicationId) return true;
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

export const askVersion = "PRAGMA user_version";

export const askLineage = "SELECT id, writes, token, backup_at FROM journal";

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
