/** Plain text, as a reader view or a text extraction leaves it. */
import { cellTable } from "./cell-lines.ts";
import { codeAt } from "./code-lines.ts";
import type { Known } from "./known.ts";
import type { Block } from "./page.ts";
import { joinedTable, pipeTable, spacedTable, tabTable } from "./plain-tables.ts";

export function readText(text: string, known: Known): Block[] {
  const lines = text.split("\n");
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const taken =
      codeAt(lines, at) ??
      pipeTable(lines, at) ??
      tabTable(lines, at) ??
      spacedTable(lines, at, known) ??
      joinedTable(lines, at, known) ??
      cellTable(lines, at);
    if (taken) {
      blocks.push(taken.block);
      // A closing brace may have the next heading glued to it.
      if ("rest" in taken && taken.rest) lines[taken.next - 1] = taken.rest;
      at = "rest" in taken && taken.rest ? taken.next - 1 : taken.next;
      continue;
    }
    const line = (lines[at] ?? "").trim();
    const item = /^(?:[-*•·▪◦]|\d+[.)])\s+(.+)$/.exec(line)?.[1];
    if (item) blocks.push({ kind: isChapter(lines, at) ? "text" : "item", text: item });
    else if (line !== "") blocks.push({ kind: "text", text: line });
    at++;
  }
  return blocks;
}

const isNumbered = (line: string | undefined) => /^\s*\d+[.)]\s/.test(line ?? "");

/** A number without another one beside it counts chapters: `3. Request parameters`. */
function isChapter(lines: readonly string[], at: number): boolean {
  const filled = (line: string) => line.trim() !== "";
  return (
    isNumbered(lines[at]) &&
    !isNumbered(lines.slice(0, at).findLast(filled)) &&
    !isNumbered(lines.slice(at + 1).find(filled))
  );
}
