import type { JournalRecord } from "./record.ts";

/** What a decision sees: the record of the key, and every record of the payment (that of the key included, if it is of the payment). */
export interface Found {
  readonly record: JournalRecord | undefined;
  readonly ofPayment: readonly JournalRecord[];
}

/** What a decision wants: a record to write (inserted or replaced by its key), if any, and a result to hand back. */
export interface Decision<Result> {
  readonly write?: JournalRecord;
  readonly result: Result;
}

/**
 * Where records are kept. The rules are not in here: they are pure functions handed to `transact`, the same for every
 * store. A store owes atomicity and durability; `@refunds/journal/conformance` tests both.
 */
export interface JournalStore {
  /**
   * Reads, decides and writes as one step that no other `transact` on the same key or payment, in any process, can come
   * between. Resolves only when what was written would survive a crash. Rejects with a `JournalError`, with nothing
   * written, where the store is corrupt, locked, full or read-only. `decide` is pure and may be called more than once.
   */
  transact<Result>(
    key: string,
    payment: string,
    decide: (found: Found) => Decision<Result>,
  ): Promise<Result>;
  /** Records whose last word is open: `leaving`, or settled as `unknown`, `pending` or `needs_review`. Oldest first. */
  open(): Promise<readonly JournalRecord[]>;
  /** Lets go of files and connections. */
  close(): Promise<void>;
}
