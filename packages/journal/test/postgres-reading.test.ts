import { expect, test } from "vitest";
import type { JournalStore } from "../src/index.ts";
import { between, namedSchema, poolOf } from "./support/postgres.ts";
import { admin, journalOf, url } from "./support/postgres-journal.ts";
import { put, recordOf } from "./support/records.ts";

/** Fills the journal by SQL; `n` is the number of the row. */
async function fill(journal: JournalStore, schema: string, count: number, status: string) {
  await journal.open();
  const record = JSON.stringify({ format: 1, record: recordOf({ key: "%", payment: "%" }) });
  await admin().query(
    `INSERT INTO ${schema}.refund_journal (id, payment_id, refund_id, key, payment, status, opened_at, changed_at, record)
      SELECT md5(n::text), md5('p' || n), md5('r' || n), n, n, ${status}, 1000, 1000, replace($1, '%', n::text)
      FROM generate_series(1, ${count}) AS n; `,
    [record],
  );
}

test("a transaction looks a key, a payment and a refund id up by their indexes among 20,000", async () => {
  const schema = namedSchema();
  const plans: string[] = [];
  const explaining = between(poolOf({ connectionString: url }), async (text, query, client) => {
    const values = text.startsWith("SELECT record") ? ["a", "b", "c"] : undefined;
    if (values) {
      const { rows } = await client.query(`EXPLAIN ${text}`, values);
      plans.push(rows.map((row) => row["QUERY PLAN"]).join("\n"));
    }
    return query();
  });
  const journal = journalOf({ schema, pool: explaining });
  await fill(journal, schema, 20_000, "'succeeded'");
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

test("open refunds are read in pages, each once, though all were opened at the same time", async () => {
  const schema = namedSchema();
  let pages = 0;
  const counting = between(poolOf({ connectionString: url }), (text, query) => {
    if (text.startsWith("SELECT id, opened_at, record")) pages++;
    return query();
  });
  const journal = journalOf({ schema, pool: counting });
  await fill(journal, schema, 1500, "CASE WHEN n % 3 = 0 THEN 'succeeded' ELSE 'leaving' END");
  await put(journal, { key: "the last", openedAt: 2000 });
  pages = 0;
  const keys = (await journal.open()).map(({ key }) => key);
  expect(new Set(keys).size).toBe(1001);
  expect(keys).toHaveLength(1001);
  expect(keys.at(-1)).toBe("the last");
  expect(pages).toBe(3);
});
