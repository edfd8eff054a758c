/** Lines that say method, path, hosts, fixed headers or the version: templates such as `Endpoint: {method} {path}`. */
import type { Table } from "../page/page.ts";
import { shapeOf } from "../words/titles.ts";
import { type Facts, headerValue } from "./fact.ts";
import type { CommittedFact } from "./file.ts";
import { chapter, type Part } from "./parts.ts";
import { slug } from "./sections.ts";

const patterns: Readonly<Record<string, string>> = {
  method: "GET|POST|PUT|PATCH|DELETE",
  path: "(?:/|\\{|https?:)[^\\s\"'`|]*",
  live: "https?://[^\\s\"'`<>|,;)]*[^\\s\"'`<>|,;).:!?]",
  media: "[a-z]+/[a-z0-9.+-]+",
  scheme: "[A-Za-z-]+",
  version: "v?\\d+(?:\\.\\d+)*(?:[-_]\\w+)*",
};

/** Slots by name; `test` and `base` are addresses as `live` is. */
const slotPattern = (slot: string) => patterns[slot] ?? patterns.live ?? "";
export const slots = /\{(method|path|live|test|base|media|scheme|version)\}/;

interface Template {
  readonly text: string;
  readonly pattern: RegExp;
  readonly slots: readonly string[];
}

/** Only words count, so that it matches in every format; `…` at an end lets anything stand there. */
function templateOf(text: string): Template {
  const parts = text.split(slots);
  const body = parts
    .map((part, at) => (at % 2 === 1 ? `(${slotPattern(part)})` : wordsIn(part)))
    .join("");
  const start = text.startsWith("…") ? "(?:^|.*[^\\p{L}\\d])" : "^[^\\p{L}\\d]*?";
  const end = text.endsWith("…") ? "" : "[^\\p{L}\\d]*$";
  return {
    text,
    pattern: new RegExp(`${start}${body}${end}`, "isu"),
    slots: parts.filter((_, at) => at % 2 === 1),
  };
}

const between = "[^\\p{L}\\d]*?";
const wordsIn = (text: string) => {
  const words = text.match(/[\p{L}\d]+/gu) ?? [];
  return words.length === 0 ? between : `${between}${words.join(between)}${between}`;
};

export interface Line {
  readonly text: string;
  /** The short line above, which may be its label. */
  readonly above: string;
  readonly under: string;
  readonly code: boolean;
  readonly part: Part;
}

/** @param read tables whose rows are fields or codes, and no lines */
export function linesOf(parts: readonly Part[], read: ReadonlySet<Part>): Line[] {
  return parts.flatMap((part) => {
    const { under, caption: above } = part;
    const line = (text: string, code = false): Line => ({
      text,
      above: code ? "" : above,
      under,
      code,
      part,
    });
    if (part.kind === "table")
      return read.has(part) ? [] : rowTexts(part).map((text) => line(text));
    if (part.kind !== "code") return [line(part.text)];
    return /^[{["]/.test(part.text.trim())
      ? []
      : part.text.split("\n").map((text) => line(text, true));
  });
}

/** Without the number of a counted row; a table of two cells a row may have no titles. */
function rowTexts({ titles, rows }: Table): string[] {
  const from = shapeOf(titles[0] ?? "") === "index" ? 1 : 0;
  const lines = rows.map(({ cells }) => cells.slice(from).join(" "));
  return titles.length > 0 ? [...lines, titles.join(" ")] : lines;
}

/**
 * @param template the path that the spec has
 * @returns where lines were found, and templates without one, where what they said last is nowhere on the page
 */
export function addLines(
  facts: Facts,
  templates: readonly string[],
  lines: readonly Line[],
  recorded: readonly CommittedFact[],
  template: string,
): { readonly found: ReadonlySet<Part>; readonly lost: readonly string[] } {
  const said: Said[] = [];
  const lost: string[] = [];
  const places = new Set<Part>();
  const pathless = !templates.some((text) => text.includes("{path}"));
  for (const wanted of templates.map(templateOf)) {
    const found = lines
      .map((line) => ({ line, values: valuesIn(wanted, line) }))
      .find(({ values }) => values);
    if (found) places.add(found.line.part);
    for (const [at, slot] of wanted.slots.entries()) {
      const value = found?.values?.[at];
      if (found && value !== undefined)
        said.push({ slot, value, words: found.line.text, under: found.line.under });
      else said.push(...stillSaid(slot, lines, recorded));
    }
    if (!found && wanted.slots.some((slot) => !said.some((one) => one.slot === slot)))
      lost.push(wanted.text);
  }
  addSaid(facts, said, pathless, template);
  return { found: places, lost };
}

function valuesIn({ pattern }: Template, { text, above }: Line): string[] | undefined {
  const found =
    pattern.exec(text.trim()) ??
    (above === "" ? null : pattern.exec(`${above.replace(chapter, "")}\n${text.trim()}`));
  return found ? found.slice(1) : undefined;
}

interface Said {
  readonly slot: string;
  readonly value: string;
  readonly words: string;
  readonly under: string;
}

const ids: Readonly<Record<string, string>> = {
  method: "operation.method",
  path: "operation.path",
  media: "request.Content-Type.value",
  scheme: "request.Authorization.value",
  version: "page.version",
};

/** What was recorded, where a line says it in other words. */
function stillSaid(
  slot: string,
  lines: readonly Line[],
  recorded: readonly CommittedFact[],
): Said[] {
  const recordedAs = (id: string) => recorded.find((fact) => fact.id === id)?.value;
  const value = recordedAs(ids[slot] ?? `host.${slot}`);
  if (!value) return [];
  const written = ({ text }: Line) => text.replace(/\{\{\s*([^}]+?)\s*\}\}/g, "{$1}");
  const exact = (words: string) =>
    new RegExp(
      `(?<![\\w/])${words.replace(/[^\w]/g, "\\$&")}(?![\\w-])`,
      slot === "scheme" ? "i" : "",
    );
  const whole = ids[slot] ? value : `${value}${recordedAs(ids.path ?? "") ?? ""}`;
  for (const words of [whole, value]) {
    const line = lines.find((one) => exact(words).test(written(one)));
    if (line) return [{ slot, value: words, words: line.text, under: line.under }];
  }
  return [];
}

function addSaid(facts: Facts, said: readonly Said[], pathless: boolean, template: string): void {
  const pathIn = (value: string) => withPlaces(pathOf(value), template);
  const paths = said.filter(({ slot }) => slot === "path").map(({ value }) => pathIn(value));
  for (const { slot, value, words, under } of said) {
    facts.section = slug(under);
    if (slot === "method") facts.add("operation", "method", value.toUpperCase(), words);
    else if (slot === "path") facts.add("operation", "path", pathIn(value), words);
    else if (slot === "version") facts.add("page", "version", value, words);
    else if (slot === "media" || slot === "scheme") {
      const name = slot === "media" ? "Content-Type" : "Authorization";
      facts.add(`request.${name}`, "place", "header", words);
      facts.add(`request.${name}`, "value", headerValue(name, value) ?? value.toLowerCase(), words);
    } else {
      const whole = pathIn(value);
      if (pathless && whole.length > 1) facts.add("operation", "path", whole, words);
      const own = pathless ? whole : (paths.find((path) => whole.endsWith(path)) ?? "");
      facts.add(
        "host",
        slot,
        originOf(value) + whole.slice(0, whole.length - own.length).replace(/\/$/, ""),
        words,
      );
    }
  }
}

/** A sample of a call has an id where the path has a place for it: `/payments/pay_5/refunds` of `/payments/{id}/refunds`. */
export function withPlaces(path: string, template: string): string {
  if (path.includes("{") || !template.includes("{")) return path;
  const like = template.replace(/\{[^}]*\}|[^\w/]/g, (part) =>
    part.startsWith("{") ? "[^/]+" : `\\${part}`,
  );
  return path.replace(new RegExp(`${like}$`), () => template);
}

export const originOf = (address: string): string =>
  /^https?:\/\/[^/?#]+/.exec(address)?.[0].toLowerCase() ?? "";

/** The path of an address, or a path as it is; placeholders in braces, whatever the page draws them with. */
export const pathOf = (address: string): string =>
  address
    .replace(/^https?:\/\/[^/?#]+/, "")
    .replace(/[?#].*$/, "")
    .replace(
      /\{\{\s*([^}]+?)\s*\}\}|<([^>]+)>/g,
      (_, a: string | undefined, b: string | undefined) => `{${a ?? b}}`,
    )
    .replace(/\/:([A-Za-z_]\w*)/g, "/{$1}")
    .replace(/[.,]$/, "");
