/**
 * Finds the records of transactions: those of their keys, payments and refund ids. Remembers the rows of payments with many
 * refunds. Then the server only adds up the versions of these rows, and sends them again if the sum has changed.
 */
import { RecentPayments } from "../recent-payments.ts";
import type { TransactionScope } from "../store.ts";
import { findStatement, versionsStatement } from "./find-statements.ts";
import { FoundRows } from "./found-rows.ts";
import { idOf } from "./locks.ts";
import { PostgresRow, type Row } from "./row.ts";
import type { Query } from "./transaction.ts";

/** The digests by which the rows of a transaction are found. */
export interface Ids {
  readonly id: string;
  readonly paymentId: string;
  readonly refundId: string | undefined;
}

export const idsOf = ({ key, payment, refundId }: TransactionScope): Ids => ({
  id: idOf(key),
  paymentId: idOf(payment),
  refundId: refundId === undefined ? undefined : idOf(refundId),
});

/** With fewer refunds, a sum of versions costs the server as much as their rows. */
const fewestRemembered = 10;

/** What transactions look for, at the moment when they begin. */
export interface Search {
  /** Send them in the transaction, after its locks were taken. The last one also finds the other rows that were asked for. */
  readonly statements: readonly string[];
  /** @param rows what each of the statements found */
  finish(read: Query, rows: readonly (readonly Row[])[]): Promise<FoundRows>;
}

export class RowFinder {
  readonly #table: string;
  readonly #where: string;
  readonly #recent = new RecentPayments<PostgresRow>();

  constructor(table: string, where: string) {
    this.#table = table;
    this.#where = where;
  }

  /** @param more the ids of other rows to find */
  search(all: readonly Ids[], more: readonly string[]): Search {
    const remembered = new Map<string, readonly PostgresRow[]>();
    for (const { paymentId } of all) {
      const rows = this.#recent.get(paymentId);
      // A copy: what a transaction found stays as it was.
      if (rows) remembered.set(paymentId, [...rows]);
    }
    const find = (known: ReadonlyMap<string, unknown>) =>
      findStatement(this.#table, all, { more, known });
    const payments = [...remembered.keys()];
    return {
      statements: [
        ...(payments.length > 0 ? [versionsStatement(this.#table, payments)] : []),
        find(remembered),
      ],
      finish: async (read, rows) => {
        const [own = [], sums = []] = rows.toReversed();
        let found = own.map(PostgresRow.of);
        for (const [payment, known] of remembered) {
          const isSame = hasSameSum(known, sums) && hasSameRows(known, found, all);
          if (!isSame) remembered.delete(payment);
        }
        if (remembered.size < payments.length) {
          found = (await read(find(remembered))).map(PostgresRow.of);
        }
        return this.#found(found, remembered, all);
      },
    };
  }

  /** Takes in a row when its commit was answered. */
  wrote(row: PostgresRow) {
    this.#recent.put(row);
  }

  #found(
    read: readonly PostgresRow[],
    remembered: ReadonlyMap<string, readonly PostgresRow[]>,
    all: readonly Ids[],
  ): FoundRows {
    const known = new Map([...remembered.values()].flat().map((row) => [row.key, row]));
    const checked = read.map((row) => known.get(row.key) ?? row);
    const found = new FoundRows(checked, remembered, this.#where);
    for (const { paymentId } of all) {
      const rows = found.ofPayment(paymentId);
      if (!remembered.has(paymentId) && rows.length >= fewestRemembered)
        this.#recent.remember(paymentId, rows);
    }
    return found;
  }
}

/** Whether the server has as many rows of the payment as are remembered, in the same versions. */
function hasSameSum(known: readonly PostgresRow[], sums: readonly Row[]): boolean {
  const sum = sums.find((one) => one.payment_id === known[0]?.payment);
  const expected = known.reduce((total, { version }) => total + version, 0n);
  return Number(sum?.count) === known.length && sum?.sum === `${expected}`;
}

/**
 * Whether the rows with the keys and refund ids are the remembered ones. An index may have lost a row that another one has, so then
 * all of them are asked.
 */
function hasSameRows(
  known: readonly PostgresRow[],
  found: readonly PostgresRow[],
  all: readonly Ids[],
): boolean {
  const [ids, refundIds] = [
    new Set(all.map(({ id }) => id)),
    new Set<string | null>(all.flatMap(({ refundId }) => refundId ?? [])),
  ];
  const isAsked = ({ key, refundId }: PostgresRow) => ids.has(key) || refundIds.has(refundId);
  const isIn = (rows: readonly PostgresRow[]) => {
    const versions = new Map(rows.map(({ key, version }) => [key, version]));
    return ({ key, version }: PostgresRow) => versions.get(key) === version;
  };
  const ofPayment = found.filter(({ payment }) => payment === known[0]?.payment);
  return ofPayment.every(isIn(known)) && known.filter(isAsked).every(isIn(found));
}
