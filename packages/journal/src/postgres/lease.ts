import type { Lease, LeaseRequest } from "../lease.ts";
import type { Tables } from "./schema.ts";
import type { Query } from "./transaction.ts";

export async function lease(
  query: Query,
  { lease: table }: Tables,
  { name, holder, now, until, note = null }: Omit<LeaseRequest, "note"> & { note?: string | null },
): Promise<Lease> {
  // One statement, so it is atomic. The condition is that of `isGranted()`.
  const take = `INSERT INTO ${table} AS lease (name, holder, until, note) VALUES ($1, $2, $3, $4)
    ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until, note = coalesce(excluded.note, lease.note)
    WHERE lease.holder = excluded.holder OR lease.until <= $5::bigint
      OR (excluded.until > $5::bigint AND lease.until > 2 * excluded.until - $5::bigint)`;
  await query(take, [name, holder, until, note, now]);
  const [row] = await query(`SELECT holder, until, note FROM ${table} WHERE name = $1`, [name]);
  return {
    holder: String(row?.holder),
    until: Number(row?.until),
    ...(row?.note != null && { note: String(row.note) }),
  };
}
