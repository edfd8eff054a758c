/** Tables of plain text whose rows are lines: pipes, tabs, numbered rows, cells that run together. */
import { areTitles, type Shape, shapeOf } from "../words/titles.ts";
import type { Known, Row, Table } from "./page.ts";
import { splitter } from "./split-row.ts";
import type { TakenBlock } from "./taken-block.ts";

export function lineTable(
  lines: readonly string[],
  at: number,
  known: Known,
): TakenBlock<Table> | undefined {
  const line = lines[at] ?? "";
  if (line.trim() === "") return undefined;
  if (line.includes("|")) return separated(lines, at, pipeCells, known);
  if (line.includes("\t")) return separated(lines, at, tabCells, known);
  return (
    joined(lines, at, titlesIn(line.trim(), " ", known), " ", known) ??
    joined(lines, at, titlesIn(line.trim(), "", known), "", known)
  );
}

type Cells = (line: string) => readonly string[] | undefined;

const tabCells: Cells = (line) =>
  line.includes("\t") ? line.split("\t").map((cell) => cell.trim()) : undefined;

const pipeCells: Cells = (line) =>
  line.includes("|")
    ? line
        .trim()
        .replace(/^\||(?<!\\)\|$/g, "")
        .split(/(?<!\\)\|/)
        .map((cell) => cell.replaceAll("\\|", "|").trim())
    : undefined;

function separated(
  lines: readonly string[],
  at: number,
  cellsOf: Cells,
  known: Known,
): TakenBlock<Table> | undefined {
  const titles = cellsOf(lines[at] ?? "");
  const shown = titles?.map((title) => (known.titles(title) ? "name type" : title)) ?? [];
  const named = shown.filter((title) => title === "name type").length;
  if (!titles || !(areTitles(titles) || named * 2 > titles.length) || titles.length < 2)
    return undefined;
  const rows: Row[] = [];
  let next = at + 1;
  for (; next < lines.length; next++) {
    const line = lines[next] ?? "";
    if (/^[\s|:+=-]*-[\s|:+=-]*$/.test(line) && line.length > 2) continue;
    const after = line.trim() === "" ? cellsOf(lines[next + 1] ?? "") : undefined;
    if (after?.length === titles.length && !areTitles(after)) continue;
    const cells = cellsOf(line);
    if (!cells || areTitles(cells)) break;
    rows.push({ cells, line });
  }
  return { block: { kind: "table", titles, rows }, next };
}

/** A line that is nothing but titles, as few as possible, so that `Parameter Name` is one. */
function titlesIn(line: string, glue: "" | " ", known: Known): readonly string[] | undefined {
  if (line.length > 140 || /[;"{}=<>]|:\s|\.\s[a-z]/.test(line.replace(/^s\w*\. no\. /i, "")))
    return undefined;
  const best = new Map<number, readonly string[]>([[0, []]]);
  for (let end = 1; end <= line.length; end++) {
    for (let start = Math.max(0, end - 30); start < end; start++) {
      const before = best.get(start);
      const title = line.slice(start, end);
      if (!before || !stands(line, start, end, glue) || !isTitle(title, known) || isTwo(title))
        continue;
      const found = [...before, title.trim()];
      if (found.length < (best.get(end)?.length ?? Number.POSITIVE_INFINITY)) best.set(end, found);
    }
  }
  const found = best.get(line.length);
  return found && found.length > 1 ? found : undefined;
}

/** What the reading says goes before what the title is taken for. */
export function shapeIn(title: string, known: Known): Shape {
  const said = known.titles(title) as Shape | undefined;
  return said && said !== "ignored" ? said : (shapeOf(title) ?? "ignored");
}

/** Where nothing stands between titles, a hump is not a space, so `errorCode` is not known in there. */
const isTitle = (title: string, known: Known) =>
  (shapeOf(title.toLowerCase()) ?? known.titles(title.trim())) !== undefined;

/** `Field Type` is one title in a table with lines, and two where there are none: a table has names. */
function isTwo(title: string): boolean {
  const [first = "", second = ""] = title.trim().split(" ");
  return shapeOf(first) === "name" && shapeOf(second) === "type";
}

function stands(line: string, start: number, end: number, glue: "" | " "): boolean {
  const title = line.slice(start, end);
  if (glue === "") return !/^\s|\s$/.test(title);
  return (start === 0 || title.startsWith(" ")) && (end === line.length || line[end] === " ");
}

function joined(
  lines: readonly string[],
  at: number,
  titles: readonly string[] | undefined,
  glue: "" | " ",
  known: Known,
): TakenBlock<Table> | undefined {
  if (!titles) return undefined;
  const shapes = titles.map((title) => shapeIn(title, known));
  const numbered = shapes[0] === "index";
  if (glue === " " && !numbered && shapes[1] !== "type") return undefined;
  const split = splitter(shapes, glue, known);
  const isRow = (line: string, count: number) =>
    (!numbered || line.startsWith(`${count} `) || glue === "") && split(line) !== undefined;
  const rows: Row[] = [];
  let next = at + 1;
  while (next < lines.length) {
    const gap = rows.length < 2 || lines[next - 2]?.trim() === "" ? blanks(lines, next) : 0;
    let line = (lines[next + gap] ?? "").trim();
    if (line === "" || !isRow(line, rows.length + 1)) break;
    next += gap + 1;
    while (numbered && goesOn(lines, next, rows.length + 2, known))
      line += ` ${(lines[next++] ?? "").trim()}`;
    const cells = split(line);
    if (cells) rows.push({ cells, line, joined: true });
  }
  return rows.length > 0 ? { block: { kind: "table", titles, rows }, next } : undefined;
}

function blanks(lines: readonly string[], at: number): number {
  let count = 0;
  while (count < 2 && lines[at + count]?.trim() === "") count++;
  return count;
}

/** Whether a line belongs to the row above it, of which the next would have this number. */
function goesOn(lines: readonly string[], at: number, number: number, known: Known): boolean {
  const line = (lines[at] ?? "").trim();
  if (line === "" || line.startsWith(`${number} `) || /^[{[#]/.test(line)) return false;
  const end = lines
    .slice(at)
    .findIndex((other) => other.trim() === "" || titlesIn(other.trim(), " ", known) !== undefined);
  const more = lines.slice(at, end < 0 ? undefined : at + end);
  if (end === 0 || (end === 1 && lines[at + 1]?.trim() !== "")) return false;
  // Behind the last row anything may follow, so only what a sentence goes on with is of it.
  return (
    more.some((other) => other.startsWith(`${number} `)) ||
    /^[^\p{Lu}]/u.test(line) ||
    /[,:;(]$/.test((lines[at - 1] ?? "").trim())
  );
}
