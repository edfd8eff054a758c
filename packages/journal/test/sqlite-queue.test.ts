import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { isJournalError } from "../src/index.ts";
import { sqliteJournal } from "../src/sqlite.ts";
import { failure } from "./support/failure.ts";
import { testFolder } from "./support/folder.ts";
import { get, put, recordOf } from "./support/records.ts";

function journalIn(folder: string, lockTimeoutMs = 5000) {
  const file = join(folder, "journal.sqlite");
  const journal = sqliteJournal({ file, lockTimeoutMs });
  onTestFinished(() => journal.close());
  return { file, journal };
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

/**
 * The most CPU time of this thread, in milliseconds, in one turn of the event loop. Wall time would measure how busy the
 * machine is.
 * @param onTurn called once in each turn
 */
async function longestTurn(work: () => Promise<unknown>, onTurn = () => {}): Promise<number> {
  let longest = 0;
  let before = process.threadCpuUsage();
  let next: NodeJS.Immediate | undefined;
  const turn = () => {
    const { user, system } = process.threadCpuUsage();
    longest = Math.max(longest, (user + system - before.user - before.system) / 1000);
    onTurn();
    before = process.threadCpuUsage();
    next = setImmediate(turn);
  };
  turn();
  await work();
  clearImmediate(next);
  return longest;
}

test("10,000 concurrent calls take at most 50 ms of CPU and one wait for the disk in a turn of the event loop", async () => {
  const { file, journal } = journalIn(testFolder());
  await put(journal, { key: "first" });
  const all = Array.from({ length: 10_000 }, (_, at) => {
    const key = `key-${at}`;
    return put(journal, { key, payment: key, openedAt: at });
  });
  let commits = commitsOf(file);
  let mostInTurn = 0;
  const longest = await longestTurn(
    () => Promise.all(all),
    () => {
      const now = commitsOf(file);
      mostInTurn = Math.max(mostInTurn, now - commits);
      commits = now;
    },
  );
  expect(longest).toBeLessThan(50);
  expect(mostInTurn).toBe(1);
});

test("listing 10,000 open refunds takes at most 50 ms of CPU in a turn of the event loop", async () => {
  const { journal } = journalIn(testFolder());
  const all = Array.from({ length: 10_000 }, (_, at) =>
    // Many have the same time: none at the end of a page may be skipped or repeated.
    put(journal, { key: `key-${at}`, payment: `payment-${at}`, openedAt: at >> 9 }),
  );
  await Promise.all(all);
  let keys: readonly string[] = [];
  let turns = 0;
  const longest = await longestTurn(
    async () => {
      keys = (await journal.open()).map(({ key }) => key);
    },
    () => turns++,
  );
  expect(keys).toEqual(all.map((_, at) => `key-${at}`));
  expect(longest).toBeLessThan(50);
  // A page has 100 records, and a turn at most two pages.
  expect(turns).toBeGreaterThanOrEqual(50);
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
