/** Words and marks that say whether a field has to be there. */

export type Required = "yes" | "no" | "conditional";

const words: readonly (readonly [Required, readonly string[]])[] = [
  [
    "yes",
    [
      "required",
      "mandatory",
      "yes",
      "true",
      "must",
      "always",
      "m",
      "y",
      "r",
      "✔",
      "✓",
      "✅",
      "√",
      "☑",
      "✔️",
      "●",
      "*",
      "1",
    ],
  ],
  [
    "no",
    [
      "optional",
      "not required",
      "no",
      "false",
      "never",
      "o",
      "n",
      "✗",
      "✘",
      "❌",
      "×",
      "✖",
      "☐",
      "-",
      "–",
      "—",
      "n/a",
      "0",
    ],
  ],
  [
    "conditional",
    ["conditional", "conditionally required", "conditionally", "depends", "sometimes", "c"],
  ],
];

const meaning = new Map(words.flatMap(([required, list]) => list.map((word) => [word, required])));

const known = [...meaning.keys()].sort((a, b) => b.length - a.length);
const marks = known
  .filter((word) => /^[^\w-]+$/.test(word))
  .map((mark) => mark.replace("*", "\\*"));
const long = known.filter((word) => /^[a-z ]{6,}$/.test(word)).flatMap(cased);
const short = known.filter((word) => /^[a-z]{2,5}$/.test(word)).flatMap(cased);
const letters = known.filter((word) => /^[a-z]$/.test(word)).map((letter) => letter.toUpperCase());

function cased(word: string): readonly string[] {
  return [word, word.replace(/^[a-z]/, (first) => first.toUpperCase()), word.toUpperCase()];
}

// A short word may as well begin or end the cell beside it, so it has to stand for itself.
// "Yes" begins hardly any word; "No" begins Note, None, Number and more.
const glued = "Yes(?!ter)|No(?=[a-z])(?![tnrmduvw])";
const atStart = new RegExp(
  `^(?:${[...marks, ...long].join("|")}|${glued}|(?:${[...short, ...letters].join("|")})(?![a-z]))`,
);
const ends = [...short, ...letters].join("|");
const capitals = [...short, ...letters].filter((word) => /^[A-Z]/.test(word)).join("|");
const atEnd = new RegExp(
  `(?:${[...marks, ...long].join("|")}|(?<![A-Za-z])(?:${ends})|(?<=[a-z0-9])(?:${capitals}))$`,
);

/** What a cell of a column about being required says; an empty one says no. Undefined for words nobody knows. */
export function parseRequired(cell: string): Required | undefined {
  const text = cell.toLowerCase().trim().replace(/[.!]$/, "");
  if (text === "") return "no";
  return meaning.get(text) ?? words.find(([, list]) => startsWithOne(text, list))?.[0];
}

const startsWithOne = (text: string, list: readonly string[]) =>
  list.some((word) => word.length > 3 && text.startsWith(`${word} `));

export const requiredAtStart = (text: string): string | undefined => atStart.exec(text)?.[0];

export const requiredAtEnd = (text: string): string | undefined => atEnd.exec(text)?.[0];

/** A remark such as `(optional)` in a name, a type or a description. */
export function requiredRemark(text: string): Required | undefined {
  const remark =
    /[([]\s*(optional|(?:not |conditionally )?required|mandatory|conditional)\s*[)\]]/i.exec(
      text,
    )?.[1];
  if (remark) return parseRequired(remark);
  return /^\s*optional\b[.,:;]/i.test(text)
    ? "no"
    : /^\s*(required|mandatory)\b[.,:;]/i.test(text)
      ? "yes"
      : undefined;
}
