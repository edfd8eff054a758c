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

// A scan and not one large pattern: compiling that would take longer than reading a page.
const known = Object.keys(families).sort((a, b) => b.length - a.length);
const wordAt = (lower: string, at: number) => known.find((word) => lower.startsWith(word, at));

export interface TypeWord {
  /** `string`, `integer`, `array of object`, `integer|string`. A word nobody knows is kept, in lower case. */
  readonly type: string;
  readonly maxLength?: string;
  readonly minLength?: string;
}

/** The longest type at the start of a text: `String(32)`, `array of object`, `string or null`. */
export function typeAtStart(text: string): string | undefined {
  const end = typeEnd(text, 0);
  return end === undefined ? undefined : text.slice(0, end);
}

/** Whether the type is not the beginning of a longer word. */
export const isWholeType = (text: string, type: string): boolean =>
  !/^[\w/-]/.test(text.slice(type.length));

/** The longest type at the end of a text. */
export function typeAtEnd(text: string): string | undefined {
  const start = typeStarts(text).find((at) => typeEnd(text, at) === text.length);
  return start === undefined ? undefined : text.slice(start);
}

/** Every place in a text where a type word starts, inside of words too. */
export function typeStarts(text: string): readonly number[] {
  const lower = text.toLowerCase();
  return [...lower].flatMap((_, at) => (wordAt(lower, at) === undefined ? [] : [at]));
}

/** Where the type that starts at a place ends, alternatives and sizes included. */
function typeEnd(text: string, start: number): number | undefined {
  let end = oneEnd(text, start);
  for (;;) {
    const between = end === undefined ? undefined : matchAt(/\s?(?:[|/]|\bor\b)\s?/y, text, end);
    const next = between === undefined ? undefined : oneEnd(text, between);
    if (next === undefined) return end;
    end = next;
  }
}

function oneEnd(text: string, start: number): number | undefined {
  const lower = text.toLowerCase();
  const word = wordAt(lower, start);
  if (word === undefined) return undefined;
  let end = start + word.length;
  const inner = families[word] === "array" ? matchAt(/\s+of\s+|\s?[<[]\s?/y, text, end) : undefined;
  const entry = inner === undefined ? undefined : wordAt(lower, inner);
  if (inner !== undefined && entry !== undefined) {
    end = matchAt(/s?\s?[>\]]?/y, text, inner + entry.length) ?? end;
  } else if (lower.startsWith("[]", end)) {
    end += 2;
  }
  const spaced = /(?:char|string)$/.test(word)
    ? matchAt(/\s\d{1,4}(?![\d.,:/-])/y, text, end)
    : undefined;
  return spaced ?? matchAt(size, text, end) ?? end;
}

const size = /\s?[([<]\s*\d+(?:\s*(?:,|\.\.|-)\s*\d+)*\s*[)\]>]/y;

/** The end of what a sticky pattern matches at a place. */
function matchAt(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found ? at + found[0].length : undefined;
}

/** Words that are types, and as often the end of a name: `paidTime`, `cardNumber`. */
export const isCommonInNames = (type: string): boolean =>
  /^(?:time|date|timestamp|text|list|map|number|file|money|hash|json|short|long|characters?)$/i.test(
    type.trim(),
  );

/** What the cell of a type column says. Undefined where it says nothing. */
export function parseType(cell: string): TypeWord | undefined {
  const text = cell
    .replace(/\((?:optional|(?:not |conditionally )?required|mandatory|conditional)\)/gi, "")
    .replace(/\s+/g, " ")
    .trim();
  if (text === "" || text === "-") return undefined;
  const iso = isoType(text);
  if (iso) return iso;
  const found = typeAtStart(text);
  if (found === undefined || /^[a-z]/i.test(text.slice(found.length))) {
    return { type: text.toLowerCase().slice(0, 40) };
  }
  const limits = sizeOf(text);
  const alternatives = found.split(/\||\/|\bor\b/i).map((one) => familyOf(one));
  const type = [...new Set(alternatives)].sort().join("|");
  return /string|uuid/.test(type) ? { type, ...limits } : { type };
}

/** Where the cells of a row run together, of those only what no word begins with. */
export const isoTypeAtStart = (text: string): string | undefined =>
  /^(?:(?:an?s?|n)(?:\.{2,3}\s?\d{1,4}|\s?\(\d{1,4}\)|\s?\d{1,4}(?![\w.]))|n(?=\s|[A-Z]))/.exec(
    text,
  )?.[0];

/** As messages of cards write it: `an..15` up to fifteen letters and digits, `n 12`, `AN(40)`, `a3` exactly three, `n`. */
export function isoType(text: string): TypeWord | undefined {
  const [, letters = "", dots, figure] =
    /^(an?s?|n)\s?(?:(\.{2,3}|\()\s?)?(\d{1,4})?\)?$/i.exec(text) ?? [];
  if (letters === "" || (letters.length < 2 && figure === undefined && letters !== "n"))
    return undefined;
  if (letters.toLowerCase() === "n") return { type: "integer" };
  return {
    type: "string",
    ...(figure && dots !== undefined && { maxLength: figure }),
    ...(figure && dots === undefined && { minLength: figure, maxLength: figure }),
  };
}

function familyOf(text: string): string {
  const one = text
    .toLowerCase()
    .replace(/\s?[([<]\s*\d[^)\]>]*[)\]>]\s*$|\s\d+\s*$/, "")
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
