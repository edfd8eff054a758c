/**
 * Finds the records of transactions: those of their keys, payments and refund ids. Remembers the rows of payments with many
 * refunds. Then the server only adds up the versions of these rows, and sends them again if the sum has changed.
 */
import { RecentPayments } from "../recent-payments.ts";
import type { TransactionScope } from "../store.ts";
import { FoundRows } from "./found-rows.ts";
import { idOf } from "./locks.ts";
import { columns, PostgresRow, type Row, rowVersion } from "./row.ts";
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
  finish(query: Query, rows: readonly (readonly Row[])[]): Promise<FoundRows>;
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
      if (rows) remembered.set(paymentId, rows);
    }
    const find = (known: ReadonlyMap<string, unknown>) =>
      findStatement(this.#table, all, { more, known });
    const payments = [...remembered.keys()];
    return {
      statements: [
        ...(payments.length > 0 ? [versionsStatement(this.#table, payments)] : []),
        find(remembered),
      ],
      finish: async (query, rows) => {
        const [found = [], sums = []] = rows.toReversed();
        let read = found.map(PostgresRow.of);
        for (const [payment, known] of remembered) {
          if (!isCurrent(known, sums, read)) remembered.delete(payment);
        }
        if (remembered.size < payments.length) {
          read = (await query(find(remembered))).map(PostgresRow.of);
        }
        return this.#found(read, remembered, all);
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

/** Whether what is remembered of a payment is what the server has. */
function isCurrent(
  known: readonly PostgresRow[],
  sums: readonly Row[],
  read: readonly PostgresRow[],
): boolean {
  const [first] = known;
  const sum = sums.find((one) => one.payment_id === first?.payment);
  const expected = known.reduce((total, { version }) => total + version, 0n);
  if (Number(sum?.count) !== known.length || sum?.sum !== `${expected}`) return false;
  // The index of payments may lack a row that the other indexes have.
  const versions = new Map(known.map((row) => [row.key, row.version]));
  return read.every(
    (row) => row.payment !== first?.payment || versions.get(row.key) === row.version,
  );
}

const versionsStatement = (table: string, payments: readonly string[]) =>
  `SELECT payment_id, count(*), sum(${rowVersion})::text AS sum FROM ${table} AS refund
    WHERE ${isIn("payment_id", payments)} GROUP BY payment_id`;

/** The rows with these ids. */
export const rowsStatement = (table: string, ids: readonly string[]): string =>
  `SELECT ${columns} FROM ${table} WHERE ${isIn("id", ids)}`;

interface Others {
  readonly more: readonly string[];
  /** Payments whose rows need not be read. */
  readonly known: ReadonlyMap<string, unknown>;
}

/** Without parameters, so that it can be sent together with others. Digests need no escaping. */
function findStatement(table: string, all: readonly Ids[], { more, known }: Others): string {
  const conditions = [
    // Often the same ones: an outcome follows its sending.
    isIn("id", [...new Set([...all.map(({ id }) => id), ...more])]),
    isIn(
      "payment_id",
      all.flatMap(({ paymentId }) => (known.has(paymentId) ? [] : paymentId)),
    ),
    isIn(
      "refund_id",
      all.flatMap(({ refundId }) => refundId ?? []),
    ),
  ].filter((condition) => condition !== undefined);
  return `SELECT ${columns}, payment_id, refund_id, ${rowVersion}::text AS version FROM ${table} AS refund
    WHERE ${conditions.join(" OR ")} ORDER BY opened_at, id`;
}

const isIn = (column: string, ids: readonly string[]) =>
  ids.length === 0 ? undefined : `${column} IN ('${ids.join("', '")}')`;
