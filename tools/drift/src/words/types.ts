/** Type words, and what they come to: `Char 32`, `String(32)` and `varchar(32)` are one type with one limit. */

const families: Record<string, string> = {};
for (const [family, words] of [
  ["string", "string str char chars varchar nvarchar text alphanumeric alphanum characters"],
  ["integer", "integer int long short bigint int32 int64 uint32 uint64"],
  ["number", "number numeric num float double decimal bigdecimal float64 money"],
  ["boolean", "boolean bool"],
  ["datetime", "datetime timestamp date-time"],
  ["date", "date"],
  ["time", "time"],
  ["object", "object obj json map struct dictionary hash"],
  ["array", "array list collection"],
  ["enum", "enum enumeration"],
  ["uuid", "uuid guid"],
  ["file", "file binary"],
  ["null", "null"],
] as const) {
  for (const word of words.split(" ")) families[word] = family;
}

const word = Object.keys(families)
  .sort((a, b) => b.length - a.length)
  .join("|");
const size = String.raw`(?:\s?[(\[<]\s*\d+(?:\s*(?:,|\.\.|-)\s*\d+)*\s*[)\]>]|(?<=char|string)\s\d{1,4}(?![\d.,:/-]))`;
const single = String.raw`(?:(?:array|list)(?:\s+of\s+|\s?<\s?|\s?\[\s?)(?:${word})s?\s?[>\]]?|(?:${word})(?:\[\])?)${size}?`;
const several = String.raw`${single}(?:\s?(?:\||\/|\bor\b)\s?${single})*`;

const atStart = new RegExp(`^${several}`, "i");
const atEnd = new RegExp(`${several}$`, "i");

export interface TypeWord {
  /** `string`, `integer`, `array of object`, `integer|string`. A word nobody knows is kept, in lower case. */
  readonly type: string;
  readonly maxLength?: string;
  readonly minLength?: string;
}

/** The longest type at the start of a text. */
export const typeAtStart = (text: string): string | undefined => atStart.exec(text)?.[0];

/** The longest type at the end of a text. */
export const typeAtEnd = (text: string): string | undefined => atEnd.exec(text)?.[0];

/** Every place in a text where a type word starts, case kept apart so that `Format` does not begin inside a name. */
export function typeStarts(text: string): readonly number[] {
  return [...text.matchAll(new RegExp(`(?=(?:${word}))`, "gi"))].map(({ index }) => index);
}

/** Words that are types, and as often the end of a name: `paidTime`, `cardNumber`. */
export const isCommonInNames = (type: string): boolean =>
  /^(?:time|date|timestamp|text|list|map|number|file|money|hash|json|short|long|characters?)$/i.test(
    type.trim(),
  );

/** What the cell of a type column says. Undefined where it says nothing. */
export function parseType(cell: string): TypeWord | undefined {
  const text = cell
    .replace(/\((?:optional|required|mandatory|conditional)\)/gi, "")
    .replace(/\s+/g, " ")
    .trim();
  if (text === "" || text === "-") return undefined;
  const known = typeAtStart(text);
  if (known === undefined || /^[a-z]/i.test(text.slice(known.length))) {
    return { type: text.toLowerCase().slice(0, 40) };
  }
  const limits = sizeOf(text);
  const alternatives = known.split(/\||\/|\bor\b/i).map((one) => familyOf(one));
  const type = [...new Set(alternatives)].sort().join("|");
  return /string|uuid/.test(type) ? { type, ...limits } : { type };
}

function familyOf(text: string): string {
  const one = text
    .toLowerCase()
    .replace(new RegExp(`${size}\\s*$`), "")
    .trim();
  const inner = /^(?:array|list)(?:\s+of\s+|\s?[<[]\s?)([a-z0-9]+?)s?\s?[>\]]?$/.exec(one)?.[1];
  if (inner) return `array of ${families[inner] ?? inner}`;
  if (one.endsWith("[]")) return `array of ${families[one.slice(0, -2)] ?? one.slice(0, -2)}`;
  return families[one] ?? one;
}

function sizeOf(text: string): Omit<TypeWord, "type"> {
  const found = /(?:[([<]\s*|\s)(\d+)(?:\s*(?:\.\.|-|,)\s*(\d+))?/.exec(text);
  if (!found) return {};
  const [, first = "", second] = found;
  return second ? { minLength: first, maxLength: second } : { maxLength: first };
}
