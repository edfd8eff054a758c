/** Tables in plain text, whose rows are lines: pipes, tabs, numbered rows, cells that run together. */
import { areTitles, columnsOf, titlesIn } from "../words/columns.ts";
import type { Known } from "./known.ts";
import type { Column, Row, Table } from "./page.ts";
import { splitRow } from "./split-row.ts";

/** What a reader took from the lines, and the line that comes after it. */
export interface Taken<B> {
  readonly block: B;
  readonly next: number;
}

/** `a | b | c` under a row of titles, with or without pipes at the edges and a row of dashes. */
export function pipeTable(lines: readonly string[], at: number): Taken<Table> | undefined {
  return separated(lines, at, (line) => (line.includes("|") ? pipeCells(line) : undefined));
}

/** Cells between tabs, as a browser copies a table. */
export function tabTable(lines: readonly string[], at: number): Taken<Table> | undefined {
  return separated(lines, at, (line) => (line.includes("\t") ? line.split("\t") : undefined));
}

function separated(
  lines: readonly string[],
  at: number,
  cellsOf: (line: string) => readonly string[] | undefined,
): Taken<Table> | undefined {
  const titles = cellsOf(lines[at] ?? "");
  if (!titles || !areTitles(titles)) return undefined;
  const rows: Row[] = [];
  let next = at + 1;
  for (; next < lines.length; next++) {
    const line = lines[next] ?? "";
    if (/^[\s|:+=-]*-[\s|:+=-]*$/.test(line) && line.length > 2) continue;
    if (line.trim() === "" && isRow(cellsOf(lines[next + 1] ?? ""), titles)) continue;
    const cells = cellsOf(line);
    if (!cells) break;
    rows.push(
      rowOf(
        cells.map((cell) => cell.trim()),
        line,
      ),
    );
  }
  return { block: { kind: "table", columns: columnsOf(titles), rows }, next };
}

/** Behind a blank line: a row of this table, and not the titles of the next. */
const isRow = (cells: readonly string[] | undefined, titles: readonly string[]): boolean =>
  cells !== undefined && cells.length === titles.length && !areTitles(cells);

const rowOf = (cells: readonly string[], line: string): Row => ({ cells, line, guessed: false });

function pipeCells(line: string): readonly string[] {
  const inner = line
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replaceAll("\\|", "|").trim());
}

/** Titles between spaces, and rows whose cells are too, usually numbered: `3 amount Integer Cents`. */
export function spacedTable(
  lines: readonly string[],
  at: number,
  known: Known,
): Taken<Table> | undefined {
  const titles = titlesIn((lines[at] ?? "").trim(), " ");
  if (!titles) return undefined;
  const columns = columnsOf(titles);
  const numbered = columns[0]?.kind === "index";
  if (!numbered && !(columns.length >= 3 && columns[1]?.kind === "type")) return undefined;
  return gather(
    lines,
    at + 1,
    columns,
    (line, count) => {
      if (numbered && !line.startsWith(`${count + 1} `)) return undefined;
      return splitRow(line, columns, known, " ");
    },
    numbered,
  );
}

/** Titles and cells with nothing between them. */
export function joinedTable(
  lines: readonly string[],
  at: number,
  known: Known,
): Taken<Table> | undefined {
  const titles = titlesIn((lines[at] ?? "").trim(), "");
  if (!titles || titles.length < 2) return undefined;
  const columns = columnsOf(titles);
  return gather(lines, at + 1, columns, (line) => splitRow(line, columns, known, ""), false);
}

/** Rows until a line that cannot be one; lines that go on with a numbered row belong to it. */
function gather(
  lines: readonly string[],
  start: number,
  columns: readonly Column[],
  split: (line: string, count: number) => Row | undefined,
  numbered: boolean,
): Taken<Table> | undefined {
  const rows: Row[] = [];
  let together = 0;
  let next = start;
  while (next < lines.length) {
    // Rows that are counted may stand apart, all of them: a number behind the last one is a chapter's.
    const apart = numbered && together === 0 && (lines[next] ?? "").trim() === "" ? 1 : 0;
    const first = (lines[next + apart] ?? "").trim();
    if (first === "" || !split(first, rows.length)) break;
    const parts = [first];
    next += 1 + apart;
    together += 1 - apart;
    while (numbered && goesOn(lines, next, rows.length + 2))
      parts.push((lines[next++] ?? "").trim());
    const row = split(parts.join(" "), rows.length);
    if (row) rows.push(row);
  }
  return rows.length > 0 ? { block: { kind: "table", columns, rows }, next } : undefined;
}

/** Whether a line belongs to the row above it, of which the next would have this number. */
function goesOn(lines: readonly string[], at: number, number: number): boolean {
  const line = (lines[at] ?? "").trim();
  if (isOver(line, number) || isOver((lines[at + 1] ?? "").trim(), 0)) return false;
  const after = lines.slice(at).findIndex((other) => isOver(other.trim(), number));
  if ((lines[at + after] ?? "").startsWith(`${number} `)) return true;
  // Behind the last row anything may follow, so only what a sentence goes on with is of it.
  return /^[^\p{Lu}]/u.test(line) || /[,:;(]$/.test((lines[at - 1] ?? "").trim());
}

/** A blank line, the next row, an example, or the titles of another table. */
const isOver = (line: string, number: number): boolean =>
  (line === "" && number > 0) ||
  (number > 0 && line.startsWith(`${number} `)) ||
  /^[{[]$/.test(line) ||
  (line !== "" && titlesIn(line, " ") !== undefined);
