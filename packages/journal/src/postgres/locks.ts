/** Names and digests of what a transaction locks. */
import { createHash } from "node:crypto";
import { searchable } from "../records/stored.ts";
import type { TransactionScope } from "../store.ts";

/** The primary key of a text's row. */
export const idOf = (text: string): Promise<string> => digest(`\0${searchable(text)}`);

/** The id of a value that is already encoded by `searchable()`. */
export const idOfStored = (text: string): Promise<string> => digest(`\0${text}`);

/** The names that a transaction locks. Always in this order, so that two transactions cannot deadlock. */
export const namesOf = (schema: string, { key, payment, refundId }: TransactionScope): string[] => [
  `key in ${schema}\0${searchable(key)}`,
  `payment in ${schema}\0${searchable(payment)}`,
  ...(refundId === undefined ? [] : [`refund id in ${schema}\0${searchable(refundId)}`]),
];

export const locksOf = async (names: readonly string[]): Promise<bigint[]> =>
  (await Promise.all(names.map((name) => digest(name)))).map(lockOf);

export const migrationLockOf = async (schema: string): Promise<bigint> =>
  lockOf(await digest(`migration\0${schema}`));

/** SHA-256 in hex. The text before the first NUL separates digests with different purposes. */
async function digest(text: string): Promise<string> {
  // A refund takes a dozen of these. WebCrypto would send each to another thread, which takes longer than the digest.
  return createHash("sha256").update(text).digest("hex");
}

/** Postgres identifies advisory locks by 64-bit numbers. Two names with the same number only wait for each other. */
const lockOf = (id: string): bigint => BigInt.asIntN(64, BigInt(`0x${id.slice(0, 16)}`));
