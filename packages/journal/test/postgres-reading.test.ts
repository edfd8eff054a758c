import { expect, test } from "vitest";
import { idOfStored } from "../src/postgres/locks.ts";
import { toStored } from "../src/records/stored.ts";
import { between, namedSchema, poolOf } from "./support/postgres.ts";
import { admin, journalOf, url } from "./support/postgres-journal.ts";
import { put } from "./support/records.ts";
import { recordIn, type Settled } from "./support/states.ts";

/** Fills the journal with SQL, which is faster. `statusOf` gets the number of the record. */
async function fill(schema: string, count: number, statusOf: (at: number) => Settled | "leaving") {
  const rows = Array.from({ length: count }, (_, at) =>
    toStored(recordIn(statusOf(at), { key: `${at}`, payment: `${at}` }), "here"),
  );
  await admin().query(
    `INSERT INTO ${schema}.refund_journal (id, payment_id, refund_id, key, payment, status, opened_at, changed_at, record)
      SELECT id, md5('payment' || key), md5('refund id' || key), key, key, status, 1000, 1000, record
      FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS row (id, key, status, record)`,
    [
      rows.map((row) => idOfStored(row.key)),
      rows.map((row) => row.key),
      rows.map((row) => row.status),
      rows.map((row) => row.text),
    ],
  );
}

test("a transaction finds key, payment and refund id by index among 20,000 records", async () => {
  const schema = namedSchema();
  const plans: string[] = [];
  const explaining = between(poolOf({ connectionString: url }), async (text, query, client) => {
    if (text.includes("OR payment_id")) {
      const find = text.slice(text.lastIndexOf("SELECT refund.record"));
      const { rows } = await client.query(`EXPLAIN ${find}`);
      plans.push(rows.map((row) => row["QUERY PLAN"]).join("\n"));
    }
    return query();
  });
  const journal = journalOf({ schema, pool: explaining });
  await journal.open();
  await fill(schema, 20_000, () => "succeeded");
  await admin().query(`ANALYZE ${schema}.refund_journal`);
  const scope = { key: "k", payment: "p", refundId: "r" };
  await journal.transact(scope, () => ({ result: undefined }));
  const [plan] = plans;
  expect(plan).toContain("BitmapOr");
  for (const index of ["pkey", "payment", "refund_id"]) {
    expect(plan).toContain(`Bitmap Index Scan on refund_journal_${index}`);
  }
  expect(plan).not.toContain("Seq Scan");
});

test("reads open refunds in pages, each once, even if all were opened at the same time", async () => {
  const schema = namedSchema();
  let pages = 0;
  const counting = between(poolOf({ connectionString: url }), (text, query) => {
    if (text.includes("LIMIT")) pages++;
    return query();
  });
  const journal = journalOf({ schema, pool: counting });
  await journal.open();
  await fill(schema, 1500, (at) => (at % 3 === 0 ? "succeeded" : "leaving"));
  await put(journal, { key: "the last", openedAt: 2000 });
  pages = 0;
  const keys = (await journal.open()).map(({ key }) => key);
  expect(new Set(keys).size).toBe(1001);
  expect(keys).toHaveLength(1001);
  expect(keys.at(-1)).toBe("the last");
  expect(pages).toBe(3);
});
