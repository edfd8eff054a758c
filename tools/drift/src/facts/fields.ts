/** Tables of fields: of a request, its headers and path, and of an answer. */
import type { ColumnKind, Row, Table } from "../page/page.ts";
import { parseRequired, requiredRemark } from "../words/required.ts";
import { parseType, typeAtStart } from "../words/types.ts";
import { described } from "./described.ts";
import type { Facts, Place, Side } from "./fact.ts";
import { nameIn } from "./names.ts";

export interface Where {
  readonly side: Side;
  /** Unless the name is one of `inPath`. */
  readonly place: Place;
  /** Names that the path has a place for. */
  readonly inPath: ReadonlySet<string>;
  /** The object whose fields the table lists. */
  readonly object?: string;
}

export interface Cells {
  get(kind: ColumnKind): string | undefined;
  title(kind: ColumnKind): string | undefined;
  readonly row: Row;
}

/** Cells by what their column holds. A row that is shorter than the titles ends in empty cells. */
export function cellsOf(table: Table, row: Row): Cells {
  const at = (kind: ColumnKind) => table.columns.findIndex((column) => column.kind === kind);
  return {
    row,
    get: (kind) => (at(kind) < 0 ? undefined : (row.cells[at(kind)] ?? "")),
    title: (kind) => table.columns[at(kind)]?.title,
  };
}

/** A list of fields instead of a table: `amount (integer, required): the sum in cents`. As a table of one row. */
export function fieldItem(text: string): Table | undefined {
  const { name = "", within, after, description = "" } = itemPattern.exec(text)?.groups ?? {};
  const [type = "", ...flags] = (within ?? after ?? "").split(",").map((part) => part.trim());
  if (type === "" || typeAtStart(type) !== type) return undefined;
  const required = flags.find((flag) => parseRequired(flag) !== undefined);
  const kinds = [
    "name",
    "type",
    ...(required ? (["required"] as const) : []),
    "description",
  ] as const;
  const cells = [name, type, ...(required ? [required] : []), description];
  return {
    kind: "table",
    columns: kinds.map((kind) => ({ kind, title: kind })),
    rows: [{ cells, line: text, guessed: false }],
  };
}

const itemPattern =
  /^[`*]*(?<name>[A-Za-z_][\w.[\]-]*)[`*]*\s*(?:\((?<within>(?:[^()]|\([^()]*\))+)\)|:\s*(?<after>\w+(?:\(\d+\))?(?:, ?\w+)?))\s*(?:[-–—:.]\s*)?(?<description>.*)$/;

export function addFields(facts: Facts, table: Table, where: Where): readonly string[] {
  const named = table.rows.flatMap((row) => {
    const cells = cellsOf(table, row);
    const name = nameIn(cells.get("name") ?? "");
    return name ? [{ cells, name }] : [];
  });
  const parents: string[] = [];
  const paths = named.map(({ name }) => {
    parents.length = Math.min(parents.length, name.depth);
    const path = [
      ...(parents.length > 0 ? [] : where.object ? [where.object] : []),
      ...parents.slice(-1),
      name.path,
    ].join(".");
    parents.push(path);
    return path;
  });
  for (const [index, { cells, name }] of named.entries()) {
    const siblings = named.map((other) => other.name.path).filter((path) => path !== name.path);
    addField(facts, paths[index] ?? name.path, cells, {
      ...where,
      siblings,
      required: name.required,
      type: name.type,
    });
  }
  return paths;
}

interface Context extends Where {
  readonly siblings: readonly string[];
  /** What the name's cell says. */
  readonly required: ReturnType<typeof requiredRemark>;
  readonly type: string | undefined;
}

function addField(facts: Facts, path: string, cells: Cells, context: Context): void {
  const subject = `${context.side}.${path}`;
  const { row } = cells;
  const add = (aspect: string, value: string | undefined) =>
    facts.add(subject, aspect, value, row.line);
  const typeCell = cells.get("type") ?? context.type ?? "";
  // Where texts run together, what looks like the sample may be the beginning of the description.
  const kinds = ["sample", "description", "advice", "values", "other"] as const;
  const description = kinds
    .flatMap((kind) => (kind === "sample" && !row.guessed ? [] : cells.get(kind) || []))
    .join(" ");
  const place = placeIn(cells.get("place")) ?? (context.inPath.has(path) ? "path" : context.place);
  const type = parseType(typeCell);
  if (context.side === "request") add("place", place);
  else if (!type) add("listed", "yes");
  if (place === "header") {
    add("value", headerValue(path, cells.get("value") || cells.get("sample") || description));
  }
  add("type", type?.type);
  add("required", requiredOf(cells, typeCell, description) ?? context.required);
  const column = cells.get("values");
  const spoken = described(
    column ? `${description.replace(column, "")} Values: ${column}` : description,
    type?.type ?? "",
    context.siblings,
  );
  const limits = new Map<string, string>();
  for (const [aspect, value] of [
    ["minLength", type?.minLength],
    ["maxLength", type?.maxLength],
  ] as const) {
    if (value !== undefined) limits.set(aspect, value);
  }
  const length = /length|size/i.test(cells.title("limit") ?? "");
  for (const [aspect, value] of limitCell(
    cells.get("limit"),
    length ? "string" : (type?.type ?? ""),
  ))
    limits.set(aspect, value);
  for (const { aspect, value } of spoken) {
    if (limits.has(aspect)) limits.set(aspect, value);
    else add(aspect, value);
  }
  for (const [aspect, value] of limits) add(aspect, value);
  add("default", cells.get("default") || undefined);
  if (!row.guessed) add("sample", sampleKind(cells.get("sample") ?? ""));
}

function requiredOf(cells: Cells, typeCell: string, description: string) {
  const remark = requiredRemark(typeCell) ?? requiredRemark(description);
  const required = cells.get("required");
  if (required !== undefined)
    return required.trim() === "" && remark ? remark : (parseRequired(required) ?? remark);
  const optional = cells.get("optional");
  if (optional !== undefined) return parseRequired(optional) === "yes" ? "no" : "yes";
  return remark;
}

/** A column of its own for limits: `32`, `1-32`, `max 32`. */
function limitCell(cell: string | undefined, type: string): readonly (readonly [string, string])[] {
  const text = cell?.trim() ?? "";
  const isText = /string|uuid/.test(type) || type === "";
  const [low, high] = isText ? ["minLength", "maxLength"] : ["minimum", "maximum"];
  const range = /^(\d+)\s*(?:-|–|to|\.\.)\s*(\d+)$/.exec(text);
  if (range)
    return [
      [low, range[1] ?? ""],
      [high, range[2] ?? ""],
    ];
  if (/^\d+$/.test(text)) return [[high, text]];
  return described(text, type, [])
    .filter(({ aspect }) => /^m(in|ax)/.test(aspect))
    .map(({ aspect, value }) => [aspect, value] as const);
}

function placeIn(cell: string | undefined): Place | undefined {
  const found = /\b(header|path|query|body|form)\b/i.exec(cell ?? "")?.[1]?.toLowerCase();
  return found === "form" ? "body" : (found as Place | undefined);
}

/** A header's value as far as it is fixed: the scheme of a credential, a media type. */
export function headerValue(name: string, text: string): string | undefined {
  if (/^authorization$/i.test(name))
    return /\b(bearer|basic|digest|hmac|api-key|token)\b/i.exec(text)?.[1]?.toLowerCase();
  if (/^(content-type|accept)$/i.test(name))
    return /[a-z]+\/[a-z0-9.+-]+/i.exec(text)?.[0].toLowerCase();
  return undefined;
}

/** What a sample looks like. Its value is no fact. */
function sampleKind(sample: string): string | undefined {
  const text = sample.replace(/^["'`“]|["'`”]$/g, "").trim();
  if (text === "" || text === "-") return undefined;
  if (/^-?\d+$/.test(text)) return "digits";
  if (/^-?\d+\.\d+$/.test(text)) return "decimal";
  return /^(true|false)$/i.test(text) ? "boolean" : "text";
}
