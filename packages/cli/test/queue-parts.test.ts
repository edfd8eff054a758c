/** What a queue is made of: when a row is tried again, and what Postgres remembers of runs. */
import { setTimeout as pause } from "node:timers/promises";
import { type PostgresServer, startPostgres } from "@refunds/testing/postgres";
import type { RefundOutcome } from "refunds";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { openPool } from "../src/config/open-pool.ts";
import { limitedTo } from "../src/queue/limited-to.ts";
import { pgBossQueue } from "../src/queue/pg-boss-queue.ts";
import type { QueuedRow } from "../src/queue/row-queue.ts";
import { openRunTables } from "../src/queue/run-tables.ts";
import { sharedPace } from "../src/queue/shared-pace.ts";
import { whenAgain } from "../src/queue/when-again.ts";
import type { ReportedRow } from "../src/run/report.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

async function tables(name = `parts_${crypto.randomUUID().slice(0, 8)}`) {
  const opened = await openRunTables(await openPool(server.url, 3), name);
  onTestFinished(() => opened.close());
  return Object.assign(opened, { schema: name });
}

const row = (changes: Partial<QueuedRow> = {}): QueuedRow => ({
  run: "r",
  line: 2,
  request: { account: "shop", key: "k", payment: {} } as QueuedRow["request"],
  by: "run refunds.csv, line 2",
  round: 1,
  tries: 0,
  patienceMs: 60_000,
  ...changes,
});

const outcome = (status: string, because: string) => ({ status, because }) as RefundOutcome;
const blocked = outcome("not_sent", "payment_blocked");
const unfinished = outcome("unknown", "unfinished");

test("a row waits longer each time, and only as long as it may", () => {
  expect(whenAgain(row(), { outcome: outcome("succeeded", "provider_answered") }, 0)).toBe(
    undefined,
  );
  const waits = [0, 1, 3, 20].map((tries) => {
    const again = whenAgain(row({ tries }), { outcome: blocked, laterAt: 1000 }, 1000);
    expect(again?.row).toMatchObject({ tries: tries + 1, waitsSince: 1000 });
    return Number(again?.at) - 1000;
  });
  expect(waits).toEqual([1000, 2000, 8000, 60_000]);
  const late = row({ tries: 9, waitsSince: 1000 });
  expect(whenAgain(late, { outcome: blocked, laterAt: 61_000 }, 60_999)).toBeDefined();
  expect(whenAgain(late, { outcome: blocked, laterAt: 61_000 }, 61_000)).toBe(undefined);
});

test("a row that a dead worker left is tried when it can be settled, and once after that", () => {
  const again = whenAgain(row(), { outcome: unfinished, laterAt: 5000 }, 1000);
  expect(again).toMatchObject({ row: { tries: 1 }, at: new Date(5050) });
  // The provider was asked, and nothing is proved: that is for a person.
  expect(whenAgain(row(), { outcome: unfinished, laterAt: 5000 }, 5050)).toBe(undefined);
});

test("no more than the limit runs at once, and a failure makes room", async () => {
  const limited = limitedTo(2);
  let running = 0;
  let most = 0;
  const work = (at: number) =>
    limited(async () => {
      most = Math.max(most, ++running);
      await new Promise((wake) => setTimeout(wake, 2));
      running--;
      if (at % 3 === 0) throw new Error("no");
      return at;
    });
  const results = await Promise.allSettled(Array.from({ length: 20 }, (_, at) => work(at)));
  expect(most).toBe(2);
  expect(results.filter(({ status }) => status === "rejected")).toHaveLength(7);
});

const reported = (line: number, status: ReportedRow["outcome"]["status"]) => ({
  line,
  key: `key-${line}`,
  account: "shop",
  outcome: { status, because: "x" },
});

const ended = (
  line: number,
  status: Parameters<typeof reported>[1],
  round = 1,
): { readonly round: number; readonly row: ReportedRow } => ({
  round,
  row: reported(line, status),
});

test("a run that ended begins again once with what is not final, also if two begin it at once", async () => {
  const { schema, ...one } = await tables();
  const two = await tables(schema);
  expect(await one.begin("r", "f", 3)).toEqual({ round: 1 });
  await one.record("r", [ended(2, "succeeded"), ended(3, "not_sent")]);
  // It has not ended, so nothing is opened.
  expect(await one.begin("r", "f", 3)).toEqual({ round: 1 });
  await one.record("r", [ended(4, "unknown"), ended(4, "unknown")]);
  const begun = await Promise.all([one.begin("r", "f", 3), two.begin("r", "f", 3)]);
  expect(begun).toEqual([{ round: 2 }, { round: 2 }]);
  expect(await one.settled("r", [2, 3, 4])).toEqual(new Set([2]));
  expect(await one.counts("r")).toEqual(new Map([["succeeded", 1]]));
  await one.record("r", [ended(4, "succeeded", 2), ended(3, "succeeded", 2)]);
  expect(await one.begin("r", "f", 3)).toEqual({ round: 2 });
  const lines: number[] = [];
  for await (const { line } of one.outcomes("r")) lines.push(line);
  expect(lines).toEqual([2, 3, 4]);
});

test("within a round, what is known to have happened stays, whatever a slower worker writes", async () => {
  const opened = await tables();
  const statusAfter = async (line: number, ...statuses: ReportedRow["outcome"]["status"][]) => {
    for (const status of statuses) await opened.record("r", [ended(line, status)]);
    const { value } = await opened.outcomes("r").next();
    return value?.outcome.status;
  };
  await opened.begin("r", "f", 100);
  const pairs = [
    ["succeeded", "not_sent", "succeeded"],
    ["succeeded", "unknown", "succeeded"],
    ["succeeded", "declined", "succeeded"],
    ["pending", "not_sent", "pending"],
    ["unknown", "succeeded", "succeeded"],
    ["succeeded", "needs_review", "needs_review"],
  ] as const;
  for (const [at, [first, second, kept]] of pairs.entries()) {
    expect(await statusAfter(50 - at, first, second)).toBe(kept);
  }
});

test("what an earlier round became does not count for the round that has begun", async () => {
  const opened = await tables();
  await opened.begin("r", "f", 1);
  await opened.record("r", [ended(2, "not_sent")]);
  expect(await opened.begin("r", "f", 1)).toEqual({ round: 2 });
  await opened.record("r", [ended(2, "unknown", 1)]);
  expect(await opened.counts("r")).toEqual(new Map());
  await opened.record("r", [ended(2, "succeeded", 2), ended(2, "unknown", 1)]);
  expect(await opened.counts("r")).toEqual(new Map([["succeeded", 1]]));
});

const odd = "NUL \0, a lone surrogate \ud800, a backslash \\u0000";

test("an outcome is kept whatever its texts hold", async () => {
  const opened = await tables();
  const row = { ...reported(2, "succeeded"), key: odd };
  const outcome = { ...row.outcome, message: odd };
  await opened.record("r", [{ round: 1, row: { ...row, outcome } }]);
  const { value } = await opened.outcomes("r").next();
  expect(value).toMatchObject({ key: odd, outcome: { message: odd } });
});

test("a row is given out as it was queued, whatever its texts hold", async () => {
  const queue = await pgBossQueue({ connectionString: server.url, schema: "odd_queue" });
  onTestFinished(() => queue.close());
  const queued = row({ request: { account: "shop", key: odd, payment: { id: odd } } as never });
  await queue.enqueue("shop", [queued]);
  const given = await new Promise((resolve) => {
    void queue.work("shop", {
      batch: 1,
      batches: 1,
      lost: () => {},
      handle: async (rows) => {
        resolve(rows.map(({ row }) => row));
        return rows.map(() => "done");
      },
    });
  });
  expect(given).toEqual([queued]);
});

test("a row is this worker's until the queue has given it to another one", async () => {
  const queue = await pgBossQueue({ connectionString: server.url, schema: "given_queue" });
  onTestFinished(() => queue.close());
  const pool = await openPool(server.url, 1);
  onTestFinished(() => pool.end());
  await queue.enqueue(
    "shop",
    [2, 3].map((line) => row({ line, request: { account: "shop", key: `${line}` } as never })),
  );
  const found = await new Promise((resolve, reject) => {
    void queue.work("shop", {
      batch: 2,
      batches: 1,
      lost: reject,
      async handle(rows) {
        // As if the row of line 3 had failed and been given out again.
        const text = `UPDATE given_queue.job SET retry_count = retry_count + 1
          WHERE data ->> 'row' LIKE '%"line":3,%'`;
        await pool.query(text).catch(reject);
        resolve(await Promise.all(rows.map(async ({ row, isOurs }) => [row.line, await isOurs()])));
        return rows.map(() => "done");
      },
    });
  });
  expect(found).toEqual(
    expect.arrayContaining([
      [2, true],
      [3, false],
    ]),
  );
});

test("tables are made once, by however many processes that start together", async () => {
  const { schema } = await tables();
  const name = `${schema}_x`;
  await Promise.all(Array.from({ length: 5 }, () => tables(name)));
});

test("two machines share the rate of an account, and a pause that one was asked for", async () => {
  const one = await tables();
  const two = await tables(one.schema);
  await one.setRate("shop", 50);
  const paces = [sharedPace(one, "shop"), sharedPace(two, "shop")] as const;
  const { signal } = new AbortController();
  const startedAt = performance.now();
  const sendAll = (count: number) =>
    Promise.all(paces.flatMap((pace) => Array.from({ length: count }, () => pace.turn(signal))));
  await sendAll(20);
  expect(performance.now() - startedAt).toBeGreaterThan(700);
  await one.setRate("shop", undefined);
  paces[0].slowDown(800);
  await expect.poll(async () => (await two.takeSlots("shop", 1)).inMs).toBeGreaterThan(300);
  const from = performance.now();
  await sharedPace(two, "shop").turn(signal);
  expect(performance.now() - from).toBeGreaterThan(200);
});

test("refusals at the same time make the next pause longer once", async () => {
  const one = await tables();
  for (let nth = 0; nth < 5; nth++) await one.slowDown("shop", undefined);
  const { inMs, isSlowed } = await one.takeSlots("shop", 1);
  expect(isSlowed).toBe(true);
  expect(inMs).toBeGreaterThan(500);
  expect(inMs).toBeLessThan(1001);
  // While it is slowed down, refunds leave one by one, however many are asked for.
  const asked = await one.takeSlots("shop", 50);
  const next = await one.takeSlots("shop", 50);
  expect(next.inMs - asked.inMs).toBeGreaterThan(900);
  expect(next.inMs - asked.inMs).toBeLessThan(1100);
  await one.speedUp("shop");
  expect(await one.takeSlots("shop", 1)).toMatchObject({ isSlowed: false });
});

test("while the provider refuses each refund, every pause is longer than the one before, on all machines", async () => {
  const one = await tables();
  const two = await tables(one.schema);
  await one.slowDown("shop", undefined);
  const waits: number[] = [];
  for (const each of [two, one]) {
    const { inMs } = await each.takeSlots("shop", 1);
    waits.push(inMs);
    await pause(inMs + 50);
    // Two that were sent at the same time.
    await each.slowDown("shop", undefined);
    await one.slowDown("shop", undefined);
  }
  waits.push((await one.takeSlots("shop", 1)).inMs);
  expect(waits.map((ms) => Math.round(ms / 1000))).toEqual([1, 2, 4]);
});

test("an account with a low rate is slowed down, too", async () => {
  const one = await tables();
  await one.setRate("shop", 1);
  await one.takeSlots("shop", 1);
  await one.takeSlots("shop", 1);
  await one.slowDown("shop", undefined);
  expect(await one.takeSlots("shop", 1)).toMatchObject({ isSlowed: true });
});

test("an answer does not end a pause that the provider asked for", async () => {
  const one = await tables();
  await one.slowDown("shop", 30_000);
  await one.speedUp("shop");
  expect((await one.takeSlots("shop", 1)).inMs).toBeGreaterThan(25_000);
});

test("of eight refunds that wait, one has a slot while the account is slowed down, and all leave when the provider answers", async () => {
  const one = await tables();
  const shared = sharedPace(one, "shop");
  await one.slowDown("shop", undefined);
  const { signal } = new AbortController();
  const from = performance.now();
  const turns = Array.from({ length: 8 }, () => shared.turn(signal));
  await Promise.race(turns);
  expect(performance.now() - from).toBeGreaterThan(700);
  shared.speedUp();
  await Promise.all(turns);
  expect(performance.now() - from).toBeLessThan(2500);
});
