import type { DatabaseSync, StatementSync } from "node:sqlite";
import { isJournalError, JournalError } from "../journal-error.ts";
import type { Lease, LeaseRequest } from "../lease.ts";
import { allOpen, inSteps, type ListQuery } from "../list-query.ts";
import type { JournalRecord } from "../records/record.ts";
import { searchable } from "../records/stored.ts";
import type { Decision, FoundRecords, JournalStore, TransactionScope } from "../store.ts";
import { type BackupResult, backUp } from "./backup.ts";
import { closeFile, closeOnExit } from "./close.ts";
import { sqliteError } from "./error.ts";
import type { OpenJournalFile } from "./file.ts";
import type { HeldFiles } from "./held-files.ts";
import { lease } from "./lease.ts";
import { listRows } from "./list.ts";
import { SqliteQueue } from "./queue.ts";
import { fromSqliteRow, rowColumns } from "./row.ts";
import { SqliteTransactions } from "./transactions.ts";

/** How many records to read before other work of the event loop runs. */
const pageSize = 100;

/** A journal on an open and migrated file. */
export class SqliteJournal implements JournalStore {
  readonly #opened: OpenJournalFile;
  readonly #database: DatabaseSync;
  readonly #files: HeldFiles;
  readonly #queue: SqliteQueue;
  readonly #lockTimeoutMs: number;
  readonly #get: StatementSync;
  readonly #backups = new Set<Promise<BackupResult>>();
  #closing: Promise<void> | undefined;

  constructor(opened: OpenJournalFile, lockTimeoutMs: number) {
    this.#opened = opened;
    this.#database = opened.database;
    this.#files = opened.files;
    this.#lockTimeoutMs = lockTimeoutMs;
    const transactions = new SqliteTransactions(opened);
    this.#queue = new SqliteQueue(opened.files.file, lockTimeoutMs, (next) =>
      transactions.run(next),
    );
    this.#get = this.#database.prepare(`SELECT ${rowColumns} FROM refund WHERE key = ?`);
    closeOnExit(opened);
  }

  async transact<Result>(
    scope: TransactionScope,
    decide: (found: FoundRecords) => Decision<Result>,
  ): Promise<Result> {
    this.#assertOpen();
    return new Promise<Result>((resolve, reject) => {
      this.#queue.add({ scope, decide, resolve, reject, since: performance.now() });
    });
  }

  async get(key: string) {
    const [row] = this.#read(() => this.#get.all(searchable(key)));
    return row && fromSqliteRow(row, this.#files.file);
  }

  async list(query: ListQuery): Promise<readonly JournalRecord[]> {
    return inSteps(query, pageSize, async (step) => {
      if (step.after !== query.after) await new Promise((wake) => setImmediate(wake));
      const rows = this.#read(() => listRows(this.#database, step, this.#files.file));
      return rows.map((row) => fromSqliteRow(row, this.#files.file));
    });
  }

  open(): Promise<readonly JournalRecord[]> {
    return allOpen({ list: (query) => this.list(query) });
  }

  async lease(request: LeaseRequest): Promise<Lease> {
    const until = performance.now() + this.#lockTimeoutMs;
    for (;;) {
      try {
        return this.#read(() => lease(this.#database, request));
      } catch (error) {
        const isLocked = isJournalError(error) && error.code === "locked";
        if (!isLocked || performance.now() > until) throw error;
        await new Promise((wake) => setTimeout(wake, Math.random() * 10));
      }
    }
  }

  async backup(file: string): Promise<BackupResult> {
    this.#assertOpen();
    const backup = backUp(this.#files, file);
    this.#backups.add(backup);
    try {
      return await backup;
    } finally {
      this.#backups.delete(backup);
    }
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close() {
    await this.#queue.idle();
    await Promise.allSettled(this.#backups);
    closeFile(this.#opened);
  }

  #read<Result>(work: () => Result): Result {
    this.#assertOpen();
    this.#files.assertHeld();
    try {
      return work();
    } catch (error) {
      throw sqliteError(error, this.#files.file);
    }
  }

  #assertOpen() {
    if (!this.#closing) return;
    throw new JournalError("unavailable", {
      where: this.#files.file,
      happened: "the journal was closed",
      advice: "Call close() only after the last refund has finished",
    });
  }
}
