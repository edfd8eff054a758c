/** The records of the journal in memory, with what finds them. */
import type { ListQuery } from "./list-query.ts";
import { type JournalRecord, refundIdOf } from "./records/record.ts";
import { stateOf } from "./records/states.ts";
import { storable } from "./records/stored.ts";
import type { FoundRecords, TransactionScope } from "./store.ts";
import { type MemoryRow, TimeOrder } from "./time-order.ts";

export class MemoryRows {
  // Frozen copies: callers cannot change a stored record, and data that another journal could not store is refused here, too.
  readonly #rows = new Map<string, MemoryRow>();
  readonly #inTime = new TimeOrder();
  readonly #ofPayment = new RecordsBy(({ payment }) => payment);
  readonly #withRefundId = new RecordsBy(refundIdOf);

  get(key: string): JournalRecord | undefined {
    return this.#rows.get(key)?.record;
  }

  find({ key, payment, refundId }: TransactionScope): FoundRecords {
    return {
      record: this.get(key),
      ofPayment: this.#ofPayment.get(payment),
      withRefundId: this.#withRefundId.get(refundId),
    };
  }

  list(query: ListQuery): readonly JournalRecord[] {
    const after = this.#rows.get(query.after?.key ?? "");
    return this.#inTimeFor(query)
      .find(query, after)
      .map(({ record }) => record);
  }

  /** A payment has few of the records, and its own are known. */
  #inTimeFor({ payment }: ListQuery): TimeOrder {
    if (payment === undefined) return this.#inTime;
    const ofPayment = new TimeOrder();
    for (const { key } of this.#ofPayment.get(payment)) {
      ofPayment.put(this.#rows.get(key) as MemoryRow, undefined);
    }
    return ofPayment;
  }

  /** @throws {JournalError} if another journal could not store the record */
  put(given: JournalRecord, where: string): void {
    const record = storable(given, where);
    const before = this.#rows.get(record.key);
    const { openedAt } = record;
    const place = before?.place ?? this.#rows.size;
    const row = { record, openedAt, state: stateOf(record), place };
    this.#inTime.put(row, before);
    this.#ofPayment.put(record, before?.record);
    this.#withRefundId.put(record, before?.record);
    this.#rows.set(record.key, row);
  }
}

/** Finds records by a value that several can share, such as a payment. Oldest first. */
class RecordsBy {
  readonly #lists = new Map<string, JournalRecord[]>();
  readonly #valueIn: (record: JournalRecord) => string | undefined;

  constructor(valueIn: (record: JournalRecord) => string | undefined) {
    this.#valueIn = valueIn;
  }

  /** A list of its own for each caller. */
  get(value: string | undefined): readonly JournalRecord[] {
    return value === undefined ? [] : (this.#lists.get(value)?.slice() ?? []);
  }

  /** Adds a record, in place of the one that its key had before. */
  put(record: JournalRecord, before: JournalRecord | undefined): void {
    const value = this.#valueIn(record);
    const from = before && this.#valueIn(before);
    const old = from === undefined ? undefined : this.#lists.get(from);
    if (before && old) {
      // From the end, where the newest ones are.
      const at = old.lastIndexOf(before);
      if (from === value && before.openedAt === record.openedAt) {
        old[at] = record;
        return;
      }
      old.splice(at, 1);
    }
    if (value === undefined) return;
    const list = this.#lists.get(value);
    if (!list) this.#lists.set(value, [record]);
    else list.splice(list.findLastIndex((one) => one.openedAt <= record.openedAt) + 1, 0, record);
  }
}
