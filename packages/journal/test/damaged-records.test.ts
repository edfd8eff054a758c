/** The journal never accepts a record that differs from what was written: its refund could be sent again. */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { crc32 } from "node:zlib";
import { describe, expect, inject, onTestFinished, test } from "vitest";
import { type JournalStore, openRefund } from "../src/index.ts";
import { checksum } from "../src/records/checksum.ts";
import { fromStored, type Stored, toStored } from "../src/records/stored.ts";
import { sqliteJournal } from "../src/sqlite.ts";
import { failure } from "./support/failure.ts";
import { testFolder } from "./support/folder.ts";
import { namedSchema, poolOf } from "./support/postgres.ts";
import { journalOf } from "./support/postgres-journal.ts";
import { get, put, recordOf } from "./support/records.ts";
import { outcomeOf } from "./support/states.ts";

const record = recordOf({
  state: "settled",
  outcome: { ...outcomeOf("succeeded"), refundId: "R-1" } as never,
  amount: { value: 1050, currency: "EUR" },
  request: '{"amount":{"currency":"EUR","value":1050},"payment":{"id":"€1"}}',
});

const row = toStored(record, "here");

const refused = (given: Partial<Record<keyof Stored, unknown>>) =>
  failure("unreadable_record", () => fromStored({ ...row, ...given }, "here"));

const refuses = async (text: unknown) => void (await refused({ text }));

test("the checksum equals the standard CRC-32", () => {
  for (const text of ["", "a", "123456789", "€😀\u0000\n".repeat(500)]) {
    expect(checksum(text)).toBe(crc32(text).toString(16).padStart(8, "0"));
  }
});

describe("reading a record back", () => {
  test("returns the record if nothing is damaged", () => {
    expect(fromStored(row, "here")).toEqual(record);
    expect(fromStored({ text: row.text }, "here")).toEqual(record);
  });

  test("detects every changed, removed or added character", async () => {
    for (let at = 0; at < row.text.length; at++) {
      const [before, after] = [row.text.slice(0, at), row.text.slice(at + 1)];
      const other = row.text[at] === "1" ? "2" : "1";
      for (const text of [
        before + other + after,
        before + after,
        `${before}1${row.text.slice(at)}`,
      ]) {
        await refused({ text });
      }
    }
  });

  test.each([
    "",
    "null",
    "{}",
    "[]",
    '{"format":1}',
    '{"format":1,"record":null}',
    undefined,
    null,
    7,
  ])("refuses %j", refuses);

  test.each([
    ["key", "order-2/refund-1"],
    ["payment", "payment-2"],
    ["refundId", null],
    ["status", "declined"],
    ["openedAt", 1001],
    ["changedAt", 999],
  ] as const)("refuses a row with another %s", async (column, value) => {
    const { message } = await refused({ [column]: value });
    expect(message).toContain(`its column ${column} differs`);
  });

  test.each(["", "{", "null", "[]", "7", '"text"', "{}{}"])("refuses the request %j", (request) => {
    const text = JSON.stringify({ ...record, request });
    return refuses(`{"format":1,"sum":"${checksum(text)}","record":${text}}`);
  });
});

type Damage = (column: string, sql: string) => Promise<unknown>;

const stores: Readonly<Record<string, () => { journal: JournalStore; damage: Damage }>> = {
  SQLite() {
    const file = join(testFolder(), "journal.sqlite");
    const journal = sqliteJournal({ file });
    const other = new DatabaseSync(file);
    onTestFinished(async () => {
      other.close();
      await journal.close();
    });
    return {
      journal,
      damage: async (column, sql) =>
        other.exec(`UPDATE refund SET ${column} = ${sql} WHERE payment = 'payment-1'`),
    };
  },
  Postgres() {
    const schema = namedSchema();
    const pool = poolOf({ connectionString: inject("postgres") });
    const journal = journalOf({ schema });
    return {
      journal,
      damage: (column, sql) =>
        pool.query(
          `UPDATE "${schema}".refund_journal SET ${column} = ${sql} WHERE payment = 'payment-1'`,
        ),
    };
  },
};

describe.each(Object.entries(stores))("%s", (_, open) => {
  test.each([
    ["record", `replace(record, '"attempt":1', '"attempt":2')`],
    ["record", `replace(record, '"request":"{', '"request":"[')`],
    ["record", "substr(record, 1, 40)"],
    ["record", `replace(record, 'order-1', 'order-9')`],
    ["key", "'order-9/refund-1'"],
    ["status", "'declined'"],
    ["opened_at", "1"],
    ["changed_at", "1"],
  ])("refuses a damaged %s (%s), and does not overwrite it", async (column, sql) => {
    const { journal, damage } = open();
    await put(journal);
    // SQLite looks for the key that it wrote last, and that is another answer: see sqlite-file-identity.test.ts.
    await put(journal, { key: "good", payment: "other" });
    await damage(column, sql);
    // The payment finds the row even if its key is damaged.
    await failure("unreadable_record", () => put(journal, { attempt: 2 }));
    const opened = openRefund({ ...recordOf(), key: "new", now: 3000, sendingUntil: 4000 });
    await failure("unreadable_record", () =>
      journal.transact({ key: "new", payment: "payment-1" }, opened),
    );
    await failure("unreadable_record", () =>
      journal.transact({ key: "new", payment: "payment-1" }, (found) => ({ result: found })),
    );
    expect(await get(journal, "good", "other")).toMatchObject({ key: "good" });
  });
});
