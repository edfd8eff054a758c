/** Transactions that share one transaction of Postgres: what happens to one of them does not happen to the others. */
import { describe, expect, test } from "vitest";
import type { JournalRecord } from "../src/index.ts";
import { failure } from "./support/failure.ts";
import { between, namedSchema, poolOf } from "./support/postgres.ts";
import { admin, journalOf, url } from "./support/postgres-journal.ts";
import { put, recordOf } from "./support/records.ts";

const own = (at: number) => ({ key: `key ${at}`, payment: `payment ${at}` });

const numbers = Array.from({ length: 20 }, (_, at) => at);

/** Makes a refund of each number at once, and resolves with what became of each. */
const putAll = (
  journal: ReturnType<typeof journalOf>,
  all = numbers,
  given: Partial<JournalRecord> = {},
) => Promise.allSettled(all.map((at) => put(journal, { ...own(at), ...given })));

const rejected = (ends: readonly PromiseSettledResult<unknown>[]) =>
  ends.flatMap((end, at) => (end.status === "rejected" ? [at] : []));

const written = async (schema: string) =>
  (await journalOf({ schema }).open()).map(({ key }) => key).sort();

const keysOf = (all: readonly number[]) => all.map((at) => own(at).key).sort();

/** A journal that is ready, and the statements that it sends from now on. */
async function ready(
  intercept: Parameters<typeof between>[1] = (_text, query) => query(),
  options: { lockTimeoutMs?: number } = {},
) {
  const schema = namedSchema();
  await journalOf({ schema }).open();
  const sent: string[] = [];
  const pool = between(poolOf({ connectionString: url }), (text, query, client) => {
    sent.push(text);
    return intercept(text, query, client);
  });
  const journal = journalOf({ schema, pool, ...options });
  await journal.open();
  sent.length = 0;
  return { journal, schema, sent };
}

test("calls of the same moment cost three round trips together, as one call does", async () => {
  const { journal, schema, sent } = await ready();
  expect(rejected(await putAll(journal))).toEqual([]);
  expect(sent.map((text) => text.split(" ")[0])).toEqual(["BEGIN", "WITH", "COMMIT"]);
  // New ones, and changes of those that are there.
  await putAll(journal, [...numbers, 20, 21], { attempt: 2 });
  expect(sent).toHaveLength(6);
  await put(journal, own(22));
  expect(sent).toHaveLength(9);
  const found = await journalOf({ schema }).open();
  expect(found.filter(({ attempt }) => attempt === 2)).toHaveLength(22);
  expect(found).toHaveLength(23);
});

describe("one of them fails", () => {
  test("because the server refuses its row", async () => {
    const { journal, schema } = await ready();
    await admin().query(
      `ALTER TABLE ${schema}.refund_journal ADD CHECK (key NOT IN ('key 3', 'key 7'))`,
    );
    const ends = await putAll(journal);
    expect(rejected(ends)).toEqual([3, 7]);
    await failure("unavailable", () => put(journal, own(3)));
    expect(await written(schema)).toEqual(keysOf(numbers.filter((at) => at !== 3 && at !== 7)));
  });

  test("because its row breaks the connection", async () => {
    const { journal, schema } = await ready();
    await admin().query(`CREATE FUNCTION ${schema}.die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NEW.key = 'key 5' THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER die BEFORE INSERT ON ${schema}.refund_journal
        FOR EACH ROW EXECUTE FUNCTION ${schema}.die()`);
    expect(rejected(await putAll(journal))).toEqual([5]);
    expect(await written(schema)).toEqual(keysOf(numbers.filter((at) => at !== 5)));
  });

  test("because its record is damaged", async () => {
    const { journal, schema } = await ready();
    await put(journal, own(4));
    await admin().query(`UPDATE ${schema}.refund_journal SET record = 'x'`);
    const ends = await putAll(journal);
    expect(rejected(ends)).toEqual([4]);
    await failure("unreadable_record", () => put(journal, own(4)));
    expect(await count(schema)).toBe(20);
  });

  test("because its decision throws, or writes what cannot be stored", async () => {
    const { journal, schema, sent } = await ready();
    const ends = await Promise.allSettled([
      put(journal, own(0)),
      journal.transact(own(1), () => {
        throw new Error("no");
      }),
      put(journal, { ...own(2), changedAt: 0.5 }),
      journal.transact(own(3), () => ({ write: recordOf(own(4)), result: 1 })),
      put(journal, own(5)),
    ]);
    expect(rejected(ends)).toEqual([1, 2, 3]);
    expect(sent).toHaveLength(3);
    expect(await written(schema)).toEqual(keysOf([0, 5]));
  });

  test("because another process holds its payment for too long", async () => {
    const { journal, schema } = await ready(undefined, { lockTimeoutMs: 4000 });
    let letGo = () => {};
    const gone = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const { held, stands } = standing(gone);
    const other = put(journalOf({ schema, pool: held }), { key: "other", payment: "payment 6" });
    await stands;
    const done: number[] = [];
    const ends = numbers.map((at) => put(journal, own(at)).then(() => done.push(at)));
    // They do not wait for its lock.
    await expect.poll(() => done.length, { timeout: 3000 }).toBe(19);
    expect(done).not.toContain(6);
    await failure("locked", () => ends[6] as Promise<unknown>);
    letGo();
    await other;
    await put(journal, own(6));
    expect(await count(schema)).toBe(21);
  });
});

test("decisions that take long let other work of the event loop run in between", async () => {
  const { journal, sent } = await ready();
  let turns = 0;
  let isOver = false;
  const turn = () => {
    turns++;
    if (!isOver) setImmediate(turn);
  };
  turn();
  const seen = await Promise.all(
    numbers.map((at) =>
      journal.transact(own(at), () => {
        const until = performance.now() + 5;
        while (performance.now() < until);
        return { result: turns };
      }),
    ),
  );
  isOver = true;
  expect(sent.filter((text) => text.endsWith("COMMIT"))).toHaveLength(1);
  expect(new Set(seen).size).toBe(numbers.length);
});

describe("all of them lose their connection", () => {
  let isWorking = false;

  test.each(["BEGIN", "WITH row", "COMMIT"])("before %s: each is written once", async (when) => {
    let breaks = 1;
    const { journal, schema } = await ready(async (text, query, client) => {
      if (isWorking && text.startsWith(when) && breaks-- > 0) {
        const [{ pid } = { pid: 0 }] = (await client.query("SELECT pg_backend_pid() AS pid")).rows;
        await admin().query("SELECT pg_terminate_backend($1)", [pid]);
        await new Promise((wake) => setTimeout(wake, 50));
      }
      return query();
    });
    isWorking = true;
    expect(rejected(await putAll(journal))).toEqual([]);
    isWorking = false;
    expect(breaks).toBeLessThan(1);
    expect(await written(schema)).toEqual(keysOf(numbers));
  });

  test("before the answer to COMMIT: all may be written, and none is tried again", async () => {
    const { journal, schema, sent } = await ready(async (text, query) => {
      const answer = await query();
      if (text === "COMMIT" && isWorking) throw new Error("Connection terminated unexpectedly");
      return answer;
    });
    isWorking = true;
    const ends = await putAll(journal);
    isWorking = false;
    expect(rejected(ends)).toEqual(numbers);
    for (const end of ends) expect(end).toMatchObject({ reason: { mayBeWritten: true } });
    expect(sent.filter((text) => text === "COMMIT")).toHaveLength(1);
    expect(await written(schema)).toEqual(keysOf(numbers));
  });
});

async function count(schema: string): Promise<number> {
  const { rows } = await admin().query(`SELECT count(*) FROM ${schema}.refund_journal`);
  return Number(rows[0]?.count);
}

/** A pool whose transactions stop once they have their locks. */
function standing(gone: Promise<void>) {
  let isStanding = () => {};
  const stands = new Promise<void>((resolve) => {
    isStanding = resolve;
  });
  const held = between(poolOf({ connectionString: url, max: 1 }), async (text, query) => {
    const answer = await query();
    if (text.includes("OR payment_id")) {
      isStanding();
      await gone;
    }
    return answer;
  });
  return { held, stands };
}
