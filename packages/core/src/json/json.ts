/** A JSON number as its digits, so that no amount or id ever passes through a binary float. */
export class JsonNumber {
  readonly digits: string;
  constructor(digits: string) {
    this.digits = digits;
  }
  toString(): string {
    return this.digits;
  }
}

/** Like `JSON.stringify` without spaces, with `JsonNumber` written digit by digit. */
export function writeJson(value: unknown): string {
  if (value instanceof JsonNumber) return value.digits;
  if (Array.isArray(value)) return `[${value.map(writeJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${writeJson(member)}`).join(",")}}`;
  }
  return JSON.stringify(value ?? null);
}

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
    const quoted = text.replace(stringOrNumber, (token) =>
      token.startsWith('"') ? token : `"${token}"`,
    );
    return { value, exact: JSON.parse(quoted) };
  } catch {
    return undefined;
  }
}
