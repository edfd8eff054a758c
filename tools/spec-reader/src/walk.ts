import type { At } from "./data.ts";
import { escapeToken } from "./pointers.ts";

/** Visits every object of a document, parents first. */
export function walk(node: unknown, visit: (value: object, at: At) => void, at: At = []): void {
  if (typeof node !== "object" || node === null) return;
  if (!Array.isArray(node)) visit(node, at);
  for (const [key, child] of Object.entries(node)) {
    walk(child, visit, [...at, Array.isArray(node) ? Number(key) : key]);
  }
}

/** Visits every value that is not an object or a list, with its pointer. */
export function eachLeaf(
  value: unknown,
  pointer: string,
  at: At,
  visit: (value: unknown, pointer: string, at: At) => void,
): void {
  if (typeof value !== "object" || value === null) {
    visit(value, pointer, at);
    return;
  }
  for (const [key, child] of Object.entries(value)) {
    const place = [...at, Array.isArray(value) ? Number(key) : key];
    eachLeaf(child, `${pointer}/${escapeToken(key)}`, place, visit);
  }
}
