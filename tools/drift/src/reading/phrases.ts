/** Facts that a description holds: values, limits, units, formats, conditions. */
import { type DescribedFact, limitsIn } from "./limits.ts";

/**
 * What a field's description says. Marks such as quotes differ between formats, so only words count.
 * @param type the field's type, which decides whether a number limits a length or a value
 * @param siblings names of the other fields of its object
 */
export function described(
  description: string,
  type: string,
  siblings: readonly string[],
): DescribedFact[] {
  const text = description
    .replace(/(?<=\w)(["“”'])\s+(?=["“”']\w)/g, "$1, ")
    .replace(/[`"“”'‘’]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  const holds = /object|array/.test(type);
  const format = formatIn(text);
  const isMoment = format !== undefined || /\btime\b|\bdate\b|\bzone\b|timestamp/i.test(text);
  return [
    ...(holds ? membersIn(text) : valuesIn(text)).map((word) =>
      fact(`${holds ? "member" : "enum"}.${word}`, "yes"),
    ),
    ...limitsIn(text, /string|uuid/.test(type) || type === ""),
    ...one("unit", unitIn(text)),
    ...one("format", format),
    ...one("zone", isMoment ? zoneIn(text) : undefined),
    ...one("default", /\bdefaults?(?: value)?(?: is| to|:|=)\s*([\w.-]*\w)/i.exec(text)?.[1]),
    ...one("deprecated", /\bdeprecated\b/i.test(text) ? "yes" : undefined),
    ...one("requiredWhen", conditionIn(text, siblings)),
  ];
}

const fact = (aspect: string, value: string): DescribedFact => ({ aspect, value });
const one = (aspect: string, value: string | undefined) =>
  value === undefined ? [] : [fact(aspect, value)];

const strongLead =
  /\b(?:one of|(?:possible|allowed|valid|accepted|available|supported) (?:values?|options?|statuses|states|types?)|enum(?:eration)?|values?(?=\s*(?:are|:|=))|options?(?=\s*(?:are|:)))\s*(?:the following|these)?\s*(?:are|is|include)?\s*[:=]?\s*/i;
const weakLead =
  /\b(?:can be|may be|must be|either|is)\s+(?:one of\s+)?(?=[\w-]+\s*(?:,|\/|\||\bor\b))/i;
/** `State of the refund: waiting, refunded, closed`: words behind a colon, and nothing else up to the full stop. */
const closingList =
  /^(?!.*(?:\be\.g|\bexamples?|\bsuch as|\bnote|\bsee)\s*:)[^:.;]+:\s*([A-Za-z][\w-]*(?:\s*[,/|]\s*(?:or\s+|and\s+)?[A-Za-z][\w-]*|\s+or\s+[A-Za-z][\w-]*)+)\.?$/i;
const token = /^\s*(?:-\s+|\d+\s*[).]\s*)?([A-Za-z0-9][\w-]*)(?:\s*\([^)]*\))?/;

/** `1) init : ...; 2) success: ...`, `one of: a, b or c`, `A = approved; D = declined`, `PENDING or DONE`. */
function valuesIn(text: string): readonly string[] {
  const numbered = all(text, /(?:^|[\s:;,(])\d+\s?[).]\s*([A-Za-z_][\w-]*)\s*[:=–]/g);
  if (numbered.length >= 2) return numbered;
  const strong = strongLead.exec(text);
  if (strong) {
    const rest = text.slice(strong.index + strong[0].length);
    const values = meanings(rest).length >= 2 ? meanings(rest) : run(rest);
    if (values.length > 0) return values;
  }
  const pairs = meanings(text);
  if (pairs.length >= 2) return pairs;
  const weak = weakLead.exec(text);
  if (weak) {
    const values = run(text.slice(weak.index + weak[0].length));
    if (values.length >= 2 && values.every(isWord)) return values;
  }
  const capitals =
    /\b[A-Z][A-Z0-9_]+(?:(?:\s*[,/|]\s*(?:or\s+|and\s+)?|\s+or\s+|\s+and\s+)[A-Z][A-Z0-9_]+)+\b/.exec(
      text,
    )?.[0];
  // Words of two letters are as often short for something; among longer ones they are words of the list.
  if (capitals && /[A-Z0-9_]{3}/.test(capitals)) return run(capitals);
  const closing = closingList.exec(text)?.[1];
  return closing ? run(closing) : [];
}

/** `1 = succeeded, 2 = failed` and `A: approved; D: declined`. */
const meanings = (text: string) => {
  const equal = all(text, /(?:^|[;,(\s])([A-Za-z0-9_]{1,40})\s*=\s*(?=[A-Za-z])/g);
  if (equal.length >= 2) return equal;
  const dashed = all(text, /(?:^|[;,:(]\s*)(\d{1,4}|[A-Z])\s?[-–]\s?(?=[A-Za-z])/g);
  if (dashed.length >= 2) return dashed;
  return all(text, /(?:^(?:-\s+)?|[;,(]\s*|\s-\s+)([A-Za-z0-9_]{1,40})\s*:\s+(?=[A-Za-z])/g);
};

/** `one of the codes below` lists nothing. */
const determiner = /^(?:the|these|those|them|this|our|your|its|their|an?|any|all)$/i;

/** Longer than a letter, and not how a date is written. */
const isWord = (value: string) => value.length > 1 && formatIn(value) === undefined;

/** Words with commas, slashes, bars, `or` or `and` between them, until something else stands there. */
function run(text: string): readonly string[] {
  const values: string[] = [];
  let rest = text;
  for (;;) {
    const found = token.exec(rest);
    if (!found?.[1] || (values.length === 0 && determiner.test(found[1])))
      return [...new Set(values)];
    values.push(found[1]);
    rest = rest.slice(found[0].length);
    const between = /^\s*(?:[,/|;]\s*(?:or\s+|and\s+)?|\s(?:or|and)\s+|\s+-\s+)/.exec(rest)?.[0];
    if (!between) {
      // The last word may have been the first of a sentence that merely follows.
      const sentence = /^\s+[a-z]/.test(rest) && values.length > 1 && /^[a-z]+$/.test(found[1]);
      return [...new Set(sentence ? values.slice(0, -1) : values)];
    }
    rest = rest.slice(between.length);
  }
}

/** The fields an object's description lists. */
function membersIn(text: string): readonly string[] {
  const dashed = all(text, /(?:^|\s)-\s+(?:\([^)]*\)\s*)?([A-Za-z_]\w*)/g);
  return dashed.length > 0 ? dashed : all(text, /(?:^|[\s(,;])([a-z_]\w*)(?=\s*:\s)/g);
}

const all = (text: string, pattern: RegExp) => [
  ...new Set([...text.matchAll(pattern)].map((found) => found[1] ?? "")),
];

const minors =
  "cents?|pence|penn(?:y|ies)|paisa|paise|øre|öre|ören|fen|sen|groszy?|rappen|kopecks?|centavos?|fils|satang|halala?s?|kuruş";
const majors =
  "dollars?|euros?|pounds?|rupees?|kron[aeou]r?|yuan|yen|francs?|z[lł]oty?s?|pesos?|reais|rubles?|roubles?|rand|ringgit|dirhams?|riyals?|liras?|baht";
/** Letters of every language: \b knows only those of English. */
const word = (words: string) => `(?<![\\p{L}\\d])(?:${words})(?![\\p{L}\\d])`;
const minorUnit = new RegExp(
  `${word("cents?|pence|(?:minor|sub) ?(?:currency )?units?|smallest (?:currency )?units?")}|${word(`in (?:${minors})`)}`,
  "u",
);
const majorUnit = new RegExp(
  `${word("(?:major|main|whole|standard) (?:currency )?units?")}|${word(`in (?:whole )?(?:${majors})`)}|${word("dollars?|euros?|pounds?")} (?:is|are) the unit\\b`,
  "u",
);

function unitIn(description: string): string | undefined {
  const text = description.toLowerCase();
  if (minorUnit.test(text)) return "minor";
  return majorUnit.test(text) ? "major" : undefined;
}

function formatIn(text: string): string | undefined {
  const pattern =
    /\by{4}[-/.]?m{2}[-/.]?d{2}(?:[ T]?h{1,2}:?[mi]{1,2}(?::?s{1,2}(?:\.?S{1,3})?)?)?(?:Z|XXX)?/i.exec(
      text,
    )?.[0];
  const dayFirst = /\bd{2}[-/.]m{2}[-/.]y{4}(?:[ T]h{1,2}:[mi]{1,2}(?::s{1,2})?)?/i.exec(text)?.[0];
  if (pattern ?? dayFirst) return pattern ?? dayFirst;
  if (/\biso[- ]?8601\b|\brfc ?3339\b/i.test(text)) return "iso-8601";
  if (/\b(?:unix|epoch)\b/i.test(text))
    return /milli/i.test(text) ? "unix-milliseconds" : "unix-seconds";
  return undefined;
}

const zoneIn = (text: string) =>
  /\b(?:UTC|GMT|EST|EDT|PST|CET|HKT|SGT|JST|[A-Z]{2,3}T)(?:\s?[+-]\d{1,2}(?::?\d{2})?)?\b/
    .exec(text)?.[0]
    .replace(/\s/g, "");

/** `merchantReference absent` of "Required when merchantReference is not given". */
function conditionIn(text: string, siblings: readonly string[]): string | undefined {
  const clause =
    /\b(?:required|mandatory|needed|obligatory) (when|if|unless|in case)\b([^.;]*)/i.exec(text);
  if (!clause) return undefined;
  const named = siblings.filter((name) =>
    new RegExp(`\\b${name.replace(/[^\w]/g, "\\$&")}\\b`).test(clause[2] ?? ""),
  );
  const absent =
    /\b(?:not|no|absent|missing|empty|without)\b/i.test(clause[2] ?? "") !==
    (clause[1]?.toLowerCase() === "unless");
  return `${named.sort().join(", ") || "other"} ${absent ? "absent" : "present"}`;
}
