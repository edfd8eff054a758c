/** A saved page of any format. */
import { type Known, nothingKnown } from "./known.ts";
import type { Block, Format, Page } from "./page.ts";
import { visible } from "./visible.ts";

/** @param known splits cells that run together; the format is recognised from the content. */
export async function readPage(content: string, known: Known = nothingKnown): Promise<Page> {
  const text = visible(content.replace(/\r\n?|[\v\f\u0085]/g, "\n"));
  const format = formatOf(text);
  return {
    format,
    blocks: await blocksOf(format, text.replaceAll("\u00a0", " "), known),
    cut: isCut(format, text),
    closed: isWhole(format, text),
  };
}

/** From here on V8 may optimise what cli.js told it not to: a page this large is read in half the time. */
const large = 100_000;

async function blocksOf(format: Format, text: string, known: Known): Promise<Block[]> {
  const read = await readerOf(format);
  if (text.length > large) {
    const { setFlagsFromString } = process.getBuiltinModule("node:v8");
    for (const flag of ["--opt", "--maglev"]) setFlagsFromString(flag);
  }
  return read(text, known);
}

type Read = (text: string, known: Known) => Block[];

/** A parser is loaded only for its format: most of a check is starting up. */
async function readerOf(format: Format): Promise<Read> {
  if (format === "html") return (await import("./html.ts")).readHtml;
  if (format === "markdown") return (await import("./markdown.ts")).readMarkdown;
  return (await import("./text.ts")).readText;
}

function formatOf(text: string): Format {
  if (/<!doctype html|<html\b|<body\b/i.test(text.slice(0, 2000))) return "html";
  if (
    (text.match(/<\/(?:p|div|table|tr|td|h[1-6]|ul|section)>/gi) ?? []).length > 2 &&
    !/^#{1,6} \S/m.test(text)
  )
    return "html";
  // "# Name Type" over "1 id String" is a table in plain text.
  const headings = text.match(/^#{1,6} .+$(?!\n+1 )/gm) ?? [];
  const fences = /^(?:```|~~~)/m.test(text);
  const ruled = /^\|.*\|\s*\n\|(?:\s*:?-+:?\s*\|)+\s*$/m.test(text);
  const bold = /^\*\*.+\*\*:?\s*$/m.test(text);
  return headings.length > 0 || fences || ruled || bold ? "markdown" : "text";
}

const isWhole = (format: Format, text: string) =>
  format === "html" && /<\/(?:html|body)\s*>\s*(?:<!--.*-->\s*)?$/i.test(text);

function isCut(format: Format, text: string): boolean {
  if (format === "html")
    return /<(?:html|body)\b/i.test(text) && !/<\/(?:html|body)\s*>/i.test(text);
  if (format === "markdown") return (text.match(/^(?:```|~~~)/gm) ?? []).length % 2 === 1;
  return false;
}
