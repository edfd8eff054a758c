/** Writes the records of transactions. */
import type { Stored } from "../records/stored.ts";
import type { Ids } from "./find.ts";
import type { Statement } from "./list.ts";
import { idOfStored } from "./locks.ts";
import { allColumns } from "./row.ts";

export interface Write {
  readonly ids: Ids;
  readonly row: Stored;
  /** Whether the transaction found a record of the key. */
  readonly exists: boolean;
}

/** Each column's type, and its value. */
const written: readonly (readonly [string, string, (write: Write) => unknown])[] = [
  ["id", "text", ({ ids }) => ids.id],
  ["payment_id", "text", ({ ids }) => ids.paymentId],
  ["refund_id", "text", ({ row }) => (row.refundId === null ? null : idOfStored(row.refundId))],
  ["key", "text", ({ row }) => row.key],
  ["payment", "text", ({ row }) => row.payment],
  ["status", "text", ({ row }) => row.status],
  ["opened_at", "bigint", ({ row }) => row.openedAt],
  ["changed_at", "bigint", ({ row }) => row.changedAt],
  ["record", "text", ({ row }) => row.text],
];

const names = written.map(([name]) => name).join(", ");
const places = written.map((_, at) => `$${at + 1}`);
const lists = [...written.map(([, type]) => type), "boolean"].map(
  (type, at) => `$${at + 1}::${type}[]`,
);

/** Every column but the id, with what it becomes. */
const changes = (valueAt: (name: string, at: number) => string) =>
  written.flatMap(([name], at) => (at === 0 ? [] : `${name} = ${valueAt(name, at)}`)).join(", ");

const returning = `RETURNING ${allColumns}`;

// Not "ON CONFLICT": if a record exists that was not found, a lock was missing, and the transaction must be retried.

/** Resolves with the rows as the table has kept them: a trigger, a rule or a policy of the table can change or skip some. */
export function writeStatement(table: string, writes: readonly Write[]): Statement {
  const [first] = writes;
  return first && writes.length === 1 ? writeOne(table, first) : writeAll(table, writes);
}

/** Costs the server half as much as `writeAll()` of one. */
function writeOne(table: string, write: Write): Statement {
  const text = write.exists
    ? `UPDATE ${table} AS refund SET ${changes((_, at) => places[at] as string)} WHERE id = $1`
    : `INSERT INTO ${table} AS refund (${names}) VALUES (${places.join(", ")})`;
  return { text: `${text} ${returning}`, values: written.map(([, , value]) => value(write)) };
}

/** One statement, in which each column is a list. */
function writeAll(table: string, writes: readonly Write[]): Statement {
  const text = `WITH row AS (SELECT * FROM unnest(${lists.join(", ")}) AS row (${names}, is_there)),
    changed AS (UPDATE ${table} AS refund SET ${changes((name) => `row.${name}`)} FROM row
      WHERE refund.id = row.id AND is_there ${returning}),
    added AS (INSERT INTO ${table} AS refund (${names}) SELECT ${names} FROM row WHERE NOT is_there ${returning})
    SELECT * FROM changed UNION ALL SELECT * FROM added`;
  const values = written.map(([, , value]) => writes.map(value));
  return { text, values: [...values, writes.map(({ exists }) => exists)] };
}
