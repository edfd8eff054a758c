/** JSON whose numbers keep their digits, so that no amount or id ever passes through a binary float. */

/** From the proposal "JSON.parse source text access", which TypeScript's own types do not have yet. */
const { rawJSON, isRawJSON } = JSON as unknown as {
  rawJSON(text: string): object;
  isRawJSON(value: unknown): boolean;
};

/** What `JSON.stringify` writes as a number, digit by digit. */
export const jsonNumber = (digits: string): object => rawJSON(digits);

/** A scalar outside of JSON: a number that is written digit by digit is an object until then. */
export const asText = (value: unknown): unknown =>
  Object(value) === value ? JSON.stringify(value) : value;

export const isJsonNumber = (value: unknown): boolean => isRawJSON(value);

export interface ReadJson {
  /** As `JSON.parse` reads it. */
  readonly value: unknown;
  /** The same with every number as the text it was written in: 15.00 stays "15.00", a long id keeps its digits. */
  readonly exact: unknown;
  readonly problem?: undefined;
}

/** What cannot be relied on. */
export interface UnreadableJson {
  /** Completes "the answer ...". */
  readonly problem: string;
  readonly value?: undefined;
  readonly exact?: undefined;
}

/** No documented answer has ten levels, and every runtime stands this many, whatever walks the tree. */
const mostLevels = 64;

const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[{}[\]:,]/gs;

/**
 * Reads JSON that means the same to every reader. One that keeps the first of two members with the same name sees another
 * answer than one that keeps the last.
 */
export function readJson(text: string): ReadJson | UnreadableJson {
  try {
    // First, so that the pattern meets nothing but JSON.
    const value: unknown = JSON.parse(text);
    // What is open, the innermost last: the names of an object so far, nothing of a list.
    const open: (Set<unknown> | undefined)[] = [];
    let before = "";
    let problem: string | undefined;
    // Not by the reviver's `source`: V8 of Node 24 then loses members whose names are escaped.
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
