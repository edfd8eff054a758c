/** A schema of runs that an older version made gets what it lacks; one of a newer version is refused. */
import { type PostgresServer, startPostgres } from "@refunds/testing/postgres";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { openPool } from "../src/config/open-pool.ts";
import { migrateRuns } from "../src/queue/run-schema.ts";
import { openRunTables } from "../src/queue/run-tables.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

const newName = () => `runs_${crypto.randomUUID().slice(0, 8)}`;

async function open() {
  const pool = await openPool(server.url, 5);
  onTestFinished(() => pool.end());
  const name = newName();
  await migrateRuns(pool, name);
  const versions = async () =>
    (await pool.query(`SELECT version FROM ${name}.version`)).rows.map(({ version }) => version);
  return { pool, name, versions };
}

const first = "CREATE TABLE %.run (id text)";
const second = "ALTER TABLE %.run ADD COLUMN added text NOT NULL DEFAULT 'x'";

test("a schema of an older version is migrated once, by however many processes that start together", async () => {
  const { pool, name, versions } = await open();
  expect(await versions()).toEqual([1]);
  await Promise.all(Array.from({ length: 5 }, () => migrateRuns(pool, name, [first, second])));
  expect(await versions()).toEqual([2]);
  expect((await pool.query(`SELECT added FROM ${name}.run`)).rows).toEqual([]);
});

test("a new schema is made once, also by processes that looked for it before it was there", async () => {
  const name = newName();
  const holder = await openPool(server.url, 1);
  // Each has one connection, so that what Postgres remembers for it is what the process asked before.
  const pools = await Promise.all(Array.from({ length: 5 }, () => openPool(server.url, 1)));
  onTestFinished(async () => void (await Promise.all([holder, ...pools].map((one) => one.end()))));
  await holder.query("SELECT pg_advisory_lock(hashtext($1))", [`refunds ${name}`]);
  const migrations = pools.map((one) => migrateRuns(one, name, [first, second]));
  const waiting = "SELECT count(*)::int AS count FROM pg_locks WHERE NOT granted";
  await expect.poll(async () => (await holder.query(waiting)).rows[0].count).toBe(5);
  await holder.query("SELECT pg_advisory_unlock_all()");
  await Promise.all(migrations);
  expect((await holder.query(`SELECT version FROM ${name}.version`)).rows).toEqual([
    { version: 2 },
  ]);
});

test("a version that was raised in the meantime is not lowered", async () => {
  const { pool, name, versions } = await open();
  const raise = `UPDATE %.version SET version = 3`;
  await migrateRuns(pool, name, [first, raise]);
  expect(await versions()).toEqual([3]);
});

test("a role that may not create schemas adds the version to a schema that is there", async () => {
  const { pool, name, versions } = await open();
  const role = `role_${name}`;
  await pool.query(`DROP TABLE ${name}.version; CREATE ROLE ${role} LOGIN;
    GRANT ALL ON SCHEMA ${name} TO ${role}; ALTER TABLE ${name}.run OWNER TO ${role};
    ALTER TABLE ${name}.outcome OWNER TO ${role}; ALTER TABLE ${name}.pace OWNER TO ${role}`);
  const limited = await openPool(server.url, 1);
  onTestFinished(() => limited.end());
  await limited.query(`SET ROLE ${role}`);
  await migrateRuns(limited, name);
  expect(await versions()).toEqual([1]);
});

test("a schema without a version gets one, and keeps what it has", async () => {
  const { pool, name, versions } = await open();
  await pool.query(
    `DROP TABLE ${name}.version; INSERT INTO ${name}.run VALUES ('r', 'f', 1, 1, now())`,
  );
  await migrateRuns(pool, name);
  expect(await versions()).toEqual([1]);
  expect((await pool.query(`SELECT id FROM ${name}.run`)).rows).toEqual([{ id: "r" }]);
});

test("a schema of a newer version is refused, and stays as it is", async () => {
  const { pool, name, versions } = await open();
  await migrateRuns(pool, name, [first, second]);
  const refused = openRunTables(await openPool(server.url, 1), name);
  await expect(refused).rejects.toMatchObject({
    code: "queue_failed",
    message: expect.stringContaining("newer version"),
  });
  expect(await versions()).toEqual([2]);
});

test("a step that fails leaves the schema as it was", async () => {
  const { pool, name, versions } = await open();
  await expect(migrateRuns(pool, name, [first, second, "SELECT 1/0"])).rejects.toThrow("zero");
  expect(await versions()).toEqual([1]);
  await expect(pool.query(`SELECT added FROM ${name}.run`)).rejects.toThrow("added");
});
