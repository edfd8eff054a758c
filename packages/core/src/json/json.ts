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
}

const stringOrNumber = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gs;

/** Undefined where the text is not JSON. */
export function readJson(text: string): ReadJson | undefined {
  try {
    const value: unknown = JSON.parse(text);
    // Not by the reviver's `source`: V8 of Node 24 then loses members whose names are escaped.
    const quoted = text.replace(stringOrNumber, (token) =>
      token.startsWith('"') ? token : `"${token}"`,
    );
    return { value, exact: JSON.parse(quoted) };
  } catch {
    return undefined;
  }
}
