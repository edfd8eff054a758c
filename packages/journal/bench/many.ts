/** Journals with many records, written directly: through the journal, each would wait for the disk. */
import { DatabaseSync } from "node:sqlite";
import type pg from "pg";
import type { JournalRecord, RefundOutcome, RefundState } from "../src/index.ts";
import { idOf, idOfStored } from "../src/postgres/locks.ts";
import { postgresJournal } from "../src/postgres.ts";
import { isOpenInSql, type Stored, toStored } from "../src/records/stored.ts";
import { sqliteJournal } from "../src/sqlite.ts";

const startedAt = 1_700_000_000_000;

/** Of a million records, 970,000 succeeded, and each other state has from one to 20,000. `small` is an account of 100 refunds. */
export function recordAt(at: number): JournalRecord {
  const state = stateAt(at);
  const account = at % 10_000 === 5000 ? "small" : `account-${at % 20}`;
  const key = `order-${at}/refund-1`;
  const openedAt = startedAt + at * 250;
  const settled = { state: "settled", outcome: outcomeOf(state, account, at) } as const;
  return {
    key,
    account,
    provider: "acme",
    payment: `["${account}",{"id":"${at >> 1}"}]`,
    request: `{"account":"${account}","amount":{"currency":"EUR","value":1050},"payment":{"id":"${at >> 1}"}}`,
    amount: { value: 1050, currency: "EUR" },
    ...(state === "leaving" ? { state } : settled),
    attempt: 1,
    sendingUntil: openedAt + 45_000,
    history: [{ what: "sent", at: openedAt, attempt: 1 }],
    openedAt,
    changedAt: openedAt,
  };
}

function stateAt(at: number): RefundState {
  if (at % 250_000 === 17) return "leaving";
  if (at % 50_000 === 23) return "needs_review";
  if (at % 20_000 === 29) return "reversed";
  if (at % 10_000 === 31) return "unknown";
  if (at % 200 === 37) return "pending";
  if (at % 100 === 41) return "not_sent";
  return at % 50 === 43 ? "declined" : "succeeded";
}

function outcomeOf(status: RefundState, account: string, at: number): RefundOutcome {
  const answer = { status, id: `re_${at}`, note: "as long as an answer is ".repeat(20) };
  const raw = { status: 200, body: JSON.stringify(answer) };
  const base = { provider: "acme", account, status, because: "provider_answered" };
  return { ...base, retryable: false, refundId: `re_${at}`, raw, answer } as never;
}

function* rowsOf(number: number): Generator<Stored> {
  for (let at = 0; at < number; at++) yield toStored(recordAt(at), "the bench");
}

/** Resolves with a journal of the first version. */
export async function fillSqlite(file: string, number: number): Promise<void> {
  await sqliteJournal({ file }).close();
  const database = new DatabaseSync(file);
  database.exec("PRAGMA synchronous = OFF; BEGIN");
  database.exec("DROP INDEX refund_status; DROP INDEX refund_account; DROP TABLE lease");
  database.exec(`CREATE INDEX refund_open ON refund (opened_at) WHERE ${isOpenInSql}`);
  const insert = database.prepare("INSERT INTO refund VALUES (?, ?, ?, ?, ?, ?, ?)");
  for (const row of rowsOf(number)) {
    const { key, payment, refundId, status, openedAt, changedAt, text } = row;
    insert.run(key, payment, refundId, status, openedAt, changedAt, text);
  }
  database.exec("COMMIT; PRAGMA wal_checkpoint(TRUNCATE)");
  database.close();
}

/** Resolves with a journal of the first version. */
export async function fillPostgres(pool: pg.Pool, schema: string, number: number): Promise<void> {
  await postgresJournal({ pool, schema }).list({ limit: 1 });
  await pool.query(`DROP INDEX ${schema}.refund_journal_status, ${schema}.refund_journal_account;
    DROP TABLE ${schema}.refund_journal_lease;
    CREATE INDEX refund_journal_open ON ${schema}.refund_journal (opened_at) WHERE ${isOpenInSql}`);
  const types = ["text", "text", "text", "text", "text", "text", "bigint", "bigint", "text"];
  const columns = "id, payment_id, key, payment, refund_id, status, opened_at, changed_at, record";
  const lists = types.map((type, at) => `$${at + 1}::${type}[]`).join(", ");
  const insert = `INSERT INTO ${schema}.refund_journal (${columns}) SELECT * FROM unnest(${lists})`;
  let batch: unknown[][] = [];
  const write = async () => {
    await pool.query(
      insert,
      types.map((_, column) => batch.map((row) => row[column])),
    );
    batch = [];
  };
  for (const row of rowsOf(number)) {
    const { key, payment, refundId, status, openedAt, changedAt, text } = row;
    const ids = [idOf(key), idOf(payment)];
    const found = refundId === null ? null : idOfStored(refundId);
    batch.push([...ids, key, payment, found, status, openedAt, changedAt, text]);
    if (batch.length === 5000) await write();
  }
  await write();
  await pool.query(`ANALYZE ${schema}.refund_journal`);
}
