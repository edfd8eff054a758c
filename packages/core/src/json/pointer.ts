import type { Pointer } from "../table.ts";
import { readJson } from "./json.ts";

const tokens = (pointer: Pointer): string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));

/** The value at `pointer`, or undefined. Reads own properties only, so `/__proto__` finds nothing. */
export const valueAt = (tree: unknown, pointer: Pointer): unknown =>
  tokens(pointer).reduce<unknown>(
    (value, token) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, token)
        ? (value as Record<string, unknown>)[token]
        : undefined,
    tree,
  );

/** Everything at `pointer`, in which `*` is any item of a list. */
export const valuesAt = (tree: unknown, pointer: Pointer): unknown[] =>
  tokens(pointer).reduce<unknown[]>(
    (values, token) =>
      values.flatMap((value) => {
        if (token === "*" && Array.isArray(value)) return value;
        const found = valueAt([value], `/0/${token.replaceAll("~", "~0").replaceAll("/", "~1")}`);
        return found === undefined ? [] : [found];
      }),
    [tree],
  );

/** The value at `pointer` as text; undefined for objects, lists and null. Numbers must be text already. */
export function textAt(tree: unknown, pointer: Pointer | undefined): string | undefined {
  const value = pointer && valueAt(tree, pointer);
  return typeof value === "string" || typeof value === "boolean" ? String(value) : undefined;
}

/** Every text at `pointer`, in which `*` is any item of a list. Numbers must be text already. */
export const textsAt = (tree: unknown, pointer: Pointer): string[] =>
  valuesAt(tree, pointer).flatMap((value) => textAt([value], "/0") ?? []);

/** The text at `pointer` in a raw answer; undefined if the answer cannot be read. */
export const textIn = (body: string, pointer: Pointer): string | undefined =>
  textAt(readJson(body).exact, pointer);

/** Sets the value at `pointer`, and creates the objects on the way, and a list where `0` follows. */
export function putAt(tree: Record<string, unknown>, pointer: Pointer, value: unknown): void {
  tokens(pointer).reduce((object, token, at, path) => {
    const next = path[at + 1];
    object[token] = next === undefined ? value : (object[token] ?? (next === "0" ? [] : {}));
    return object[token] as Record<string, unknown>;
  }, tree);
}
