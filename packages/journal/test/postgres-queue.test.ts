import { describe, expect, test } from "vitest";
import { failure } from "./support/failure.ts";
import { between, namedSchema, poolOf } from "./support/postgres.ts";
import { journalOf, url } from "./support/postgres-journal.ts";
import { put, recordOf } from "./support/records.ts";

const poolOfSize = (max: number) => poolOf({ connectionString: url, max });

const hot = (at: number) => ({ key: `hot ${at}`, payment: "hot" });
const own = (at: number) => ({ key: `own ${at}`, payment: `payment ${at}` });

function signal(): readonly [Promise<void>, () => void] {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return [given, give];
}

/** The pool, with transactions that stop once they have their locks, until `letGo()`. */
function standing(pool: ReturnType<typeof poolOfSize>) {
  const [stands, isStanding] = signal();
  const [gone, letGo] = signal();
  const held = between(pool, async (text, query) => {
    const answer = await query();
    if (text.includes("SELECT refund.record")) {
      isStanding();
      await gone;
    }
    return answer;
  });
  return { held, stands, letGo };
}

/** A journal in which another process holds the lock of the payment "hot". */
async function withHotPayment(size: number, options: { queueTimeoutMs?: number } = {}) {
  const schema = namedSchema();
  const journal = journalOf({ schema, pool: poolOfSize(size), lockTimeoutMs: 60_000, ...options });
  await journal.open();
  const { held, stands, letGo } = standing(poolOfSize(1));
  const other = put(journalOf({ schema, pool: held }), hot(-1));
  await stands;
  const release = () => {
    letGo();
    return other;
  };
  return { journal, release };
}

const all = (count: number, work: (at: number) => Promise<unknown>) =>
  Promise.all(Array.from({ length: count }, (_, at) => work(at)));

test("finishes all transactions, even more than the pool can run within timeoutMs", async () => {
  const schema = namedSchema();
  await journalOf({ schema }).open();
  const slow = between(poolOfSize(2), async (text, query) => {
    // One turn has 64 of them.
    if (text.includes("SELECT refund.record")) await new Promise((wake) => setTimeout(wake, 2200));
    return query();
  });
  const journal = journalOf({ schema, pool: slow, timeoutMs: 4000 });
  const startedAt = performance.now();
  await all(200, (at) => put(journal, own(at)));
  expect(performance.now() - startedAt).toBeGreaterThan(4000);
  expect(await journal.open()).toHaveLength(200);
});

test("10,000 concurrent calls on a pool of 10 all succeed, and none is overtaken by more than run at once", async () => {
  const journal = journalOf({ pool: poolOfSize(10) });
  await journal.open();
  const ended: number[] = [];
  await all(10_000, (at) => put(journal, own(at)).then(() => ended.push(at)));
  expect(ended).toHaveLength(10_000);
  const overtaken = Math.max(...ended.map((at, place) => place - at));
  // Ten connections, with 64 transactions in one turn.
  expect(overtaken).toBeLessThanOrEqual(10 * 64);
});

test("refunds that wait for a locked payment do not take connections from others", async () => {
  const { journal, release } = await withHotPayment(2);
  let done = 0;
  const waiting = all(20, (at) => put(journal, hot(at)).then(() => done++));
  await all(20, (at) => put(journal, own(at)));
  expect(done).toBe(0);
  await release();
  await waiting;
  expect(done).toBe(20);
});

test("with three connections, one stays free for the program", async () => {
  const pool = poolOfSize(3);
  const { held, stands, letGo } = standing(pool);
  const journal = journalOf({ pool: held });
  const inUse = () => pool.totalCount - pool.idleCount;
  // The first has begun when the others come, so that they do not share its transaction.
  const running = [put(journal, own(0))];
  await stands;
  running.push(put(journal, own(1)));
  await expect.poll(inUse).toBe(2);
  running.push(put(journal, own(2)), put(journal, own(3)));
  await new Promise((wake) => setTimeout(wake, 50));
  expect(inUse()).toBe(2);
  expect((await pool.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
  letGo();
  await Promise.all(running);
});

test("journals on one pool share its connections", async () => {
  const pool = poolOfSize(3);
  const journals = Array.from({ length: 5 }, () => journalOf({ pool }));
  let most = 0;
  await all(100, async (at) => {
    await put(journals[at % 5] as (typeof journals)[number], own(at));
    most = Math.max(most, pool.waitingCount);
  });
  expect(most).toBe(0);
});

describe("waiting times out", () => {
  test("for the same payment: locked", async () => {
    const { journal, release } = await withHotPayment(2, { queueTimeoutMs: 100 });
    const first = put(journal, hot(0));
    const { message } = await failure("locked", () => put(journal, hot(1)));
    expect(message).toContain("others of the same key or payment did not end within 100 ms");
    await put(journal, own(1));
    await release();
    await first;
  });

  test("for a connection: unavailable, and nothing is written", async () => {
    const pool = poolOfSize(1);
    const schema = namedSchema();
    const { held, stands, letGo } = standing(pool);
    const journal = journalOf({ pool: held, schema, queueTimeoutMs: 100 });
    const first = put(journal, own(0));
    await stands;
    const { message, mayBeWritten } = await failure("unavailable", () => put(journal, own(1)));
    expect(message).toContain("1 transactions of this process were waiting");
    expect(mayBeWritten).toBe(false);
    letGo();
    await first;
    expect(await journal.open()).toEqual([recordOf(own(0))]);
  });
});
