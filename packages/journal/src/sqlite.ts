import { resolve } from "node:path";
import { RefundError } from "@refunds/core";
import { openFile } from "./sqlite-file.ts";
import { SqliteJournal } from "./sqlite-journal.ts";
import type { JournalStore } from "./store.ts";

export interface SqliteJournalOptions {
  /** Path of the file, on a local disk. Made if it is missing; its folder is not. Several processes may have it open. */
  readonly file: string;
  /** How long to wait for another process's transaction. Milliseconds, 5,000 by default. */
  readonly lockTimeoutMs?: number;
}

/**
 * A journal in one SQLite file, for everything that runs on one machine. Needs Node 22.13 or newer. A record is on the
 * disk before `transact` resolves. Opens, and where needed migrates, the file at once; throws a `JournalError` where
 * that fails, so that a wrong path shows at the start and not at the first refund.
 */
export function sqliteJournal({ file, lockTimeoutMs = 5000 }: SqliteJournalOptions): JournalStore {
  assertOptions(file, lockTimeoutMs);
  const path = resolve(file);
  return new SqliteJournal(openFile(path, lockTimeoutMs), path, lockTimeoutMs);
}

function assertOptions(file: unknown, lockTimeoutMs: unknown) {
  const problems = [];
  if (typeof file !== "string" || file === "" || file === ":memory:") {
    const message = "must be the path of a file; memoryJournal() is for records that may be lost";
    problems.push({ field: "file", message });
  }
  if (!(Number(lockTimeoutMs) >= 0)) {
    problems.push({ field: "lockTimeoutMs", message: "must be a number of milliseconds" });
  }
  if (problems.length > 0) throw new RefundError("invalid_options", "sqliteJournal", problems);
}
