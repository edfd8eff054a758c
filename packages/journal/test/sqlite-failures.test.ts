import { chmodSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { isRefundError } from "@refunds/core";
import { describe, expect, onTestFinished, test } from "vitest";
import { openFile } from "../src/sqlite/file.ts";
import { SqliteJournal } from "../src/sqlite/journal.ts";
import { listRows } from "../src/sqlite/list.ts";
import { sqliteJournal } from "../src/sqlite.ts";
import { failure } from "./support/failure.ts";
import { testFolder } from "./support/folder.ts";
import { run } from "./support/process.ts";
import { get, put, recordOf } from "./support/records.ts";

const withoutRights = new URL("./support/open-without-rights.ts", import.meta.url);

const testFile = () => join(testFolder(), "journal.sqlite");

function journalOf(file: string, lockTimeoutMs?: number) {
  const journal = sqliteJournal({ file, ...(lockTimeoutMs !== undefined && { lockTimeoutMs }) });
  onTestFinished(() => journal.close());
  return journal;
}

function plain(file: string) {
  const database = new DatabaseSync(file);
  onTestFinished(() => database.close());
  return database;
}

test("a trigger that skips what is written: the call rejects", async () => {
  const file = testFile();
  const journal = journalOf(file);
  await put(journal);
  plain(file).exec("CREATE TRIGGER skip BEFORE INSERT ON refund BEGIN SELECT RAISE(IGNORE); END");
  const { message } = await failure("read_only", () => put(journal, { key: "other" }));
  expect(message).toContain("did not keep");
  plain(file).exec("DROP TRIGGER skip");
  await put(journal, { key: "other" });
});

describe("a file that cannot be a journal", () => {
  test("its folder is missing", async () => {
    const file = join(testFolder(), "missing", "journal.sqlite");
    const { message } = await failure("unavailable", () => sqliteJournal({ file }));
    expect(message).toContain(`${file}: its folder`);
    expect(message).toContain("does not exist");
  });

  test("it is a folder", () => failure("unavailable", () => sqliteJournal({ file: testFolder() })));

  test("it is something else", async () => {
    const file = testFile();
    writeFileSync(file, "These are not the bytes of a database. ".repeat(100));
    await failure("corrupt", () => sqliteJournal({ file }));
  });

  test("it is another program's database, which stays unchanged", async () => {
    const file = testFile();
    plain(file).exec("CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1)");
    const before = readFileSync(file);
    await failure("unavailable", () => sqliteJournal({ file }));
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test("a newer version made it", async () => {
    const file = testFile();
    const journal = journalOf(file);
    plain(file).exec("PRAGMA user_version = 99");
    const { message } = await failure("unavailable", () => sqliteJournal({ file }));
    expect(message).toContain("schema 99");
    // Also if a newer version migrates the file while it is open.
    await failure("unavailable", () => put(journal));
  });

  test.each(["", ":memory:", 7])("the option is %j", (file) => {
    expect(() => sqliteJournal({ file: file as string })).toThrow("sqliteJournal: file must be");
    expect(() => sqliteJournal({ file: "a", lockTimeoutMs: Number.NaN })).toThrow(
      expect.toSatisfy(isRefundError),
    );
  });
});

describe("a journal that is damaged", () => {
  test("in a page of the file: calls that need it are refused", async () => {
    const file = testFile();
    const journal = sqliteJournal({ file });
    for (let at = 0; at < 300; at++)
      await put(journal, { key: `key-${at}`, payment: `payment-${at}` });
    await journal.close();
    const bytes = readFileSync(file);
    bytes.fill(0xa5, 10 * 4096);
    writeFileSync(file, bytes);
    const damaged = journalOf(file);
    await failure("corrupt", () => put(damaged));
    await failure("corrupt", () => damaged.open());
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  test("in one record: it is refused, others are not", async () => {
    const file = testFile();
    const journal = journalOf(file);
    await put(journal, { key: "good", payment: "other" });
    await put(journal);
    plain(file).exec(
      "UPDATE refund SET record = substr(record, 1, 40) WHERE payment = 'payment-1'",
    );
    const { message } = await failure("unreadable_record", () => get(journal));
    expect(message).toContain("is not JSON");
    await failure("unreadable_record", () => put(journal));
    expect(await get(journal, "good", "other")).toMatchObject({ key: "good" });
  });

  test("refuses a record of a newer version", async () => {
    const file = testFile();
    const journal = journalOf(file);
    await put(journal);
    plain(file).exec(`UPDATE refund SET record = replace(record, '"format":1', '"format":2')`);
    const { message } = await failure("unreadable_record", () => put(journal));
    expect(message).toContain("Update @refunds/journal");
  });
});

describe("a journal that another process keeps locked", () => {
  test("waits without blocking the event loop, then rejects, then works again", async () => {
    const file = testFile();
    const journal = journalOf(file, 1000);
    const other = plain(file);
    other.exec("BEGIN IMMEDIATE");
    let turns = 0;
    const ticking = setInterval(() => turns++, 1);
    const startedAt = performance.now();
    await failure("locked", () => put(journal));
    clearInterval(ticking);
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(1000);
    expect(turns).toBeGreaterThan(3);
    const waiting = put(journal);
    other.exec("ROLLBACK");
    await waiting;
    expect(await get(journal)).toEqual(recordOf());
  });

  test("cannot be opened for the first time", async () => {
    const file = testFile();
    plain(file).exec("BEGIN EXCLUSIVE");
    await failure("locked", () => sqliteJournal({ file, lockTimeoutMs: 100 }));
  });
});

test("a full disk: rejects, loses nothing, and works again once there is space", async () => {
  const file = testFile();
  const opened = openFile(file, 100);
  const { database } = opened;
  const journal = new SqliteJournal(opened, 100);
  onTestFinished(() => journal.close());
  await put(journal, { key: "before" });
  database.exec("PRAGMA max_page_count = 10");
  const large = { key: "large", request: JSON.stringify({ text: "x".repeat(100_000) }) };
  const { message } = await failure("full", () => put(journal, large));
  expect(message).toContain(file);
  expect(await get(journal, "large")).toBeUndefined();
  expect(await get(journal, "before")).toBeDefined();
  database.exec("PRAGMA max_page_count = 4294967294");
  await put(journal, large);
  expect(await get(journal, "large")).toMatchObject(large);
});

// Tests may run as root, who ignores permissions, so another user's process opens the file.
describe.skipIf(process.platform === "win32")("a journal that cannot be written", () => {
  test.each([
    ["the file", 0o444, 0o755, 0o666],
    ["the folder", 0o444, 0o555, 0o666],
    ["the folder only", 0o666, 0o555, 0o666],
    ["the mark", 0o666, 0o777, 0o444],
  ])("%s is read-only: nothing is written", async (_, fileMode, folderMode, markMode) => {
    const folder = testFolder();
    const file = join(folder, "journal.sqlite");
    const journal = sqliteJournal({ file });
    await put(journal);
    await journal.close();
    chmodSync(file, fileMode);
    chmodSync(`${file}-mark`, markMode);
    chmodSync(folder, folderMode);
    const { code, message } = JSON.parse(await run(withoutRights, file));
    chmodSync(folder, 0o755);
    expect({ code, message }).toMatchObject({ code: "read_only" });
    expect(message).toContain("Nothing was sent");
    const again = journalOf(file);
    expect(await get(again)).toEqual(recordOf());
    expect(await get(again, "another")).toBeUndefined();
  });
});

describe("a file that disappears while in use", () => {
  test("deleted: refused, because the next start would find nothing", async () => {
    const file = testFile();
    const journal = journalOf(file);
    await put(journal);
    rmSync(file);
    await failure("unavailable", () => put(journal));
    await failure("unavailable", () => journal.open());
  });

  test("replaced", async () => {
    const file = testFile();
    const journal = journalOf(file);
    await put(journal);
    renameSync(file, `${file}.old`);
    writeFileSync(file, "");
    const { message } = await failure("unavailable", () => put(journal));
    expect(message).toContain("moved, replaced or deleted");
  });
});

describe("the file", () => {
  test.skipIf(process.platform === "win32")("is readable only by its owner", async () => {
    const file = testFile();
    await put(journalOf(file));
    for (const name of [file, `${file}-wal`]) expect(statSync(name).mode & 0o777).toBe(0o600);
  });

  test("is synced to disk at every commit, and uses its indexes", () => {
    const { database } = openFile(testFile(), 100);
    onTestFinished(() => database.close());
    expect(database.prepare("PRAGMA synchronous").get()).toEqual({ synchronous: 2 });
    expect(database.prepare("PRAGMA journal_mode").get()).toEqual({ journal_mode: "wal" });
    const planOf = (sql: string) =>
      JSON.stringify(database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all());
    const found = planOf("SELECT record FROM refund WHERE key = '' OR payment = ''");
    expect(found).toContain("refund_payment (payment=?)");
    expect(found).not.toContain("SCAN");
    const sent: string[] = [];
    const prepare = (sql: string) => {
      sent.push(sql);
      return database.prepare(sql);
    };
    listRows({ prepare } as DatabaseSync, { states: ["leaving", "unknown"], limit: 1 }, "");
    const listed = planOf(sent[0] ?? "");
    expect(listed).toContain("refund_status");
    expect(listed).not.toContain("TEMP B-TREE");
  });
});

test("a list does not end early where the index of keys lacks a refund", async () => {
  const file = testFile();
  const journal = sqliteJournal({ file });
  for (const key of ["a", "b", "c"]) await put(journal, { key, payment: key, openedAt: 1 });
  await journal.close();
  const { database } = openFile(file, 100);
  onTestFinished(() => database.close());
  // As when another process has overwritten a page of the index.
  const withoutKeys = {
    prepare: (sql: string) =>
      / WHERE key = /.test(sql) ? { get: () => undefined } : database.prepare(sql),
  } as DatabaseSync;
  const listAfter = (key: string, from: DatabaseSync) =>
    listRows(from, { order: "oldest", after: { openedAt: 1, key }, limit: 9 }, file);
  expect(listAfter("a", database).map(({ key }) => key)).toEqual(["b", "c"]);
  const { message } = await failure("corrupt", () => listAfter("a", withoutKeys));
  expect(message).toContain('the index of keys lacks "a"');
  // A key that was never there, as after a restored backup, does not mean damage.
  expect(listAfter("z", withoutKeys)).toEqual([]);
});
