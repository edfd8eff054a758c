import { RefundError } from "@refunds/core";
import { JournalError } from "./journal-error.ts";
import { connectionsOf } from "./postgres/connections.ts";
import { type PostgresPool, placeOf, secretsOf } from "./postgres/pool.ts";
import { readOpen } from "./postgres/read-open.ts";
import { columns, type Row, recordOf } from "./postgres/row.ts";
import { migrate, tablesIn } from "./postgres/schema.ts";
import { inTransaction, type Server } from "./postgres/transaction.ts";
import type { QueueTimeout } from "./postgres/turns.ts";
import { searchable, toStored } from "./records/stored.ts";
import { decideInScope, foundInScope } from "./scope.ts";
import type { JournalStore, TransactionScope } from "./store.ts";

export type { PostgresClient, PostgresPool, PostgresResult } from "./postgres/pool.ts";

export interface PostgresJournalOptions {
  /** A `Pool` of `pg`. It stays yours: `close()` does not end it. */
  readonly pool: PostgresPool;
  /** Where the tables are, made if it is missing. `refunds` by default. One schema is one journal. */
  readonly schema?: string;
  /** How long to wait for other transactions on the same key or payment. Milliseconds, 5,000 by default. */
  readonly lockTimeoutMs?: number;
  /** How long to wait for a connection, and beyond locks for each answer. Milliseconds, 10,000 by default. */
  readonly timeoutMs?: number;
  /**
   * How long to wait, before that, for other transactions of this process: those of the same key or payment, and as many
   * others as the pool has connections. Milliseconds, 60,000 by default.
   */
  readonly queueTimeoutMs?: number;
}

/**
 * A journal in Postgres, for several processes or machines. Connects, and where needed makes or migrates its tables,
 * at the first use; every call rejects with a `JournalError` until that has succeeded.
 */
export function postgresJournal(options: PostgresJournalOptions): JournalStore {
  const { pool, schema = "refunds" } = options;
  const { lockTimeoutMs = 5000, timeoutMs = 10_000, queueTimeoutMs = 60_000 } = options;
  assertOptions({ pool, schema, lockTimeoutMs, timeoutMs, queueTimeoutMs });
  const where = placeOf(pool, schema);
  const connections = connectionsOf(pool);
  const server: Server = { connections, where, secrets: secretsOf(pool), lockTimeoutMs, timeoutMs };
  const tables = tablesIn(schema);
  const { refund } = tables;
  const find = `SELECT ${columns} FROM ${refund} WHERE id = $1 OR payment_id = $2 OR refund_id = $3 ORDER BY opened_at, id`;
  const findKey = `SELECT ${columns} FROM ${refund} WHERE id = $1`;
  // Not "on conflict": a record that was not found and is there after all means a missing lock, and begins again.
  const insert = `INSERT INTO ${refund} (id, payment_id, refund_id, key, payment, status, opened_at, changed_at, record)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
  const update = `UPDATE ${refund} SET payment_id = $2, refund_id = $3, key = $4, payment = $5, status = $6, opened_at = $7,
    changed_at = $8, record = $9 WHERE id = $1`;

  let closed = false;
  const running = new Set<Promise<unknown>>();
  let migrating: Promise<void> | undefined;

  async function ready() {
    migrating ??= inTurn([], async () => {
      const id = await digest(`migration\0${schema}`);
      await migrate(server, tables, lockOf(id));
    });
    try {
      await migrating;
    } catch (error) {
      migrating = undefined;
      throw error;
    }
  }

  const timeoutError = ({ waiting, byName }: QueueTimeout) => {
    const before = byName ? "others of the same key or payment" : "the others";
    return new JournalError(byName ? "locked" : "unavailable", {
      where,
      happened: `${waiting} transactions of this process were waiting, and ${before} did not end within ${queueTimeoutMs} ms`,
      advice:
        "Refund fewer at once, raise the pool's max, or raise queueTimeoutMs; then call again with the same key",
    });
  };
  // What waits here holds no connection, so that one payment with many refunds does not keep them all.
  const inTurn = <Result>(names: readonly string[], work: () => Promise<Result>) =>
    connections.turns.run({ names, ms: queueTimeoutMs, timeoutError }, work);

  function run<Result>(names: readonly string[], work: () => Promise<Result>): Promise<Result> {
    if (closed) {
      const happened = "the journal was closed";
      const advice = "Close it only after the last refund";
      return Promise.reject(new JournalError("unavailable", { where, happened, advice }));
    }
    const task = ready().then(() => inTurn(names, work));
    running.add(task);
    const done = () => running.delete(task);
    task.then(done, done);
    return task;
  }

  const read = (rows: readonly Row[]) => rows.map((row) => recordOf(row, where));

  return {
    transact: (scope, decide) =>
      run(namesOf(schema, scope), async () => {
        const { key, payment, refundId } = scope;
        const [id, paymentId] = await Promise.all([idOf(key), idOf(payment)]);
        const foundId = refundId === undefined ? null : await idOf(refundId);
        return inTransaction(server, await locksOf(namesOf(schema, scope)), async (query) => {
          const found = foundInScope(read(await query(find, [id, paymentId, foundId])), scope);
          const { write, result } = decideInScope(decide, found, scope);
          if (write) {
            const row = toStored(write, where);
            const refundIdDigest = row.refundId === null ? null : await digest(`\0${row.refundId}`);
            const ids = [id, paymentId, refundIdDigest, row.key, row.payment];
            const values = [...ids, row.status, row.openedAt, row.changedAt, row.text];
            await query(found.record ? update : insert, values);
          }
          return result;
        });
      }),
    get: (key) =>
      run([], async () => {
        const values = [await idOf(key)];
        return inTransaction(server, [], async (query) => read(await query(findKey, values))[0]);
      }),
    open: () => run([], () => readOpen(server, refund, read)),
    async close() {
      closed = true;
      await Promise.allSettled(running);
    },
  };
}

const idOf = (text: string) => digest(`\0${searchable(text)}`);

/** What a transaction keeps others from, in the order in which each asks for it: key, payment, refund id. */
const namesOf = (schema: string, { key, payment, refundId }: TransactionScope) => [
  `key in ${schema}\0${searchable(key)}`,
  `payment in ${schema}\0${searchable(payment)}`,
  ...(refundId === undefined ? [] : [`refund id in ${schema}\0${searchable(refundId)}`]),
];

const locksOf = async (names: readonly string[]) =>
  (await Promise.all(names.map((name) => digest(name)))).map(lockOf);

/** SHA-256 in hex. The text before the first NUL keeps digests for different ends apart. */
async function digest(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Postgres numbers its locks with 64 bits. Two texts with one number would wait for each other, and no more. */
const lockOf = (id: string): bigint => BigInt.asIntN(64, BigInt(`0x${id.slice(0, 16)}`));

function assertOptions(options: Required<PostgresJournalOptions>) {
  const problems = [];
  if (typeof options.pool?.connect !== "function") {
    problems.push({ field: "pool", message: "must be a Pool of pg" });
  }
  // A longer name would be cut, and two journals become one.
  const bytes = new TextEncoder().encode(options.schema).length;
  if (bytes === 0 || bytes > 63 || options.schema.includes("\0")) {
    problems.push({ field: "schema", message: "must be a name of 1 to 63 bytes" });
  }
  for (const field of ["lockTimeoutMs", "timeoutMs", "queueTimeoutMs"] as const) {
    if (Number.isSafeInteger(options[field]) && options[field] > 0) continue;
    problems.push({ field, message: "must be a whole number of milliseconds above 0" });
  }
  if (problems.length > 0) throw new RefundError("invalid_options", "postgresJournal", problems);
}
