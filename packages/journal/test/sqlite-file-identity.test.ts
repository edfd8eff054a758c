/** Other programs delete, replace, link or copy the files of a journal in use. Every test uses separate processes. */
import { execFileSync, spawnSync } from "node:child_process";
import {
  copyFileSync,
  linkSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, onTestFinished, test } from "vitest";
import { JournalError } from "../src/journal-error.ts";
import { sqliteJournal } from "../src/sqlite.ts";
import { testFolder } from "./support/folder.ts";
import { start, startUnder } from "./support/process.ts";

const program = new URL("./support/sqlite-shop.ts", import.meta.url);

const racer = new URL("./support/sqlite-racer.ts", import.meta.url);

const testFile = () => join(testFolder(), "journal.sqlite");

/** A process with an open journal. `ask` sends a line and resolves with the answer. */
async function shop(file: string, command: readonly string[] = []) {
  const process = startUnder(command, program, file);
  const first = await process.line();
  return {
    first,
    kill: process.kill,
    ended: process.ended,
    async ask(line: string) {
      process.say(`${line}\n`);
      return (await process.line()).slice(line.length + 2);
    },
    async end() {
      process.say("end\n");
      await process.ended;
    },
  };
}

/** The keys that a newly started process sees, or why it is refused. */
async function seenBy(file: string, command?: readonly string[]) {
  const { first, ask, end } = await shop(file, command);
  if (first !== "opened") return first;
  const keys = await ask("keys");
  await end();
  return keys;
}

async function running(file: string, ...keys: readonly string[]) {
  const one = await shop(file);
  expect(one.first).toBe("opened");
  for (const key of keys) expect(await one.ask(`put ${key}`)).toBe("ok");
  return one;
}

/** Copies the file and moves the copy back, as a backup script may do. */
function replace(path: string) {
  copyFileSync(path, `${path}.copy`);
  renameSync(`${path}.copy`, path);
}

/**
 * Another program opens the database and closes it. It believes to be the last connection, so it moves -wal into the file.
 * Older SQLite versions then remove -wal and -shm; newer ones still see the lock on -shm and keep them.
 */
function visit(file: string) {
  const script = `const { DatabaseSync } = require("node:sqlite");
    const database = new DatabaseSync(process.argv[1]);
    database.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get();
    database.close();`;
  execFileSync(process.execPath, ["--disable-warning=ExperimentalWarning", "-e", script, file]);
}

describe("-wal and -shm under a running process", () => {
  describe.each(["-wal", "-wal -shm"])("deleted (%s)", (ends) => {
    async function lostBy(file: string) {
      const one = await running(file, "a", "b");
      for (const end of ends.split(" ")) rmSync(`${file}${end}`);
      expect(await one.ask("put c")).toBe("unavailable");
      expect(await one.ask("keys")).toBe("unavailable");
      expect(await seenBy(file)).toMatch(/^refused (rolled_back|unavailable)$/);
      return one;
    }

    test("it is refused, and so is every process that starts without its records", async () => {
      const file = testFile();
      const one = await lostBy(file);
      one.kill();
      await one.ended;
      expect(await seenBy(file)).toBe("refused rolled_back");
    });

    test.each(["close", "end"])("its records are saved when it ends (%s)", async (how) => {
      const file = testFile();
      const one = await lostBy(file);
      if (how === "close") await one.ask("close");
      await one.end();
      expect(await seenBy(file)).toBe("a,b");
    });
  });

  test("only -shm deleted: it is refused, and the next process has all records", async () => {
    const file = testFile();
    const one = await running(file, "a", "b");
    rmSync(`${file}-shm`);
    expect(await one.ask("put c")).toBe("unavailable");
    expect(await seenBy(file)).toBe("a,b");
  });

  test.each(["-wal", "-shm"])(
    "%s replaced by its copy: only one of two processes continues",
    async (end) => {
      const file = testFile();
      const one = await running(file, "a", "b");
      replace(`${file}${end}`);
      const two = await running(file, "c");
      expect(await one.ask("put d")).toBe("unavailable");
      expect(await one.ask("put e")).toBe("unavailable");
      expect(await two.ask("keys")).toBe("a,b,c");
    },
  );

  test.each(["close", "end"])(
    "a process that lost its -wal does not damage the file when it ends (%s)",
    async (how) => {
      const file = testFile();
      const one = await running(file, "a");
      for (const end of ["-wal", "-shm"]) replace(`${file}${end}`);
      const two = await running(file, "b", "c");
      await two.end();
      if (how === "close") expect(await one.ask("close")).toBe("undefined");
      await one.end();
      expect(await seenBy(file)).toBe("a,b,c");
    },
  );
});

test("the process reads the file itself, then another program closes it and removes -wal", async () => {
  const file = testFile();
  const one = await running(file, "a");
  visit(file);
  expect(await one.ask("put b")).toBe("ok");
  // Closing any descriptor of a file releases all locks that the process has on it.
  expect(await one.ask(`read ${file}`)).toBe("true");
  visit(file);
  for (const end of ["-wal", "-shm"]) rmSync(`${file}${end}`, { force: true });
  expect(await one.ask("put c")).toBe("unavailable");
  const two = await running(file, "d");
  expect(await two.ask("keys")).toBe("a,b,d");
  await one.end();
  expect(await two.ask("put e")).toBe("ok");
  expect(await seenBy(file)).toBe("a,b,d,e");
});

describe("a file with two paths", () => {
  test("a hard link: both are refused until it is removed", async () => {
    const file = testFile();
    const one = await running(file, "a");
    linkSync(file, `${file}.link`);
    expect(await seenBy(`${file}.link`)).toBe("refused unavailable");
    expect(await one.ask("put b")).toBe("unavailable");
    rmSync(`${file}.link`);
    expect(await one.ask("put b")).toBe("ok");
  });

  test("a symbolic link opens the same journal", async () => {
    const file = testFile();
    const link = join(testFolder(), "link.sqlite");
    const one = await running(file, "a");
    symlinkSync(file, link);
    const two = await running(link, "b");
    expect(await one.ask("put c")).toBe("ok");
    expect(await two.ask("keys")).toBe("a,b,c");
    rmSync(link);
    symlinkSync(testFile(), link);
    expect(await two.ask("put d")).toBe("unavailable");
  });

  test("a mounted file is refused, a mounted folder is not", async ({ skip }) => {
    const file = testFile();
    const one = await running(file, "a");
    // The list of mounts escapes spaces.
    const mounted = join(testFolder(), "the journal.sqlite");
    const folder = testFolder();
    writeFileSync(mounted, "");
    const [aFile, aFolder] = [mountedAt(file, mounted), mountedAt(join(file, ".."), folder)];
    if (!aFile || !aFolder) return skip("mounting is not permitted");
    expect(await seenBy(mounted, aFile)).toBe("refused unavailable");
    expect(await seenBy(join(folder, "journal.sqlite"), aFolder)).toBe("a");
    expect(await one.ask("put b")).toBe("ok");
  });
});

/** A command under which `from` is mounted at `to`, also without root; undefined where neither is permitted. */
function mountedAt(from: string, to: string): readonly string[] | undefined {
  const mount = ["sh", "-c", 'mount --bind "$0" "$1" && shift && exec "$@"', from, to];
  return ["-rm", "-m"]
    .map((flags) => ["unshare", flags, ...mount])
    .find(([unshare = "", ...rest]) => spawnSync(unshare, [...rest, "true"]).status === 0);
}

describe("a process whose last write was overwritten refuses the journal, and so does every other", () => {
  test("the mark counts another write with the same number", async () => {
    const file = testFile();
    const one = await running(file, "a", "b");
    const mark = readFileSync(`${file}-mark`, "utf8");
    writeFileSync(`${file}-mark`, mark.replace(/[0-9a-f]{32}\n$/, `${"a".repeat(32)}\n`));
    expect(await one.ask("put c")).toBe("rolled_back");
    expect(await one.ask("put c")).toBe("rolled_back");
    expect(await seenBy(file)).toBe("refused rolled_back");
  });

  test("its key is gone from the index of keys", async () => {
    const file = testFile();
    const one = await running(file, "a");
    const two = await running(file, "b");
    forget(file, "a");
    expect(await two.ask("put c")).toBe("ok");
    expect(await one.ask("put d")).toBe("rolled_back");
    expect(await two.ask("put e")).toBe("rolled_back");
    expect(await seenBy(file)).toBe("refused rolled_back");
  });
});

/** What is left when another process overwrites a page of the index. */
function forget(file: string, key: string) {
  const database = new DatabaseSync(file);
  database.prepare("DELETE FROM refund WHERE key = ?").run(key);
  database.close();
}

test("detects lost records if the process keeps reading its own files, which releases its locks", async () => {
  const file = testFile();
  const racers = ["careless", "careful"].map((how) => start(racer, file, how, "1500"));
  const confirmed = (await Promise.all(racers.map(({ ended }) => ended))).flatMap((printed) =>
    // A process notices in its next transaction that the one before is lost. After its last one there is none.
    printed.trim().split("\n").slice(0, -1),
  );
  expect(confirmed.length).toBeGreaterThan(10);
  try {
    const journal = sqliteJournal({ file });
    onTestFinished(() => journal.close());
    const found = await Promise.all(confirmed.map((key) => journal.get(key)));
    expect(confirmed.filter((_, at) => !found[at])).toEqual([]);
  } catch (error) {
    // Which page was overwritten decides what finds it: the mark, SQLite, or the journal when it reads a record.
    if (!(error instanceof JournalError)) throw error;
    expect(error.code).toMatch(/^(rolled_back|corrupt|unreadable_record)$/);
  }
});
