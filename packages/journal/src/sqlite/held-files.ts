/**
 * Checks that the files at the journal's path are the ones that are open. SQLite keeps writing to deleted files, and to a
 * -wal that another process has replaced. No other process would read those writes.
 */
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { JournalError } from "../journal-error.ts";

const endProcess =
  "Call close() and end this process without killing it, so that its last records are saved if possible; " +
  "then see Backups and restores in the README of @refunds/journal";

/** Create it while SQLite holds the write lock of a database in WAL mode, when all three files exist. */
export class HeldFiles {
  /** The path that the caller gave, for messages. */
  readonly file: string;
  /** The path without symbolic links. SQLite creates -wal and -shm next to it. */
  readonly real: string;
  readonly #held: readonly string[];

  constructor(file: string) {
    this.file = file;
    this.real = realpathSync.native(file);
    this.#held = this.#names().map((name) => identityOf(statOf(name)));
    this.assertHeld();
  }

  /** Throws if another process could miss what this process writes. */
  assertHeld() {
    const names = this.#names();
    const lost = names.findIndex((name, at) => {
      const stats = statOf(name);
      if (at === 0) assertOneName(this.file, stats);
      return !stats || identityOf(stats) !== this.#held[at];
    });
    if (lost < 0) return;
    const [what, advice] =
      lost === 0
        ? ["the file was moved, replaced or deleted", putBack]
        : [`${names[lost]} was deleted or replaced`, endProcess];
    throw this.#error(`${what} while in use`, advice);
  }

  /** True if the file itself is in its place. -wal or -shm may not be. */
  get fileIsHeld(): boolean {
    return identityOf(statOf(this.file)) === this.#held[0];
  }

  #names(): readonly string[] {
    return [this.file, `${this.real}-wal`, `${this.real}-shm`];
  }

  #error(happened: string, advice: string) {
    return new JournalError("unavailable", { where: this.file, happened, advice });
  }
}

const putBack = "Put the file back and restart. With an empty file, every key could refund again";

/** Throws if the file has two paths, because each would have its own -wal. */
export function assertOnePlace(file: string) {
  if (!existsSync(file)) return;
  assertOneName(file, statOf(file));
  if (!isMountPoint(realpathSync.native(file))) return;
  throw new JournalError("unavailable", {
    where: file,
    happened: "the file is a mount point, so other processes would not see its -wal",
    advice: "Mount the folder of the file instead",
  });
}

function assertOneName(file: string, stats: Stats | undefined) {
  const links = stats?.nlink ?? 1n;
  if (links <= 1n) return;
  throw new JournalError("unavailable", {
    where: file,
    happened: `the file has ${links} hard links, and a process that opens another one would not see its -wal`,
    advice: "Remove the other links; use backup() to copy the journal",
  });
}

function isMountPoint(real: string): boolean {
  let mounts: string;
  try {
    mounts = readFileSync("/proc/self/mountinfo", "utf8");
  } catch {
    // Not Linux, where device numbers are not enough: files and folders of an overlay file system can differ.
    return statOf(real)?.dev !== statOf(dirname(real))?.dev;
  }
  const points = mounts.split("\n").map((line) => line.split(" ")[4] ?? "");
  return points.some((point) => unescaped(point) === real);
}

/** Decodes the octal escapes of spaces, tabs, line ends and backslashes. */
const unescaped = (point: string): string =>
  point.replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8)));

const identityOf = (stats: Stats | undefined): string => (stats ? `${stats.dev}:${stats.ino}` : "");

type Stats = ReturnType<typeof statOf>;

// Inode numbers can exceed Number.MAX_SAFE_INTEGER.
const statOf = (name: string) => statSync(name, { bigint: true, throwIfNoEntry: false });
