/** Words and marks that say whether a field has to be there. */

import { cased } from "./types.ts";

export type Required = "yes" | "no" | "conditional";

const words: Readonly<Record<Required, readonly string[]>> = {
  yes: "required mandatory yes true must always m y r ✔ ✓ ✅ √ ☑ ✔️ ● * 1 必填 是".split(" "),
  no: [
    ..."optional no false never o n ✗ ✘ ❌ × ✖ ☐ - – — n/a 0 选填 否".split(" "),
    "not required",
  ],
  conditional: [
    "conditional",
    "conditionally required",
    "conditionally",
    "depends",
    "sometimes",
    "c",
  ],
};

const meaning = new Map(
  Object.entries(words).flatMap(([required, list]) =>
    list.map((word): [string, Required] => [word, required as Required]),
  ),
);

const known = [...meaning.keys()].sort((a, b) => b.length - a.length);
const marks = known
  .filter((word) => /^[^\w-]+$/.test(word))
  .map((mark) => mark.replace("*", "\\*"));
const long = known.filter((word) => /^[a-z ]{6,}$/.test(word)).flatMap(cased);
const short = known.filter((word) => /^[a-z]{2,5}$/.test(word)).flatMap(cased);
const letters = known.filter((word) => /^[a-z]$/.test(word)).map((letter) => letter.toUpperCase());

/** At the start of cells that run together. A short word may as well begin another, so it has to stand for itself. */
export const requiredStart = `(?:${[...marks, ...long].join("|")}|Yes(?!ter)|No(?=[a-z])(?![tnrmduvw])|Not(?=[A-Z])|(?:${[...short, ...letters].join("|")})(?![a-z]))`;

/** What a cell of a column about being required says; an empty one says no. Undefined for words that are not known. */
export function parseRequired(cell: string): Required | undefined {
  const text = cell.toLowerCase().trim().replace(/[.!]$/, "");
  if (text === "") return "no";
  const first = [...meaning].find(([word]) => word.length > 3 && text.startsWith(`${word} `));
  return meaning.get(text) ?? first?.[1];
}

/** A remark such as `(optional)` in a name, a type or a description. */
export function requiredRemark(text: string): Required | undefined {
  const remark =
    /[([]\s*(optional|(?:not |conditionally )?required|mandatory|conditional)\s*[)\]]/i.exec(
      text,
    ) ?? /^\s*(optional|required|mandatory)\b[.,:;]/i.exec(text);
  return remark?.[1] ? parseRequired(remark[1]) : undefined;
}
