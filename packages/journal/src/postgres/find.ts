/** Finds the records of transactions: those of their keys, payments and refund ids. */
import { foundInScope } from "../scope.ts";
import type { FoundRecords, TransactionScope } from "../store.ts";
import { idOf } from "./locks.ts";
import { columns, type Row, recordOf } from "./row.ts";

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

/**
 * Without parameters, so that it can be sent together with others. Digests need no escaping.
 * @param more the ids of other rows to find
 */
export function findStatement(
  table: string,
  all: readonly Ids[],
  more: readonly string[] = [],
): string {
  const conditions = [
    // Often the same ones: an outcome follows its sending.
    isIn("id", [...new Set([...all.map(({ id }) => id), ...more])]),
    isIn(
      "payment_id",
      all.map(({ paymentId }) => paymentId),
    ),
    isIn(
      "refund_id",
      all.flatMap(({ refundId }) => refundId ?? []),
    ),
  ].filter((condition) => condition !== undefined);
  return `SELECT ${columns}, payment_id, refund_id FROM ${table} WHERE ${conditions.join(" OR ")} ORDER BY opened_at, id`;
}

const isIn = (column: string, ids: readonly string[]) =>
  ids.length === 0 ? undefined : `${column} IN ('${ids.join("', '")}')`;

/** The rows that several transactions found. */
export class FoundRows {
  readonly #where: string;
  readonly #byId: Groups;
  readonly #byPayment: Groups;
  readonly #byRefundId: Groups;

  constructor(rows: readonly Row[], where: string) {
    this.#where = where;
    this.#byId = groupsOf(rows, "id");
    this.#byPayment = groupsOf(rows, "payment_id");
    this.#byRefundId = groupsOf(rows, "refund_id");
  }

  /** Parses and checks what the decision asks for: a payment can have a thousand refunds, and an outcome asks for none of them. */
  of({ id, paymentId, refundId }: Ids, scope: TransactionScope): FoundRecords {
    const read = (groups: Groups, of: string | undefined) => {
      const records = (groups.get(of) ?? []).map((row) => recordOf(row, this.#where));
      return foundInScope(records, scope);
    };
    const { record } = read(this.#byId, id);
    let ofPayment: FoundRecords["ofPayment"] | undefined;
    let withRefundId: FoundRecords["withRefundId"] | undefined;
    const [byPayment, byRefundId] = [this.#byPayment, this.#byRefundId];
    return {
      record,
      get ofPayment() {
        ofPayment ??= read(byPayment, paymentId).ofPayment;
        return ofPayment;
      },
      get withRefundId() {
        withRefundId ??= read(byRefundId, refundId).withRefundId;
        return withRefundId;
      },
    };
  }
}

type Groups = ReadonlyMap<unknown, readonly Row[]>;

function groupsOf(rows: readonly Row[], column: string): Groups {
  const groups = new Map<unknown, Row[]>();
  for (const row of rows) {
    const group = groups.get(row[column]);
    if (group) group.push(row);
    else groups.set(row[column], [row]);
  }
  return groups;
}
