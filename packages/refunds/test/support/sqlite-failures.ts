/** SQLite journals that fail for realistic reasons, and can be repaired. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { sqliteJournal } from "@refunds/journal/sqlite";
import { onTestFinished, vi } from "vitest";
import type { BreakableJournal, Failure } from "./failures.ts";

/** A journal in a file, and its own connection. */
function open() {
  const folder = mkdtempSync(join(tmpdir(), "refunds-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "journal.sqlite");
  const exec = vi.spyOn(DatabaseSync.prototype, "exec");
  const journal = sqliteJournal({ file, lockTimeoutMs: 100 });
  const connection = exec.mock.contexts[0] as DatabaseSync;
  exec.mockRestore();
  onTestFinished(() => journal.close());
  return { folder, file, journal, connection };
}

const breakable =
  (fail: (opened: ReturnType<typeof open>) => ReturnType<BreakableJournal["fail"]>) => async () => {
    const opened = open();
    return { journal: opened.journal, fail: () => fail(opened) };
  };

/** Changes settings of the connection, so that SQLite itself reports the error. */
const set = (broken: string, repaired: string) =>
  breakable(async ({ connection }) => {
    connection.exec(broken);
    return async () => connection.exec(repaired);
  });

const holdLock = `
  const { DatabaseSync } = require("node:sqlite");
  new DatabaseSync(process.argv[1]).exec("BEGIN IMMEDIATE");
  console.log("held");
  process.stdin.resume().on("end", () => process.exit());
`;

export const sqliteFailures: readonly Failure[] = [
  [
    "a damaged file",
    "corrupt",
    breakable(async ({ file, connection }) => {
      connection.exec("PRAGMA wal_checkpoint(TRUNCATE)");
      const intact = readFileSync(file);
      writeFileSync(file, Buffer.from(intact).fill(0xa5, 4096));
      // Otherwise SQLite's cache would hide the damage.
      connection.exec("PRAGMA shrink_memory");
      return async () => {
        writeFileSync(file, intact);
        connection.exec("PRAGMA shrink_memory");
      };
    }),
  ],
  [
    "a file that another process keeps locked",
    "locked",
    breakable(async ({ file }) => {
      const other = spawn(process.execPath, ["-e", holdLock, file], {
        stdio: ["pipe", "pipe", "ignore"],
      });
      await once(other.stdout, "data");
      const ended = once(other, "close");
      onTestFinished(() => void other.kill("SIGKILL"));
      return async () => {
        other.kill("SIGKILL");
        await ended;
      };
    }),
  ],
  ["a full disk", "full", set("PRAGMA max_page_count = 1", "PRAGMA max_page_count = 4294967294")],
  ["a read-only file", "read_only", set("PRAGMA query_only = ON", "PRAGMA query_only = OFF")],
  [
    "a file that was moved away",
    "unavailable",
    breakable(async ({ file }) => {
      renameSync(file, `${file}.away`);
      return async () => renameSync(`${file}.away`, file);
    }),
  ],
];
