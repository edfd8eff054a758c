/**
 * Closes the file without damaging it. The last connection to close a database moves the -wal into the file. If the open
 * -wal was deleted, this saves its records, but only if this process was the last to write. Otherwise it would overwrite
 * newer pages of other processes.
 */
import { DatabaseSync } from "./database.ts";
import type { OpenJournalFile } from "./file.ts";
import { isNewest, readMark } from "./mark.ts";
import { lineageOf, selectLineage } from "./schema.ts";

const opened = new Set<OpenJournalFile>();

/** Node closes open databases when it exits, so close them safely before that. */
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
  // If the file itself was deleted or replaced, SQLite notices.
  if (!files.fileIsHeld) return false;
  try {
    const lineage = lineageOf(database.prepare(selectLineage).get(), files.file);
    return !isNewest(lineage, readMark(files.real));
  } catch {
    return true;
  }
}

/**
 * A second connection to the file, so that the first one is not the last to close. It is read-only, so closing it does not
 * move the -wal either.
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
