/** Data of unknown shape, and places in it. */

/** Where in a document: keys and indexes from its root. */
export type At = readonly (string | number)[];

/** A piece of a document and where it is. */
export interface Located<T> {
  readonly value: T;
  readonly at: At;
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value, or an empty object for anything else. */
export const objectOf = (value: unknown): Readonly<Record<string, unknown>> =>
  isObject(value) ? value : {};

/** The value, or an empty list for anything else. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
