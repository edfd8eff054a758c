/** JSON Pointers (RFC 6901). */
import type { At } from "./data.ts";

export const escapeToken = (key: string | number) =>
  String(key).replaceAll("~", "~0").replaceAll("/", "~1");

/** `["paths", "/refunds"]` as `/paths/~1refunds`. */
export const pointerOf = (at: At) => at.map((key) => `/${escapeToken(key)}`).join("");

/** The unescaped keys of a pointer. */
export const tokensOf = (pointer: string) =>
  pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));

/** The place that a pointer leads to, with the positions in lists as numbers. The place need not exist. */
export function placeOf(root: unknown, pointer: string): At {
  let node = root;
  return tokensOf(pointer).map((token) => {
    const key = Array.isArray(node) && /^\d+$/.test(token) ? Number(token) : token;
    node = valueAt(node, [key]);
    return key;
  });
}

/** What is at a place. Undefined where there is nothing; inherited members do not count. */
export const valueAt = (root: unknown, at: At): unknown =>
  at.reduce<unknown>(
    (node, key) =>
      typeof node === "object" && node !== null && Object.hasOwn(node, key)
        ? (node as Record<string | number, unknown>)[key]
        : undefined,
    root,
  );
