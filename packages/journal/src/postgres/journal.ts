import { JournalError } from "../journal-error.ts";
import type { Lease, LeaseRequest } from "../lease.ts";
import { allOpen, inSteps, type ListQuery } from "../list-query.ts";
import type { JournalRecord } from "../records/record.ts";
import { toStored } from "../records/stored.ts";
import { decideInScope, foundInScope } from "../scope.ts";
import type { Decision, FoundRecords, JournalStore, TransactionScope } from "../store.ts";
import { connectionsOf } from "./connections.ts";
import { lease } from "./lease.ts";
import { inIndexOrder, listStatement } from "./list.ts";
import { idOf, idOfStored, locksOf, migrationLockOf, namesOf } from "./locks.ts";
import { type PostgresPool, placeOf, secretsOf } from "./pool.ts";
import { columns, type Row, recordOf } from "./row.ts";
import { migrate, type Tables, tablesIn } from "./schema.ts";
import { inTransaction, type Query, type Server } from "./transaction.ts";
import type { QueueTimeout } from "./turns.ts";

/** How many records to read at a time, so that other work is not delayed. */
const pageSize = 500;

export interface PostgresJournalSettings {
  readonly pool: PostgresPool;
  readonly schema: string;
  readonly lockTimeoutMs: number;
  readonly timeoutMs: number;
  readonly queueTimeoutMs: number;
}

export class PostgresJournal implements JournalStore {
  readonly #server: Server;
  readonly #tables: Tables;
  readonly #queueTimeoutMs: number;
  readonly #running = new Set<Promise<unknown>>();
  #migrating: Promise<void> | undefined;
  #closed = false;

  constructor({ pool, schema, lockTimeoutMs, timeoutMs, queueTimeoutMs }: PostgresJournalSettings) {
    const where = placeOf(pool, schema);
    const connections = connectionsOf(pool);
    this.#server = { connections, where, secrets: secretsOf(pool), lockTimeoutMs, timeoutMs };
    this.#tables = tablesIn(schema);
    this.#queueTimeoutMs = queueTimeoutMs;
  }

  transact<Result>(
    scope: TransactionScope,
    decide: (found: FoundRecords) => Decision<Result>,
  ): Promise<Result> {
    const names = namesOf(this.#tables.name, scope);
    return this.#run(names, async () => {
      const locks = await locksOf(names);
      const { key, payment, refundId } = scope;
      const [id, paymentId] = await Promise.all([idOf(key), idOf(payment)]);
      const ids = [id, paymentId, refundId === undefined ? null : await idOf(refundId)];
      return inTransaction(this.#server, locks, async (query) => {
        const find = `SELECT ${columns} FROM ${this.#tables.refund}
          WHERE id = $1 OR payment_id = $2 OR refund_id = $3 ORDER BY opened_at, id`;
        const found = foundInScope(this.#read(await query(find, ids)), scope);
        const { write, result } = decideInScope(decide, found, scope);
        if (write) await this.#write(query, id, paymentId, write, found.record !== undefined);
        return result;
      });
    });
  }

  get(key: string): Promise<JournalRecord | undefined> {
    return this.#run([], async () => {
      const values = [await idOf(key)];
      const find = `SELECT ${columns} FROM ${this.#tables.refund} WHERE id = $1`;
      return inTransaction(
        this.#server,
        [],
        async (query) => this.#read(await query(find, values))[0],
      );
    });
  }

  list(query: ListQuery): Promise<readonly JournalRecord[]> {
    return this.#run([], () =>
      inTransaction(this.#server, [], async (send) => {
        await send(inIndexOrder);
        return inSteps(query, pageSize, async (step) => {
          const statement = await listStatement(this.#tables.refund, step);
          return statement ? this.#read(await send(statement.text, statement.values)) : [];
        });
      }),
    );
  }

  open(): Promise<readonly JournalRecord[]> {
    return allOpen({ list: (query) => this.list(query) });
  }

  lease(request: LeaseRequest): Promise<Lease> {
    return this.#run([], () =>
      inTransaction(this.#server, [], (query) => lease(query, this.#tables, request)),
    );
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled(this.#running);
  }

  async #write(
    query: Query,
    id: string,
    paymentId: string,
    record: JournalRecord,
    exists: boolean,
  ): Promise<void> {
    const { refund } = this.#tables;
    const row = toStored(record, this.#server.where);
    const refundId = row.refundId === null ? null : await idOfStored(row.refundId);
    const values = [id, paymentId, refundId, row.key, row.payment];
    // Not "ON CONFLICT": if a record exists that was not found, a lock was missing, and the transaction must be retried.
    const statement = exists
      ? `UPDATE ${refund} SET payment_id = $2, refund_id = $3, key = $4, payment = $5, status = $6, opened_at = $7,
        changed_at = $8, record = $9 WHERE id = $1`
      : `INSERT INTO ${refund} (id, payment_id, refund_id, key, payment, status, opened_at, changed_at, record)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
    await query(statement, [...values, row.status, row.openedAt, row.changedAt, row.text]);
  }

  #read(rows: readonly Row[]): JournalRecord[] {
    return rows.map((row) => recordOf(row, this.#server.where));
  }

  #run<Result>(names: readonly string[], work: () => Promise<Result>): Promise<Result> {
    if (this.#closed) {
      const error = new JournalError("unavailable", {
        where: this.#server.where,
        happened: "the journal was closed",
        advice: "Call close() only after the last refund has finished",
      });
      return Promise.reject(error);
    }
    const task = this.#migrated().then(() => this.#inTurn(names, work));
    this.#running.add(task);
    const done = () => this.#running.delete(task);
    task.then(done, done);
    return task;
  }

  /** Migrates once. After a failure, the next call tries again. */
  async #migrated(): Promise<void> {
    this.#migrating ??= this.#inTurn([], async () => {
      await migrate(this.#server, this.#tables, await migrationLockOf(this.#tables.name));
    });
    try {
      await this.#migrating;
    } catch (error) {
      this.#migrating = undefined;
      throw error;
    }
  }

  /** Waiting here uses no connection, so many refunds of one payment do not occupy the whole pool. */
  #inTurn<Result>(names: readonly string[], work: () => Promise<Result>): Promise<Result> {
    const request = {
      names,
      ms: this.#queueTimeoutMs,
      timeoutError: (timeout: QueueTimeout) => this.#queueTimeoutError(timeout),
    };
    return this.#server.connections.turns.run(request, work);
  }

  #queueTimeoutError({ waiting, byName }: QueueTimeout): JournalError {
    const others = byName ? "others of the same key or payment" : "the others";
    return new JournalError(byName ? "locked" : "unavailable", {
      where: this.#server.where,
      happened: `${waiting} transactions of this process were waiting, and ${others} did not end within ${this.#queueTimeoutMs} ms`,
      advice:
        "Start fewer refunds at once, increase the pool's max, or increase queueTimeoutMs; then call again with the same key",
    });
  }
}
