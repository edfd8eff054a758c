/** The statements that find rows. Without parameters, so that they can be sent together with others. Digests need no escaping. */
import type { Ids } from "./find.ts";
import { allColumns, columns, rowVersion } from "./row.ts";

export const versionsStatement = (table: string, payments: readonly string[]) =>
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

export function findStatement(table: string, all: readonly Ids[], { more, known }: Others): string {
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
  return `SELECT ${allColumns} FROM ${table} AS refund
    WHERE ${conditions.join(" OR ")} ORDER BY opened_at, id`;
}

const isIn = (column: string, ids: readonly string[]) =>
  ids.length === 0 ? undefined : `${column} IN ('${ids.join("', '")}')`;
