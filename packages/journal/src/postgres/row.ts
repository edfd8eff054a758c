import type { RecentRow } from "../recent-payments.ts";
import { frozen } from "../records/frozen.ts";
import type { JournalRecord } from "../records/record.ts";
import { fromStored } from "../records/stored.ts";

export type Row = Readonly<Record<string, unknown>>;

/** The columns to read: the record, and the values that must match it. */
export const columns = "record, id, key, payment, status, opened_at, changed_at";

/**
 * A number that changes with each write of a row of the table `refund`, by any program: the transaction that wrote a row is in
 * its column xmin, and each version has a place of its own, ctid. A standby that takes over counts transactions on from the last
 * that it has, but it was started at another time.
 */
export const rowVersion =
  "hashtextextended(concat_ws(' ', refund.id, refund.xmin, refund.ctid, (SELECT extract(epoch FROM pg_postmaster_start_time()))), 0)";

/** What a `PostgresRow` is made of, from the table `refund`. */
export const allColumns = [
  ...[...columns.split(", "), "payment_id", "refund_id"].map((name) => `refund.${name}`),
  `${rowVersion}::text AS version`,
].join(", ");

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

/** A row as it was read or written. Its record is parsed and checked once, when it is needed. Key, payment and refund id are digests. */
export class PostgresRow implements RecentRow {
  readonly #row: Row;
  readonly version: bigint;
  #record: JournalRecord | undefined;

  private constructor(row: Row) {
    this.#row = row;
    this.version = BigInt(row.version as string);
  }

  /** @param row has `allColumns` */
  static readonly of = (row: Row): PostgresRow => new PostgresRow(row);

  get key() {
    return this.#row.id as string;
  }

  get payment() {
    return this.#row.payment_id as string;
  }

  get refundId() {
    return this.#row.refund_id as string | null;
  }

  get openedAt() {
    return Number(this.#row.opened_at);
  }

  get size() {
    return (this.#row.record as string).length;
  }

  follows({ openedAt, key }: PostgresRow): boolean {
    return this.openedAt > openedAt || (this.openedAt === openedAt && this.key > key);
  }

  /** Frozen, because several transactions get the same. Throws a `JournalError` if the row is damaged. */
  record(where: string): JournalRecord {
    this.#record ??= frozen(recordOf(this.#row, where));
    return this.#record;
  }
}
