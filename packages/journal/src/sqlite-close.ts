/**
 * Closing the file without harm. The last to close a database moves what is in its -wal into the file. Where the -wal
 * that is open was deleted, that would put old pages over what other processes have written since.
 */
import { DatabaseSync } from "node:sqlite";
import type { OpenJournalFile } from "./sqlite-file.ts";

const opened = new Set<OpenJournalFile>();

/** Node closes what is open when it ends by itself, so that has to be done with the same care. */
export function closeOnExit(file: OpenJournalFile) {
  if (opened.size === 0) process.on("exit", closeAll);
  opened.add(file);
}

export function closeFile(file: OpenJournalFile) {
  if (!opened.delete(file)) return;
  if (opened.size === 0) process.removeListener("exit", closeAll);
  const guard = guardFor(file);
  file.database.close();
  guard?.close();
}

function closeAll() {
  for (const file of opened) closeFile(file);
}

/**
 * Another connection to the file: while it reads, the first is not the last. Undefined where nothing has to be guarded
 * against; where the file itself is gone or another, SQLite notices.
 */
function guardFor({ files }: OpenJournalFile): DatabaseSync | undefined {
  try {
    files.assertHeld();
    return undefined;
  } catch {
    if (!files.fileIsHeld) return undefined;
  }
  const guard = new DatabaseSync(files.real);
  guard.exec("PRAGMA user_version");
  return guard;
}
