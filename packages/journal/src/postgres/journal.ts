import { JournalError } from "../journal-error.ts";
import type { Lease, LeaseRequest } from "../lease.ts";
import { allOpen, inSteps, type ListQuery } from "../list-query.ts";
import type { JournalRecord } from "../records/record.ts";
import type { Decision, FoundRecords, JournalStore, TransactionScope } from "../store.ts";
import type { Beginning } from "./begin.ts";
import { connectionsOf } from "./connections.ts";
import { type CurrentServer, inCurrentTransaction } from "./current-transaction.ts";
import { rowsStatement } from "./find-statements.ts";
import { lastWriteOf, lastWritesOf } from "./last-writes.ts";
import { lease } from "./lease.ts";
import { inIndexOrder, listStatement } from "./list.ts";
import { idOf, migrationLockOf, namesOf } from "./locks.ts";
import { type PostgresPool, placeOf, secretsOf } from "./pool.ts";
import { type Row, recordOf } from "./row.ts";
import { migrate, type Tables, tablesIn } from "./schema.ts";
import { type Job, SharedTransactions } from "./shared-transaction.ts";
import { inTransaction, type Server } from "./transaction.ts";
import type { QueueTimeout, TurnRequest } from "./turns.ts";

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
  readonly #current: CurrentServer;
  readonly #tables: Tables;
  readonly #transactions: SharedTransactions;
  readonly #queueTimeoutMs: number;
  readonly #running = new Set<Promise<unknown>>();
  #migrating: Promise<JournalError | undefined> | undefined;
  #closed = false;

  constructor({ pool, schema, lockTimeoutMs, timeoutMs, queueTimeoutMs }: PostgresJournalSettings) {
    const where = placeOf(pool, schema);
    const connections = connectionsOf(pool);
    this.#server = { connections, where, secrets: secretsOf(pool), lockTimeoutMs, timeoutMs };
    this.#tables = tablesIn(schema);
    this.#current = { server: this.#server, last: lastWritesOf(pool, schema) };
    this.#transactions = new SharedTransactions(this.#current, this.#tables);
    this.#queueTimeoutMs = queueTimeoutMs;
  }

  transact<Result>(
    scope: TransactionScope,
    decide: (found: FoundRecords) => Decision<Result>,
  ): Promise<Result> {
    const names = namesOf(this.#tables.name, scope);
    return this.#run(
      () =>
        new Promise<Result>((resolve, reject) => {
          const job: Job = { scope, names, decide, resolve, reject };
          const { turns } = this.#server.connections;
          turns.share(this.#turnRequest(names), job, this.#transactions).catch(reject);
        }),
      true,
    );
  }

  get(key: string): Promise<JournalRecord | undefined> {
    const id = idOf(key);
    const find = (last: readonly string[]) => ({
      statements: [rowsStatement(this.#tables.refund, [id, ...last])],
    });
    return this.#run(() =>
      this.#server.connections.turns.run(this.#turnRequest([]), () =>
        inCurrentTransaction(this.#current, find, async (query, [rows = []]) => {
          const row = rows.find((one) => one.id === id);
          if (!row) return { result: undefined };
          const result = recordOf(row, this.#server.where);
          if (!this.#current.last.doubt) return { result };
          await query(`UPDATE ${this.#tables.refund} SET id = id WHERE id = $1`, [id]);
          return { result, wrote: lastWriteOf(id, String(row.record), result, undefined) };
        }),
      ),
    );
  }

  list(query: ListQuery): Promise<readonly JournalRecord[]> {
    return this.#run(() =>
      this.#inTurn({ statements: [inIndexOrder] }, (send) =>
        inSteps(query, pageSize, async (step) => {
          const statement = listStatement(this.#tables.refund, step);
          return statement ? this.#read(await send(statement.text, statement.values)) : [];
        }),
      ),
    );
  }

  open(): Promise<readonly JournalRecord[]> {
    return allOpen({ list: (query) => this.list(query) });
  }

  lease(request: LeaseRequest): Promise<Lease> {
    return this.#run(() => this.#inTurn({}, (query) => lease(query, this.#tables, request)), true);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled(this.#running);
  }

  #read(rows: readonly Row[]): JournalRecord[] {
    return rows.map((row) => recordOf(row, this.#server.where));
  }

  #run<Result>(work: () => Promise<Result>, mayWrite = false): Promise<Result> {
    if (this.#closed) {
      const error = new JournalError("unavailable", {
        where: this.#server.where,
        happened: "the journal was closed",
        advice: "Call close() only after the last refund has finished",
      });
      return Promise.reject(error);
    }
    const task = this.#ready(mayWrite).then(work);
    this.#running.add(task);
    const done = () => this.#running.delete(task);
    task.then(done, done);
    return task;
  }

  /** Migrates once. After a failure, the next call tries again. */
  async #ready(mayWrite: boolean): Promise<void> {
    this.#current.last.assertNothingLost();
    this.#migrating ??= this.#server.connections.turns.run(this.#turnRequest([]), () =>
      migrate(this.#server, this.#tables, migrationLockOf(this.#tables.name)),
    );
    try {
      const refusal = await this.#migrating;
      if (refusal && mayWrite) throw refusal;
    } catch (error) {
      this.#migrating = undefined;
      throw error;
    }
  }

  #inTurn<Result>(
    beginning: Beginning,
    work: Parameters<typeof inTransaction<Result>>[2],
  ): Promise<Result> {
    return this.#server.connections.turns.run(this.#turnRequest([]), () =>
      inTransaction(this.#server, () => beginning, work),
    );
  }

  /** Waiting for a turn uses no connection, so many refunds of one payment do not occupy the whole pool. */
  #turnRequest(names: readonly string[]): TurnRequest {
    return {
      names,
      ms: this.#queueTimeoutMs,
      timeoutError: (timeout) => this.#queueTimeoutError(timeout),
    };
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
