/**
 * The rows of the payments that were used last, so that a payment with a thousand refunds is not read and parsed again for
 * each of them.
 */
/** A payment without refunds has no text, but takes memory, too. */
const mostPayments = 1000;

/** Of the rows' texts. A parsed record takes about twice the memory of its text. */
const mostCharacters = 2 ** 22;

/** Then the rows are read again, so that damage to the file does not stay unnoticed. Milliseconds. */
const longestMs = 10_000;

export interface RecentRow {
  /** The same text for the same key. */
  readonly key: string;
  /** The same text for the same payment. */
  readonly payment: string;
  /** Unix milliseconds. */
  readonly openedAt: number;
  /** The number of characters of its text. */
  readonly size: number;
  /** Whether its place is behind this row of the same payment. */
  follows(row: this): boolean;
}

interface RecentPayment<Row> {
  readonly rows: Row[];
  /** `performance.now()` at the time of reading. */
  readonly readAt: number;
  readonly generation: number;
}

export class RecentPayments<Row extends RecentRow> {
  /** The payment that was used last comes last. */
  readonly #payments = new Map<string, RecentPayment<Row>>();
  #characters = 0;
  #generation = 0;

  /** All rows of the payment, oldest first. Undefined if they are not remembered, or may be others by now. */
  get(payment: string): readonly Row[] | undefined {
    const recent = this.#current(payment);
    if (!recent || performance.now() - recent.readAt > longestMs) return undefined;
    this.#payments.delete(payment);
    this.#payments.set(payment, recent);
    return recent.rows;
  }

  /** The rows that the payment had, or may have had. They count only where the database has equal ones. */
  earlier(payment: string): readonly Row[] {
    return this.#payments.get(payment)?.rows ?? [];
  }

  /** @param rows all rows of the payment, oldest first, as they were just read and checked */
  remember(payment: string, rows: readonly Row[]) {
    this.forget(payment);
    const [readAt, generation] = [performance.now(), this.#generation];
    this.#payments.set(payment, { rows: [...rows], readAt, generation });
    for (const row of rows) this.#characters += row.size;
    this.#keepLimits();
  }

  /** Takes in a row that was written, as the newest of its payment or in place of the one with its key. */
  put(row: Row) {
    const { key, payment, openedAt } = row;
    const rows = this.#current(payment)?.rows;
    if (!rows) return;
    const at = rows.findLastIndex((each) => each.key === key);
    const before = rows[at];
    const last = rows.at(-1);
    const isInOrder = before ? before.openedAt === openedAt : !last || row.follows(last);
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

  #current(payment: string): RecentPayment<Row> | undefined {
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
