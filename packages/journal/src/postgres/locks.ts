/** Names and digests of what a transaction locks. */
import { createHash } from "node:crypto";
import { searchable } from "../records/stored.ts";
import type { TransactionScope } from "../store.ts";

/** The primary key of a text's row. */
export const idOf = (text: string): string => digest(`\0${searchable(text)}`);

/** The id of a value that is already encoded by `searchable()`. */
export const idOfStored = (text: string): string => digest(`\0${text}`);

/** The names that a transaction locks. Always in this order, so that two transactions cannot deadlock. */
export const namesOf = (schema: string, { key, payment, refundId }: TransactionScope): string[] => [
  `key in ${schema}\0${searchable(key)}`,
  `payment in ${schema}\0${searchable(payment)}`,
  ...(refundId === undefined ? [] : [`refund id in ${schema}\0${searchable(refundId)}`]),
];

export const locksOf = (names: readonly string[]): bigint[] =>
  names.map((name) => lockOf(digest(name)));

export const migrationLockOf = (schema: string): bigint => lockOf(digest(`migration\0${schema}`));

/**
 * SHA-256 in hex. The text before the first NUL separates digests with different purposes. Never change one: the rows have
 * them, and a process with another version of this package takes the same locks.
 */
const digest = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Postgres identifies advisory locks by 64-bit numbers. Two names with the same number only wait for each other. */
const lockOf = (id: string): bigint => BigInt.asIntN(64, BigInt(`0x${id.slice(0, 16)}`));
