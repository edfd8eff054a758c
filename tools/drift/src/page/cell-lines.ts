/** A table with one cell a line, as text extractions leave it. */
import { columnsOf, isTitle } from "../words/columns.ts";
import { parseRequired } from "../words/required.ts";
import { typeAtStart } from "../words/types.ts";
import type { Column, Row, Table } from "./page.ts";
import type { Taken } from "./plain-tables.ts";

/** Lines longer than this are no titles, and tables with more columns are not looked for. */
const mostColumns = 9;

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
    found.push({ taken: { block: { kind: "table", columns, rows }, next }, score });
  }
  return found;
}

interface Numbered {
  readonly text: string;
  readonly number: number;
}

/** The lines that may belong to the table; a blank one is an empty cell, or only distance. */
function numberLines(lines: readonly string[], at: number, blanks: boolean): Numbered[] {
  const used: Numbered[] = [];
  for (let number = at; number < lines.length; number++) {
    const text = (lines[number] ?? "").trim();
    if (/^[{[]\s*$|^[{[]"|^```/.test(text)) break;
    if (text !== "" || blanks) used.push({ text, number });
  }
  return used;
}

/** One column a kind, and the name or the code in front. */
function plausible(columns: readonly Column[]): boolean {
  const kinds = columns.map(({ kind }) => kind);
  const front = kinds[0] === "index" ? kinds[1] : kinds[0];
  return (
    (front === "name" || front === "code" || front === "value") &&
    new Set(kinds).size === kinds.length
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
    const follows = align(
      used.slice(at + length, at + length + columns.length).map(({ text }) => text),
      columns,
    );
    const score =
      (length === columns.length ? 4 : 1) +
      (follows ? 2 : 0) -
      Math.abs(length - columns.length) / 10;
    if (!best || score > best.score) {
      const row: Row = {
        cells,
        line: chunk.filter(Boolean).join(" "),
        guessed: length !== columns.length,
      };
      best = { row, length, score };
    }
  }
  return best;
}

/** Cells of a row from its lines: what has to be a type or a flag is one, the rest fills the columns of text. */
function align(chunk: readonly string[], columns: readonly Column[]): string[] | undefined {
  const cells: string[] = [];
  const rest = [...chunk];
  for (const [index, { kind }] of columns.entries()) {
    const cell = rest[0] ?? "";
    const left = columns.length - index - 1;
    if (!fits(cell, kind, columns)) {
      if (kind !== "required" && kind !== "optional") return undefined;
      cells.push("");
    } else if (kind === "description" || kind === "sample" || kind === "other") {
      const spare = Math.max(0, rest.length - left);
      if (spare === 0) {
        cells.push("");
        continue;
      }
      cells.push(
        rest
          .splice(0, kind === "description" ? spare : 1)
          .join(" ")
          .trim(),
      );
    } else {
      cells.push(rest.shift() ?? "");
    }
  }
  return rest.length === 0 ? cells : undefined;
}

function fits(cell: string, kind: Column["kind"], columns: readonly Column[]): boolean {
  switch (kind) {
    case "index":
      return /^\d+$/.test(cell);
    case "name":
      return /^[\w$@.\-[\]*└↳>/ ]+\*?$/.test(cell) && !/\w \w/.test(cell) && /\w/.test(cell);
    case "code":
    case "value":
      return codeLike.test(cell);
    case "type":
      return (
        typeAtStart(cell) !== undefined || (/^[A-Z]\w*(\(.*\))?$/.test(cell) && columns.length > 3)
      );
    case "required":
    case "optional":
      return parseRequired(cell) !== undefined;
    default:
      return true;
  }
}

/** `10005`, `E-17`, `insufficient_funds`, `DECLINED`, `declined`; not `Notes`. */
const codeLike = /^(?:\d+|[\w.-]*[\d_.-][\w.-]*|[A-Z]{2,}|[a-z]+)$/;
