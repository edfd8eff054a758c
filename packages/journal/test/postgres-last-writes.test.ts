/** A server that lacks what it had stored for this process, as a standby does that took over without the last commits. */
import { describe, expect, test } from "vitest";
import {
  type JournalRecord,
  type JournalStore,
  type NewRefund,
  openRefund,
  sendAgain,
  settleAnswer,
} from "../src/index.ts";
import { failure } from "./support/failure.ts";
import { between, namedSchema, poolOf } from "./support/postgres.ts";
import { admin, journalOf, url } from "./support/postgres-journal.ts";
import { get, put, recordOf } from "./support/records.ts";
import { answer, repetition } from "./support/repetitions.ts";
import { outcomeOf } from "./support/states.ts";

const other = { key: "order-2/refund-1", payment: "payment-2" };
const { key } = recordOf();
const own = (at: number) => ({ key: `key ${at}`, payment: `payment ${at}` });

const change = (schema: string, sql: string, values: unknown[] = []) =>
  admin().query(sql.replace("TABLE", `${schema}.refund_journal`), values);

const remove = (schema: string, lost = key) =>
  change(schema, "DELETE FROM TABLE WHERE key = $1", [lost]);

/** What the table has now. The returned function puts it back. */
async function copyOf(schema: string) {
  await admin().query(`CREATE TABLE ${schema}.copy AS SELECT * FROM ${schema}.refund_journal`);
  return async () => {
    await change(schema, "DELETE FROM TABLE");
    await change(schema, `INSERT INTO TABLE SELECT * FROM ${schema}.copy`);
  };
}

const refund: NewRefund = {
  key,
  account: "shop",
  provider: "acme",
  payment: "payment-1",
  request: "{}",
  sendingUntil: 2000,
  now: 1000,
};

async function send(journal: JournalStore, given: Partial<NewRefund> = {}) {
  const opened = await journal.transact(refund, openRefund({ ...refund, ...given }));
  return opened.is;
}

const settle = (journal: JournalStore, attempt: number, status: "not_sent" | "unknown") => {
  const outcome = outcomeOf(status) as Parameters<typeof settleAnswer>[0]["outcome"];
  return journal.transact(refund, settleAnswer({ attempt, outcome, keepAnswer: true, now: 1500 }));
};

describe("a process whose last write is missing is refused, and no refund is sent", () => {
  test("for every call, until it begins again with another pool", async () => {
    const schema = namedSchema();
    const journal = journalOf({ schema });
    expect(await send(journal)).toBe("send");
    const putBack = await copyOf(schema);
    await remove(schema);
    const { message } = await failure("rolled_back", () => send(journal));
    expect(message).toContain("standby");
    await putBack();
    for (const call of [
      () => put(journal, other),
      () => journal.get(key),
      () => journal.list({ limit: 1 }),
      () => journal.open(),
      () => journal.lease({ name: "work", holder: "one", now: 1, until: 2 }),
    ])
      await failure("rolled_back", call);
    expect(await send(journalOf({ schema }))).toBe("unfinished");
  });

  test("by another journal on its pool, too", async () => {
    const [schema, pool] = [namedSchema(), admin()];
    await put(journalOf({ schema, pool }));
    await remove(schema);
    await failure("rolled_back", () => put(journalOf({ schema, pool }), other));
    await put(journalOf({ pool }), other);
  });

  test("when it asks what a key became", async () => {
    const schema = namedSchema();
    const journal = journalOf({ schema });
    await put(journal);
    await remove(schema);
    await failure("rolled_back", () => journal.get(other.key));
  });

  test("if calls of the same moment find it out", async () => {
    const schema = namedSchema();
    const journal = journalOf({ schema });
    await put(journal);
    await remove(schema);
    const calls = [1, 2, 3].map((at) => failure("rolled_back", () => put(journal, own(at))));
    await Promise.all(calls);
    expect((await journalOf({ schema }).open()).length).toBe(0);
  });

  test.each([
    ["the sending of another attempt", ["not_sent"], (journal) => send(journal)],
    ["an answer", [], (journal) => settle(journal, 1, "unknown")],
    [
      "an attempt after several that were not sent",
      ["not_sent", "not_sent", "not_sent"],
      (journal) => send(journal),
    ],
  ] as const satisfies readonly (readonly [
    string,
    readonly string[],
    (journal: JournalStore) => Promise<unknown>,
  ])[])("if an earlier version of its row is there: %s is lost", async (_, before, last) => {
    const schema = namedSchema();
    const journal = journalOf({ schema });
    let attempt = 1;
    await send(journal);
    for (const status of before) {
      if (attempt > 1) await send(journal);
      await settle(journal, attempt++, status as "not_sent");
    }
    const putBack = await copyOf(schema);
    await last(journal);
    await putBack();
    await failure("rolled_back", () => put(journal, other));
  });

  test("if the sending of a repetition after several that were not sent is lost", async () => {
    const schema = namedSchema();
    const journal = journalOf({ schema });
    await send(journal);
    await settle(journal, 1, "unknown");
    const again = (nth: number) =>
      journal.transact(refund, (found) =>
        sendAgain(repetition({ now: 6000 + nth }), found.record as JournalRecord)(found),
      );
    for (const nth of [1, 2]) {
      await again(nth);
      await journal.transact(refund, answer("not_sent", nth));
    }
    expect((await journal.get(key))?.history.at(-1)).toMatchObject({ again: 2, times: 2 });
    const putBack = await copyOf(schema);
    expect(await again(3)).toMatchObject({ is: "send" });
    await putBack();
    await failure("rolled_back", () => put(journal, other));
  });

  test.each([
    ["the first", 0],
    ["the second", 1],
  ])("if it wrote two at once, and %s is missing", async (_, missing) => {
    const schema = namedSchema();
    await journalOf({ schema }).open();
    let letGo = () => {};
    const gone = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const pool = between(poolOf({ connectionString: url }), async (text, query, client) => {
      const answer = await query();
      if (text.startsWith("INSERT")) {
        const { rows } = await client.query(`SELECT key FROM ${schema}.refund_journal`);
        if (rows.some((row) => row.key === own(0).key)) await gone;
      }
      return answer;
    });
    const journal = journalOf({ schema, pool });
    await journal.open();
    const first = put(journal, own(0));
    await new Promise((wake) => setTimeout(wake, 50));
    await put(journal, own(1));
    letGo();
    await first;
    await remove(schema, own(missing).key);
    await failure("rolled_back", () => put(journal, other));
  });

  test("if it learned only by a second call that the write was stored", async () => {
    const schema = namedSchema();
    let isLost = false;
    const pool = between(admin(), async (text, query) => {
      const answer = await query();
      if (text === "COMMIT" && isLost) throw new Error("Connection terminated unexpectedly");
      return answer;
    });
    const journal = journalOf({ schema, pool });
    await journal.open();
    isLost = true;
    await failure("unavailable", () => send(journal));
    isLost = false;
    expect(await send(journal)).toBe("unfinished");
    await remove(schema);
    await failure("rolled_back", () => put(journal, other));
  });

  test("if a break of its connection led it to the server that lacks it", async () => {
    const schema = namedSchema();
    let breaks = 0;
    const pool = between(admin(), async (text, query) => {
      if (text.startsWith("BEGIN") && breaks-- > 0) {
        await remove(schema);
        throw Object.assign(new Error("terminated"), { code: "57P01" });
      }
      return query();
    });
    const journal = journalOf({ schema, pool });
    await put(journal);
    breaks = 1;
    await failure("rolled_back", () => put(journal, other));
  });
});

describe("a process goes on", () => {
  test("after other processes have written its rows", async () => {
    const schema = namedSchema();
    const [one, two] = [journalOf({ schema }), journalOf({ schema })];
    for (let attempt = 1; attempt < 8; attempt += 2) {
      expect(await send(one)).toBe("send");
      await settle(two, attempt, "not_sent");
      expect(await send(two)).toBe("send");
      await settle(one, attempt + 1, "not_sent");
      await put(two, { ...other, attempt });
    }
    expect(await send(one)).toBe("send");
    await settle(two, 9, "unknown");
    expect(await send(one)).toBe("recorded");
    expect((await one.get(key))?.history.length).toBeLessThan(5);
  });

  test("after a COMMIT whose answer was lost, and that was not carried out", async () => {
    let isLost = false;
    const pool = between(admin(), async (text, query, client) => {
      if (text !== "COMMIT" || !isLost) return query();
      await client.query("ROLLBACK");
      throw new Error("Connection terminated unexpectedly");
    });
    const journal = journalOf({ pool });
    await put(journal, other);
    isLost = true;
    const { mayBeWritten } = await failure("unavailable", () => put(journal));
    expect(mayBeWritten).toBe(true);
    isLost = false;
    expect(await get(journal)).toBeUndefined();
    await put(journal);
  });

  test("if its last row cannot be read", async () => {
    const schema = namedSchema();
    const journal = journalOf({ schema });
    await put(journal);
    await change(schema, "UPDATE TABLE SET record = 'x'");
    await put(journal, other);
    await failure("unreadable_record", () => put(journal));
  });

  test("and looks for no more rows than it has connections", async () => {
    const sent: string[] = [];
    const pool = between(poolOf({ connectionString: url, max: 4 }), (text, query) => {
      sent.push(text);
      return query();
    });
    const journal = journalOf({ pool });
    for (let round = 0; round < 20; round++)
      await Promise.all(
        [0, 1, 2].map(async (at) => {
          await new Promise((wake) => setTimeout(wake, at * 2));
          await put(journal, own(10 * round + at));
        }),
      );
    const looked = sent.flatMap((text) => /WHERE id IN \(([^)]*)\)/.exec(text)?.[1] ?? []);
    expect(looked.length).toBeGreaterThan(20);
    // Three of its own, and one for each transaction at once.
    expect(Math.max(...looked.map((ids) => ids.split(",").length))).toBeLessThanOrEqual(6);
  });
});
