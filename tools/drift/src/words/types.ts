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

export interface TypeWord {
  /** `string`, `integer`, `array of object`, `integer|string`. A word that is not known is kept, in lower case. */
  readonly type: string;
  readonly maxLength?: string;
  readonly minLength?: string;
}

const plainWords = Object.keys(families).sort((a, b) => b.length - a.length);
const any = (list: readonly string[]) => `(?:${list.join("|")})`;
export const cased = (word: string) => [
  word,
  word.replace(/^[a-z]/, (a) => a.toUpperCase()),
  word.toUpperCase(),
];
const word = any(
  [...plainWords.flatMap(cased), "DateTime", "BigDecimal"].sort((a, b) => b.length - a.length),
);
const size = String.raw`(?:\s?[([<]\s*\d+(?:\s*(?:,|\.\.|-)\s*\d+)*\s*[)\]>])?`;
const one = String.raw`(?:(?:[Aa]rray|[Ll]ist)(?:\s+of\s+|\s?[<[]\s?)${word}s?\s?[>\]]?|(?:[Cc]har|CHAR|[Ss]tring)\s\d{1,4}(?![\d.,:/-])|${word}(?:\[\])?${size})`;
/** `an..15`, `n 6`: what cards call types. */
const iso = String.raw`(?:(?:an?s?|n)(?:\.{2,3}\s?\d{1,4}|\s?\(\d{1,4}\)|\s?\d{1,4}(?![\w.]))|(?<![A-Za-z])n(?=\s|$)|(?<=[MOCYNR])n(?=[A-Z]))`;
/** A type at the start of a text, alternatives and sizes included; the source of a pattern. */
export const typeStart = String.raw`(?:${one}(?:\s?(?:[|/]|\bor\b)\s?${one})*|${iso})`;

const atStart = new RegExp(`^${typeStart}`);
const isoWhole = /^(an?s?|n)(?:\.{2,3}\s?(\d{1,4})|\s?\((\d{1,4})\)|\s?(\d{1,4}))?$/i;

export const typeAtStart = (text: string): string | undefined => atStart.exec(text)?.[0];

/** `65,535` is one number. In `1,128` and `0,255` the first is more likely the least of two. */
export const withoutThousands = (text: string): string =>
  text.replace(/(?<![\d,.])(?![01],[1-9]|0)\d{1,3}(?:,\d{3})+(?![\d,])/g, (number) =>
    number.replaceAll(",", ""),
  );

/** What the cell of a type column says. Undefined where it says nothing. */
export function parseType(cell: string): TypeWord | undefined {
  const text = withoutThousands(cell)
    .replace(/\((?:optional|(?:not |conditionally )?required|mandatory|conditional)\)/gi, "")
    .replace(/\s+/g, " ")
    .trim();
  if (text === "" || text === "-") return undefined;
  const card = isoWhole.exec(text);
  if (card) {
    const [, letters = "", dots, braced, exact] = card;
    const most = dots ?? braced ?? exact;
    if (letters.toLowerCase() === "n") return { type: "integer" };
    if (letters.length > 1 || most)
      return {
        type: "string",
        ...(most && { maxLength: most }),
        ...(exact && { minLength: exact }),
      };
  }
  const lower = text.toLowerCase();
  const found = typeAtStart(lower);
  if (found === undefined || /^[a-z]/.test(lower.slice(found.length)))
    return { type: lower.slice(0, 40) };
  const alternatives = found.split(/\||\/|\bor\b/).map(familyOf);
  const type = [...new Set(alternatives)].sort().join("|");
  return /string|uuid/.test(type) ? { type, ...sizeOf(text) } : { type };
}

function familyOf(text: string): string {
  const bare = text.replace(/\s?[([<]\s*\d[\d\s,.-]*[)\]>]|\s\d+$/g, "").trim();
  const inner = /^(?:array|list)(?:\s+of\s+|\s?[<[]\s?)([a-z0-9]+?)s?\s?[>\]]?$/.exec(bare)?.[1];
  if (inner) return `array of ${families[inner] ?? inner}`;
  if (bare.endsWith("[]")) return `array of ${families[bare.slice(0, -2)] ?? bare.slice(0, -2)}`;
  return families[bare] ?? bare;
}

function sizeOf(text: string): Omit<TypeWord, "type"> {
  const [, first, second] = /(?:[([<]\s*|\s)(\d+)(?:\s*(?:\.\.|-|,)\s*(\d+))?/.exec(text) ?? [];
  if (!first) {
    const most = /max(?:imum|\.)?\s*:?\s*(\d+)/i.exec(text)?.[1];
    return most ? { maxLength: most } : {};
  }
  return second ? { minLength: first, maxLength: second } : { maxLength: first };
}
