/**
 * What this process wrote last. A standby that takes over has the beginning of what its primary wrote, and may lack the end. So
 * if it lacks any write of this process, it lacks one of the last.
 */
import { JournalError } from "../journal-error.ts";
import type { HistoryEntry, JournalRecord } from "../records/record.ts";
import type { PostgresPool } from "./pool.ts";
import { type Row, recordOf } from "./row.ts";

/** A row as it was written. */
export interface LastWrite {
  readonly id: string;
  readonly text: string;
  /** What the write added to the history. Later versions of the row have it, and earlier ones do not. */
  readonly added: HistoryEntry;
}

/** Undefined if nothing in the history tells the new version from the one before it. */
export function lastWriteOf(
  id: string,
  text: string,
  after: JournalRecord,
  before: JournalRecord | undefined,
): LastWrite | undefined {
  const added = after.history.at(-1);
  return added && !(before && has(before, added)) ? { id, text, added } : undefined;
}

const has = ({ history }: JournalRecord, added: HistoryEntry): boolean =>
  history.some((entry) => isSame(entry, added) || isCountedBy(entry, added));

/** All but the answer, which is kept only when another one replaces it. */
const isSame = (one: HistoryEntry, other: HistoryEntry): boolean =>
  one.what === other.what &&
  one.at === other.at &&
  one.attempt === other.attempt &&
  one.again === other.again &&
  one.status === other.status;

/** Whether the entry stands for consecutive attempts or repetitions that were not sent, and this is about one of them. */
function isCountedBy({ times = 1, attempt, again }: HistoryEntry, added: HistoryEntry): boolean {
  if (times === 1 || !(added.what === "sent" || added.status === "not_sent")) return false;
  const isOneOf = (one: number, last: number) => one <= last && one > last - times;
  return again === undefined
    ? added.again === undefined && isOneOf(added.attempt, attempt)
    : added.attempt === attempt && isOneOf(added.again ?? 0, again);
}

export class LastWrites {
  #all: readonly LastWrite[] = [];
  #lost: JournalError | undefined;
  #doubt: symbol | undefined;

  /** The last write of each connection, as far as no later one is known to follow it. */
  get all(): readonly LastWrite[] {
    return this.#all;
  }

  /**
   * Call it when the commit was answered.
   * @param before what the same transaction has found. The new write follows it in the server's log, so it need not be looked for again.
   */
  remember(write: LastWrite, before: readonly LastWrite[]): void {
    this.#all = [...this.#all.filter((one) => !before.includes(one)), write];
  }

  /**
   * Set while a commit may be stored, and the standby may lack it. A transaction that writes nothing does not wait for the standby,
   * so until then each writes what it finds again.
   */
  get doubt(): symbol | undefined {
    return this.#doubt;
  }

  /** Call it when a commit was not confirmed. */
  raiseDoubt(): void {
    this.#doubt = Symbol();
  }

  /** Call it when a write was confirmed that began under this doubt: it follows the other one in the server's log. */
  endDoubt(doubt: symbol | undefined): void {
    if (this.#doubt === doubt) this.#doubt = undefined;
  }

  /** Throws a `rolled_back` error if a server lacked a write. Only a new process can use the journal again. */
  assertNothingLost(): void {
    if (this.#lost) throw this.#lost;
  }

  /** Throws a `rolled_back` error, now and from now on, if one of the writes is not among the rows. */
  assertAmong(rows: readonly Row[], writes: readonly LastWrite[], where: string): void {
    const isKept = ({ id, text, added }: LastWrite) => {
      const row = rows.find((one) => one.id === id);
      return row !== undefined && (row.record === text || mayHave(row, added, where));
    };
    if (!writes.every(isKept)) this.#lost = lostError(where);
    this.assertNothingLost();
  }
}

/** A row that cannot be read is there: it stops the refunds of its own payment, and no others. */
function mayHave(row: Row, added: HistoryEntry, where: string): boolean {
  try {
    return has(recordOf(row, where), added);
  } catch {
    return true;
  }
}

const lostError = (where: string): JournalError =>
  new JournalError("rolled_back", {
    where,
    happened:
      "the server lacks a record that it had stored for this process: a standby took over without the last commits, a backup was restored, or a row was deleted, so keys could refund again",
    advice:
      "Stop every process that refunds, and follow After a failover in the README of @refunds/journal before you start them again",
  });

const byPool = new WeakMap<PostgresPool, Map<string, LastWrites>>();

/** All journals on a pool share what they remember of a schema. */
export function lastWritesOf(pool: PostgresPool, schema: string): LastWrites {
  const bySchema = byPool.get(pool) ?? new Map<string, LastWrites>();
  byPool.set(pool, bySchema);
  const last = bySchema.get(schema) ?? new LastWrites();
  bySchema.set(schema, last);
  return last;
}
