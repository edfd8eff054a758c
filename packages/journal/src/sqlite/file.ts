/** Opens or creates the file, with the settings that make commits durable. Several processes may open it at once. */
import { closeSync, existsSync, openSync } from "node:fs";
import { JournalError } from "../journal-error.ts";
import { DatabaseSync } from "./database.ts";
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

/** How long SQLite waits for a lock and blocks the process, before the journal lets other work run. Milliseconds. */
const busyTimeoutMs = 5;

export interface OpenJournalFile {
  readonly database: DatabaseSync;
  readonly files: HeldFiles;
}

/** As `performance.now()`, whose first use takes longer than opening the file. */
const steadyMs = () => process.uptime() * 1000;

/** Blocks the process while it waits for a lock, for at most `lockTimeoutMs`. Throws a `JournalError`. */
export function openFile(file: string, lockTimeoutMs: number, create = true): OpenJournalFile {
  let database: DatabaseSync | undefined;
  try {
    if (!existsSync(file)) {
      if (readMark(file) !== "")
        throw rolledBackError(file, "the journal at this path was deleted");
      if (!create) throw missing(file, "the journal does not exist");
      createPrivately(file);
    }
    assertOnePlace(file);
    database = new DatabaseSync(file);
    database.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}`);
    const files = prepare(database, file, { until: steadyMs() + lockTimeoutMs, create });
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
    advice:
      "Correct the path, or put the journal back. With an empty journal, every key could refund again",
  });

/** Raw answers may contain personal data, so only the owner can read a new file. SQLite gives -wal and -shm the same mode. */
function createPrivately(file: string) {
  try {
    closeSync(openSync(file, "ax", 0o600));
  } catch {
    // The file exists, or cannot be created: opening it reports which.
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
      // Switching to WAL does not wait for other processes that do the same: https://www.sqlite.org/wal.html
      const isLocked = sqliteError(error, file).code === "locked";
      if (!isLocked || steadyMs() > until) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, busyTimeoutMs);
    }
  }
}

/** Holds the write lock, so that no other process creates or removes a file, or writes, in between. */
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
  // FULL: a commit is on disk before it returns. With the default of many builds, a power failure loses the last commits.
  database.exec("PRAGMA synchronous = FULL");
  if (mode === "wal" && pragma(database, "synchronous") === 2) return;
  throw new JournalError("unavailable", {
    where: file,
    happened: `the file system does not support a write-ahead log (journal_mode is ${mode})`,
    advice: "Move the journal to a local disk",
  });
}
