/** The titles that documentation gives to columns. */
import type { Column, ColumnKind } from "../page/page.ts";
import { titles } from "./titles.ts";

const kinds = new Map<string, ColumnKind>(
  Object.entries(titles).flatMap(([kind, words]) =>
    words.map((word): [string, ColumnKind] => [word, kind as ColumnKind]),
  ),
);
const longest = Math.max(...[...kinds.keys()].map((word) => word.length));

const longestTitles = 140;

/** @param humps the title may be written as a field is: `errorCode` */
function kindOf(title: string, humps = false): ColumnKind | undefined {
  const word = (humps ? title.replace(/(?<=[a-z])(?=[A-Z])|(?<=[a-z])_(?=[a-z])/g, " ") : title)
    .replace(/(?<= )_/g, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/[:*]+$/, "")
    .trim();
  return kinds.get(word) ?? kinds.get(word.replace(/[.?]$/, ""));
}

/** The columns of a table with these titles; a title that nobody knows is `other`. */
export function columnsOf(cells: readonly string[]): readonly Column[] {
  const columns = cells.map(
    (title): Column => ({ kind: kindOf(title, true) ?? "other", title: title.trim() }),
  );
  // Beside a name for people, such as `Refund amount`, the name on the wire is the variable's.
  const wire = columns.findIndex(({ kind, title }) => kind === "name" && /^variable/i.test(title));
  // A field has no status of its own: beside a type, it is whether it has to be there.
  const kinds = new Set(columns.map(({ kind }) => kind));
  const stands = kinds.has("name") && kinds.has("type") && !kinds.has("required");
  return columns.map((column, at) => {
    if (wire > 0 && at !== wire && column.kind === "name") return { ...column, kind: "label" };
    if (stands && /^status$/i.test(column.title)) return { ...column, kind: "required" };
    return column;
  });
}

/** Whether a row of cells is a table's titles: at least two are known, and most. */
export function areTitles(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "");
  const known = filled.filter((cell) => kindOf(cell, true) !== undefined).length;
  return known >= 2 && known * 2 > filled.length;
}

export const isTitle = (text: string): boolean => kindOf(text, true) !== undefined;

/**
 * A line that is nothing but titles, with `between` between them; as few titles as possible, so that
 * `Parameter Name` is one. Undefined for any other line.
 */
export function titlesIn(line: string, between: "" | " "): readonly string[] | undefined {
  // Nearly every line of a page is asked, and nearly none is one.
  const numbered = line.replace(/^(?:s\.? ?|sr\.? ?|sl\.? ?)?(?:no|nr)\. /i, "");
  if (line.length > longestTitles || /[:;"{}=<>]|\.\s\w/.test(numbered)) return undefined;
  const best = new Map<number, readonly string[]>([[0, []]]);
  for (let end = 1; end <= line.length; end++) {
    for (let start = Math.max(0, end - longest); start < end; start++) {
      const before = best.get(start);
      const title = line.slice(start, end);
      if (
        !before ||
        !parts(line, start, end, between) ||
        kindOf(title) === undefined ||
        isTwo(title)
      )
        continue;
      const found = [...before, title.trim()];
      if (found.length < (best.get(end)?.length ?? Number.POSITIVE_INFINITY)) best.set(end, found);
    }
  }
  return best.get(line.length);
}

/** `Field Type` is one title in a table with lines, and two where there are none: a table has names. */
function isTwo(title: string): boolean {
  const [first = "", second = ""] = title.trim().split(" ");
  return kindOf(first) === "name" && kindOf(second) === "type";
}

/** A title stands between spaces; or, where cells run together, starts as a title that was glued on starts. */
function parts(line: string, start: number, end: number, between: "" | " "): boolean {
  const title = line.slice(start, end);
  if (between === " ") {
    return (start === 0 || title.startsWith(" ")) && (end === line.length || line[end] === " ");
  }
  return !/^\s|\s$/.test(title);
}
