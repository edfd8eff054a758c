/** One row whose cells stand in one string, with a space or nothing between them: a pattern made from what its columns hold. */
import { requiredStart } from "../words/required.ts";
import type { Shape } from "../words/titles.ts";
import { typeStart } from "../words/types.ts";
import type { Known } from "./page.ts";

type Split = (line: string) => string[] | undefined;

const textual = new Set<Shape>([
  "description",
  "sample",
  "message",
  "advice",
  "default",
  "values",
  "ignored",
]);

/** Undefined where a line cannot be a row of these columns. */
export function splitter(shapes: readonly Shape[], glue: "" | " ", known: Known): Split {
  const last = shapes.findLastIndex((shape) => textual.has(shape));
  const gap = glue === " " ? " ?" : "";
  const patterns = [typeStart, typeStart].map((type, at) => {
    // Time ends a name more often than it is a type: first without such words.
    const typed =
      at === 0
        ? `(?!(?:[Tt]ime|[Dd]ate|[Tt]ext|[Ll]ist|[Mm]ap|[Nn]umber|[Ff]ile|[Mm]oney)(?![a-z ]))${type}`
        : type;
    const cells = shapes.map(
      (shape, index) => `(?<c${index}>${cell(shape, shapes, index, last, glue, known, typed)})`,
    );
    return compiled(`^${cells.join(gap)}$`);
  });
  const read = (line: string) => {
    const text = line.replace(/\s+/g, " ").trim();
    const groups = (patterns[0]?.exec(text) ?? patterns[1]?.exec(text))?.groups;
    if (!groups) return undefined;
    const cells = shapes.map((_, at) => (groups[`c${at}`] ?? "").trim());
    return withMessage(cells, shapes, known, glue);
  };
  // A line is asked about twice: whether it is a row, and what its cells are.
  let latest: { line: string; cells: string[] | undefined } | undefined;
  return (line) => {
    if (latest?.line !== line) latest = { line, cells: read(line) };
    return latest.cells;
  };
}

/** Large patterns take longer to compile than to match, and every page of a provider needs the same ones. */
const patternsBySource = new Map<string, RegExp>();

function compiled(source: string): RegExp {
  const known = patternsBySource.get(source) ?? new RegExp(source, "s");
  patternsBySource.set(source, known);
  return known;
}

function cell(
  shape: Shape,
  shapes: readonly Shape[],
  at: number,
  last: number,
  glue: string,
  known: Known,
  type: string,
): string {
  if (textual.has(shape) || (shape === "value" && shapes.includes("name")))
    return at === last ? ".*" : glue === "" ? `.+?${edge}|` : "";
  const end = glue === " " ? "(?= |$)" : "";
  switch (shape) {
    case "index":
      return String.raw`\d+`;
    case "name":
      if (glue === " ") return String.raw`[^\s:]+${end}`;
      return names(known, shapes[at + 1] === "value" || textual.has(shapes[at + 1] ?? "name"));
    case "type":
      return glue === " "
        ? `${typeStart}${end}`
        : `${type}(?:(?=${requiredStart})|(?<=[A-Z]\\w*|[)\\]>])(?!${typeStart}[A-Z])|(?![a-z]))`;
    case "required":
    case "optional":
      return `${requiredStart}|${shapes[at + 1] === "type" && glue === "" ? `[MOCYNR](?=${typeStart})` : "(?!)"}|${mayMiss(shapes, at)}`;
    case "place":
      return "header|path|query|body|form|Header|Path|Query|Body|Form";
    case "limit":
    case "length":
      return String.raw`(?:\d+(?:\s?(?:-|–|\.\.)\s?\d+)?)?${end}`;
    case "status":
      return "(?:[1-5]\\d\\d)?";
    case "code":
      return glue === " "
        ? String.raw`[\w.-]+${end}`
        : `${oneOf(known.errors.keys())}(?![-_.a-z])|\\d+(?:_[a-z]+)?|${code}`;
    case "address":
      return String.raw`https?:\/\/\S+`;
    case "environment":
      return "[A-Z][A-Za-z ]*?";
    case "value":
      return `[A-Z][A-Z0-9_]+(?=[A-Z][a-z]| |$)|[\\w.-]+?(?=[A-Z]| |$)`;
    default:
      return glue === " " ? String.raw`\S+${end}` : ".+?";
  }
}

/** Before a text, which starts with a capital, names with humps of their own end at the last one. */
function names({ names: known }: Known, beforeText: boolean): string {
  const own = `${oneOf(known)}(?![-_.])`;
  if (!beforeText) return `${own}|[A-Za-z_$][\\w.$@[\\]-]*?`;
  const hyphened = oneOf([...known].filter((name) => name.includes("-")));
  return `${hyphened}|[A-Za-z_$][\\w.$@[\\]-]*(?=[A-Z])|${own}`;
}

/** Where cells run together, a text ends where a capital or a figure is glued on. */
const edge = String.raw`(?:(?<=[a-z0-9.)}\]"”])(?=[A-Z])|(?<=[a-z])(?=\d))`;

const code = String.raw`[A-Z]{1,5}[-_]?\d{2,}?(?=\D|[1-5]\d\d)|[A-Z][A-Z0-9_]{2,}(?=[A-Z][a-z]|[1-5]\d\d|\s|$)|[a-z][a-z0-9_]*[a-z0-9](?=[A-Z]|\s|$)`;

/** A mark of what is required may be missing where another one stands in other rows. */
const mayMiss = (shapes: readonly Shape[], at: number) =>
  shapes[at - 1] === "type" || shapes[at + 1] === "type" ? "" : "(?!)";

function oneOf(words: Iterable<string>): string {
  const sorted = [...words].sort((a, b) => b.length - a.length);
  return sorted.length === 0
    ? "(?!)"
    : `(?:${sorted.map((word) => word.replace(/[^\w]/g, "\\$&")).join("|")})`;
}

/** A code's known message ends where it did before. */
function withMessage(
  cells: string[],
  shapes: readonly Shape[],
  known: Known,
  glue: string,
): string[] {
  const at = shapes.includes("message") ? shapes.indexOf("message") : shapes.indexOf("description");
  const message = known.errors.get(cells[shapes.indexOf("code")] ?? "");
  const others = shapes.findLastIndex((shape) => textual.has(shape));
  if (at < 0 || !message || others <= at) return cells;
  const text = cells
    .slice(at, others + 1)
    .filter(Boolean)
    .join(glue);
  const rest = text.slice(message.length);
  if (!text.startsWith(message) || (glue === "" && /^\s/.test(rest))) return cells;
  return cells.map((cell, index) =>
    index === at
      ? message
      : index === others
        ? rest.trim()
        : index > at && index < others
          ? ""
          : cell,
  );
}
