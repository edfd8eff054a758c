/** Opening the file, whoever else opens it at the same moment, with the settings that make a commit durable. */
import { closeSync, existsSync, openSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { JournalError } from "../journal-error.ts";
import { sqliteError } from "./error.ts";
import { assertOnePlace, HeldFiles } from "./held-files.ts";
import { assertNothingLost, readMark, rolledBackError, writeMark } from "./mark.ts";
import {
  assertNoBackup,
  assertOurs,
  lineageOf,
  migrate,
  pragma,
  rollBack,
  selectLineage,
} from "./schema.ts";

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
      if (readMark(file) !== "") throw rolledBackError(file, "the journal of this place is gone");
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
      if (!isNew) assertNoBackup(database, file);
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
    const lineage = lineageOf(database.prepare(selectLineage).get(), file);
    const mark = readMark(files.real);
    assertNothingLost(lineage, mark, file);
    if (mark === "") writeMark(files.real, lineage);
    return files;
  } finally {
    rollBack(database);
  }
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
