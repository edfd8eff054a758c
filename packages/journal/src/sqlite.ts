import { resolve } from "node:path";
import { RefundError } from "@refunds/core";
import type { BackupResult } from "./sqlite/backup.ts";
import { openFile } from "./sqlite/file.ts";
import { SqliteJournal as OpenSqliteJournal } from "./sqlite/journal.ts";
import type { JournalStore } from "./store.ts";

export { type BackupResult, type RestoreOptions, restoreBackup } from "./sqlite/backup.ts";

export interface SqliteJournalOptions {
  /** Path of the file, on a local disk. Made if it is missing; its folder is not. Several processes may have it open. */
  readonly file: string;
  /** How long to wait for another process's transaction. Milliseconds, 5,000 by default. */
  readonly lockTimeoutMs?: number;
  /**
   * False refuses to begin an empty journal: after a lost volume or with a wrong path, every key would refund again.
   * True by default. Set it to false where the journal exists, as in production after the first start.
   */
  readonly create?: boolean;
}

export interface SqliteJournal extends JournalStore {
  /**
   * Copies the journal as it is at this moment, while it is in use, into a file that must not exist. Resolves when the
   * copy is complete and on the disk; rejects with a `JournalError`, without leaving a file behind. A copy made by other
   * means while the journal is in use lacks records, or is damaged.
   */
  backup(file: string): Promise<BackupResult>;
}

/**
 * A journal in one SQLite file, for everything that runs on one machine. Needs Node 22.13 or newer. A record is on the
 * disk before `transact` resolves. Opens, and where needed migrates, the file at once; throws a `JournalError` where
 * that fails, so that a wrong path shows at the start and not at the first refund. It also throws where records have
 * been lost: where the file is gone, new or an older copy (`rolled_back`).
 */
export function sqliteJournal(options: SqliteJournalOptions): SqliteJournal {
  const { file, lockTimeoutMs = 5000, create = true } = options;
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
    const message = "must be the path of a file; memoryJournal() is for records that may be lost";
    problems.push({ field: "file", message });
  }
  if (!(Number(lockTimeoutMs) >= 0)) {
    problems.push({ field: "lockTimeoutMs", message: "must be a number of milliseconds" });
  }
  if (typeof create !== "boolean")
    problems.push({ field: "create", message: "must be true or false" });
  if (problems.length > 0) throw new RefundError("invalid_options", "sqliteJournal", problems);
}
