/** The SQLite journal remembers the refunds of recent payments. It must decide as if it had read them. */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { type FoundRecords, openRefund } from "../src/index.ts";
import { RecentPayments } from "../src/recent-payments.ts";
import { toStored } from "../src/records/stored.ts";
import { openFile } from "../src/sqlite/file.ts";
import { RecordFinder } from "../src/sqlite/find.ts";
import { rowWriter, SqliteRow } from "../src/sqlite/row.ts";
import { sqliteJournal } from "../src/sqlite.ts";
import { failure } from "./support/failure.ts";
import { testFolder } from "./support/folder.ts";
import { start } from "./support/process.ts";
import { put, recordOf } from "./support/records.ts";
import { outcomeOf } from "./support/states.ts";

const testFile = () => join(testFolder(), "journal.sqlite");

function journalOf(file: string) {
  const journal = sqliteJournal({ file });
  onTestFinished(() => journal.close());
  return journal;
}

const scope = { key: "new", payment: "payment-1" };

const keysIn = (journal: ReturnType<typeof journalOf>) =>
  journal.transact(scope, ({ ofPayment }) => ({ result: ofPayment.map(({ key }) => key) }));

const settled = (key: string, given = {}) => ({
  key,
  state: "settled" as const,
  outcome: outcomeOf("succeeded"),
  ...given,
});

test("a refund that another process has sent is seen", async () => {
  const file = testFile();
  const journal = journalOf(file);
  await put(journal, settled("a"));
  expect(await keysIn(journal)).toEqual(["a"]);
  const other = start(new URL("./support/sqlite-shop.ts", import.meta.url), file);
  expect(await other.line()).toBe("opened");
  other.say("put b payment-1\n");
  expect(await other.line()).toContain("ok");
  const { account, provider, payment, request } = recordOf();
  const refund = { account, provider, payment, request, key: "c", now: 3000, sendingUntil: 4000 };
  const { is } = await journal.transact({ key: "c", payment }, openRefund(refund));
  expect(is).toBe("payment_blocked");
  expect(await keysIn(journal)).toEqual(["a", "b"]);
});

test("a row that another program has damaged, added or corrected is noticed", async () => {
  const file = testFile();
  const journal = journalOf(file);
  const other = new DatabaseSync(file);
  onTestFinished(() => other.close());
  await put(journal, settled("a"));
  expect(await keysIn(journal)).toEqual(["a"]);
  // The table `journal` stays as it is: no journal has written this.
  other.exec("UPDATE refund SET changed_at = changed_at + 1");
  await failure("unreadable_record", () => keysIn(journal));
  other.exec("UPDATE refund SET changed_at = changed_at - 1");
  expect(await keysIn(journal)).toEqual(["a"]);
  rowWriter(other, "")(toStored(recordOf({ key: "b" }), ""));
  expect(await keysIn(journal)).toEqual(["a", "b"]);
});

test("a refund whose commit failed is forgotten", async () => {
  const file = testFile();
  const journal = journalOf(file);
  const other = new DatabaseSync(file);
  other.exec(`CREATE TABLE parent (id TEXT PRIMARY KEY);
    CREATE TABLE child (id TEXT REFERENCES parent DEFERRABLE INITIALLY DEFERRED);
    CREATE TRIGGER picky AFTER INSERT ON refund WHEN new.key = 'bad'
    BEGIN INSERT INTO child VALUES (new.key); END`);
  other.close();
  await put(journal, { key: "a" });
  const ends = await Promise.allSettled(["b", "bad", "c"].map((key) => put(journal, { key })));
  expect(ends.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(await keysIn(journal)).toEqual(["a", "b", "c"]);
  await failure("unavailable", () => put(journal, { key: "bad" }));
  expect(await keysIn(journal)).toEqual(["a", "b", "c"]);
});

test("what a transaction found stays as it was", async () => {
  const journal = journalOf(testFile());
  await put(journal, { key: "a" });
  const found = await journal.transact<FoundRecords>(scope, (all) => ({ result: all }));
  await put(journal, { key: "b" });
  await put(journal, settled("a"));
  expect(found.ofPayment.map(({ key, state }) => [key, state])).toEqual([["a", "leaving"]]);
  expect(() => Object.assign(found.ofPayment[0]?.history[0] ?? {}, { at: 5 })).toThrow(TypeError);
});

test("it finds what a journal finds that has just been opened", async () => {
  const file = testFile();
  const journal = journalOf(file);
  let seed = 7;
  const drawn = (most: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % most;
  };
  for (let turn = 0; turn < 150; turn++) {
    const [key, payment] = [`key-${drawn(9)}`, `payment-${drawn(3)}`];
    const refundId = `R-${drawn(4)}`;
    const outcome = { ...outcomeOf("succeeded"), refundId } as never;
    // The clock can be set back, and a key can come with another payment.
    const openedAt = 1000 + drawn(5);
    await put(journal, { key, payment, openedAt, ...(drawn(2) && settled(key, { outcome })) });
    const wanted = {
      key: `key-${drawn(9)}`,
      payment: `payment-${drawn(3)}`,
      refundId: JSON.stringify(["shop", `R-${drawn(4)}`]),
    };
    const fresh = sqliteJournal({ file });
    const [found, expected] = await Promise.all(
      [journal, fresh].map((one) => one.transact(wanted, (all) => ({ result: { ...all } }))),
    );
    await fresh.close();
    expect(found).toEqual(expected);
  }
});

/** A finder whose questions to the database are counted, and can be answered otherwise. */
function finderOf(answer: (sql: string) => readonly never[] | undefined = () => undefined) {
  const file = testFile();
  const { database, files } = openFile(file, 100);
  const other = new DatabaseSync(file);
  onTestFinished(() => {
    other.close();
    database.close();
  });
  const write = rowWriter(database, "");
  const read: string[] = [];
  const counting = {
    prepare(sql: string) {
      const statement = database.prepare(sql);
      return {
        get: () => statement.get(),
        all(values: Record<string, string>) {
          const rows = answer(sql) ?? statement.all(values);
          read.push(...rows.map(({ key }) => String(key)));
          return rows;
        },
      };
    },
  } as unknown as DatabaseSync;
  const finder = new RecordFinder(counting, files.file);
  const find = (key: string) => {
    finder.begin();
    return finder.find({ key, payment: "payment-1" })();
  };
  return {
    find,
    other,
    put(key: string) {
      const { record } = find(key);
      const stored = toStored(recordOf({ key }), "");
      write(stored);
      finder.wrote(stored, record);
    },
    /** The keys of the rows that were read since the last call. */
    read: () => read.splice(0),
  };
}

describe("which rows are read", () => {
  test("of a payment in use only the key's own", () => {
    const { find, put: write, read } = finderOf();
    for (const key of ["a", "b", "c", "d"]) write(key);
    expect(read()).toEqual([]);
    expect(find("c").ofPayment).toHaveLength(4);
    expect(read()).toEqual(["c"]);
  });

  test("all of them after another connection has written, and what is equal is not parsed again", () => {
    const { find, put: write, read, other } = finderOf();
    for (const key of ["a", "b"]) write(key);
    const [a, b] = find("a").ofPayment;
    read();
    rowWriter(other, "")(toStored(recordOf({ key: "b", attempt: 2 }), ""));
    const { record, ofPayment } = find("a");
    expect(read()).toEqual(["a", "b"]);
    expect(record).toBe(a);
    expect(ofPayment[1]).toEqual({ ...b, attempt: 2 });
  });

  test("all of them ten seconds later", () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    onTestFinished(() => void vi.useRealTimers());
    const { find, put: write, read } = finderOf();
    for (const key of ["a", "b"]) write(key);
    vi.advanceTimersByTime(9_000);
    find("a");
    expect(read()).toEqual(["a"]);
    vi.advanceTimersByTime(2_000);
    find("a");
    expect(read()).toEqual(["a", "b"]);
    find("a");
    expect(read()).toEqual(["a"]);
  });

  test("all of them if the index of keys lacks one that is remembered", () => {
    // As when another process has overwritten a page of the index.
    const { find, put: write } = finderOf((sql) => (sql.includes("$payment") ? undefined : []));
    for (const key of ["a", "b"]) write(key);
    expect(find("a").record).toEqual(recordOf({ key: "a" }));
  });
});

describe("what is remembered is limited", () => {
  const rowOf = (payment: string, request = "{}") =>
    new SqliteRow(toStored(recordOf({ payment, request }), ""));
  const large = JSON.stringify({ text: "x".repeat(1_500_000) });

  test("in number: the payment that was used least recently goes first", () => {
    const recent = new RecentPayments<SqliteRow>();
    for (let at = 0; at < 1000; at++) recent.remember(`${at}`, []);
    expect(recent.get("0")).toEqual([]);
    recent.remember("one more", []);
    expect(recent.get("1")).toBeUndefined();
    expect(recent.get("0")).toEqual([]);
  });

  test("in size, also by what is written", () => {
    const recent = new RecentPayments<SqliteRow>();
    for (const payment of ["a", "b"]) recent.remember(payment, [rowOf(payment, large)]);
    recent.remember("c", []);
    expect(recent.get("a")).toHaveLength(1);
    recent.put(rowOf("c", large));
    expect(recent.get("b")).toBeUndefined();
    expect(recent.get("a")).toHaveLength(1);
    expect(recent.get("c")).toHaveLength(1);
    // A row in place of another counts once.
    for (let turn = 0; turn < 9; turn++) recent.put(rowOf("c", large));
    expect(recent.get("a")).toHaveLength(1);
    recent.remember("d", [rowOf("d", large), rowOf("d", large), rowOf("d", large)]);
    expect(recent.get("d")).toBeUndefined();
  });
});
