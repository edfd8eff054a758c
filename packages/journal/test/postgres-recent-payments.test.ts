/** The Postgres journal remembers the refunds of recent payments. It must decide as if it had read them. */
import { describe, expect, test, vi } from "vitest";
import { type FoundRecords, type JournalStore, openRefund } from "../src/index.ts";
import { failure } from "./support/failure.ts";
import { between, namedSchema, poolOf } from "./support/postgres.ts";
import { admin, journalOf, url } from "./support/postgres-journal.ts";
import { put, recordOf } from "./support/records.ts";
import { outcomeOf } from "./support/states.ts";

/** As many as are worth remembering. */
const first = Array.from({ length: 12 }, (_, at) => `key ${String(at).padStart(2, "0")}`);

const scope = { key: "new", payment: "payment-1" };

const keysIn = (journal: JournalStore) =>
  journal.transact(scope, ({ ofPayment }) => ({ result: ofPayment.map(({ key }) => key) }));

const settled = (key: string, openedAt: number) => ({
  key,
  openedAt,
  state: "settled" as const,
  outcome: { ...outcomeOf("succeeded"), refundId: `R-${key}` } as never,
});

/** A journal that remembers a payment, and the numbers of rows that the server has sent of it since. */
async function remembering(
  keys = first,
  change: (rows: Record<string, unknown>[], text: string) => void = () => {},
) {
  const schema = namedSchema();
  const read: number[] = [];
  const pool = between(poolOf({ connectionString: url }), async (text, query) => {
    const answer = await query();
    const rows = [answer].flat().flatMap((one) => one.rows);
    const found = rows.filter((row) => "record" in row);
    if (text.includes("SELECT refund.record")) read.push(found.length);
    change(found, text);
    return answer;
  });
  const journal = journalOf({ schema, pool });
  for (const [at, key] of keys.entries()) await put(journal, settled(key, 1000 + at));
  expect(await keysIn(journal)).toEqual(keys);
  read.length = 0;
  return { journal, schema, read, table: `${schema}.refund_journal` };
}

test("a refund that another process has sent is seen", async () => {
  const { journal, schema } = await remembering();
  await put(journalOf({ schema }), { key: "b", openedAt: 2000 });
  const { account, provider, payment, request } = recordOf();
  const refund = { account, provider, payment, request, key: "c", now: 3000, sendingUntil: 4000 };
  const { is } = await journal.transact({ key: "c", payment }, openRefund(refund));
  expect(is).toBe("payment_blocked");
  expect(await keysIn(journal)).toEqual([...first, "b"]);
});

test("a row that another program has damaged, corrected, deleted or moved is noticed", async () => {
  const { journal, table } = await remembering();
  const change = (by: string) =>
    admin().query(`UPDATE ${table} SET changed_at = changed_at ${by} WHERE key = $1`, [first[3]]);
  await change("+ 1");
  await failure("unreadable_record", () => keysIn(journal));
  await change("- 1");
  expect(await keysIn(journal)).toEqual(first);
  // The rest still has as many versions as before, and another sum.
  await admin().query(`UPDATE ${table} SET payment_id = 'other' WHERE key = $1`, [first[0]]);
  await put(journal, { key: "b", openedAt: 2000 });
  expect(await keysIn(journal)).toEqual([...first.slice(1), "b"]);
  await admin().query(`DELETE FROM ${table} WHERE key = $1`, [first[5]]);
  expect(await keysIn(journal)).not.toContain(first[5]);
});

test.each(["BEFORE", "AFTER"])(
  "what a trigger makes of a written row is noticed (%s)",
  async (when) => {
    const { journal, schema, table } = await remembering();
    const change =
      when === "BEFORE"
        ? "NEW.changed_at := NEW.changed_at + 1"
        : `UPDATE ${table} SET changed_at = changed_at + 1 WHERE id = NEW.id`;
    await admin().query(`CREATE FUNCTION ${schema}.meddle() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN ${change}; RETURN NEW; END $$;
    CREATE TRIGGER meddle ${when} UPDATE ON ${table} FOR EACH ROW WHEN (pg_trigger_depth() = 0)
      EXECUTE FUNCTION ${schema}.meddle()`);
    await put(journal, settled("key 03", 1003));
    await failure("unreadable_record", () => keysIn(journal));
  },
);

test("what was read again and not written is not reported as perhaps written", async () => {
  let isBroken = false;
  const { journal, schema } = await remembering();
  const pool = between(poolOf({ connectionString: url }), async (text, query, client) => {
    const answer = await query();
    if (!isBroken || text !== "COMMIT") return answer;
    isBroken = false;
    await client.query("SELECT pg_terminate_backend(pg_backend_pid())").catch(() => {});
    throw Object.assign(new Error("Connection terminated"), { code: "ECONNRESET" });
  });
  const other = journalOf({ schema, pool });
  expect(await keysIn(other)).toEqual(first);
  await put(journal, { key: "b", openedAt: 2000 });
  isBroken = true;
  expect(await keysIn(other)).toEqual([...first, "b"]);
  expect(isBroken).toBe(false);
});

test("a refund whose transaction failed is forgotten", async () => {
  const { journal, table } = await remembering();
  await admin().query(`ALTER TABLE ${table} ADD CHECK (key <> 'bad')`);
  await failure("unavailable", () => put(journal, { key: "bad", openedAt: 2000 }));
  expect(await keysIn(journal)).toEqual(first);
  await put(journal, { key: "good", openedAt: 2001 });
  expect(await keysIn(journal)).toEqual([...first, "good"]);
});

test("what a transaction found stays as it was", async () => {
  const { journal } = await remembering();
  const found = await journal.transact<FoundRecords>(scope, (all) => ({ result: all }));
  await put(journal, { key: "b", openedAt: 2000 });
  expect(found.ofPayment).toHaveLength(first.length);
  expect(() => Object.assign(found.ofPayment[0]?.history[0] ?? {}, { at: 5 })).toThrow(TypeError);
});

test("it finds what a journal finds that has just been opened", async () => {
  const { journal, schema } = await remembering();
  let seed = 7;
  const drawn = (most: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % most;
  };
  for (let turn = 0; turn < 60; turn++) {
    const [key, payment] = [`key-${drawn(20)}`, `payment-${drawn(2)}`];
    const refundId = `R-${drawn(4)}`;
    const outcome = { ...outcomeOf("succeeded"), refundId } as never;
    // The clock can be set back, a key can come with another payment, and another journal can write.
    const openedAt = 1000 + drawn(5);
    const writer = drawn(4) === 0 ? journalOf({ schema }) : journal;
    await put(writer, {
      key,
      payment,
      openedAt,
      ...(drawn(2) && { ...settled(key, openedAt), outcome }),
    });
    const wanted = {
      key: `key-${drawn(20)}`,
      payment: `payment-${drawn(2)}`,
      refundId: JSON.stringify(["shop", `R-${drawn(4)}`]),
    };
    const [found, expected] = await Promise.all(
      [journal, journalOf({ schema })].map((one) =>
        one.transact(wanted, (all) => ({ result: { ...all } })),
      ),
    );
    expect(found).toEqual(expected);
  }
});

describe("which rows the server sends", () => {
  test("of a payment in use only the key's own, also after it was written", async () => {
    const { journal, read } = await remembering();
    await put(journal, { key: "b", openedAt: 2000 });
    await put(journal, settled("b", 2000));
    expect(await keysIn(journal)).toEqual([...first, "b"]);
    // The row that this process wrote last is always among them.
    expect(read).toEqual([1, 1, 1]);
  });

  test("all of them once after another process has written", async () => {
    const { journal, schema, read } = await remembering();
    await put(journalOf({ schema }), { key: "b", openedAt: 2000 });
    await keysIn(journal);
    await keysIn(journal);
    expect(read).toEqual([1, 13, 1]);
  });

  test("all of them ten seconds later", async () => {
    const { journal, read } = await remembering();
    const now = performance.now();
    vi.spyOn(performance, "now").mockImplementation(() => now + 11_000);
    await keysIn(journal);
    vi.restoreAllMocks();
    expect(read).toEqual([12]);
  });

  test("all of them if the row of the key is not what is remembered of it", async () => {
    // As when the index of payments has lost a row that the index of keys has.
    let isOther = false;
    const { journal, read } = await remembering(first, (rows) => {
      for (const row of isOther && rows.length === 1 ? rows : []) row.version = "1";
    });
    isOther = true;
    await keysIn(journal);
    expect(read).toEqual([1, 12]);
  });

  test.each([
    ["key", { key: "key 03", payment: "payment-1" }],
    [
      "refund id",
      { key: "new", payment: "payment-1", refundId: JSON.stringify(["shop", "R-key 03"]) },
    ],
  ])("all of them if the index of %ss has lost one", async (_, wanted) => {
    let isLost = false;
    const { journal, read } = await remembering(first, (rows, text) => {
      // With the payment, another index finds it.
      if (!isLost || text.includes("OR payment_id")) return;
      for (const row of rows)
        if (row.key === "key 03") row.id = row.payment_id = row.refund_id = "another";
    });
    isLost = true;
    const found = await journal.transact(wanted, (all) => ({ result: all }));
    expect([found.record, ...found.withRefundId].map((one) => one?.key)).toContain("key 03");
    expect(read).toEqual([expect.any(Number), 12]);
  });

  test("all of a payment with few refunds", async () => {
    const { journal, read } = await remembering(first.slice(0, 5));
    await keysIn(journal);
    expect(read).toEqual([5]);
  });

  test("in a transaction of several, each payment as it would be alone", async () => {
    const { journal, schema, read } = await remembering();
    await put(journalOf({ schema }), { key: "b", openedAt: 2000 });
    const others = ["x", "y"].map((key) => ({ key, payment: `payment of ${key}` }));
    const found = await Promise.all(
      [...others, scope].map((one) =>
        journal.transact(one, ({ ofPayment }) => ({ result: ofPayment.length })),
      ),
    );
    expect(found).toEqual([0, 0, 13]);
    expect(read).toEqual([1, 13]);
  });
});
