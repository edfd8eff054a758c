/** Reading YAML whose shape the generator has checked, or will. */
import type { At } from "./contract.ts";

export type Holder = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Holder =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const list = (value: unknown): Holder[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];

export const text = (value: unknown): string =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : "";

export const listOfText = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)];

/** Follows `$ref` to where a thing is written down. */
export function resolve(
  root: Holder,
  holder: Holder,
  at: At,
): { readonly holder: Holder; readonly at: At } {
  const ref = text(holder.$ref);
  if (!ref.startsWith("#/")) return { holder, at };
  const path = ref
    .slice(2)
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  let found: unknown = root;
  for (const part of path) found = isRecord(found) ? found[part] : undefined;
  return isRecord(found) ? { holder: found, at: path } : { holder, at };
}
