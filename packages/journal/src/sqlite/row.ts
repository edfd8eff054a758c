/** Reads and writes rows of the table `refund`. */
import type { DatabaseSync, StatementSync } from "node:sqlite";
import { notKeptError } from "../journal-error.ts";
import type { RecentRow } from "../recent-payments.ts";
import { frozen } from "../records/frozen.ts";
import type { JournalRecord } from "../records/record.ts";
import { fromStored, type Stored } from "../records/stored.ts";

export const rowColumns = "key, payment, refund_id, status, opened_at, changed_at, record";

type SelectedRow = ReturnType<StatementSync["all"]>[number];

/** Throws a `JournalError` if the row is damaged. */
export const fromSqliteRow = (row: SelectedRow, where: string): JournalRecord =>
  fromStored(storedOf(row), where);

// The columns of a damaged row can hold anything. `fromStored()` compares them with the record.
const storedOf = (row: SelectedRow): Stored =>
  ({
    key: row.key,
    payment: row.payment,
    refundId: row.refund_id,
    status: row.status,
    openedAt: row.opened_at,
    changedAt: row.changed_at,
    text: row.record,
  }) as Stored;

const names = [
  "key",
  "payment",
  "refundId",
  "status",
  "openedAt",
  "changedAt",
  "text",
] as const satisfies readonly (keyof Stored)[];

/** A row as it was read or written. Its record is parsed and checked once, when it is needed. */
export class SqliteRow implements RecentRow {
  readonly #stored: Stored;
  #record: JournalRecord | undefined;

  constructor(stored: Stored) {
    this.#stored = stored;
  }

  static readonly of = (row: SelectedRow): SqliteRow => new SqliteRow(storedOf(row));

  get key() {
    return this.#stored.key;
  }

  get payment() {
    return this.#stored.payment;
  }

  get refundId() {
    return this.#stored.refundId;
  }

  get openedAt() {
    return this.#stored.openedAt;
  }

  get size() {
    return this.#stored.text.length;
  }

  follows({ openedAt }: SqliteRow): boolean {
    return this.openedAt >= openedAt;
  }

  /** Frozen, because several transactions get the same. Throws a `JournalError` if the row is damaged. */
  record(where: string): JournalRecord {
    this.#record ??= frozen(fromStored(this.#stored, where));
    return this.#record;
  }

  equals(other: SqliteRow | undefined): boolean {
    return !!other && names.every((name) => this.#stored[name] === other.#stored[name]);
  }
}

/** Inserts a row, or replaces the row with its key. Throws a `JournalError` if a trigger of the file skips it. */
export function rowWriter(database: DatabaseSync, where: string): (row: Stored) => void {
  // Updates only what usually changes, so that the other indexes are not rewritten.
  const settle = database.prepare(
    `UPDATE refund SET refund_id = ?, status = ?, changed_at = ?, record = ?
     WHERE key = ? AND payment = ? AND opened_at = ?`,
  );
  const write = database.prepare(
    `INSERT INTO refund (${rowColumns}) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET payment = excluded.payment, refund_id = excluded.refund_id, status = excluded.status,
       opened_at = excluded.opened_at, changed_at = excluded.changed_at, record = excluded.record`,
  );
  return ({ key, payment, refundId, status, openedAt, changedAt, text }) => {
    const { changes } = settle.run(refundId, status, changedAt, text, key, payment, openedAt);
    if (changes > 0) return;
    const written = write.run(key, payment, refundId, status, openedAt, changedAt, text);
    if (written.changes === 0) throw notKeptError(where);
  };
}
