import { statSync } from "node:fs";
import type { DatabaseSync, StatementSync } from "node:sqlite";
import { decided, foundIn } from "./decided.ts";
import { JournalError } from "./journal-error.ts";
import { sqliteError } from "./sqlite-error.ts";
import { askVersion, rollBack, versionOf } from "./sqlite-file.ts";
import type { Decision, FoundRecords, JournalStore, TransactionScope } from "./store.ts";
import { fromStored, isOpenInSql, type Stored, searchable, toStored } from "./stored.ts";

/** A journal over a file that is open, set up and migrated. */
export class SqliteJournal implements JournalStore {
  readonly #file: string;
  readonly #lockTimeoutMs: number;
  readonly #database: DatabaseSync;
  readonly #inode: string;
  readonly #version: StatementSync;
  readonly #find: StatementSync;
  readonly #get: StatementSync;
  readonly #findOpen: StatementSync;
  readonly #settle: StatementSync;
  readonly #write: StatementSync;
  #closed = false;

  constructor(database: DatabaseSync, file: string, lockTimeoutMs: number) {
    this.#file = file;
    this.#lockTimeoutMs = lockTimeoutMs;
    this.#database = database;
    this.#inode = inodeOf(file);
    this.#version = database.prepare(askVersion);
    this.#find = database.prepare(
      "SELECT record FROM refund WHERE key = ? OR payment = ? OR refund_id = ? ORDER BY opened_at, rowid",
    );
    this.#get = database.prepare("SELECT record FROM refund WHERE key = ?");
    this.#findOpen = database.prepare(
      `SELECT record FROM refund WHERE ${isOpenInSql} ORDER BY opened_at, rowid`,
    );
    // What usually changes, so that the indexes on the rest need not be written.
    this.#settle = database.prepare(
      `UPDATE refund SET refund_id = ?, status = ?, changed_at = ?, record = ?
       WHERE key = ? AND payment = ? AND opened_at = ?`,
    );
    this.#write = database.prepare(
      `INSERT INTO refund (key, payment, refund_id, status, opened_at, changed_at, record) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (key) DO UPDATE SET payment = excluded.payment, refund_id = excluded.refund_id, status = excluded.status,
         opened_at = excluded.opened_at, changed_at = excluded.changed_at, record = excluded.record`,
    );
  }

  async transact<Result>(
    scope: TransactionScope,
    decide: (found: FoundRecords) => Decision<Result>,
  ): Promise<Result> {
    const until = performance.now() + this.#lockTimeoutMs;
    while (!this.#begins(until)) await new Promise((wake) => setTimeout(wake, Math.random() * 10));
    // From here to the commit nothing waits, so no other transaction of this process can come between either.
    try {
      this.#ask(() => versionOf(this.#version.get(), this.#file));
      const { key, payment, refundId } = scope;
      const values = [searchable(key), searchable(payment), refundId && searchable(refundId)];
      const found = this.#ask(() => this.#read(this.#find, ...values));
      const { write, result } = decided(decide, foundIn(found, scope), scope);
      if (write) this.#put(toStored(write, this.#file));
      this.#ask(() => this.#database.exec("COMMIT"));
      return result;
    } catch (error) {
      rollBack(this.#database);
      throw error;
    }
  }

  async get(key: string) {
    this.#assertUsable();
    return this.#ask(() => this.#read(this.#get, searchable(key))[0]);
  }

  async open() {
    this.#assertUsable();
    return this.#ask(() => this.#read(this.#findOpen));
  }

  async close() {
    if (this.#closed) return;
    this.#closed = true;
    this.#database.close();
  }

  /** Takes the file's one write lock: what is read after that cannot change before the commit. False where it is taken. */
  #begins(until: number): boolean {
    this.#assertUsable();
    try {
      this.#ask(() => this.#database.exec("BEGIN IMMEDIATE"));
    } catch (error) {
      const isLocked = (error as JournalError).code === "locked";
      if (!isLocked || performance.now() > until) throw error;
      return false;
    }
    return true;
  }

  #put({ key, payment, refundId, status, openedAt, changedAt, text }: Stored) {
    this.#ask(() => {
      const { changes } = this.#settle.run(
        refundId,
        status,
        changedAt,
        text,
        key,
        payment,
        openedAt,
      );
      if (changes > 0) return;
      this.#write.run(key, payment, refundId, status, openedAt, changedAt, text);
    });
  }

  #read(statement: StatementSync, ...values: readonly (string | undefined)[]) {
    return statement
      .all(...values.map((value) => value ?? null))
      .map(({ record }) => fromStored(String(record), this.#file));
  }

  #ask<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw sqliteError(error, this.#file);
    }
  }

  #assertUsable() {
    if (this.#closed) {
      throw new JournalError("unavailable", {
        where: this.#file,
        happened: "the journal was closed",
        advice: "Close it only after the last refund",
      });
    }
    // SQLite goes on writing to a file that no longer has a name, and the next start would find none of it.
    if (inodeOf(this.#file) === this.#inode) return;
    throw new JournalError("unavailable", {
      where: this.#file,
      happened: "the file was moved, replaced or deleted while in use",
      advice: "Put it back where it was and restart; an empty file would refund every key again",
    });
  }
}

function inodeOf(file: string): string {
  const stats = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stats ? `${stats.dev}:${stats.ino}` : "";
}
