/** The journal as a SQLite file, for programs on one machine. */
import { resolve } from "node:path";
import { readOptions, refuse } from "./read-options.ts";
import type { BackupResult } from "./sqlite/backup.ts";
import { openFile } from "./sqlite/file.ts";
import { SqliteJournal as OpenSqliteJournal } from "./sqlite/journal.ts";
import type { JournalStore } from "./store.ts";

export { type BackupResult, type RestoreOptions, restoreBackup } from "./sqlite/backup.ts";

export interface SqliteJournalOptions {
  /** Path of the file, on a local disk. The file is created if it is missing; its folder is not. Several processes may open it. */
  readonly file: string;
  /** How long to wait for another process's transaction. Milliseconds, 5,000 by default. */
  readonly lockTimeoutMs?: number;
  /**
   * Whether to create the journal if the file is missing or empty. True by default. Set it to false in production after the
   * first start: otherwise a lost volume or a wrong path starts an empty journal, and every key could refund again.
   */
  readonly create?: boolean;
}

export interface SqliteJournal extends JournalStore {
  /**
   * Copies the journal while it is in use, into a file that must not exist. Resolves when the copy is complete and on disk.
   * On failure it rejects with a `JournalError` and leaves no file behind. Do not copy a journal in use by other means: the
   * copy would lack records or be damaged.
   */
  backup(file: string): Promise<BackupResult>;
}

/**
 * A journal in one SQLite file, for all processes of one machine. Requires Node 22.13 or newer. A record is on disk before
 * `transact` resolves. Opens the file at once, and migrates it if necessary. Throws a `JournalError` if that fails, so that
 * you see a wrong path at startup; also if records were lost because the file was deleted, is new or is an older copy
 * (`rolled_back`). Throws a `RefundError` (`invalid_options`) for unknown options, and for `create: undefined`.
 */
export function sqliteJournal(options: SqliteJournalOptions): SqliteJournal {
  const names = ["file", "lockTimeoutMs", "create"] as const;
  const given = readOptions("sqliteJournal", options, names, ["create"]);
  const { file, lockTimeoutMs = 5000, create = true } = given;
  assertOptions({ file, lockTimeoutMs, create });
  return new OpenSqliteJournal(openFile(resolve(file), lockTimeoutMs, create), lockTimeoutMs);
}

function assertOptions({
  file,
  lockTimeoutMs,
  create,
}: Record<keyof SqliteJournalOptions, unknown>) {
  const problems = [];
  if (typeof file !== "string" || file === "" || file === ":memory:") {
    const message = "must be the path of a file; use memoryJournal() for a journal in memory";
    problems.push({ field: "file", message });
  }
  if (!(Number(lockTimeoutMs) >= 0)) {
    problems.push({
      field: "lockTimeoutMs",
      message: "must be a number of milliseconds, 0 or more",
    });
  }
  if (typeof create !== "boolean")
    problems.push({ field: "create", message: "must be true or false" });
  refuse("sqliteJournal", problems);
}
