/** A real primary with two real standbys: `sync`, for which it waits, and `behind`, which no longer hears from it. */
import { startPostgres } from "@refunds/testing/postgres";
import pg from "pg";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import {
  type JournalStore,
  type NewRefund,
  openRefund,
  type SentAnswer,
  settleAnswer,
} from "../src/index.ts";
import { postgresJournal } from "../src/postgres.ts";
import { failure } from "./support/failure.ts";
import { get, put, recordOf } from "./support/records.ts";
import { outcomeOf } from "./support/states.ts";

const server = await startPostgres();
const pools: pg.Pool[] = [];
let [sync, behind] = ["", ""];

const refundOf = (key: string): NewRefund => ({
  key,
  account: "shop",
  provider: "acme",
  payment: `payment of ${key}`,
  request: "{}",
  sendingUntil: 2000,
  now: 1000,
});

/** `send` if the caller may send the refund. */
async function open(journal: JournalStore, key: string) {
  const refund = refundOf(key);
  return (await journal.transact(refund, openRefund(refund))).is;
}

const partsOf = (url: string) => {
  const { hostname: host, port, username: user, password } = new URL(url);
  return { host, port: Number(port), user, password, database: "postgres" };
};

function poolTo(url: string, options?: string) {
  const pool = new pg.Pool({ ...partsOf(url), options });
  pool.on("error", () => {});
  pools.push(pool);
  return pool;
}

/** New connections of the pool reach another server, as if its name had moved there. */
const move = (pool: pg.Pool, url: string) => Object.assign(pool.options, partsOf(url));

/** Ends the pool's connections, so that the next call makes a new one. */
async function endIdle(pool: pg.Pool) {
  const { idleCount } = pool;
  const clients = await Promise.all(Array.from({ length: idleCount }, () => pool.connect()));
  for (const client of clients) client.release(true);
}

const ask = async (url: string, sql: string) => (await poolTo(url).query(sql)).rows[0]?.answer;

async function configure(url: string, name: string, value: string) {
  await ask(url, `ALTER SYSTEM SET ${name} = '${value.replaceAll("'", "''")}'`);
  await ask(url, "SELECT pg_reload_conf()");
}

const streaming = "SELECT string_agg(application_name, ',') AS answer FROM pg_stat_replication";

async function cutOff(standby: string, left: string) {
  const source: string = await ask(standby, "SELECT current_setting('primary_conninfo') AS answer");
  await configure(standby, "primary_conninfo", "");
  await expect.poll(() => ask(server.url, streaming), { timeout: 10_000 }).toBe(left);
  return () => configure(standby, "primary_conninfo", source);
}

const waits =
  "SELECT pid AS answer FROM pg_stat_activity WHERE wait_event = 'SyncRep' AND state = 'active'";

/** The error of a call whose commit waits for the standby, and is cancelled. */
async function cancelled(call: () => Promise<unknown>) {
  // Awaited from the start, so that it can reject while the test asks the server.
  const failed = failure("unavailable", call);
  await expect.poll(() => ask(server.url, waits), { timeout: 10_000 }).toBeGreaterThan(0);
  await ask(server.url, `SELECT pg_cancel_backend((${waits}))`);
  return failed;
}

beforeAll(async () => {
  [sync = "", behind = ""] = await server.standbys(["sync", "behind"]);
  await configure(server.url, "synchronous_standby_names", "sync");
});

afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  await server.stop();
});

test("a standby lists its records, and is not asked what a key became", async () => {
  await put(postgresJournal({ pool: poolTo(server.url) }));
  const onStandby = postgresJournal({ pool: poolTo(behind) });
  const list = () => onStandby.list({ limit: 5 }).catch(() => []);
  await expect.poll(list, { timeout: 10_000 }).toEqual([recordOf()]);
  await failure("read_only", () => get(onStandby));
  await failure("read_only", () => onStandby.get(recordOf().key));
  await failure("read_only", () => put(onStandby, { attempt: 2 }));
});

test("a commit that the standby did not confirm is not reported as stored", async () => {
  const goOn = await cutOff(sync, "behind");
  onTestFinished(goOn);
  const local = postgresJournal({ pool: poolTo(server.url, "-c synchronous_commit=local") });
  const { mayBeWritten, message } = await cancelled(() => open(local, "waits"));
  expect(mayBeWritten).toBe(true);
  expect(message).toContain("synchronous replication");
  await goOn();
  expect(await open(local, "waits")).toBe("unfinished");
});

test("nor is it reported by a later call that finds it there, until the standby has it", async () => {
  const journal = postgresJournal({ pool: poolTo(server.url) });
  await open(journal, "cut off");
  const refund = refundOf("cut off");
  const outcome = outcomeOf("succeeded") as SentAnswer["outcome"];
  const settle = () =>
    journal.transact(refund, settleAnswer({ attempt: 1, outcome, keepAnswer: true, now: 1500 }));
  const goOn = await cutOff(sync, "behind");
  onTestFinished(goOn);
  for (const call of [settle, settle, () => journal.get(refund.key), settle]) {
    expect((await cancelled(call)).mayBeWritten).toBe(true);
  }
  await goOn();
  expect(await settle()).toMatchObject({ status: "succeeded" });
  const record = await journal.get(refund.key);
  expect(record?.history.map(({ what }) => what)).toEqual(["sent", "answer"]);
});

test("a standby that lacks a process's last write rejects with read_only while it only reads, and the process goes on with the next server", async () => {
  const pool = poolTo(server.url);
  const journal = postgresJournal({ pool });
  expect(await open(journal, "first")).toBe("send");
  await ask(sync, "SELECT pg_wal_replay_pause()");
  onTestFinished(() => ask(sync, "SELECT pg_wal_replay_resume()"));
  const replayed = "SELECT pg_get_wal_replay_pause_state() AS answer";
  await expect.poll(() => ask(sync, replayed), { timeout: 10_000 }).toBe("paused");
  expect(await open(journal, "late")).toBe("send");
  move(pool, sync);
  await endIdle(pool);
  await failure("read_only", () => open(journal, "late"));
  await failure("read_only", () => journal.get("late"));
  move(pool, server.url);
  expect(await open(journal, "late")).toBe("unfinished");
});

test("after a failover, the process that stored what was lost is refused, and a synchronous standby loses nothing", async () => {
  await cutOff(behind, "sync");
  const toBehind = poolTo(server.url);
  const survivor = postgresJournal({ pool: toBehind });
  const toSync = poolTo(server.url);
  const safe = postgresJournal({ pool: toSync });
  expect(await open(survivor, "lost")).toBe("send");
  expect(await open(safe, "kept")).toBe("send");

  await server.kill();
  for (const standby of [behind, sync]) await ask(standby, "SELECT pg_promote()");
  move(toBehind, behind);
  move(toSync, sync);

  for (const key of ["lost", "another"]) {
    await failure("rolled_back", () => open(survivor, key));
  }
  // No other process can know it.
  expect(await open(postgresJournal({ pool: poolTo(behind) }), "lost")).toBe("send");

  for (const key of ["kept", "lost"]) expect(await open(safe, key)).toBe("unfinished");
  expect(await open(safe, "another")).toBe("send");
});
