import type { Pointer } from "../table.ts";
import { readJson } from "./json.ts";

const known = new Map<Pointer, readonly string[]>();

/** Those of a table are asked for at every call, and those made for the first items of its lists. */
const mostKnown = 1_000;

function tokens(pointer: Pointer): readonly string[] {
  let read = known.get(pointer);
  if (read) return read;
  [, ...read] = pointer
    .split("/")
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
  if (known.size < mostKnown) known.set(pointer, read);
  return read;
}

/** The value at `pointer`, or undefined. Reads own properties only, so `/__proto__` finds nothing. */
export const valueAt = (tree: unknown, pointer: Pointer): unknown =>
  tokens(pointer).reduce(member, tree);

const member = (value: unknown, token: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, token)
    ? (value as Record<string, unknown>)[token]
    : undefined;

/** Everything at `pointer`, in which `*` is any item of a list. */
export const valuesAt = (tree: unknown, pointer: Pointer): unknown[] =>
  pointer.includes("*") ? itemsAt(tree, pointer) : ifThere(valueAt(tree, pointer));

const itemsAt = (tree: unknown, pointer: Pointer): unknown[] =>
  tokens(pointer).reduce<unknown[]>(
    (values, token) =>
      values.flatMap((value) => {
        if (token !== "*") return ifThere(member(value, token));
        // A member of this name is none of a list.
        return Array.isArray(value) ? value : [];
      }),
    [tree],
  );

const ifThere = (value: unknown): unknown[] => (value === undefined ? [] : [value]);

/** The value at `pointer` as text; undefined for objects, lists and null. Numbers must be text already. */
export const textAt = (tree: unknown, pointer: Pointer | undefined): string | undefined =>
  pointer ? textOf(valueAt(tree, pointer)) : pointer;

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" || typeof value === "boolean" ? String(value) : undefined;

/** Every text at `pointer`, in which `*` is any item of a list. Numbers must be text already. */
export const textsAt = (tree: unknown, pointer: Pointer): string[] =>
  valuesAt(tree, pointer).flatMap((value) => textOf(value) ?? []);

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
