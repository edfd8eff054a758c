/**
 * Whether the files at the journal's path are the ones that are open. SQLite goes on writing to files that lost their
 * name, and to a -wal that another process has replaced: no other process would read it.
 */
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { JournalError } from "../journal-error.ts";

const endIt =
  "End this process by close(), without killing it, which saves its last records where that is possible; " +
  "then see Backups and restores in the README of @refunds/journal";

/** Create one while SQLite holds the write lock of a database in WAL mode: then all three files are there. */
export class HeldFiles {
  /** As the caller named it, for messages. */
  readonly file: string;
  /** Without symbolic links: SQLite puts -wal and -shm next to it. */
  readonly real: string;
  readonly #held: readonly string[];

  constructor(file: string) {
    this.file = file;
    this.real = realpathSync.native(file);
    this.#held = this.#names().map((name) => identityOf(statOf(name)));
    this.assertHeld();
  }

  /** Throws where what is written now could be missed by another process. */
  assertHeld() {
    const names = this.#names();
    const lost = names.findIndex((name, at) => {
      const stats = statOf(name);
      if (at === 0) assertOneName(this.file, stats);
      return !stats || identityOf(stats) !== this.#held[at];
    });
    if (lost < 0) return;
    const [which, doing] =
      lost === 0
        ? ["the file was moved, replaced or deleted", putBack]
        : [`${names[lost]} was deleted or replaced`, endIt];
    throw this.#error(`${which} while in use`, doing);
  }

  /** The file itself is in its place, though -wal or -shm may not be. */
  get fileIsHeld(): boolean {
    return identityOf(statOf(this.file)) === this.#held[0];
  }

  #names(): readonly string[] {
    return [this.file, `${this.real}-wal`, `${this.real}-shm`];
  }

  #error(happened: string, doing: string) {
    return new JournalError("unavailable", { where: this.file, happened, advice: doing });
  }
}

const putBack = "Put it back where it was and restart; an empty file would refund every key again";

/** Throws where a file that exists is known by two names. Each would have a -wal of its own. */
export function assertOnePlace(file: string) {
  if (!existsSync(file)) return;
  assertOneName(file, statOf(file));
  if (!isMountPoint(realpathSync.native(file))) return;
  throw new JournalError("unavailable", {
    where: file,
    happened: "the file is mounted by itself, and its -wal would be missed on the other side",
    advice: "Mount the folder that it is in",
  });
}

function assertOneName(file: string, stats: Stats | undefined) {
  const links = stats?.nlink ?? 1n;
  if (links <= 1n) return;
  throw new JournalError("unavailable", {
    where: file,
    happened: `the file has ${links} names (hard links); under another one its -wal would be missed`,
    advice: "Remove the other names; use backup() for a copy",
  });
}

function isMountPoint(real: string): boolean {
  let mounts: string;
  try {
    mounts = readFileSync("/proc/self/mountinfo", "utf8");
  } catch {
    // Not Linux. Numbers of devices cannot decide it there: an overlay file system gives its files others than its folders.
    return statOf(real)?.dev !== statOf(dirname(real))?.dev;
  }
  const points = mounts.split("\n").map((line) => line.split(" ")[4] ?? "");
  return points.some((point) => unescaped(point) === real);
}

/** Blanks, tabs, line ends and backslashes are written as three octal digits of their byte. */
const unescaped = (point: string): string =>
  point.replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8)));

const identityOf = (stats: Stats | undefined): string => (stats ? `${stats.dev}:${stats.ino}` : "");

type Stats = ReturnType<typeof statOf>;

// Numbers of files can be larger than a number of JavaScript holds exactly.
const statOf = (name: string) => statSync(name, { bigint: true, throwIfNoEntry: false });
