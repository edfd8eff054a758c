import { type JournalRecord, refundIdOf } from "./records/record.ts";

/** What one transaction reads, and guards against every other transaction until it has written. */
export interface TransactionScope {
  readonly key: string;
  /** As `JournalRecord.payment`. */
  readonly payment: string;
  /** As `refundIdText()`: set where the transaction may write an outcome that has this refund id. */
  readonly refundId?: string;
}

/** The scope in which this record can be written. */
export function scopeOf(record: JournalRecord): TransactionScope {
  const { key, payment } = record;
  const refundId = refundIdOf(record);
  return { key, payment, ...(refundId !== undefined && { refundId }) };
}

/** What a transaction found, oldest record first. */
export interface FoundRecords {
  /** The record of the key. */
  readonly record: JournalRecord | undefined;
  /** Every record of the payment, including the key's if it is of that payment. */
  readonly ofPayment: readonly JournalRecord[];
  /** Every record whose outcome has the scope's refund id, including the key's. Empty where the scope has none. */
  readonly withRefundId: readonly JournalRecord[];
}

/** The record to write (inserted, or replaced by its key), if any, and what `transact` resolves with. */
export interface Decision<Result> {
  readonly write?: JournalRecord;
  readonly result: Result;
}

/**
 * Where records are kept. The rules are not in here: they are pure functions passed to `transact`, the same for every
 * store. A store guarantees atomicity and durability; `@refunds/journal/conformance` tests both.
 */
export interface JournalStore {
  /**
   * Reads, decides and writes in one step. No other `transact` with the same key, payment or refund id, in any process,
   * comes in between. Resolves only when what was written survives a crash. Rejects with a `JournalError`, with nothing
   * written, where the store is corrupt, locked, full or read-only. `decide` is pure and may be called more than once.
   */
  transact<Result>(
    scope: TransactionScope,
    decide: (found: FoundRecords) => Decision<Result>,
  ): Promise<Result>;
  /** The record of the key, as the last transaction left it. Undefined where there is none. */
  get(key: string): Promise<JournalRecord | undefined>;
  /** Records whose refund is open: `leaving`, or settled as `unknown`, `pending` or `needs_review`. Oldest first. */
  open(): Promise<readonly JournalRecord[]>;
  /** Releases files and connections. */
  close(): Promise<void>;
}
