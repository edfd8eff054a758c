import { accessSync, constants, existsSync } from "node:fs";
import { dirname } from "node:path";
import { JournalError, type JournalErrorCode } from "../journal-error.ts";

interface KnownError {
  readonly code: JournalErrorCode;
  readonly happened: string;
  readonly advice: string;
}

export const restoreAdvice =
  "Stop refunding, keep a copy of the file and its -wal, and restore a backup. " +
  "Do not start with an empty file: every key could refund again";

const corrupt: KnownError = {
  code: "corrupt",
  happened: "the file is damaged or is not a SQLite database",
  advice: restoreAdvice,
};

/** By SQLite's primary result code: https://www.sqlite.org/rescode.html */
const knownErrors: Readonly<Record<number, KnownError>> = {
  3: readOnly("access to the file is denied"),
  5: locked("another process holds the file's lock"),
  6: locked("another connection holds the table's lock"),
  8: readOnly("the file cannot be written"),
  10: {
    code: "unavailable",
    happened: "reading or writing the disk failed",
    advice: "Check the disk, then call again with the same key",
  },
  11: corrupt,
  13: {
    code: "full",
    happened: "the disk is full",
    advice: "Free some disk space, then call again with the same key",
  },
  26: corrupt,
};

function locked(happened: string): KnownError {
  const advice =
    "Find the process that keeps a transaction open (a backup, a database shell), or increase lockTimeoutMs; " +
    "then call again with the same key";
  return { code: "locked", happened, advice };
}

function readOnly(happened: string): KnownError {
  const advice =
    "Give this process write access to the file and its folder, then call again with the same key";
  return { code: "read_only", happened, advice };
}

/** SQLITE_IOERR_SHMSIZE: no space for the -shm file next to the journal. */
const noSpaceForShm = 4874;

/** Converts an error of `node:sqlite` to a `JournalError`. */
export function sqliteError(error: unknown, file: string): JournalError {
  if (error instanceof JournalError) return error;
  const { message, errcode } = error as Error & { readonly errcode?: number };
  const primary = errcode === noSpaceForShm ? 13 : (errcode ?? 0) & 0xff;
  const known = knownErrors[primary] ?? unusable(file);
  return new JournalError(known.code, {
    where: file,
    happened: `${known.happened} (SQLite: ${message})`,
    advice: known.advice,
    cause: { name: "SqliteError", message, code: String(errcode ?? "none") },
  });
}

/** Finds the reason where SQLite only reports that it cannot open the file. */
function unusable(file: string): KnownError {
  const folder = dirname(file);
  if (!existsSync(folder)) {
    return {
      code: "unavailable",
      happened: `its folder ${folder} does not exist`,
      advice: "Create the folder, or correct the path: another path is another journal",
    };
  }
  if ([folder, file].some((path) => existsSync(path) && !isWritable(path))) {
    return readOnly("the file or its folder cannot be written");
  }
  return {
    code: "unavailable",
    happened: "the file cannot be opened",
    advice: "Check the path and its permissions, then call again with the same key",
  };
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
