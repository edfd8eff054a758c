import {
  closeSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { isJournalError } from "../src/index.ts";
import { sqliteJournal } from "../src/sqlite.ts";
import { failure } from "./support/failure.ts";
import { testFolder } from "./support/folder.ts";
import { get, put, recordOf } from "./support/records.ts";

/** A folder on a disk, not in memory. */
function diskFolder() {
  const folder = mkdtempSync(join(tmpdir(), "refunds-journal-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function journalIn(folder: string, lockTimeoutMs = 5000) {
  const file = join(folder, "journal.sqlite");
  const journal = sqliteJournal({ file, lockTimeoutMs });
  onTestFinished(() => journal.close());
  return { file, journal };
}

/** The slowest of several fsyncs in milliseconds, which shows how busy the machine is. */
async function worstFsync(folder: string): Promise<number> {
  const file = openSync(join(folder, "fsync"), "w");
  let worst = 0;
  for (let turn = 0; turn < 30; turn++) {
    const startedAt = performance.now();
    writeSync(file, Buffer.alloc(65_536, 1));
    fsyncSync(file);
    worst = Math.max(worst, performance.now() - startedAt);
    await new Promise((wake) => setImmediate(wake));
  }
  closeSync(file);
  return worst;
}

/** How many transactions the journal has committed that wrote something. */
const commitsOf = (file: string) => Number(readFileSync(`${file}-mark`, "utf8").split(" ")[1]);

test("runs 10,000 concurrent calls in order", async () => {
  const { journal } = journalIn(testFolder());
  const done: number[] = [];
  await Promise.all(
    Array.from({ length: 10_000 }, async (_, at) => {
      await put(journal, { key: `key-${at}`, payment: `payment-${at}` });
      done.push(at);
    }),
  );
  expect(done).toHaveLength(10_000);
  expect(done).toEqual(done.toSorted((a, b) => a - b));
});

// Noise only ever makes it slower, so the best of several tries counts.
test("10,000 concurrent calls keep the event loop responsive", { retry: 4 }, async () => {
  const folder = diskFolder();
  const { journal } = journalIn(folder);
  const many = (name: string, number: number) =>
    Array.from({ length: number }, (_, at) => {
      const key = `${name}-${at}`;
      return put(journal, { key, payment: key, openedAt: at });
    });
  await Promise.all(many("first", 500));
  const fsyncMs = await worstFsync(folder);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const startedAt = performance.now();
  const all = many("key", 10_000);
  const callingMs = performance.now() - startedAt;
  await Promise.all(all);
  delay.disable();
  const [half, most] = [delay.percentile(50) / 1e6, delay.percentile(90) / 1e6];
  expect(delay.count).toBeGreaterThan(20);
  expect(half).toBeLessThan(50);
  // A busy machine slows everything down, so allow for its slowest fsync.
  expect(most).toBeLessThan(50 + 3 * fsyncMs);
  // All calls are made in one turn of the event loop, which also runs the first transaction.
  expect(delay.max / 1e6).toBeLessThan(callingMs + 100 + 3 * fsyncMs);
});

test("listing 10,000 open refunds keeps the event loop responsive", { retry: 4 }, async () => {
  const { journal } = journalIn(testFolder());
  const all = Array.from({ length: 10_000 }, (_, at) =>
    // Many have the same time: none at the end of a page may be skipped or repeated.
    put(journal, { key: `key-${at}`, payment: `payment-${at}`, openedAt: at >> 9 }),
  );
  await Promise.all(all);
  await journal.open();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const keys = (await journal.open()).map(({ key }) => key);
  delay.disable();
  expect(keys).toEqual(all.map((_, at) => `key-${at}`));
  expect(delay.percentile(90) / 1e6).toBeLessThan(50);
  expect(delay.count).toBeGreaterThan(10);
});

test("concurrent calls share their waits for the disk", async () => {
  const { file, journal } = journalIn(testFolder());
  const one = (at: number) => put(journal, { key: `key-${at}`, payment: `payment-${at}` });
  for (let at = 0; at < 100; at++) await one(at);
  const alone = commitsOf(file);
  expect(alone).toBe(100);
  await Promise.all(Array.from({ length: 100 }, (_, at) => one(at)));
  // A commit waits once. Alone on a machine, two or three are enough.
  expect(commitsOf(file) - alone).toBeLessThan(50);
});

test("every confirmed record of concurrent calls is committed", async () => {
  const { file, journal } = journalIn(testFolder());
  const other = new DatabaseSync(file);
  onTestFinished(() => other.close());
  const count = other.prepare("SELECT count(*) AS count FROM refund WHERE key = ?");
  const missing: string[] = [];
  await Promise.all(
    Array.from({ length: 200 }, async (_, at) => {
      await put(journal, { key: `key-${at}`, payment: `payment-${at}` });
      if (count.get(`key-${at}`)?.count !== 1) missing.push(`key-${at}`);
    }),
  );
  expect(missing).toEqual([]);
});

test("if SQLite refuses one of many calls, only that call fails", async () => {
  const { file, journal } = journalIn(testFolder());
  const other = new DatabaseSync(file);
  other.exec(`CREATE TRIGGER picky BEFORE INSERT ON refund WHEN new.key = 'key-7'
    BEGIN SELECT RAISE(ROLLBACK, 'not this one'); END`);
  other.close();
  const ended = await Promise.allSettled(
    Array.from({ length: 20 }, (_, at) => put(journal, { key: `key-${at}`, openedAt: at })),
  );
  const failed = ended.flatMap((end, at) => (end.status === "rejected" ? [[at, end.reason]] : []));
  expect(failed).toEqual([[7, expect.toSatisfy(isJournalError)]]);
  expect(await journal.open()).toHaveLength(19);
});

test("if a commit fails, only the call that caused it rejects", async () => {
  const { file, journal } = journalIn(testFolder());
  const other = new DatabaseSync(file);
  other.exec(`CREATE TABLE parent (id TEXT PRIMARY KEY);
    CREATE TABLE child (id TEXT REFERENCES parent DEFERRABLE INITIALLY DEFERRED);
    CREATE TRIGGER picky AFTER INSERT ON refund WHEN new.key = 'key-7'
    BEGIN INSERT INTO child VALUES (new.key); END`);
  other.close();
  const ended = await Promise.allSettled(
    Array.from({ length: 20 }, (_, at) => put(journal, { key: `key-${at}`, openedAt: at })),
  );
  const failed = ended.flatMap((end, at) => (end.status === "rejected" ? [[at, end.reason]] : []));
  expect(failed).toEqual([[7, expect.toSatisfy(isJournalError)]]);
  expect(await journal.open()).toHaveLength(19);
});

test("close() waits for earlier calls, and refuses later ones", async () => {
  const { file, journal } = journalIn(testFolder());
  const called = Array.from({ length: 300 }, (_, at) =>
    put(journal, { key: `key-${at}`, payment: `payment-${at}` }),
  );
  const closing = journal.close();
  await failure("unavailable", () => put(journal, { key: "late" }));
  await Promise.all(called);
  await closing;
  const again = sqliteJournal({ file });
  onTestFinished(() => again.close());
  expect(await again.open()).toHaveLength(300);
});

test("refuses calls immediately when the queue is full", async () => {
  const { file, journal } = journalIn(testFolder(), 100);
  const other = new DatabaseSync(file);
  onTestFinished(() => other.close());
  other.exec("BEGIN IMMEDIATE");
  const read = { key: "key", payment: "payment" };
  const waiting = Array.from({ length: 50_001 }, () =>
    journal.transact(read, () => ({ result: "done" })).catch((error) => error),
  );
  const last = await waiting[50_000];
  expect(last).toSatisfy(isJournalError);
  expect(last).toMatchObject({ code: "locked" });
  expect(last.message).toContain("50000 calls are already waiting");
  other.exec("ROLLBACK");
  expect(await waiting[0]).toBe("done");
  expect(await waiting[49_999]).toBe("done");
});

test("each call has its own timeout for a lock that another process holds", async () => {
  const { file, journal } = journalIn(testFolder(), 2000);
  const other = new DatabaseSync(file);
  onTestFinished(() => other.close());
  other.exec("BEGIN IMMEDIATE");
  const early = failure("locked", () => put(journal, { key: "early" }));
  await new Promise((wake) => setTimeout(wake, 1500));
  const late = put(journal, { key: "late" });
  await early;
  other.exec("ROLLBACK");
  await late;
  expect(await get(journal, "late")).toEqual(recordOf({ key: "late" }));
});
