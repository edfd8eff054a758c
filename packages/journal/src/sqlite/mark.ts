/**
 * The mark: a small file next to the journal that counts its writes. A journal with fewer writes than its mark has lost
 * records: its file is an older copy or a new one, or its -wal was deleted.
 */
import { accessSync, closeSync, constants, openSync, readFileSync, writeSync } from "node:fs";
import { JournalError } from "../journal-error.ts";

/** Identifies a journal and its latest write. */
export interface Lineage {
  /** 32 hex digits, created with the journal. */
  readonly id: string;
  /** The number of transactions that have written. */
  readonly writes: number;
  /** 32 hex digits, new with each of these transactions. */
  readonly token: string;
}

const markOf = (real: string): string => `${real}-mark`;

/** The text of the mark. Empty if the file is missing. */
export function readMark(real: string): string {
  try {
    return readFileSync(markOf(real), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw unusable(real, error);
  }
}

/** Call it before a commit: if the mark could not be written after it, the caller would not know that the record is. */
export function assertMarkWritable(real: string) {
  try {
    accessSync(markOf(real), constants.W_OK);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw unusable(real, error);
  }
}

/**
 * Call it only after the commit is on disk, so that the mark is never ahead of the journal. The mark itself is not synced:
 * other processes see it at once, and after a power failure an older mark, or none, is harmless.
 */
export function writeMark(real: string, { id, writes, token }: Lineage) {
  // Fixed length, so that it overwrites the old text without truncating the file first.
  const text = `${id} ${String(writes).padStart(16, "0")} ${token}\n`;
  try {
    const mark = openSync(markOf(real), constants.O_WRONLY | constants.O_CREAT, 0o600);
    try {
      writeSync(mark, text, 0);
    } finally {
      closeSync(mark);
    }
  } catch (error) {
    throw unusable(real, error);
  }
}

/** In place of the token, if processes wrote at the same time. Then pages of both can be mixed, and an index can lack keys. */
const overwritten = "0".repeat(32);

/** Makes every process refuse the journal, until a person has put a backup in its place. */
export function markOverwritten(real: string, own: Lineage) {
  writeMark(real, { ...own, token: overwritten });
}

export const overwrittenError = (where: string): JournalError =>
  rolledBackError(
    where,
    "two processes wrote at the same time and one overwrote the other, or a record was deleted",
  );

/** Throws if the journal lacks writes that its mark has counted, or if processes have overwritten each other's. */
export function assertNothingLost(own: Lineage, mark: string, where: string) {
  const seen = parseMark(mark);
  if (!seen) return;
  if (isOverwritten(own, mark)) throw overwrittenError(where);
  if (seen.id !== own.id)
    throw rolledBackError(
      where,
      "another journal was at this path, and this one is new or was restored",
    );
  const behind = seen.writes - own.writes;
  if (behind > 0) {
    const what = behind === 1 ? "the last write" : `the last ${behind} writes`;
    throw rolledBackError(
      where,
      `the journal lacks ${what} made at this path: it is an older copy, or its -wal was deleted`,
    );
  }
}

/** Whether processes have overwritten each other's writes. */
export function isOverwritten({ id, writes, token }: Lineage, mark: string): boolean {
  const seen = parseMark(mark);
  if (seen?.id !== id) return false;
  return seen.token === overwritten || (seen.writes === writes && seen.token !== token);
}

/** Whether to write the mark after a commit. False if another process has already written a later one. */
export function isFurther(own: Lineage, mark: string): boolean {
  const seen = parseMark(mark);
  return !seen || seen.writes < own.writes;
}

/** Whether the mark shows that nothing was written after this. */
export function isNewest(own: Lineage, mark: string): boolean {
  const seen = parseMark(mark);
  return seen?.id === own.id && seen.writes === own.writes && seen.token === own.token;
}

/** Undefined if the text is not a mark. */
function parseMark(mark: string): Lineage | undefined {
  const parts = /^([0-9a-f]{32}) (\d{16}) ([0-9a-f]{32})\n$/.exec(mark);
  const [, id = "", writes, token = ""] = parts ?? [];
  return parts ? { id, writes: Number(writes), token } : undefined;
}

/** The error of the call whose write met another one. Later calls get `overwrittenError()`. */
export const lockLostError = (where: string): JournalError =>
  new JournalError("unavailable", {
    where,
    happened: "another process wrote at the same time, although this process held the lock",
    advice:
      "Do not open, copy or read the journal's files in this process, and do not share them over a network; use backup()",
  });

export const rolledBackError = (where: string, happened: string): JournalError =>
  new JournalError("rolled_back", {
    where,
    happened: `${happened}, so keys could refund again`,
    advice:
      "Put the newest file and its -wal back, or see Backups and restores in the README of @refunds/journal",
  });

function unusable(real: string, error: unknown): JournalError {
  const { message, code } = error as NodeJS.ErrnoException;
  const isDenied = code === "EACCES" || code === "EPERM" || code === "EROFS";
  const lacksFiles = code === "EMFILE" || code === "ENFILE";
  return new JournalError(isDenied ? "read_only" : code === "ENOSPC" ? "full" : "unavailable", {
    where: markOf(real),
    happened: `the mark of the journal cannot be read or written (${message})`,
    advice: lacksFiles
      ? "Raise the limit of open files (ulimit -n), or find out what keeps so many open, then call again with the same key"
      : "Give this process read and write access to the mark and its folder, then call again with the same key",
    cause: { name: "Error", message, ...(code !== undefined && { code }) },
  });
}
