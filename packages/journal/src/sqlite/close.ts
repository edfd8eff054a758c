/**
 * Closing the file without harm. The last to close a database moves what is in its -wal into the file. Where the -wal
 * that is open was deleted, that saves its records if this process was the last to write; else it would put old pages
 * over what others have written since.
 */
import { DatabaseSync } from "node:sqlite";
import type { OpenJournalFile } from "./file.ts";
import { isNewest, readMark } from "./mark.ts";
import { lineageOf, selectLineage } from "./schema.ts";

const opened = new Set<OpenJournalFile>();

/** Node closes what is open when it ends by itself, so that has to be done with the same care. */
export function closeOnExit(file: OpenJournalFile) {
  if (opened.size === 0) process.on("exit", closeAll);
  opened.add(file);
}

export function closeFile(file: OpenJournalFile) {
  if (!opened.delete(file)) return;
  if (opened.size === 0) process.removeListener("exit", closeAll);
  const guard = mayOverwrite(file) ? guardOf(file.files.real) : undefined;
  file.database.close();
  guard?.close();
}

function closeAll() {
  for (const file of opened) closeFile(file);
}

function mayOverwrite({ database, files }: OpenJournalFile): boolean {
  if (succeeds(() => files.assertHeld())) return false;
  // Where the file itself is gone or another, SQLite notices.
  if (!files.fileIsHeld) return false;
  try {
    const lineage = lineageOf(database.prepare(selectLineage).get(), files.file);
    return !isNewest(lineage, readMark(files.real));
  } catch {
    return true;
  }
}

/**
 * Another connection to the file: while it is open, the first is not the last. It is read-only, so that it moves nothing
 * either when it is the last itself.
 */
function guardOf(real: string): DatabaseSync {
  const guard = new DatabaseSync(real, { readOnly: true });
  succeeds(() => guard.exec("PRAGMA user_version"));
  return guard;
}

function succeeds(work: () => void): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
