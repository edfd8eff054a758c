import type { JournalRecord } from "../records/record.ts";
import { fromStored } from "../records/stored.ts";

export type Row = Readonly<Record<string, unknown>>;

/** What is read of a row: the record, and what it must agree with. */
export const columns = "record, id, key, payment, status, opened_at, changed_at";

export const recordOf = (row: Row, where: string): JournalRecord =>
  fromStored(
    {
      key: row.key,
      payment: row.payment,
      status: row.status,
      // The driver gives a bigint as text.
      openedAt: Number(row.opened_at),
      changedAt: Number(row.changed_at),
      text: row.record,
    },
    where,
  );
