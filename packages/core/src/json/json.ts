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

/** Strings, and what tells names apart. */
const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[:{}]/g;

/**
 * Reads JSON, and refuses objects that have a member twice: readers that keep the first one would see another answer than
 * readers that keep the last.
 */
export function readJson(text: string): ReadJson | UnreadableJson {
  try {
    // First, so that what follows reads valid JSON.
    const value: unknown = JSON.parse(text);
    const { exact, written } = withQuotedNumbers(text);
    const read = membersOf(value);
    if (read > written) return { problem: `is nested deeper than ${mostLevels} levels` };
    // `JSON.parse` of Node 24 can lose members whose names are escaped, so fewer members alone prove nothing.
    const repeated = read < written && repeatedName(text);
    return repeated
      ? { problem: `has ${repeated} twice in one object` }
      : { value, exact: JSON.parse(exact) };
  } catch {
    return { problem: "is not JSON" };
  }
}

/**
 * Puts every number of valid JSON in quotes, and counts the members that are written. By character, which takes half the time
 * of a pattern. The reviver's `source` would be simpler, but Node 24 then loses members with escaped names.
 */
function withQuotedNumbers(text: string) {
  let exact = "";
  let end = 0;
  let written = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') {
      while (text[++at] !== '"') if (text[at] === "\\") at++;
    } else if (character === ":") {
      written++;
    } else if (character > "," && character < ":") {
      exact += text.slice(end, at);
      end = at;
      while (/[-+.\deE]/.test(text.charAt(end))) end++;
      exact += `"${text.slice(at, end)}"`;
      at = end - 1;
    }
  }
  return { exact: exact + text.slice(end), written };
}

/** How many members all objects have. Without end where the value is nested too deeply. */
function membersOf(value: unknown, level = 1): number {
  if (typeof value !== "object" || value === null) return 0;
  if (level > mostLevels) return Number.POSITIVE_INFINITY;
  const own = Array.isArray(value) ? 0 : 1;
  let sum = 0;
  for (const one of Object.values(value)) sum += own + membersOf(one, level + 1);
  return sum;
}

/** The first name that an object has twice, as it is written. */
function repeatedName(text: string): string | undefined {
  const open: Set<unknown>[] = [];
  let before = "";
  for (const token of text.match(tokens) as RegExpMatchArray) {
    if (token === "{") open.push(new Set());
    if (token === "}") open.pop();
    if (token === ":") {
      const name: unknown = JSON.parse(before);
      const names = open.at(-1) as Set<unknown>;
      if (names.has(name)) return before.slice(0, 99);
      names.add(name);
    }
    before = token;
  }
  return undefined;
}
