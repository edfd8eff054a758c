import type { JournalRecord } from "../records/record.ts";
import { isOpenInSql } from "../records/stored.ts";
import { columns, type Row } from "./row.ts";
import { inTransaction, type Server } from "./transaction.ts";

/** How many records to read at a time, so that other work is not delayed. */
const pageSize = 500;

/** Every record whose refund is open, oldest first. */
export async function readOpen(
  server: Server,
  table: string,
  read: (rows: readonly Row[]) => readonly JournalRecord[],
): Promise<readonly JournalRecord[]> {
  const find = `SELECT ${columns} FROM ${table}
    WHERE ${isOpenInSql} AND (opened_at, id) > ($1, $2) ORDER BY opened_at, id LIMIT ${pageSize}`;
  return inTransaction(server, [], async (query) => {
    const records: JournalRecord[] = [];
    let after: readonly unknown[] = ["-9223372036854775808", ""];
    for (;;) {
      const rows = await query(find, [...after]);
      records.push(...read(rows));
      const last = rows.at(-1);
      if (rows.length < pageSize || !last) return records;
      after = [last.opened_at, last.id];
    }
  });
}
