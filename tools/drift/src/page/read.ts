/** A saved page of any format. */
import type { Block, Format, Known, Page } from "./page.ts";
import { textBlocks } from "./text.ts";
import { htmlBlocks, markdownBlocks, visible } from "./tree.ts";

/** The format is recognised from the content. */
export function readPage(content: string, known: Known): Page {
  const text = visible(content.replace(/\r\n?|[\v\f\u0085]/g, "\n"));
  const format = formatOf(text);
  const plain = text.replaceAll("\u00a0", " ");
  const readers: Readonly<Record<Format, () => Block[]>> = {
    html: () => htmlBlocks(plain),
    markdown: () => markdownBlocks(plain, (lines) => textBlocks(lines, known, false)),
    text: () => textBlocks(plain, known),
  };
  return {
    format,
    blocks: readers[format](),
    cut: isCut(format, text),
    closed: format === "html" && /<\/(?:html|body)\s*>\s*(?:<!--.*-->\s*)?$/i.test(text),
  };
}

function formatOf(text: string): Format {
  if (/<!doctype html|<html\b|<body\b/i.test(text.slice(0, 2000))) return "html";
  const closing = text.match(/<\/(?:p|div|table|tr|td|h[1-6]|ul|section)>/gi) ?? [];
  if (closing.length > 2 && !/^#{1,6} \S/m.test(text)) return "html";
  // "# Name Type" over "1 id String" is a table in plain text.
  const headings = /^#{1,6} .+$(?!\n+1 )/m.test(text);
  const fences = /^(?:```|~~~)/m.test(text);
  const ruled = /^\|.*\|\s*\n\|(?:\s*:?-+:?\s*\|)+\s*$/m.test(text);
  const bold = /^\*\*.+\*\*:?\s*$/m.test(text);
  return headings || fences || ruled || bold ? "markdown" : "text";
}

function isCut(format: Format, text: string): boolean {
  if (format === "html")
    return /<(?:html|body)\b/i.test(text) && !/<\/(?:html|body)\s*>/i.test(text);
  return format === "markdown" && (text.match(/^(?:```|~~~)/gm) ?? []).length % 2 === 1;
}
