import pg from "pg";
import { describe, expect, onTestFinished, test } from "vitest";
import { failure } from "./support/failure.ts";
import { between, namedSchema, poolOf } from "./support/postgres.ts";
import { admin, journalOf, url } from "./support/postgres-journal.ts";
import { start } from "./support/process.ts";
import { get, put, recordOf } from "./support/records.ts";
import { relayTo } from "./support/relay.ts";

const survivor = new URL("./support/survivor.ts", import.meta.url);

/** A connection string, and the application name that identifies its connections. */
function named(address = url) {
  const name = namedSchema();
  return [`${address}?application_name=${name}`, name] as const;
}

const terminate = (name: string) =>
  admin().query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1",
    [name],
  );

const each = <Result>(times: number, work: (at: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: times }, (_, at) => work(at)));

const putAt = (journal: ReturnType<typeof journalOf>) => (at: number) =>
  put(journal, { key: `key ${at}`, payment: `payment ${at}` });

describe("the process survives and no refund is lost", () => {
  test.each(["with a listener", "without a listener"])(
    "if the server ends every idle connection (pool %s)",
    async (how) => {
      const [address, name] = named();
      const child = start(survivor, address, namedSchema(), how);
      await child.printed("ready");
      for (const round of [1, 2]) {
        await terminate(name);
        child.say("10\n");
        await child.printed(`{"round":${round},"done":10,"reasons":[]}`);
      }
    },
  );

  test("if the server ends a connection at the moment it is handed out", async () => {
    const relay = await relayTo(url);
    const [address, name] = named(relay.url);
    const child = start(survivor, address, namedSchema(), "with a listener");
    await child.printed("ready");
    await terminate(name);
    for (const round of [1, 2, 3]) {
      relay.keepBack(() => void terminate(name));
      child.say("1\n");
      await child.printed(`{"round":${round},"done":1,"reasons":[]}`);
      await terminate(name);
    }
  });
});

describe("idle connections that no longer respond", () => {
  async function silent(idleMs: number) {
    const relay = await relayTo(url);
    const schema = namedSchema();
    await journalOf({ schema }).open();
    const pool = poolOf({ connectionString: relay.url, max: 6 });
    const journal = journalOf({ schema, pool, timeoutMs: 2000, lockTimeoutMs: 50 });
    await journal.open();
    for (const client of await each(5, () => pool.connect())) client.release();
    await new Promise((wake) => setTimeout(wake, idleMs));
    expect(pool.idleCount).toBe(5);
    relay.silence();
    return journal;
  }

  test("fail no refund, and only one of them costs its timeout", async () => {
    const journal = await silent(600);
    const startedAt = performance.now();
    await put(journal);
    // It would take five times 2000 ms to find each of them separately.
    expect(performance.now() - startedAt).toBeLessThan(8000);
    await each(10, putAt(journal));
  });

  test("just after use: an unanswered BEGIN is retried on another connection", async () => {
    const journal = await silent(0);
    await each(5, putAt(journal));
  });
});

describe("rejects in time, without a retry, if a server accepts connections and never answers", () => {
  test.each([
    ["timeoutMs", { timeoutMs: 200 }, 30_000, "no answer within 200 ms"],
    ["the timeout of the pool", { timeoutMs: 30_000 }, 400, "timeout"],
  ] as const)("%s", { retry: 4 }, async (_, options, connectionTimeoutMillis, words) => {
    const relay = await relayTo(url);
    relay.answerNothing();
    const pool = poolOf({ connectionString: relay.url, connectionTimeoutMillis });
    const journal = journalOf({ pool, ...options });
    const startedAt = performance.now();
    const { message, mayBeWritten } = await failure("unavailable", () => put(journal));
    expect(performance.now() - startedAt).toBeLessThan(1800);
    expect(relay.connections()).toBe(1);
    expect(message).toContain("the pool did not provide a connection in time");
    expect(message).toContain(words);
    expect(mayBeWritten).toBe(false);
    relay.hangUp();
  });
});

test("retries a transaction that the server ended because the process was blocked", async () => {
  const schema = namedSchema();
  await put(journalOf({ schema }), { key: "before" });
  const journal = journalOf({ schema, timeoutMs: 2000 });
  await journal.open();
  let decisions = 0;
  const write = recordOf();
  await journal.transact({ key: write.key, payment: write.payment }, () => {
    decisions++;
    // Longer than the idle timeout of a transaction.
    if (decisions === 1) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3000);
    return { write, result: undefined };
  });
  expect(decisions).toBe(2);
  expect(await get(journal)).toEqual(write);
});

test("a process that was blocked for longer than timeoutMs still reads the answer that arrived", async () => {
  const schema = namedSchema();
  await journalOf({ schema }).open();
  let blocked = 0;
  const pool = between(admin(), (text, query) => {
    const answer = query();
    if (text === "COMMIT") {
      // Block after the COMMIT was sent and its timeout started, before anything is read.
      process.nextTick(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3000));
      blocked++;
    }
    return answer;
  });
  await put(journalOf({ schema, pool, timeoutMs: 2000 }));
  expect(blocked).toBeGreaterThan(0);
});

describe("a server that has become read-only", () => {
  test("fails one refund, not one for each connection", async () => {
    const database = namedSchema();
    await admin().query(`CREATE DATABASE ${database}`);
    const pool = poolOf({ connectionString: url.replace(/[^/]*$/, database), max: 6 });
    const journal = journalOf({ pool });
    await put(journal);
    await admin().query(`ALTER DATABASE ${database} SET default_transaction_read_only = on`);
    // As after a failover: old connections stay on the old primary, new ones reach the new primary.
    const readOnly = await each(5, () => pool.connect());
    for (const client of readOnly) await client.query("SET default_transaction_read_only = on");
    for (const client of readOnly) client.release();
    await admin().query(`ALTER DATABASE ${database} RESET default_transaction_read_only`);
    await failure("read_only", () => put(journal, { attempt: 2 }));
    for (const attempt of [2, 3, 4, 5, 6]) await put(journal, { attempt });
  });
});

describe("the caller's pool", () => {
  test("if it ends while refunds run, those with a connection finish and the others reject", async () => {
    const pool = new pg.Pool({ connectionString: url, max: 3 });
    const journal = journalOf({ pool });
    await journal.open();
    const ends = each(20, (at) =>
      putAt(journal)(at).then(
        () => "done",
        (error) => error,
      ),
    );
    await expect.poll(() => pool.idleCount + pool.totalCount).toBeGreaterThan(1);
    await pool.end();
    const errors = (await ends).filter((end) => end !== "done");
    expect(errors.length).toBeGreaterThan(0);
    for (const error of errors) {
      const { message } = await failure("unavailable", () => Promise.reject(error));
      expect(message).toContain("its pool was ended");
    }
  });

  test("gets one listener for each event, with any number of journals and transactions", async () => {
    const pool = poolOf({ connectionString: url, max: 2 });
    const before = pool.listenerCount("error");
    const journals = Array.from({ length: 20 }, () => journalOf({ pool }));
    for (const journal of journals) await put(journal);
    expect(pool.listenerCount("acquire")).toBe(1);
    expect(pool.listenerCount("connect")).toBe(1);
    expect(pool.listenerCount("error")).toBe(before + 1);
    const client = await pool.connect();
    onTestFinished(() => client.release());
    expect(client.listenerCount("error")).toBe(1);
  });
});
