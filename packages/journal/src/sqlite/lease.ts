import type { DatabaseSync } from "node:sqlite";
import type { Lease, LeaseRequest } from "../lease.ts";

export const leaseTable =
  "CREATE TABLE lease (name TEXT PRIMARY KEY NOT NULL, holder TEXT NOT NULL, until INTEGER NOT NULL, note TEXT) STRICT";

/** One statement, so it is atomic. The condition is that of `isGranted()`. */
const take = `INSERT INTO lease (name, holder, until, note) VALUES ($name, $holder, $until, $note)
  ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until, note = coalesce(excluded.note, note)
  WHERE lease.holder = excluded.holder OR lease.until <= $now
    OR (excluded.until > $now AND lease.until > 2 * excluded.until - $now)`;

export function lease(
  database: DatabaseSync,
  { name, holder, now, until, note = null }: WithNull<LeaseRequest>,
): Lease {
  database.prepare(take).run({ name, holder, now, until, note });
  const row = database.prepare("SELECT holder, until, note FROM lease WHERE name = ?").get(name);
  return {
    holder: String(row?.holder),
    until: Number(row?.until),
    ...(row?.note != null && { note: String(row.note) }),
  };
}

type WithNull<T> = { readonly [K in keyof T]: T[K] | ("note" extends K ? null : never) };
