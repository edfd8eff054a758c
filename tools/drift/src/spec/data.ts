/** Reading YAML whose shape the generator has checked, or will. */
import { type At, isObject, objectOf, resolve as resolveReference } from "@refunds/spec-reader";

export type Holder = Readonly<Record<string, unknown>>;

export const isRecord: (value: unknown) => value is Holder = isObject;

/** The value, or an empty object for anything else. */
export const record: (value: unknown) => Holder = objectOf;

export const list = (value: unknown): Holder[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];

export const text = (value: unknown): string =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : "";

export const listOfText = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)];

/** Follows `$ref` to where a thing is written down; one that leads nowhere stands for itself. */
export function resolve(
  root: Holder,
  holder: Holder,
  at: At,
): { readonly holder: Holder; readonly at: At } {
  const found = resolveReference<Holder>(root, holder, at);
  return found && isRecord(found.value) ? { holder: found.value, at: found.at } : { holder, at };
}
