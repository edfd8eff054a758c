/**
 * The rows of the payments that were used last, so that a payment with a thousand refunds is not read and parsed again for
 * each of them.
 */
import type { SqliteRow } from "./row.ts";

/** A payment without refunds has no text, but takes memory, too. */
const mostPayments = 1000;

/** Of the rows' texts. A parsed record takes about twice the memory of its text. */
const mostCharacters = 2 ** 22;

/** Then the rows are read again, so that damage to the file does not stay unnoticed. Milliseconds. */
const longestMs = 10_000;

interface RecentPayment {
  readonly rows: SqliteRow[];
  /** `performance.now()` at the time of reading. */
  readonly readAt: number;
  readonly generation: number;
}

export class RecentPayments {
  /** The payment that was used last comes last. */
  readonly #payments = new Map<string, RecentPayment>();
  #characters = 0;
  #generation = 0;

  /** All rows of the payment, oldest first. Undefined if they are not remembered, or may be others by now. */
  get(payment: string): readonly SqliteRow[] | undefined {
    const recent = this.#current(payment);
    if (!recent || performance.now() - recent.readAt > longestMs) return undefined;
    this.#payments.delete(payment);
    this.#payments.set(payment, recent);
    return recent.rows;
  }

  /** The rows that the payment had, or may have had. They count only where the database has equal ones. */
  earlier(payment: string): readonly SqliteRow[] {
    return this.#payments.get(payment)?.rows ?? [];
  }

  /** @param rows all rows of the payment, oldest first, as they were just read and checked */
  remember(payment: string, rows: readonly SqliteRow[]) {
    this.forget(payment);
    const [readAt, generation] = [performance.now(), this.#generation];
    this.#payments.set(payment, { rows: [...rows], readAt, generation });
    for (const row of rows) this.#characters += row.size;
    this.#keepLimits();
  }

  /** Takes in a row that was written, as the newest of its payment or in place of the one with its key. */
  put(row: SqliteRow) {
    const { key, payment, openedAt } = row;
    const rows = this.#current(payment)?.rows;
    if (!rows) return;
    const at = rows.findLastIndex((each) => each.key === key);
    const before = rows[at];
    const isInOrder = before
      ? before.openedAt === openedAt
      : openedAt >= (rows.at(-1)?.openedAt ?? openedAt);
    // The database knows the order, and so does the next transaction, which reads it there.
    if (!isInOrder) return this.forget(payment);
    if (before) rows[at] = row;
    else rows.push(row);
    this.#characters += row.size - (before?.size ?? 0);
    this.#keepLimits();
  }

  forget(payment: string) {
    for (const { size } of this.earlier(payment)) this.#characters -= size;
    this.#payments.delete(payment);
  }

  /** Any row may be another one by now. */
  doubtAll() {
    this.#generation++;
  }

  #current(payment: string): RecentPayment | undefined {
    const recent = this.#payments.get(payment);
    return recent?.generation === this.#generation ? recent : undefined;
  }

  #keepLimits() {
    for (const payment of this.#payments.keys()) {
      if (this.#payments.size <= mostPayments && this.#characters <= mostCharacters) return;
      this.forget(payment);
    }
  }
}
