import type pg from "pg";
import { describe, expect, test } from "vitest";
import { postgresJournal } from "../src/postgres.ts";
import { failure } from "./support/failure.ts";
import { between, namedSchema, poolOf } from "./support/postgres.ts";
import { admin, journalOf, url } from "./support/postgres-journal.ts";
import { get, put, recordOf } from "./support/records.ts";

test("a user without the right to create tables can use existing ones", async () => {
  const schema = namedSchema();
  const user = `user_${schema}`;
  const connectionString = url.replace("postgres:sesame-of-the-test", `${user}:sesame`);
  const pool = poolOf({ connectionString });
  await admin().query(`CREATE USER ${user} PASSWORD 'sesame'`);
  await failure("read_only", () => put(journalOf({ pool, schema })));
  await put(journalOf({ schema }));
  await failure("read_only", () => put(journalOf({ pool, schema })));
  await admin().query(`GRANT USAGE ON SCHEMA ${schema} TO ${user};
    GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA ${schema} TO ${user}`);
  await put(journalOf({ pool, schema }), { attempt: 2 });
});

test("refuses tables of a newer version", async () => {
  const schema = namedSchema();
  await put(journalOf({ schema }));
  await admin().query(`UPDATE ${schema}.refund_journal_version SET version = 99`);
  const { message } = await failure("unavailable", () => put(journalOf({ schema })));
  expect(message).toContain("schema 99");
});

test("ten journals that start at once create the tables once", async () => {
  const schema = namedSchema();
  // Creating the schema would let only one through, and hide a missing lock.
  await admin().query(`CREATE SCHEMA ${schema}`);
  let made = 0;
  const counting = between(admin(), (text, query) => {
    if (text.includes("CREATE TABLE")) made++;
    return query();
  });
  const journals = Array.from({ length: 10 }, () => journalOf({ schema, pool: counting }));
  await Promise.all(journals.map((journal) => journal.open()));
  // The tables of the journal, of its version and of its leases.
  expect(made).toBe(3);
});

test("refuses an encoding that cannot store every text", async () => {
  const database = namedSchema();
  await admin().query(
    `CREATE DATABASE ${database} TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'`,
  );
  const pool = poolOf({ connectionString: url.replace(/[^/]*$/, database) });
  const { message } = await failure("unavailable", () => put(journalOf({ pool })));
  expect(message).toContain("LATIN1");
});

describe("a server that runs with fsync = off", () => {
  const setTo = (value: string) =>
    poolOf({ connectionString: url, options: `-c refunds.accept_fsync_off=${value}` });
  const request = { name: "n", holder: "h", now: 0, until: 1 };

  test("is refused before anything is created", async () => {
    const schema = namedSchema();
    const journal = journalOf({ pool: setTo("off"), schema });
    const { message } = await failure("unavailable", () => put(journal));
    expect(message).toContain("fsync = off");
    // A client can do what it says.
    expect(message).toContain('options: "-c refunds.accept_fsync_off=on"');
    await failure("unavailable", () => journal.get("k"));
    const { rows } = await admin().query("SELECT 1 FROM pg_namespace WHERE nspname = $1", [schema]);
    expect(rows).toEqual([]);
  });

  test("is refused by every write, and what it has can be read", async () => {
    const schema = namedSchema();
    await put(journalOf({ schema }));
    const journal = journalOf({ pool: setTo("off"), schema });
    expect(await journal.get(recordOf().key)).toEqual(recordOf());
    await failure("unavailable", () => put(journal, { attempt: 2 }));
    await failure("unavailable", () => journal.lease(request));
    expect(await journal.list({ limit: 10 })).toEqual([recordOf()]);
    expect(await journal.open()).toEqual([recordOf()]);
    expect(await journal.get(recordOf().key)).toEqual(recordOf());
  });

  test("is accepted by a client that says so", async () => {
    await put(journalOf({ pool: setTo("on") }));
  });
});

test.each([
  ["off", "on"],
  ["local", "on"],
  ["remote_write", "remote_write"],
  ["remote_apply", "remote_apply"],
])(
  "a commit reaches the disk and the standby: synchronous_commit %s is %s",
  async (given, used) => {
    const seen: unknown[] = [];
    const pool = poolOf({ connectionString: url, options: `-c synchronous_commit=${given}` });
    const spying = between(pool, async (text, query, client) => {
      if (text === "COMMIT") seen.push((await client.query("SHOW synchronous_commit")).rows[0]);
      return query();
    });
    await put(journalOf({ pool: spying }));
    expect(seen.at(-1)).toEqual({ synchronous_commit: used });
  },
);

test("accepts any schema name up to 63 bytes, and keeps schemas separate", async () => {
  const pool = admin();
  const name = `it's "odd" ${crypto.randomUUID()}`;
  await put(journalOf({ pool, schema: name }));
  expect(await get(journalOf({ pool, schema: name }))).toEqual(recordOf());
  expect(await get(journalOf({ pool }))).toBeUndefined();
  for (const schema of ["", "x".repeat(64), "a\0b"]) {
    expect(() => postgresJournal({ pool, schema })).toThrow("schema must be");
  }
  expect(() => postgresJournal({ pool: {} as pg.Pool })).toThrow("pool must be");
  expect(() => postgresJournal({ pool, timeoutMs: 0.5 })).toThrow("timeoutMs must be");
});

test("close() leaves the caller's pool open", async () => {
  const pool = admin();
  const journal = postgresJournal({ pool, schema: namedSchema() });
  const writing = put(journal);
  await journal.close();
  await writing;
  expect((await pool.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
});
