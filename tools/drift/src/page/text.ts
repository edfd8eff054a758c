/** Plain text as a small tree: titles, sentences, entries, code, and tables under a row of known titles. */

import { lineTable } from "./line-tables.ts";
import type { Block, Known } from "./page.ts";
import { streamTable } from "./stream-tables.ts";
import type { TakenBlock } from "./taken-block.ts";

/** @param titled short lines may be titles, as in text that cannot mark them */
export function textBlocks(text: string, known: Known, titled = true): Block[] {
  const lines = text.split("\n");
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const taken = codeAt(lines, at) ?? lineTable(lines, at, known) ?? streamTable(lines, at, known);
    if (taken) {
      blocks.push(taken.block);
      if (taken.rest) lines[taken.next - 1] = taken.rest;
      at = taken.rest ? taken.next - 1 : taken.next;
      continue;
    }
    const line = (lines[at] ?? "").trim();
    const entry = isChapter(lines, at)
      ? undefined
      : /^(?:[-*•·▪◦]|\d+[.)])\s+(.+)$/.exec(line)?.[1];
    if (entry) blocks.push({ kind: "item", text: entry });
    else if (line !== "")
      blocks.push({ kind: titled && isShort(line) ? "heading" : "sentence", text: line });
    at++;
  }
  return blocks;
}

/** Short and without punctuation, as a title is. */
export const isShort = (text: string): boolean =>
  text.length <= 60 &&
  text.split(/\s+/).length <= 8 &&
  /^[\p{L}`"#\d(]/u.test(text) &&
  !/[.!?;,]$|[.!?]\s(?!\s*\p{Lu})|https?:|\||\S\/\S*\/|\bversion\b|:\s*\S/u.test(text) &&
  !/^(?:GET|POST|PUT|PATCH|DELETE)\b/.test(text);

/** A number without another one next to it counts chapters: `3. Request parameters`. */
function isChapter(lines: readonly string[], at: number): boolean {
  const numbered = (line = "") => /^\s*\d+[.)]\s/.test(line);
  const filled = (line: string) => line.trim() !== "";
  return (
    numbered(lines[at]) &&
    !numbered(lines.slice(0, at).findLast(filled)) &&
    !numbered(lines.slice(at + 1).find(filled))
  );
}

/** JSON and calls, with or without the braces around them. */
function codeAt(lines: readonly string[], at: number): TakenBlock | undefined {
  const first = (lines[at] ?? "").trim();
  if (/^curl\s/.test(first)) {
    let next = at + 1;
    while (/\\\s*$/.test(lines[next - 1] ?? "") && next < lines.length) next++;
    return code(lines.slice(at, next), next);
  }
  if (/^[{[]\s*$|^\{\s*"|^\[\s*[{"]/.test(first)) return braced(lines, at);
  if (!/^"[^"]+"\s*:/.test(first)) return undefined;
  let next = at;
  while (next < lines.length && jsonLine.test(lines[next] ?? "") && lines[next]?.trim() !== "")
    next++;
  return code(lines.slice(at, next), next);
}

/** From the opening brace to the one that closes it; to the last line that looks like JSON where none does. */
function braced(lines: readonly string[], at: number): TakenBlock {
  let depth = 0;
  for (let number = at; number < lines.length; number++) {
    const line = lines[number] ?? "";
    if (number > at && !jsonLine.test(line)) return code(lines.slice(at, number), number);
    for (const { 0: mark, index } of line.matchAll(/"(?:\\.|[^"\\])*"?|[{}[\]]/g)) {
      if (/[{[]/.test(mark[0] ?? "")) depth++;
      else if (/[}\]]/.test(mark[0] ?? "") && --depth === 0) {
        const text = [...lines.slice(at, number), line.slice(0, index + 1)];
        return { ...code(text, number + 1), rest: line.slice(index + 1).trim() };
      }
    }
  }
  return code(lines.slice(at), lines.length);
}

const jsonLine = /^\s*(?:"|[{}[\]]|-?\d|true\b|false\b|null\b|\/\/|\.\.\.|$)/;

const code = (lines: readonly string[], next: number): TakenBlock => ({
  block: { kind: "code", text: lines.join("\n") },
  next,
});
