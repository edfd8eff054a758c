/** Postgres journals that fail for realistic reasons, and can be repaired. */
import { postgresJournal } from "@refunds/journal/postgres";
// Types what the tests' global setup provides to `inject`.
import type {} from "@refunds/testing/postgres-vitest";
import pg from "pg";
import { inject, onTestFinished } from "vitest";
import type { BreakableJournal, Failure } from "./failures.ts";
import { relayTo } from "./relay.ts";

function poolOf(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString });
  // Tests break idle connections. Without a listener, that would end the process.
  pool.on("error", () => {});
  onTestFinished(() => pool.end());
  return pool;
}

/** A journal with its own database user, connected through a relay, and an administrator's pool. */
export async function openPostgres() {
  const admin = poolOf(inject("postgres"));
  const name = `test_${crypto.randomUUID().replaceAll("-", "_")}`;
  await admin.query(
    `CREATE USER ${name} PASSWORD 'sesame'; CREATE SCHEMA ${name} AUTHORIZATION ${name}`,
  );
  const relay = await relayTo(inject("postgres"));
  onTestFinished(() => relay.close());
  const url = new URL(relay.url);
  url.username = name;
  url.password = "sesame";
  const journal = postgresJournal({
    pool: poolOf(url.href),
    schema: name,
    lockTimeoutMs: 200,
    timeoutMs: 2000,
  });
  onTestFinished(() => journal.close());
  await journal.open();
  return { admin, relay, name, journal };
}

const breakable =
  (
    fail: (
      opened: Awaited<ReturnType<typeof openPostgres>>,
    ) => ReturnType<BreakableJournal["fail"]>,
  ) =>
  async () => {
    const opened = await openPostgres();
    return { journal: opened.journal, fail: () => fail(opened) };
  };

type OpenedPostgres = Awaited<ReturnType<typeof openPostgres>>;

/** Changes a setting of the user, and ends its connections, so that new ones get the setting. */
async function alter({ admin, name }: OpenedPostgres, setting: string): Promise<void> {
  await admin.query(`ALTER USER ${name} ${setting}`);
  await admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1`, [
    name,
  ]);
}

/** Locks the journal's table with another transaction, until the returned function is called. */
async function lockTable({ admin, name }: OpenedPostgres): Promise<() => Promise<void>> {
  const other = await admin.connect();
  await other.query(`BEGIN; LOCK TABLE ${name}.refund_journal`);
  let isHeld = true;
  async function unlock() {
    if (!isHeld) return;
    isHeld = false;
    await other.query("ROLLBACK");
    other.release();
  }
  // Otherwise a failing test would wait forever.
  onTestFinished(unlock);
  return unlock;
}

export const postgresFailures: readonly Failure[] = [
  ["a server that is down", "unavailable", breakable(({ relay }) => relay.cut())],
  [
    "a server that accepts no writes",
    "read_only",
    breakable(async (opened) => {
      await alter(opened, "SET default_transaction_read_only = on");
      return () => alter(opened, "RESET default_transaction_read_only");
    }),
  ],
  ["a table that another transaction keeps locked", "locked", breakable(lockTable)],
  [
    "a statement that takes too long for the server",
    "unavailable",
    breakable(async (opened) => {
      await alter(opened, "SET statement_timeout = 50");
      const unlock = await lockTable(opened);
      return async () => {
        await unlock();
        await alter(opened, "RESET statement_timeout");
      };
    }),
  ],
  [
    "a full disk",
    "full",
    breakable(async ({ admin, name }) => {
      // Simulated with a trigger, because a test cannot fill the server's disk.
      await admin.query(`
        CREATE FUNCTION ${name}.fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100';
        END $$;
        CREATE TRIGGER fail BEFORE INSERT OR UPDATE ON ${name}.refund_journal
          FOR EACH ROW EXECUTE FUNCTION ${name}.fail()`);
      return async () => void (await admin.query(`DROP FUNCTION ${name}.fail CASCADE`));
    }),
  ],
];
