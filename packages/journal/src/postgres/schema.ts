/** The tables, made or brought up to date by whoever comes first. */
import { JournalError } from "../journal-error.ts";
import { isOpenInSql } from "../records/stored.ts";
import { inTransaction, type Query, type Server } from "./transaction.ts";

/** The names of the tables, ready for SQL. */
export interface Tables {
  /** As it is, not for SQL. */
  readonly name: string;
  readonly schema: string;
  readonly refund: string;
  readonly version: string;
}

export function tablesIn(schema: string): Tables {
  const quoted = `"${schema.replaceAll('"', '""')}"`;
  return {
    name: schema,
    schema: quoted,
    refund: `${quoted}.refund_journal`,
    version: `${quoted}.refund_journal_version`,
  };
}

/**
 * From version n to n + 1. A step that is released never changes; a change of mind is another step. A process that has
 * begun does not look at the version again: a step after which it would go wrong has to rename the table, so that it
 * fails. `id`, `payment_id` and `refund_id` are digests of key, payment and refund id: an index cannot hold texts of any length.
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

/** Asks for nothing but reading where the tables are up to date, so that a program may run without the right to make them. */
export async function migrate(server: Server, tables: Tables, lock: bigint): Promise<void> {
  const isCurrent = await inTransaction(server, [], async (query) => {
    await assertKeepsTexts(query, server);
    return (await versionOf(query, server, tables)) === migrations.length;
  });
  if (isCurrent) return;
  await inTransaction(server, [lock], async (query) => {
    const version = await versionOf(query, server, tables);
    if (version === migrations.length) return;
    if (version === 0) {
      // Even IF NOT EXISTS asks for the right to create schemas.
      const schemas = await query("SELECT 1 FROM pg_namespace WHERE nspname = $1", [tables.name]);
      if (schemas.length === 0) await query(`CREATE SCHEMA ${tables.schema}`);
      await query(
        `CREATE TABLE ${tables.version} (version integer NOT NULL); INSERT INTO ${tables.version} VALUES (0)`,
      );
    }
    for (const step of migrations.slice(version)) await query(step(tables));
    await query(`UPDATE ${tables.version} SET version = ${migrations.length}`);
  });
}

/** Throws where a newer version of this package has changed the tables. 0 where there are none. */
async function versionOf(
  query: Query,
  { where }: Server,
  { name, version: table }: Tables,
): Promise<number> {
  // Not to_regclass(), whose cache does not notice what was made while waiting for the lock.
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
    happened: `a newer version of @refunds/journal made its tables (schema ${version}; this one knows ${migrations.length})`,
    advice: "Update @refunds/journal here, too",
  });
}

async function assertKeepsTexts(query: Query, { where }: Server): Promise<void> {
  const [row] = await query("SELECT current_setting('server_encoding') AS encoding");
  if (row?.encoding === "UTF8" || row?.encoding === "SQL_ASCII") return;
  throw new JournalError("unavailable", {
    where,
    happened: `the database's encoding is ${row?.encoding}, which cannot hold every text`,
    advice: "Use a database whose encoding is UTF8",
  });
}
