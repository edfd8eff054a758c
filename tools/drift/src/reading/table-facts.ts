/** Facts of one table, by what its reading says that the columns hold. */
import type { Row, Table } from "../page/page.ts";
import { parseRequired, requiredRemark } from "../words/required.ts";
import type { Role } from "../words/titles.ts";
import { parseType, typeAtStart, withoutThousands } from "../words/types.ts";
import { type Facts, headerValue, type Place } from "./fact.ts";
import { nameIn } from "./names.ts";
import { described } from "./phrases.ts";
import type { TableReading } from "./reading.ts";

/** What the columns of a table hold, in their order. */
export type Columns = readonly (Role | undefined)[];

const cellOf = (columns: Columns, row: Row, role: Role): string | undefined => {
  const at = columns.indexOf(role);
  return at < 0 ? undefined : (row.cells[at] ?? "");
};

/** Names of the fields of a table, each with its object: the row's own, then that of marks such as `└`. */
export function pathsOf(
  columns: Columns,
  table: Table,
  object: string | undefined,
): (string | undefined)[] {
  const parents: string[] = [];
  return table.rows.map((row) => {
    const name = nameIn(cellOf(columns, row, "name") ?? "");
    if (!name) return undefined;
    parents.length = Math.min(parents.length, name.depth);
    const path = [parents.at(-1) ?? object, name.path].filter(Boolean).join(".");
    parents.push(path);
    return path;
  });
}

export function addFields(
  facts: Facts,
  table: Table,
  columns: Columns,
  reading: TableReading,
  inPath: ReadonlySet<string>,
): void {
  const side = reading.is === "request" ? "request" : "response";
  const paths = pathsOf(columns, table, reading.object);
  const flagged = table.rows.some(
    (row) => nameIn(cellOf(columns, row, "name") ?? "")?.required === "yes",
  );
  if (reading.object && side === "response")
    facts.addObject(`${side}.${reading.object}`, table.rows[0]?.line ?? "");
  for (const [index, row] of table.rows.entries()) {
    const path = paths[index];
    if (!path) continue;
    const siblings = paths
      .filter((other) => other !== path)
      .flatMap((other) => other?.split(".").at(-1) ?? []);
    const { columnPlace, ...aspects } = aspectsOf(row, columns, siblings, flagged);
    const place = columnPlace ?? (inPath.has(path) ? "path" : (reading.place ?? "body"));
    const add = (aspect: string, value: string | undefined) =>
      facts.add(`${side}.${path}`, aspect, value, row.line);
    if (side === "request") add("place", place);
    else if (!aspects.type) add("listed", "yes");
    if (place === "header") add("value", headerValue(path, row.cells.join(" ")));
    for (const [aspect, value] of Object.entries(aspects)) add(aspect, value);
  }
}

function aspectsOf(
  row: Row,
  columns: Columns,
  siblings: readonly string[],
  flagged: boolean,
): Record<string, string> & { columnPlace?: Place } {
  const get = (role: Role) => cellOf(columns, row, role);
  const name = nameIn(get("name") ?? "");
  const typeCell = get("type") ?? name?.rest ?? "";
  const [typed, said] = typeAndRest(
    typeCell.replace(/^\W*(?:required|optional|mandatory)(?:\W+|$)/i, ""),
  );
  const type = parseType(typed);
  // Where cells run together, what looks like a sample may be the beginning of the description.
  const samples = row.joined ? row.cells.filter((_, at) => columns[at] === "ignored") : [];
  const description = [...samples, said, get("description") ?? ""].filter(Boolean).join(" ");
  const values = get("values");
  const isText = /string|uuid/.test(type?.type ?? "") || !type;
  const own = [
    type?.minLength && (["minLength", type.minLength] as const),
    type?.maxLength && (["maxLength", type.maxLength] as const),
    ...limitCell(get("limit"), isText),
    ...limitCell(get("length"), true),
  ].filter((limit) => typeof limit === "object");
  const spoken = described(
    values ? `${description} Values: ${values}` : description,
    type?.type ?? "",
    siblings,
  );
  const required =
    requiredOf(get("required"), get("optional"), typeCell, description) ??
    name?.required ??
    (flagged ? "no" : undefined);
  const columnPlace = placeIn(get("place"));
  return {
    ...(columnPlace && { columnPlace }),
    ...(type && { type: type.type }),
    ...(required && { required }),
    ...Object.fromEntries(own),
    ...Object.fromEntries(spoken.map(({ aspect, value }) => [aspect, value])),
    ...(get("default") && { default: get("default") as string }),
  };
}

/** `string <= 36 characters The payment.` holds a type, and behind it what a description would say. */
function typeAndRest(cell: string): readonly [type: string, rest: string] {
  const type = typeAtStart(cell) ?? typeAtStart(cell.toLowerCase());
  const rest = cell.slice(type?.length ?? 0);
  return type && /^\s*(?:[<>=·•|,;]|\S+ \S+ )/.test(rest) && !/^\s*\(/.test(rest)
    ? [type, rest.trim()]
    : [cell, ""];
}

function requiredOf(
  required: string | undefined,
  optional: string | undefined,
  typeCell: string,
  description: string,
) {
  const flag = /\b(required|optional|mandatory)\b/i.exec(typeCell)?.[1];
  const remark =
    requiredRemark(typeCell) ??
    (flag ? parseRequired(flag) : undefined) ??
    requiredRemark(description);
  if (required !== undefined)
    return required.trim() === "" && remark ? remark : (parseRequired(required) ?? remark);
  if (optional !== undefined) return parseRequired(optional) === "yes" ? "no" : "yes";
  return remark;
}

/** A column of its own for limits: `32`, `1-32`, `max 32`. */
function limitCell(cell: string | undefined, isText: boolean): (readonly [string, string])[] {
  const text = withoutThousands(cell ?? "").trim();
  const [low, high] = isText ? ["minLength", "maxLength"] : ["minimum", "maximum"];
  const [, from, to] = /^(\d+)\s*(?:-|–|to|\.\.)\s*(\d+)$/.exec(text) ?? [];
  if (from && to)
    return [
      [low, from],
      [high, to],
    ];
  if (/^\d+$/.test(text)) return [[high, text]];
  return described(text, isText ? "string" : "number", [])
    .filter(({ aspect }) => /^m(in|ax)/.test(aspect))
    .map(({ aspect, value }) => [aspect, value] as const);
}

function placeIn(cell: string | undefined): Place | undefined {
  const found = /\b(header|path|query|body|form)\b/i.exec(cell ?? "")?.[1]?.toLowerCase();
  return found === "form" ? "body" : (found as Place | undefined);
}

/** A description longer than this is prose, which is not kept. */
const longestMessage = 80;

export function addErrors(facts: Facts, table: Table, columns: Columns): void {
  for (const row of table.rows) {
    const code = codeIn(cellOf(columns, row, "code") ?? "");
    if (!code) continue;
    const message = (cellOf(columns, row, "message") || cellOf(columns, row, "description") || "")
      .replace(/[`"“”]/g, "")
      .replace(/\s+/g, " ")
      .trim();
    const kept = message !== "" && message.length <= longestMessage;
    facts.add(`error.${code}`, kept ? "message" : "listed", kept ? message : "yes", row.line);
  }
}

export function addValues(facts: Facts, table: Table, columns: Columns, subject: string): void {
  for (const row of table.rows) {
    const word = codeIn(
      cellOf(columns, row, "value") ??
        cellOf(columns, row, "code") ??
        cellOf(columns, row, "name") ??
        "",
    );
    if (word) facts.add(subject, `enum.${word}`, "yes", row.line);
  }
}

export const codeIn = (cell: string): string | undefined =>
  /^[`"']?([\w.-]+)[`"']?$/.exec(cell.trim())?.[1];
