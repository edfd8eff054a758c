/** A table of plain text with one cell a line. */
import { parseRequired } from "../words/required.ts";
import { type Shape, shapeOf } from "../words/titles.ts";
import { parseType, typeAtStart } from "../words/types.ts";
import { shapeIn } from "./line-tables.ts";
import type { Known, Row, Table } from "./page.ts";
import type { TakenBlock } from "./taken-block.ts";

const mostColumns = 9;
/** A table of one call is not longer. */
const mostLines = 1500;

export function streamTable(
  lines: readonly string[],
  at: number,
  known: Known,
): TakenBlock<Table> | undefined {
  const isTitle = (text: string | undefined) =>
    text !== undefined &&
    (known.titles(text.toLowerCase()) ?? shapeOf(text.toLowerCase())) !== undefined;
  const next = lines.slice(at + 1, at + 4).find((line) => line.trim() !== "");
  if (!isTitle(lines[at]?.trim()) || !isTitle(next?.trim())) return undefined;
  const filled = lines
    .slice(at, at + mostLines)
    .map((text, index) => ({ text: text.trim(), number: at + index }))
    .filter(({ text }) => text !== "");
  let most = 0;
  while (most < mostColumns && isTitle(filled[most]?.text)) most++;
  // Another table's titles: a run of them behind something else.
  const begins = filled.findIndex(
    ({ text }, at) =>
      at > most &&
      isTitle(text) &&
      !isTitle(filled[at - 1]?.text) &&
      isPlausible(
        filled.slice(at, at + 2).map((line) => (shapeOf(line.text) ?? "ignored") as Shape),
      ) &&
      isTitle(filled[at + 1]?.text),
  );
  const cells = filled.slice(0, begins < 0 ? undefined : begins).map(({ text }) => text);
  let best: (TakenBlock<Table> & { size: number }) | undefined;
  // A first row's name may itself be a title, such as `code`.
  for (let count = most; count >= 2; count--) {
    const titles = cells.slice(0, count);
    const shapes = titles.map((title) => shapeIn(title, known));
    if (!isPlausible(shapes)) continue;
    const rows: Row[] = [];
    let next = count;
    for (let row = rowAt(cells, next, shapes); row; row = rowAt(cells, next, shapes)) {
      rows.push({ cells: row.cells, line: cells.slice(next, row.next).join(" ") });
      next = row.next;
    }
    const size = rows.length * count;
    if (rows.length > 0 && size > (best?.size ?? 0) * 2)
      best = {
        block: { kind: "table", titles, rows },
        next: (filled[next - 1]?.number ?? at) + 1,
        size,
      };
  }
  return best;
}

/** One column a kind, and the name or the code in front. */
function isPlausible(shapes: readonly Shape[]): boolean {
  const front = shapes.find((shape) => shape !== "index" && shape !== "label");
  return (
    /^(?:name|code|value|environment)$/.test(front ?? "") &&
    new Set(shapes).size > shapes.length - (front === "name" ? 2 : 1)
  );
}

interface Taking {
  readonly cells: readonly string[];
  readonly next: number;
}

/** A row has a line a column; a mark or a limit may be missing, and the description may have more. */
function rowAt(lines: readonly string[], at: number, shapes: readonly Shape[]): Taking | undefined {
  const empty = ({ cells }: Taking) => cells.filter((cell) => cell === "").length;
  const ways = waysFrom(lines, at, shapes, 0).toSorted((a, b) => empty(a) - empty(b));
  return ways.find(({ next }) => waysFrom(lines, next, shapes, 0).length > 0) ?? ways[0];
}

function waysFrom(
  lines: readonly string[],
  at: number,
  shapes: readonly Shape[],
  column: number,
): Taking[] {
  const shape = shapes[column];
  if (shape === undefined) return [{ cells: [], next: at }];
  const longest = shape === "description" ? 4 : 1;
  const isLast = column === shapes.length - 1;
  const ways: Taking[] = [];
  const take = (cell: readonly string[]) => {
    for (const { cells, next } of waysFrom(lines, at + cell.length, shapes, column + 1))
      ways.push({ cells: [cell.join(" "), ...cells], next });
  };
  for (let length = 1; length <= longest && at + length <= lines.length; length++) {
    const cell = lines.slice(at, at + length);
    if (!fits(cell[0] ?? "", shape, shapes, column) || cell.slice(1).some(isOwn)) break;
    take(cell);
  }
  const described = shapes.includes("type") || shapes.includes("message");
  if (mayBeMissing(shape) || (shape === "description" && isLast && described)) take([]);
  return ways;
}

const mayBeMissing = (shape: Shape) =>
  /^(?:required|optional|limit|length|sample|default|status)$/.test(shape);

/** A type, a mark or code stands for itself and does not go on with a sentence. */
const isOwn = (line: string) =>
  typeAtStart(line) === line || /^[{[]/.test(line) || shapeOf(line) !== undefined;

function fits(cell: string, shape: Shape, shapes: readonly Shape[], column: number): boolean {
  if (/^[{[]\s*$|^[{[]"/.test(cell)) return false;
  switch (shape) {
    case "index":
      return /^\d+$/.test(cell);
    case "label":
      return cell.length <= 60 && typeAtStart(cell) !== cell;
    case "name":
      return shapes.includes("name") &&
        shapes.indexOf("name") !== column &&
        shapes.indexOf("name") === shapes.lastIndexOf("name")
        ? false
        : shapes.lastIndexOf("name") === column
          ? /^[\w$@.\-[\]*└↳>/]+\*?$/.test(cell) && /[\p{L}]/u.test(cell)
          : cell.length <= 60 && typeAtStart(cell) !== cell;
    case "code":
      return codeLike.test(cell) && !/^(?:GET|POST|PUT|PATCH|DELETE)$/.test(cell);
    case "value":
      return shapes.includes("name") || codeLike.test(cell);
    case "type":
      return (
        typeAtStart(cell) === cell ||
        /^(?:an?s?|n)(?:\.|\d|$)/.test(cell) ||
        (/^[A-Z]\w{2,}(?:\(.*\))?$/.test(cell) &&
          parseType(cell) !== undefined &&
          parseRequired(cell) === undefined &&
          shapeOf(cell) === undefined &&
          shapes.length > 3)
      );
    case "required":
    case "optional":
      return parseRequired(cell) !== undefined;
    case "place":
      return /^(?:header|path|query|body|form)$/i.test(cell);
    case "environment":
      return /^\w+(?: \w+)?$/.test(cell);
    case "address":
      return /^https?:/.test(cell);
    case "status":
      return /^[1-5]\d\d$/.test(cell);
    case "limit":
    case "length":
      return /^[\W\d]*\d[\W\d]*\w*$|^[-–—]$|^(?:max|min)/i.test(cell) && cell.length < 24;
    default:
      return true;
  }
}

/** `10005`, `E-17`, `insufficient_funds`, `DECLINED`, `declined`; not `Notes`. */
const codeLike = /^(?:\d+|[\w.-]*[\d_.-][\w.-]*|[A-Z]{2,}\w*|[A-Za-z]*[a-z][A-Z]\w*|[a-z]+)$/;
