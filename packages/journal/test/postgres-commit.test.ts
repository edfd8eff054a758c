/** What is written if a connection breaks at the end of a transaction. */
import type pg from "pg";
import { expect, test } from "vitest";
import {
  type Decision,
  type FoundRecords,
  refundIdText,
  type SentAnswer,
  scopeOf,
  settleAnswer,
  settleEvidence,
} from "../src/index.ts";
import { failure } from "./support/failure.ts";
import { between, namedSchema } from "./support/postgres.ts";
import { admin, journalOf } from "./support/postgres-journal.ts";
import { get, put, recordOf } from "./support/records.ts";
import { outcomeOf } from "./support/states.ts";

test("if the answer to COMMIT is lost, rejects without a retry and reports that the record may be written", async () => {
  const schema = namedSchema();
  await put(journalOf({ schema }), { key: "other" });
  const pool = between(admin(), async (text, query) => {
    const result = await query();
    if (text === "COMMIT") throw new Error("Connection terminated unexpectedly");
    return result;
  });
  let decisions = 0;
  const journal = journalOf({ schema, pool: { connect: () => ready() } });
  const healthy = admin();
  let ready = () => healthy.connect();
  await journal.open();
  ready = () => pool.connect() as Promise<pg.PoolClient>;
  const { message, mayBeWritten } = await failure("unavailable", () =>
    journal.transact({ key: "order-1/refund-1", payment: "payment-1" }, () => {
      decisions++;
      return { write: recordOf(), result: undefined };
    }),
  );
  expect(message).toContain("may or may not be written");
  expect(mayBeWritten).toBe(true);
  expect(decisions).toBe(1);
  expect(await get(journalOf({ schema }))).toEqual(recordOf());
});

test("stores an outcome once if the caller retries after a lost answer to COMMIT", async () => {
  let left = 0;
  const pool = between(admin(), async (text, query) => {
    const result = await query();
    if (text === "COMMIT" && left-- > 0) throw new Error("Connection terminated unexpectedly");
    return result;
  });
  const journal = journalOf({ pool });
  await put(journal);
  const scope = { ...scopeOf(recordOf()), refundId: refundIdText("shop", "R1") };
  const outcome = outcomeOf("succeeded", { refundId: "R1" }) as SentAnswer["outcome"];
  const twice = async (decide: (found: FoundRecords) => Decision<unknown>) => {
    left = 1;
    const { mayBeWritten } = await failure("unavailable", () => journal.transact(scope, decide));
    expect(mayBeWritten).toBe(true);
    return journal.transact(scope, decide);
  };
  const answer = settleAnswer({ attempt: 1, outcome, keepAnswer: true, now: 1500 });
  expect(await twice(answer)).toMatchObject({ status: "succeeded", refundId: "R1" });
  const seen = await journal.transact(scope, (found) => ({ result: found }));
  const evidence = { status: "reversed", because: "evidence_recorded", by: "Ana" } as const;
  const recorded = await twice(settleEvidence({ ...evidence, now: 1600 }, seen));
  expect(recorded).toMatchObject({ is: "recorded", outcome: { status: "reversed" } });
  const what = (await journal.get(recordOf().key))?.history.map((entry) => entry.what);
  expect(what).toEqual(["sent", "answer", "evidence"]);
});

test("rejects if the server turns a COMMIT into a rollback", async () => {
  const schema = namedSchema();
  await put(journalOf({ schema }), { key: "other" });
  const pool = between(admin(), (text, query, client) =>
    text === "COMMIT" ? client.query("ROLLBACK") : query(),
  );
  await failure("unavailable", () => put(journalOf({ schema, pool })));
  expect(await get(journalOf({ schema }))).toBeUndefined();
});

test("retries if the connection broke before the COMMIT was sent", async () => {
  const pool = admin();
  let breaks = 1;
  const breaking = between(pool, async (text, query, client) => {
    if (text !== "COMMIT" || breaks-- <= 0) return query();
    const [{ pid } = { pid: 0 }] = (await client.query("SELECT pg_backend_pid() AS pid")).rows;
    await pool.query("SELECT pg_terminate_backend($1)", [pid]);
    await new Promise((wake) => setTimeout(wake, 50));
    return query();
  });
  const journal = journalOf({ pool: breaking });
  await journal.open();
  breaks = 1;
  await put(journal);
  expect(breaks).toBeLessThan(1);
  expect(await get(journal)).toEqual(recordOf());
});
