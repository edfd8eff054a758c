/** Creates and migrates the tables. */
import { JournalError } from "../journal-error.ts";
import { isOpenInSql } from "../records/stored.ts";
import { accountHash } from "./list.ts";
import { inTransaction, type Query, type Server } from "./transaction.ts";

/** The names of the tables, quoted for SQL. */
export interface Tables {
  /** The name of the schema, not quoted. */
  readonly name: string;
  readonly schema: string;
  readonly refund: string;
  readonly version: string;
  readonly lease: string;
}

export function tablesIn(schema: string): Tables {
  const quoted = `"${schema.replaceAll('"', '""')}"`;
  return {
    name: schema,
    schema: quoted,
    refund: `${quoted}.refund_journal`,
    version: `${quoted}.refund_journal_version`,
    lease: `${quoted}.refund_journal_lease`,
  };
}

/**
 * Each step migrates from version n to n + 1. Never change a released step; add another one. A running process does not
 * check the version again: a step that would break it must rename the table, so that the old process fails. `id`,
 * `payment_id` and `refund_id` are digests of key, payment and refund id, because an index cannot hold very long texts.
 */
const migrations: readonly ((tables: Tables) => string)[] = [
  ({ refund }) => `
    CREATE TABLE ${refund} (
      id text COLLATE "C" PRIMARY KEY,
      payment_id text COLLATE "C" NOT NULL,
      key text NOT NULL,
      payment text NOT NULL,
      refund_id text COLLATE "C",
      status text NOT NULL,
      opened_at bigint NOT NULL,
      changed_at bigint NOT NULL,
      record text NOT NULL
    );
    CREATE INDEX refund_journal_payment ON ${refund} (payment_id, opened_at);
    CREATE INDEX refund_journal_refund_id ON ${refund} (refund_id) WHERE refund_id IS NOT NULL;
    CREATE INDEX refund_journal_open ON ${refund} (opened_at) WHERE ${isOpenInSql}`,
];

/**
 * What an older version of this package can leave alone: creating it does not change the version, so that both versions can
 * use the tables. Created where it is missing, each in a transaction of its own: nothing can be written meanwhile.
 */
const additions: Readonly<Record<string, (tables: Tables) => string>> = {
  refund_journal_status: ({ refund }) =>
    `CREATE INDEX refund_journal_status ON ${refund} (status, opened_at, id)`,
  refund_journal_lease: ({ lease }) =>
    `CREATE TABLE ${lease} (name text PRIMARY KEY, holder text NOT NULL, until bigint NOT NULL, note text)`,
  refund_journal_account: ({ refund }) =>
    `CREATE INDEX refund_journal_account ON ${refund} ((${accountHash}), status, opened_at, id)`,
};

/** Removed where it is there: `refund_journal_status` does its work, and every index costs each refund time. */
const removed = ["refund_journal_open"];

/**
 * A setting that a server of tests has where its `fsync = off` is. Where only the host of the database can change those, a
 * client sets it for its connections.
 */
const acceptsFsyncOff = "refunds.accept_fsync_off";

/** An index over millions of records takes a while. Milliseconds. */
const buildingMs = 600_000;

/**
 * Only reads if the tables are up to date, so that a program can run without the right to create them.
 * @returns why nothing can be written; reading is safe
 */
export async function migrate(
  server: Server,
  tables: Tables,
  lock: bigint,
): Promise<JournalError | undefined> {
  const { isCurrent, refusal } = await inTransaction(
    server,
    () => ({}),
    async (query) => {
      const refusal = await checkSettings(query, server);
      const version = await versionOf(query, server, tables);
      const isCurrent =
        version === migrations.length && (await stepsIn(query, tables)).length === 0;
      return { isCurrent, refusal };
    },
  );
  if (isCurrent) return refusal;
  if (refusal) throw refusal;
  const begin = () => ({ locks: [lock] });
  await inTransaction(server, begin, async (query) => {
    const version = await versionOf(query, server, tables);
    if (version === migrations.length) return;
    if (version === 0) {
      // Even IF NOT EXISTS requires the right to create schemas.
      const schemas = await query("SELECT 1 FROM pg_namespace WHERE nspname = $1", [tables.name]);
      if (schemas.length === 0) await query(`CREATE SCHEMA ${tables.schema}`);
      await query(
        `CREATE TABLE ${tables.version} (version integer NOT NULL); INSERT INTO ${tables.version} VALUES (0)`,
      );
    }
    for (const step of migrations.slice(version)) await query(step(tables));
    await query(`UPDATE ${tables.version} SET version = ${migrations.length}`);
  });
  for (;;) {
    const patient = { ...server, timeoutMs: buildingMs };
    const isDone = await inTransaction(patient, begin, async (query) => {
      const [step] = await stepsIn(query, tables);
      if (step !== undefined) await query(step);
      return step === undefined;
    });
    if (isDone) return undefined;
  }
}

/** What is to be added and removed. */
async function stepsIn(query: Query, tables: Tables): Promise<readonly string[]> {
  const found = await query(
    "SELECT relname FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace WHERE nspname = $1",
    [tables.name],
  );
  const names = new Set(found.map(({ relname }) => relname));
  return [
    ...Object.entries(additions).flatMap(([name, sql]) => (names.has(name) ? [] : [sql(tables)])),
    ...removed
      .filter((name) => names.has(name))
      .map((name) => `DROP INDEX ${tables.schema}.${name}`),
  ];
}

/** The version of the tables, 0 if there are none. Throws if a newer version of this package migrated them. */
async function versionOf(
  query: Query,
  { where }: Server,
  { name, version: table }: Tables,
): Promise<number> {
  // Not to_regclass(): its cache misses tables that were created while this process waited for the lock.
  const found = await query(
    "SELECT 1 FROM pg_tables WHERE schemaname = $1 AND tablename = 'refund_journal_version'",
    [name],
  );
  if (found.length === 0) return 0;
  const [row] = await query(`SELECT version FROM ${table}`);
  const version = Number(row?.version);
  if (version <= migrations.length) return version;
  throw new JournalError("unavailable", {
    where,
    happened: `a newer version of @refunds/journal wrote these tables (schema ${version}; this version supports up to ${migrations.length})`,
    advice: "Update @refunds/journal",
  });
}

/** @returns why nothing can be written; throws if nothing can be read either */
async function checkSettings(query: Query, { where }: Server): Promise<JournalError | undefined> {
  const [row] = await query(
    `SELECT current_setting('server_encoding') AS encoding, current_setting('fsync', true) AS fsync, current_setting('${acceptsFsyncOff}', true) AS accepted`,
  );
  if (row?.encoding !== "UTF8" && row?.encoding !== "SQL_ASCII") {
    throw new JournalError("unavailable", {
      where,
      happened: `the encoding of the database is ${row?.encoding}, which cannot store every text`,
      advice: "Use a database with the encoding UTF8",
    });
  }
  if (row?.fsync !== "off" || row.accepted === "on") return undefined;
  return new JournalError("unavailable", {
    where,
    happened:
      "the server runs with fsync = off, so it does not wait for its own disk: unless it stores its log elsewhere, as Neon does, a power failure loses records, and their keys could refund again",
    advice: `Set fsync = on on the server. If it stores its log elsewhere, or is for tests, add options: "-c ${acceptsFsyncOff}=on" to the pool`,
  });
}
