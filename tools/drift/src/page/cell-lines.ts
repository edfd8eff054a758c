/** A table with one cell a line, as text extractions leave it. */
import { columnsOf, isTitle } from "../words/columns.ts";
import { parseRequired } from "../words/required.ts";
import { isoType, typeAtStart } from "../words/types.ts";
import type { Column, Row, Table } from "./page.ts";
import type { Taken } from "./plain-tables.ts";

/** Lines longer than this are no titles, and tables with more columns are not looked for. */
const mostColumns = 9;
const longestLabel = 60;

export function cellTable(lines: readonly string[], at: number): Taken<Table> | undefined {
  if (!isTitle(lines[at] ?? "")) return undefined;
  const found = [true, false].flatMap((blanks) => attempts(lines, at, blanks));
  found.sort((a, b) => b.score - a.score);
  return found[0]?.taken;
}

interface Attempt {
  readonly taken: Taken<Table>;
  readonly score: number;
}

/** Tries every number of columns: a first row's name may itself be a word for a column, such as `code`. */
function attempts(lines: readonly string[], at: number, blanks: boolean): Attempt[] {
  const used = numberLines(lines, at, blanks);
  let titles = 0;
  while (titles < mostColumns && isTitle(used[titles]?.text ?? "")) titles++;
  const found: Attempt[] = [];
  for (let count = 2; count <= titles; count++) {
    const columns = columnsOf(used.slice(0, count).map(({ text }) => text));
    if (!plausible(columns)) continue;
    const { rows, end, score } = rowsFrom(used, count, columns);
    if (rows.length === 0) continue;
    const next = (used[end - 1]?.number ?? at) + 1;
    // A title that is written like the others is one of them, rather than the first row's name.
    const following = used.slice(count).find(({ text }) => text !== "")?.text ?? "";
    const alike = isTitle(following) && isCapital(following) === isCapital(used[0]?.text);
    const taken: Taken<Table> = { block: { kind: "table", columns, rows }, next };
    // Fewer columns make more rows of the same lines, so it counts for less the more titles it leaves out.
    found.push({ taken, score: alike ? (score * count) / Math.max(titles, count + 1) - 8 : score });
  }
  return found;
}

const isCapital = (text = "") => /^[A-Z]/.test(text);

interface Numbered {
  readonly text: string;
  readonly number: number;
}

/** The lines that may belong to the table; a blank one is an empty cell, or only distance. */
function numberLines(lines: readonly string[], at: number, blanks: boolean): Numbered[] {
  const used: Numbered[] = [];
  for (let number = at; number < lines.length; number++) {
    const text = (lines[number] ?? "").trim();
    if (/^[{[]\s*$|^[{[]"|^```/.test(text) || beginsTable(lines, number, at)) break;
    if (text !== "" || blanks) used.push({ text, number });
  }
  return used;
}

/** Another table's titles: a run of them, of which the first names what its rows are about. */
function beginsTable(lines: readonly string[], number: number, at: number): boolean {
  const line = lines[number] ?? "";
  if (number < at + 2 || !isTitle(line) || isTitle(filled(lines, number, -1))) return false;
  const next = filled(lines, number, 1);
  return isTitle(next) && plausible(columnsOf([line, next]));
}

/** The line before or after it, with or without blank ones between them. */
function filled(lines: readonly string[], number: number, step: 1 | -1): string {
  let at = number + step;
  while (lines[at]?.trim() === "") at += step;
  return lines[at] ?? "";
}

/** One column a kind, and the name or the code in front. */
function plausible(columns: readonly Column[]): boolean {
  const kinds = columns.map(({ kind }) => kind);
  const front = kinds.find((kind) => kind !== "index" && kind !== "label");
  return (
    /^(?:name|code|value|environment)$/.test(front ?? "") && new Set(kinds).size === kinds.length
  );
}

/** The chain of rows with the best score. A row has a line a column; where cells are empty or wrap it has less or more. */
function rowsFrom(used: readonly Numbered[], start: number, columns: readonly Column[]) {
  const rows: Row[] = [];
  let at = start;
  let score = 0;
  for (;;) {
    while (used[at]?.text === "" && used[at + 1] !== undefined) at++;
    const row = nextRow(used, at, columns);
    if (!row) return { rows, end: at, score };
    rows.push(row.row);
    score += row.score;
    at += row.length;
  }
}

function nextRow(used: readonly Numbered[], at: number, columns: readonly Column[]) {
  const lengths = [columns.length];
  for (let less = columns.length - 1; less >= 2; less--) lengths.push(less);
  for (let more = 1; more <= 8; more++) lengths.push(columns.length + more);
  let best: { row: Row; length: number; score: number } | undefined;
  for (const length of lengths) {
    const chunk = used.slice(at, at + length).map(({ text }) => text);
    if (chunk.length < length) continue;
    const cells = align(chunk, columns);
    if (!cells) continue;
    // What follows is another row or something else entirely; a length that makes it a row is the right one.
    const follows = [0, 1].some((less) => {
      const next = used.slice(at + length, at + length + columns.length - less);
      return (
        align(
          next.map(({ text }) => text),
          columns,
        ) !== undefined
      );
    });
    const exact = cells.length === chunk.length && cells.every((cell, at) => cell === chunk[at]);
    const wrapped = Math.max(0, length - cells.filter(Boolean).length);
    const score = (exact ? 4 : 1) + (follows ? 2 : 0) - (exact ? 0 : 0.1 + wrapped * 0.3);
    if (!best || score > best.score) {
      const row: Row = {
        cells,
        line: chunk.filter(Boolean).join(" "),
        guessed: !exact,
      };
      best = { row, length, score };
    }
  }
  return best;
}

/** Cells of a row from its lines: types and flags are taken from both ends, the rest fills the columns of text. */
function align(chunk: readonly string[], columns: readonly Column[]): string[] | undefined {
  const cells = columns.map(() => "");
  const rest = [...chunk];
  let from = 0;
  let to = columns.length;
  for (; from < to && !isFree(columns[from]); from++) {
    if (fits(rest[0] ?? "", columns, from)) cells[from] = rest.shift() ?? "";
    else if (!mayBeLeftOut(columns[from])) return undefined;
  }
  for (; to > from && !isFree(columns[to - 1]); to--) {
    if (fits(rest.at(-1) ?? "", columns, to - 1)) cells[to - 1] = rest.pop() ?? "";
    else if (!mayBeLeftOut(columns[to - 1])) return undefined;
  }
  // A type among the texts is the next row's.
  if (
    columns.some(({ kind }) => kind === "type") &&
    rest.some((line) => typeAtStart(line) === line && line !== "")
  ) {
    return undefined;
  }
  return spread(rest, columns, from, to, cells);
}

const isFree = (column: Column | undefined) =>
  /^(?:description|sample|message|advice|other|values|default)$/.test(column?.kind ?? "");
const mayBeLeftOut = (column: Column | undefined) =>
  /^(?:required|optional|limit)$/.test(column?.kind ?? "");

/** Lines of text to columns of text: a description may have several, and is the last to have none. */
function spread(
  lines: readonly string[],
  columns: readonly Column[],
  from: number,
  to: number,
  cells: string[],
): string[] | undefined {
  const free = columns.slice(from, to);
  const described = ["description", "advice"]
    .map((wanted) => free.findIndex(({ kind }) => kind === wanted))
    .reduce((first, second) => (first < 0 ? second : first));
  const spare = lines.length - free.length;
  if (spare > 0 && described < 0) return undefined;
  const rest = [...lines];
  for (const [index] of free.entries()) {
    if (index === described)
      cells[from + index] = rest
        .splice(0, 1 + Math.max(0, spare))
        .join(" ")
        .trim();
    else if (index < described ? rest.length > free.length - described : rest.length > 0)
      cells[from + index] = rest.shift() ?? "";
  }
  return rest.length === 0 ? cells : undefined;
}

function fits(cell: string, columns: readonly Column[], index: number): boolean {
  switch (columns[index]?.kind) {
    case "index":
      return /^\d+$/.test(cell);
    case "label":
      return cell !== "" && cell.length <= longestLabel && typeAtStart(cell) !== cell;
    case "name":
      return /^[\w$@.\-[\]*└↳>/ ]+\*?$/.test(cell) && !/\w \w/.test(cell) && /\w/.test(cell);
    case "code":
      return codeLike.test(cell);
    case "value":
      // The value of a header, or the word that a row is about.
      return columns.slice(0, index).some(({ kind }) => kind === "name") || codeLike.test(cell);
    case "type":
      return (
        typeAtStart(cell) !== undefined ||
        isoType(cell) !== undefined ||
        (/^[A-Z]\w{2,}(\(.*\))?$/.test(cell) &&
          parseRequired(cell) === undefined &&
          !isTitle(cell) &&
          columns.length > 3)
      );
    case "required":
    case "optional":
      return parseRequired(cell) !== undefined;
    case "environment":
      return /^\w+(?: \w+)?$/.test(cell);
    case "address":
      return /^https?:/.test(cell);
    case "limit":
      return /^[\W\d]*$|^\W*\d[\d\s.,–-]*\w*$|^(?:max|min)/i.test(cell) && cell.length < 24;
    default:
      return true;
  }
}

/** `10005`, `E-17`, `insufficient_funds`, `DECLINED`, `declined`; not `Notes`. */
const codeLike = /^(?:\d+|[\w.-]*[\d_.-][\w.-]*|[A-Z]{2,}\w*|[A-Za-z]*[a-z][A-Z]\w*|[a-z]+)$/;
