/** The records of the journal in memory, with what finds them. */
import type { ListQuery } from "./list-query.ts";
import { type JournalRecord, refundIdOf } from "./records/record.ts";
import { columnsOf, storable } from "./records/stored.ts";
import { type MemoryRow, TimeOrder } from "./time-order.ts";

export class MemoryRows {
  // Frozen copies: callers cannot change a stored record, and data that another journal could not store is refused here, too.
  readonly #rows = new Map<string, MemoryRow>();
  readonly #inTime = new TimeOrder();
  readonly #ofPayment = keyIndex();
  readonly #withRefundId = keyIndex();

  get(key: string): JournalRecord | undefined {
    return this.#rows.get(key)?.record;
  }

  ofPayment(payment: string): readonly JournalRecord[] {
    return this.#read(this.#ofPayment.get(payment));
  }

  withRefundId(refundId: string | undefined): readonly JournalRecord[] {
    return this.#read(this.#withRefundId.get(refundId));
  }

  list(query: ListQuery): readonly JournalRecord[] {
    const found = this.#inTime.find(query, this.#rows.get(query.after?.key ?? ""));
    return found.map(({ record }) => record);
  }

  /** @throws {JournalError} if another journal could not store the record */
  put(given: JournalRecord, where: string): void {
    const record = storable(given, where);
    const { key, payment } = given;
    const row = this.#rows.get(key);
    const before = row?.record;
    this.#ofPayment.move(key, before?.payment, payment);
    this.#withRefundId.move(key, before && refundIdOf(before), refundIdOf(given));
    const place = row?.place ?? this.#rows.size;
    const next = { ...columnsOf(record), place, record };
    this.#inTime.put(next, row);
    this.#rows.set(key, next);
  }

  #read(keys: Iterable<string>): readonly JournalRecord[] {
    return [...keys]
      .flatMap((key) => this.#rows.get(key) ?? [])
      .sort((a, b) => a.openedAt - b.openedAt)
      .map(({ record }) => record);
  }
}

/** An index from a value, such as a payment, to the keys of its records. */
function keyIndex() {
  const keysOf = new Map<string, Set<string>>();
  return {
    get: (value: string | undefined): Iterable<string> =>
      (value === undefined ? undefined : keysOf.get(value)) ?? [],
    move(key: string, from: string | undefined, to: string | undefined) {
      if (from !== undefined) keysOf.get(from)?.delete(key);
      if (to === undefined) return;
      const keys = keysOf.get(to);
      if (keys) keys.add(key);
      else keysOf.set(to, new Set([key]));
    },
  };
}
