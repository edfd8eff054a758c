import type { JournalRecord } from "../records/record.ts";
import { fromStored } from "../records/stored.ts";

export type Row = Readonly<Record<string, unknown>>;

/** The columns to read: the record, and the values that must match it. */
export const columns = "record, id, key, payment, status, opened_at, changed_at";

export const recordOf = (row: Row, where: string): JournalRecord =>
  fromStored(
    {
      key: row.key,
      payment: row.payment,
      status: row.status,
      // The driver returns bigint values as text.
      openedAt: Number(row.opened_at),
      changedAt: Number(row.changed_at),
      text: row.record,
    },
    where,
  );
