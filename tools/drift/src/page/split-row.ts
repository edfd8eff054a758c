/** One row whose cells stand in one string, with a space or nothing between them. */
import { requiredAtEnd, requiredAtStart } from "../words/required.ts";
import {
  isCommonInNames,
  isoTypeAtStart,
  typeAtEnd,
  typeAtStart,
  typeStarts,
} from "../words/types.ts";
import type { Known } from "./known.ts";
import type { Column, Row } from "./page.ts";

type Glue = "" | " ";

/** Undefined where the string cannot be a row of these columns. */
export function splitRow(
  line: string,
  columns: readonly Column[],
  known: Known,
  glue: Glue,
): Row | undefined {
  const [first, ...others] = columns.map(({ kind }) => kind);
  const text = line.replace(/\s+/g, " ").trim();
  if (first === "index") {
    const index = /^\d+/.exec(text)?.[0];
    if (!index) return undefined;
    const row = splitRow(text.slice(index.length), columns.slice(1), known, glue);
    return row && { ...row, cells: [index, ...row.cells], line };
  }
  for (const head of headsOf(text, first === "code", others, known, glue)) {
    const cells = splitRest(
      text.slice(head.length).trimStart(),
      others,
      known.errors.get(head),
      glue,
    );
    if (cells) return { cells: [head, ...cells], line, guessed: true };
  }
  return undefined;
}

/** What the first cell can be, the likeliest first. */
function headsOf(
  text: string,
  code: boolean,
  [next = "", afterNext = ""]: readonly string[],
  known: Known,
  glue: Glue,
) {
  const typeFollows = next === "type";
  if (glue === " ") return /^[^\s:]+(?=\s|$)/.exec(text) ?? [];
  const token = /^[\w.$@[\]-]+/.exec(text)?.[0] ?? "";
  const address = /^\w[\w ]*?(?=https?:\/\/)/.exec(text)?.[0];
  if (address && !typeFollows) return [address];
  const names = [...(code ? known.errors.keys() : known.names)].filter(
    (name) => text.startsWith(name) && !/^[-_.]/.test(text.slice(name.length)),
  );
  const heads = names.sort((a, b) => b.length - a.length);
  const figures = code ? /^\d{2,}/.exec(text)?.[0] : undefined;
  if (figures) return heads.includes(figures) ? [figures] : [...new Set([...heads, figures])];
  if (typeFollows) return [...heads, ...beforeTypes(token, text)];
  // A text that is glued on starts with a capital: at the last one of the first word, since names have humps too.
  const humps = [...token.matchAll(/(?<=[a-z0-9_])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g)]
    .map(({ index }) => index)
    .reverse();
  const last = humps[0] ?? 0;
  const surer = heads.filter((head) => head.length >= last);
  const all = [...new Set([...surer, ...humps.map((at) => token.slice(0, at)), ...heads])];
  const goesOn = (head: string) =>
    (atStart[next]?.(text.slice(head.length)) ??
      letterBefore(next, afterNext, text.slice(head.length))) !== undefined;
  if (next === "code") {
    const status = /^[A-Z]\w*?(?=[1-5]\d\d(?!\d))/.exec(token)?.[0];
    return [...new Set([...heads.filter(goesOn), ...(status ? [status] : []), ...all])];
  }
  if (next === "required" || next === "optional")
    return all.toSorted((a, b) => +goesOn(b) - +goesOn(a));
  if (next !== "place") return all;
  const places = [...token.matchAll(/(?<=\w)(?:header|path|query|body|form)/gi)]
    .map(({ index }) => token.slice(0, index))
    .filter((head) => {
      const rest = text.slice(
        head.length + (atStart.place?.(text.slice(head.length)) ?? "").length,
      );
      return afterNext !== "type" || typeAtStart(rest) !== undefined;
    });
  return [...new Set([...heads.filter(goesOn), ...places, ...all])];
}

/**
 * Names that a type may be glued to, the likeliest first. A word such as Time ends names more often than it is a type,
 * so it counts least; and it is no type where another follows, so that `paidTime` keeps its tail.
 */
function beforeTypes(token: string, text: string): string[] {
  const rank = (at: number) => {
    const type = typeAtStart(text.slice(at)) ?? "";
    const rest = text.slice(at + type.length);
    if (requiredAtStart(rest) !== undefined) return 0;
    const next = typeAtStart(rest);
    if (next !== undefined && !isCommonInNames(next)) return 3;
    return isCommonInNames(type) ? 2 : 1;
  };
  const places = typeStarts(token).filter(
    (at) => /\w$/.test(token.slice(0, at)) && endsWell(text.slice(at)),
  );
  return places.toSorted((a, b) => rank(a) - rank(b)).map((at) => token.slice(0, at));
}

/** What follows a type is not the same word going on; after a type with a capital it may be in lower case. */
function endsWell(rest: string): boolean {
  const type = typeAtStart(rest);
  if (type === undefined) return false;
  const after = rest.slice(type.length);
  return requiredAtStart(after) !== undefined || /^[A-Z]/.test(type) || !/^[a-z]/.test(after);
}

/** Types and flags are taken from both ends; what is left between them is for the columns of free text. */
function splitRest(
  text: string,
  kinds: readonly string[],
  message: string | undefined,
  glue: Glue,
): string[] | undefined {
  const cells = kinds.map(() => "");
  let rest = text;
  let from = 0;
  let to = kinds.length;
  for (; from < to; from++) {
    const kind = kinds[from] ?? "";
    if (!(kind in atStart)) break;
    const found = atStart[kind]?.(rest) ?? letterBefore(kind, kinds[from + 1], rest);
    if (found === undefined && kind === "type") return undefined;
    if (found === undefined && kind === "code") break;
    cells[from] = found ?? "";
    rest = rest.slice(found?.length ?? 0).trimStart();
  }
  for (; to > from; to--) {
    const kind = kinds[to - 1] ?? "";
    if (!(kind in atEnd)) break;
    const found = atEnd[kind]?.(rest);
    if (found === undefined && kind === "type") return undefined;
    cells[to - 1] = found ?? "";
    rest = rest.slice(0, rest.length - (found?.length ?? 0)).trimEnd();
  }
  if (from === to) return rest === "" ? cells : undefined;
  const texts = freeTexts(rest, kinds.slice(from, to), message, glue);
  for (const [index, cell] of texts.entries()) cells[from + index] = cell;
  return cells;
}

/** `M` of `Man..15` and `O` of `Ostring`: a letter is a cell where a type goes on behind it. */
function letterBefore(kind: string, next: string | undefined, text: string): string | undefined {
  const isOne = kind === "required" && next === "type" && /^[MOCYNR][a-z]/.test(text);
  return isOne && atStart.type?.(text.slice(1)) !== undefined ? text[0] : undefined;
}

const atStart: Record<string, (text: string) => string | undefined> = {
  place: (text) => /^(?:header|path|query|body|form)/i.exec(text)?.[0],
  type: (text) => typeAtStart(text) ?? isoTypeAtStart(text),
  required: requiredAtStart,
  optional: requiredAtStart,
  // Beside the provider's own, the other code is the status of HTTP.
  code: (text) => /^[1-5]\d\d(?!\d)/.exec(text)?.[0],
  limit: (text) => /^\d+(?:\s?(?:-|–|\.\.)\s?\d+)?(?!\.\d)/.exec(text)?.[0],
};
const atEnd: Record<string, (text: string) => string | undefined> = {
  type: typeAtEnd,
  required: requiredAtEnd,
  optional: requiredAtEnd,
};

/**
 * A guess where one text ends and the next begins: behind the known message, else where a capital is glued on. Without
 * one everything is the description.
 */
function freeTexts(
  text: string,
  kinds: readonly string[],
  message: string | undefined,
  glue: Glue,
): string[] {
  if (kinds.length === 1) return [text];
  let at = message !== undefined && begins(text, message, glue) ? message.length : -1;
  if (at < 0 && glue === "") {
    at = /(?<=[a-z0-9.)])(?=[A-Z])|(?<=[a-z])(?=\d)/.exec(text)?.index ?? -1;
  }
  if (at < 0) {
    const holder = kinds.findLastIndex((kind) => kind === "description" || kind === "advice");
    return kinds.map((_, index) => (index === holder ? text : ""));
  }
  return [
    text.slice(0, at).trim(),
    ...freeTexts(text.slice(at).trim(), kinds.slice(1), undefined, glue),
  ];
}

/** Where nothing stands between cells, a message that a space follows has become longer. */
const begins = (text: string, message: string, glue: Glue): boolean =>
  text.startsWith(message) && !(glue === "" && /^\s/.test(text.slice(message.length)));
