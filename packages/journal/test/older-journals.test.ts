/** A journal that an older version made is opened and gets what lists and leases need; the older version can go on using it. */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { fillPostgres, fillSqlite, recordAt } from "../bench/many.ts";
import { toStored } from "../src/records/stored.ts";
import { restoreBackup, sqliteJournal } from "../src/sqlite.ts";
import { testFolder } from "./support/folder.ts";
import { namedSchema, poolOf } from "./support/postgres.ts";
import { admin, journalOf, url } from "./support/postgres-journal.ts";
import { start } from "./support/process.ts";
import { put } from "./support/records.ts";

const worker = new URL("./support/worker.ts", import.meta.url);

const expectedKeys = (number: number, account: string) =>
  Array.from({ length: number }, (_, at) => recordAt(number - 1 - at))
    .filter((record) => record.account === account)
    .map(({ key }) => key);

function inSqlite(file: string) {
  const journal = sqliteJournal({ file });
  onTestFinished(() => journal.close());
  return journal;
}

const sqliteNames = (file: string) => {
  // The process that closes last folds its log into the file.
  const database = new DatabaseSync(file, { timeout: 5000 });
  const rows = database.prepare("SELECT name FROM sqlite_schema WHERE sql NOT NULL").all();
  const { user_version: version } = database.prepare("PRAGMA user_version").get() ?? {};
  database.close();
  return { names: rows.map(({ name }) => name).sort(), version };
};

const current = ["journal", "lease", "refund", "refund_account", "refund_payment"].concat([
  "refund_refund_id",
  "refund_status",
]);

test("SQLite: an older journal is listed completely, and keeps its version", async () => {
  const file = join(testFolder(), "journal.sqlite");
  await fillSqlite(file, 500);
  expect(sqliteNames(file).names).toContain("refund_open");
  const journal = inSqlite(file);
  const found = await journal.list({ account: "account-3", limit: 1000 });
  expect(found.map(({ key }) => key)).toEqual(expectedKeys(500, "account-3"));
  expect(await journal.list({ limit: 1000 })).toHaveLength(500);
  // The older version refuses every other number.
  expect(sqliteNames(file)).toEqual({ names: current, version: 1 });
});

test("SQLite: what an older version writes into it meanwhile is listed, too", async () => {
  const file = join(testFolder(), "journal.sqlite");
  await fillSqlite(file, 20);
  const older = new DatabaseSync(file);
  onTestFinished(() => older.close());
  const journal = inSqlite(file);
  const { text, ...row } = toStored(recordAt(23), "here");
  const insert = older.prepare("INSERT INTO refund VALUES (?, ?, ?, ?, ?, ?, ?)");
  insert.run(row.key, row.payment, row.refundId, row.status, row.openedAt, row.changedAt, text);
  const [found] = await journal.list({ account: "account-3", limit: 1 });
  expect(found).toEqual(recordAt(23));
});

test("SQLite: a backup of an older journal is restored with what lists need", async () => {
  const folder = testFolder();
  const [backup, file] = [join(folder, "old.sqlite"), join(folder, "new.sqlite")];
  await fillSqlite(backup, 50);
  await restoreBackup({ backup, file });
  expect(await inSqlite(file).list({ account: "account-3", limit: 99 })).toHaveLength(3);
  expect(sqliteNames(file).names).toEqual(current);
});

test("two processes open an older SQLite journal at once", async () => {
  const file = join(testFolder(), "journal.sqlite");
  await fillSqlite(file, 20_000);
  const both = [0, 1].map(() => start(worker, "count", "sqlite", file));
  await Promise.all(both.map((one) => one.printed("ready")));
  for (const one of both) one.say("go\n");
  await Promise.all(both.map((one) => one.printed("done")));
  expect(sqliteNames(file).names).toEqual(current);
});

test("Postgres: an older journal is listed completely, and keeps its version", async () => {
  const [schema, pool] = [namedSchema(), admin()];
  await fillPostgres(pool, schema, 500);
  const journals = [journalOf({ schema }), journalOf({ schema })];
  const pages = await Promise.all(
    journals.map((journal) => journal.list({ account: "account-3", limit: 1000 })),
  );
  for (const page of pages)
    expect(page.map(({ key }) => key)).toEqual(expectedKeys(500, "account-3"));
  const version = await pool.query(`SELECT version FROM ${schema}.refund_journal_version`);
  expect(version.rows).toEqual([{ version: 1 }]);
  const { rows } = await pool.query("SELECT indexname FROM pg_indexes WHERE schemaname = $1", [
    schema,
  ]);
  const names = rows.map(({ indexname }) => indexname);
  expect(names).toContain("refund_journal_account");
  expect(names).toContain("refund_journal_status");
  expect(names).not.toContain("refund_journal_open");
});

test("Postgres: a user who may not create the indexes is refused until they are there", async () => {
  const [schema, pool] = [namedSchema(), admin()];
  await fillPostgres(pool, schema, 5);
  const user = `user_${schema}`;
  await pool.query(`CREATE USER ${user} PASSWORD 'sesame'; GRANT USAGE ON SCHEMA ${schema} TO ${user};
    GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA ${schema} TO ${user}`);
  const connectionString = url.replace("postgres:sesame-of-the-test", `${user}:sesame`);
  const limited = journalOf({ schema, pool: poolOf({ connectionString }) });
  await expect(put(limited)).rejects.toMatchObject({ code: "read_only" });
  await put(journalOf({ schema }));
  await put(limited, { attempt: 2 });
});
