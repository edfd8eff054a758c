import type { Pointer } from "@refunds/core/provider";

const tokens = (pointer: Pointer): string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));

/** The value at an RFC 6901 pointer, or undefined. */
export function valueAt(tree: unknown, pointer: Pointer): unknown {
  let value = tree;
  for (const token of tokens(pointer)) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, token)) {
      return undefined;
    }
    value = (value as Record<string, unknown>)[token];
  }
  return value;
}

/** Puts `value` at `pointer`, making the objects on the way. */
export function putAt(tree: Record<string, unknown>, pointer: Pointer, value: unknown): void {
  const path = tokens(pointer);
  const last = path.pop() as string;
  let object = tree;
  for (const token of path) {
    object[token] ??= {};
    object = object[token] as Record<string, unknown>;
  }
  object[last] = value;
}
