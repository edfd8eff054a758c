/**
 * A small file next to the journal that says how far it has come. A journal that has not come as far has lost records:
 * its file is an older copy or a new one, or its -wal was deleted.
 */
import { closeSync, constants, openSync, readFileSync, writeSync } from "node:fs";
import { JournalError } from "../journal-error.ts";

/** Which journal it is, and how far it has come. */
export interface Lineage {
  /** 32 hex digits, made with the journal. */
  readonly id: string;
  /** How many transactions have written. */
  readonly writes: number;
  /** 32 hex digits, made anew by each of them. */
  readonly token: string;
}

const markOf = (real: string): string => `${real}-mark`;

/** The text of the mark; empty where there is none. */
export function readMark(real: string): string {
  try {
    return readFileSync(markOf(real), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw unusable(real, error);
  }
}

/**
 * Only after the commit is on the disk, so that it never claims too much. It need not be on the disk itself: other
 * processes see it at once, and after a power failure an old one, or none, claims less.
 */
export function writeMark(real: string, { id, writes, token }: Lineage) {
  // Always of one length, so that it replaces the text before without making the file empty first.
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

/** Throws where the mark has seen what this journal does not have. */
export function assertNothingLost(own: Lineage, mark: string, where: string) {
  const seen = parseMark(mark);
  if (!seen) return;
  if (seen.id !== own.id)
    throw rolledBackError(
      where,
      "another journal was in this place, and this one is new or was restored",
    );
  const behind = seen.writes - own.writes;
  if (behind > 0) {
    const what = behind === 1 ? "the last write" : `the last ${behind} writes`;
    throw rolledBackError(
      where,
      `it lacks ${what} of those made here: it is an older copy, or its -wal was deleted`,
    );
  }
  if (behind === 0 && seen.token !== own.token) {
    throw rolledBackError(where, "one of two processes that wrote at once wrote over the other");
  }
}

/**
 * Whether to write the mark after a commit: not where another process has come further already. Throws where another
 * commit has the same number.
 */
export function isFurther(own: Lineage, mark: string, where: string): boolean {
  const seen = parseMark(mark);
  if (!seen || seen.writes < own.writes) return true;
  if (seen.id === own.id && seen.writes > own.writes) return false;
  throw new JournalError("unavailable", {
    where,
    happened: "another process has written at the same moment, though this one had the lock",
    advice:
      "Do not open, copy or read the journal's files in this process, nor share them over a network; use backup()",
  });
}

/** Whether the mark says that nothing was written after this. */
export function isNewest(own: Lineage, mark: string): boolean {
  const seen = parseMark(mark);
  return seen?.id === own.id && seen.writes === own.writes && seen.token === own.token;
}

/** Undefined for a text that is no mark. */
function parseMark(mark: string): Lineage | undefined {
  const parts = /^([0-9a-f]{32}) (\d{16}) ([0-9a-f]{32})\n$/.exec(mark);
  const [, id = "", writes, token = ""] = parts ?? [];
  return parts ? { id, writes: Number(writes), token } : undefined;
}

export const rolledBackError = (where: string, happened: string): JournalError =>
  new JournalError("rolled_back", {
    where,
    happened: `${happened}, so keys could refund again`,
    advice:
      "Put the newest file back, with its -wal; or see Backups and restores in the README of @refunds/journal",
  });

function unusable(real: string, error: unknown): JournalError {
  const { message, code } = error as NodeJS.ErrnoException;
  const isDenied = code === "EACCES" || code === "EPERM" || code === "EROFS";
  return new JournalError(isDenied ? "read_only" : code === "ENOSPC" ? "full" : "unavailable", {
    where: markOf(real),
    happened: "the mark of the journal cannot be used",
    advice: "Let this process read and write it and its folder, then call again with the same key",
    cause: { name: "Error", message, ...(code !== undefined && { code }) },
  });
}
