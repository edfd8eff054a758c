/** Writes the records of transactions. */
import type { Stored } from "../records/stored.ts";
import type { Ids } from "./find.ts";
import type { Statement } from "./list.ts";
import { idOfStored } from "./locks.ts";

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

const names = written.map(([name]) => name);
const types = [...written.map(([, type]) => type), "boolean"];
const lists = types.map((type, at) => `$${at + 1}::${type}[]`).join(", ");
const changes = names.slice(1).map((name) => `${name} = row.${name}`);

/** One statement for all, in which each column is a list. */
export function writeStatement(table: string, writes: readonly Write[]): Statement {
  // Not "ON CONFLICT": if a record exists that was not found, a lock was missing, and the transaction must be retried.
  const text = `WITH row AS (SELECT * FROM unnest(${lists}) AS row (${names.join(", ")}, is_there)),
    changed AS (UPDATE ${table} AS refund SET ${changes.join(", ")} FROM row WHERE refund.id = row.id AND is_there)
    INSERT INTO ${table} (${names.join(", ")}) SELECT ${names.join(", ")} FROM row WHERE NOT is_there`;
  const values = written.map(([, , value]) => writes.map(value));
  return { text, values: [...values, writes.map(({ exists }) => exists)] };
}
