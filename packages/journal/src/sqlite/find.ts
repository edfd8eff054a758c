/** Finds the records of a transaction, and remembers those of recent payments as long as no other connection writes. */
import type { DatabaseSync, StatementSync } from "node:sqlite";
import { RecentPayments } from "../recent-payments.ts";
import type { JournalRecord } from "../records/record.ts";
import { type Stored, searchable } from "../records/stored.ts";
import { foundInScope } from "../scope.ts";
import type { FoundRecords, TransactionScope } from "../store.ts";
import { rowColumns, SqliteRow } from "./row.ts";

/** A scope as the columns have it. */
interface Wanted {
  readonly key: string;
  readonly payment: string;
  readonly refundId: string | null;
}

export class RecordFinder {
  readonly #file: string;
  readonly #recent = new RecentPayments<SqliteRow>();
  readonly #dataVersion: StatementSync;
  readonly #findAll: StatementSync;
  readonly #findOwn: StatementSync;
  #seenVersion = Number.NaN;

  constructor(database: DatabaseSync, file: string) {
    this.#file = file;
    this.#dataVersion = database.prepare("PRAGMA data_version");
    const select = `SELECT ${rowColumns} FROM refund WHERE key = $key OR refund_id = $refundId`;
    this.#findAll = database.prepare(`${select} OR payment = $payment ORDER BY opened_at, rowid`);
    this.#findOwn = database.prepare(`${select} ORDER BY opened_at, rowid`);
  }

  /**
   * Call it in each SQLite transaction, under the write lock, before `find()`. SQLite changes this number when another
   * connection has committed, whether it belongs to a journal or to a person who corrects a row by hand.
   */
  begin() {
    // Without the pragma, it is NaN, which equals nothing.
    const version = Number(this.#dataVersion.get()?.data_version);
    if (version !== this.#seenVersion) this.#recent.doubtAll();
    this.#seenVersion = version;
  }

  /** Throws only if SQLite fails. What it returns throws a `JournalError` if a row is damaged. */
  find(scope: TransactionScope): () => FoundRecords {
    const { key, payment, refundId } = scope;
    const wanted = {
      key: searchable(key),
      payment: searchable(payment),
      refundId: refundId === undefined ? null : searchable(refundId),
    };
    return this.#findRemembered(scope, wanted) ?? this.#findInDatabase(scope, wanted);
  }

  /** Takes in what was written. `before` is the record of the key that `find()` has found. */
  wrote(stored: Stored, before: JournalRecord | undefined) {
    const from = before && searchable(before.payment);
    if (from === undefined || from === stored.payment) {
      this.#recent.put(new SqliteRow(stored));
      return;
    }
    // The key has moved to another payment, and its place there depends on when it was first written.
    this.#recent.forget(from);
    this.#recent.forget(stored.payment);
  }

  /** Call it if what was written is not committed. */
  undone() {
    this.#recent.doubtAll();
  }

  #findInDatabase(scope: TransactionScope, wanted: Wanted): () => FoundRecords {
    const earlier = new Map(this.#recent.earlier(wanted.payment).map((row) => [row.key, row]));
    const rows = this.#findAll.all({ ...wanted }).map((selected) => {
      const row = SqliteRow.of(selected);
      const same = earlier.get(row.key);
      // Every column and character is equal, so it needs neither parsing nor checking again.
      return same?.equals(row) ? same : row;
    });
    return () => {
      const records = rows.map((row) => row.record(this.#file));
      const ofPayment = rows.filter(({ payment }) => payment === wanted.payment);
      this.#recent.remember(wanted.payment, ofPayment);
      return foundInScope(records, scope);
    };
  }

  /**
   * Reads only the rows with the key or the refund id. Undefined if the payment is not remembered, or if what is remembered
   * is not what was read: an index may be damaged, and the index of payments may still find the row.
   */
  #findRemembered(
    scope: TransactionScope,
    { key, payment, refundId }: Wanted,
  ): (() => FoundRecords) | undefined {
    const known = this.#recent.get(payment);
    if (!known) return undefined;
    const rows = this.#findOwn.all({ key, refundId }).map(SqliteRow.of);
    const read = rows.filter((row) => row.payment === payment);
    const expected = known.filter(
      (row) => row.key === key || (refundId !== null && row.refundId === refundId),
    );
    if (read.length !== expected.length || !read.every((row, at) => row.equals(expected[at]))) {
      return undefined;
    }
    return () => {
      const own = rows.map((row) => expected.find(({ key }) => key === row.key) ?? row);
      const found = own.map((row) => row.record(this.#file));
      const ofPayment = known.map((row) => row.record(this.#file));
      return { ...foundInScope(found, scope), ofPayment };
    };
  }
}
