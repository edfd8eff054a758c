/** JSON whose numbers keep their digits, so that amounts and ids never become floating-point numbers. */

/** From the proposal "JSON.parse source text access", which TypeScript's own types do not have yet. */
const { rawJSON, isRawJSON } = JSON as unknown as {
  rawJSON(text: string): object;
  isRawJSON(value: unknown): boolean;
};

/** A value that `JSON.stringify` writes as a number with exactly these digits. */
export const jsonNumber = (digits: string): object => rawJSON(digits);

/** The text of a scalar that may have been made by `jsonNumber`. */
export const asText = (value: unknown): unknown =>
  Object(value) === value ? JSON.stringify(value) : value;

export const isJsonNumber = (value: unknown): boolean => isRawJSON(value);

export interface ReadJson {
  /** The value as `JSON.parse` reads it. */
  readonly value: unknown;
  /** The same with every number as text: 15.00 becomes "15.00", and a long id keeps its digits. */
  readonly exact: unknown;
  readonly problem?: undefined;
}

/** JSON that must not be trusted, or text that is not JSON. */
export interface UnreadableJson {
  /** Completes "the answer ...". */
  readonly problem: string;
  readonly value?: undefined;
  readonly exact?: undefined;
}

/** Documented answers have fewer than ten levels, and every runtime can walk this many recursively. */
const mostLevels = 64;

const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[{}[\]:,]/gs;

/**
 * Reads JSON, and refuses objects that have a member twice: readers that keep the first one would see another answer than
 * readers that keep the last.
 */
export function readJson(text: string): ReadJson | UnreadableJson {
  try {
    // First, so that the tokens below come from valid JSON.
    const value: unknown = JSON.parse(text);
    // The enclosing objects and lists, innermost last: for an object its names so far.
    const open: (Set<unknown> | undefined)[] = [];
    let before = "";
    let problem: string | undefined;
    // The reviver's `source` would be simpler, but Node 24 then loses members with escaped names.
    const exact = text.replace(tokens, (token) => {
      const names = open.at(-1);
      if (/^[-\d]/.test(token)) return `"${token}"`;
      if (token === "{" || token === "[") {
        const levels = open.push(token === "{" ? new Set() : undefined);
        if (levels > mostLevels) problem ??= `is nested deeper than ${mostLevels} levels`;
      } else if (token === "}" || token === "]") open.pop();
      else if (names && before !== ":" && token.startsWith('"')) {
        const name: unknown = JSON.parse(token);
        if (names.has(name)) problem ??= `has ${token.slice(0, 99)} twice in one object`;
        names.add(name);
      }
      before = token;
      return token;
    });
    return problem === undefined ? { value, exact: JSON.parse(exact) } : { problem };
  } catch {
    return { problem: "is not JSON" };
  }
}
