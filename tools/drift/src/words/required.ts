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
// A single letter, "no" or "must" may as well begin the next cell, so what follows must not go on in lower case.
const alternatives = [...meaning.keys()]
  .filter((word) => !/^[01*-]$/.test(word))
  .sort((a, b) => b.length - a.length)
  .map((word) => (/^[a-z ]+$/.test(word) ? `${word}${word.length < 6 ? "(?![a-z])" : ""}` : word));
const letters = alternatives.map((word) =>
  word.replace(/^[a-z]/, (first) => `[${first}${first.toUpperCase()}]`),
);
const capitals = [...meaning.keys()]
  .filter((word) => /^[a-z]{2,}$/.test(word))
  .map((word) => `${word.toUpperCase()}(?![a-z])`);
const any = [...capitals, ...letters].join("|");
const atStart = new RegExp(`^(?:${any})`);
const atEnd = new RegExp(`(?:${any})$`);

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
  const remark = /[([]\s*(optional|required|mandatory|conditional)\s*[)\]]/i.exec(text)?.[1];
  if (remark) return parseRequired(remark);
  return /^\s*optional\b[.,:;]/i.test(text)
    ? "no"
    : /^\s*(required|mandatory)\b[.,:;]/i.test(text)
      ? "yes"
      : undefined;
}
