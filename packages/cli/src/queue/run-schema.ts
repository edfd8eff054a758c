/** The tables of runs, in a schema of their own, and how an older schema becomes the newest. */
import type { Pool, PoolClient } from "pg";
import { refuse } from "../errors.ts";
import { paceTable } from "./account-pace.ts";

/** `detail` is JSON in a text: a `jsonb` refuses NUL and lone surrogates, which a provider's message can hold. */
const tables = `
  CREATE TABLE IF NOT EXISTS %.run (
    id text PRIMARY KEY, file text NOT NULL, rows integer NOT NULL, round integer NOT NULL, begun_at timestamptz NOT NULL
  );
  CREATE TABLE IF NOT EXISTS %.outcome (
    run text NOT NULL, line integer NOT NULL, round integer NOT NULL, status text NOT NULL, detail text NOT NULL,
    PRIMARY KEY (run, line)
  );${paceTable}`;

const versionTable = `
  CREATE TABLE IF NOT EXISTS %.version (only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one), version integer NOT NULL)`;

/** Each takes the schema from version n to n + 1; `%` stands for its name. Never change a released one; add another one. */
const released: readonly string[] = [tables];

/**
 * Creates or migrates the schema. However many processes start together, each step is done once.
 * @throws {CliError} `queue_failed` if a newer version of this package made it
 */
export async function migrateRuns(pool: Pool, name: string, steps = released): Promise<void> {
  if ((await versionOf(pool, name)) === steps.length) return;
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    // IF NOT EXISTS does not wait for another process.
    await client.query("SELECT pg_advisory_xact_lock(hashtext($1))", [`refunds ${name}`]);
    const version = await versionOf(client, name);
    if (version > steps.length) refuseNewer(name, version, steps.length);
    // With IF NOT EXISTS, too, it needs the right to create schemas in the database.
    const schema = await client.query("SELECT 1 FROM pg_namespace WHERE nspname = $1", [name]);
    const created = schema.rowCount === 0 ? ["CREATE SCHEMA %"] : [];
    const stored = `INSERT INTO %.version AS stored (version) VALUES (${steps.length})
      ON CONFLICT (only_one) DO UPDATE SET version = excluded.version WHERE stored.version < excluded.version`;
    for (const step of [...created, versionTable, ...steps.slice(version), stored]) {
      await client.query(step.replaceAll("%", `"${name}"`));
    }
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

/** 0: there are none, or none with a version. */
async function versionOf(database: Pool | PoolClient, name: string): Promise<number> {
  // Not to_regclass(): its cache misses tables that were created while this process waited for the lock.
  const tables = "SELECT 1 FROM pg_tables WHERE schemaname = $1 AND tablename = 'version'";
  if ((await database.query(tables, [name])).rowCount === 0) return 0;
  const found = await database.query(`SELECT version FROM "${name}".version`);
  return found.rows[0]?.version ?? 0;
}

function refuseNewer(name: string, version: number, known: number): never {
  return refuse(
    "queue_failed",
    `A newer version of @refunds/cli made the tables in the schema ${name} (version ${version}; this one knows ${known}). Use the same version on every machine. Nothing was sent.`,
  );
}
