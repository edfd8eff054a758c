/** Reads and writes rows of the table `refund`. */
import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { JournalRecord } from "../records/record.ts";
import { fromStored, type Stored } from "../records/stored.ts";

export const rowColumns = "key, payment, refund_id, status, opened_at, changed_at, record";

/** Throws a `JournalError` if the row is damaged. */
export const fromSqliteRow = (
  row: ReturnType<StatementSync["all"]>[number],
  where: string,
): JournalRecord =>
  fromStored(
    {
      key: row.key,
      payment: row.payment,
      refundId: row.refund_id,
      status: row.status,
      openedAt: row.opened_at,
      changedAt: row.changed_at,
      text: row.record,
    },
    where,
  );

/** Inserts a row, or replaces the row with its key. */
export function rowWriter(database: DatabaseSync): (row: Stored) => void {
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
    write.run(key, payment, refundId, status, openedAt, changedAt, text);
  };
}
