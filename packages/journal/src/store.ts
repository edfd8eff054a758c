import type { Lease, LeaseRequest } from "./lease.ts";
import type { ListQuery } from "./list-query.ts";
import { type JournalRecord, refundIdOf } from "./records/record.ts";

/** What one transaction reads and locks until it has written. */
export interface TransactionScope {
  readonly key: string;
  /** See `JournalRecord.payment`. */
  readonly payment: string;
  /** In the form of `refundIdText()`. Required if the transaction may write an outcome with this refund id. */
  readonly refundId?: string;
}

/** The scope that a transaction needs to write this record. */
export function scopeOf(record: JournalRecord): TransactionScope {
  const { key, payment } = record;
  const refundId = refundIdOf(record);
  return { key, payment, ...(refundId !== undefined && { refundId }) };
}

/** What a transaction found. Oldest records first. */
export interface FoundRecords {
  /** The record of the key. */
  readonly record: JournalRecord | undefined;
  /** Every record of the payment, including the key's own record if it belongs to that payment. */
  readonly ofPayment: readonly JournalRecord[];
  /** Every record whose outcome has the scope's refund id, including the key's own. Empty if the scope has no refund id. */
  readonly withRefundId: readonly JournalRecord[];
}

/** The record to write, if any (inserted, or replacing the record with its key), and the value that `transact` resolves with. */
export interface Decision<Result> {
  readonly write?: JournalRecord;
  readonly result: Result;
}

/**
 * Stores records. It does not contain the rules: those are pure functions passed to `transact`, the same for every store.
 * A store guarantees atomicity and durability, which `@refunds/journal/conformance` tests.
 */
export interface JournalStore {
  /**
   * Reads, decides and writes as one atomic step. No other `transact` with the same key, payment or refund id runs in
   * between, in any process. Resolves when the record is durable. If the store is corrupt, locked, full or read-only, it
   * rejects with a `JournalError` and writes nothing. `decide` must be pure: it may be called more than once.
   */
  transact<Result>(
    scope: TransactionScope,
    decide: (found: FoundRecords) => Decision<Result>,
  ): Promise<Result>;
  /** The record of the key after the last transaction. Undefined if the key is unknown. */
  get(key: string): Promise<JournalRecord | undefined>;
  /**
   * One page of the records that match, newest first. Reads at most `limit` records and those that the order skips, however
   * many records the journal holds, so it needs an index for each filter.
   */
  list(query: ListQuery): Promise<readonly JournalRecord[]>;
  /**
   * The records of open refunds: `leaving`, or settled as `unknown`, `pending` or `needs_review`. Oldest first, all at once. To
   * read them in pages, call `list()` with these states and `order: "oldest"`.
   */
  open(): Promise<readonly JournalRecord[]>;
  /**
   * Takes, renews or releases a lease in one atomic step. It is granted if no one holds it at `now`, or the same holder does, or
   * what is left of it is more than twice the time that is asked for.
   * Resolves with the lease after that, which may be another holder's.
   */
  lease(request: LeaseRequest): Promise<Lease>;
  /** Releases files and connections. */
  close(): Promise<void>;
}
