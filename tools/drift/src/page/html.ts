/** HTML, as a browser saves it. */
import { type DefaultTreeAdapterMap, parse } from "parse5";
import { areTitles, columnsOf } from "../words/columns.ts";
import type { Block, Row } from "./page.ts";
import { untitledTable } from "./untitled.ts";
import { visible } from "./visible.ts";

type Node = DefaultTreeAdapterMap["node"];
type Element = DefaultTreeAdapterMap["element"];

const silent = new Set(
  "script style noscript template svg button nav iframe input select head title".split(" "),
);
const blocky = new Set(
  "address article aside blockquote body details div dl dd dt fieldset figure footer form header hr main ol p section summary ul html".split(
    " ",
  ),
);

export function readHtml(html: string): Block[] {
  const reader = new Reader();
  reader.read(parse(html));
  reader.endText();
  return reader.blocks;
}

/** Collects running text until a block begins. */
class Reader {
  readonly blocks: Block[] = [];
  private text = "";

  read(node: Node): void {
    if (node.nodeName === "#text") {
      this.text += textOf(node);
    } else if (isElement(node)) {
      this.element(node);
    } else {
      this.children(node);
    }
  }

  endText(kind: "text" | "item" | "heading" = "text"): void {
    // A line break inside a paragraph is a line of its own, as in text.
    for (const line of this.text.split("\u2028")) {
      const text = squeeze(line);
      if (text !== "") this.blocks.push({ kind, text });
    }
    this.text = "";
  }

  private element(node: Element): void {
    const name = node.tagName;
    if ((silent.has(name) && !isCall(node)) || hidden(node)) return;
    if (name === "br") this.text += "\u2028";
    else if (/^h[1-6]$/.test(name)) this.around(node, "heading");
    else if (name === "li") this.around(node, "item");
    else if (name === "pre") this.code(node);
    else if (name === "table") this.table(node);
    else if (blocky.has(name)) this.around(node, "text");
    else this.children(node);
  }

  private around(node: Element, kind: "text" | "item" | "heading"): void {
    this.endText();
    this.children(node);
    this.endText(kind);
  }

  private children(node: Node): void {
    if ("childNodes" in node) for (const child of node.childNodes) this.read(child);
  }

  private code(node: Element): void {
    this.endText();
    const text = rawText(node).replace(/^\n+|\s+$/g, "");
    if (text !== "") this.blocks.push({ kind: "code", text });
  }

  private table(node: Element): void {
    this.endText();
    const rows = elements(node, "tr");
    const { above, titles, body } = tableOf(rows);
    for (const text of above) this.blocks.push({ kind: "text", text });
    if (titles) {
      const made = body.flatMap((row) => rowsOf(row, titles));
      this.blocks.push({ kind: "table", columns: columnsOf(titles), rows: made });
      return;
    }
    const untitled = rows.some((row) => elements(row, "table").length > 0)
      ? undefined
      : untitledTable(rows.map(cellsOf));
    if (untitled) {
      this.blocks.push(untitled);
      return;
    }
    for (const row of rows) {
      // A table that only places other things holds them as any other element does.
      if (elements(row, "table").length > 0) this.around(row, "text");
      else {
        const text = cellsOf(row).filter(Boolean).join(" | ");
        if (text !== "") this.blocks.push({ kind: "text", text });
      }
    }
  }
}

/** Entities can stand for characters that nobody sees, too. */
const textOf = (node: Node) => ("value" in node ? visible(node.value) : "");

const isElement = (node: Node): node is Element => "tagName" in node;

/** A button that folds a call has its method and path on it. */
const isCall = (node: Element) =>
  node.tagName === "button" &&
  /^(?:get|post|put|patch|delete)\s*\//i.test(squeeze(node.childNodes.map(cellText).join("")));

const hidden = (node: Element) =>
  node.attrs.some(
    ({ name, value }) =>
      name === "hidden" ||
      (name === "aria-hidden" && value === "true") ||
      (name === "role" && /^(navigation|search)$/.test(value)) ||
      // Notes are asides, too; menus say that they are.
      (node.tagName === "aside" && name === "class" && /sidebar|menu|\b(nav|toc)\b/i.test(value)),
  ) &&
  // A tab that is not on top is as much of the page as the one that is.
  !node.attrs.some(({ name, value }) => name === "role" && value === "tabpanel");

const cellsOf = (row: Element) =>
  row.childNodes
    .filter((node): node is Element => isElement(node) && /^t[dh]$/.test(node.tagName))
    .map((cell) => squeeze(cellText(cell)));

/** Titles of columns may have a title of the table above them, in a cell that spans them all. */
function tableOf(rows: readonly Element[]) {
  const filled = rows.filter((row) => cellsOf(row).some((cell) => cell !== ""));
  const first = filled.findIndex((row) => cellsOf(row).filter(Boolean).length > 1);
  const cells = filled.map((row) => cellsOf(row));
  const titles = cells[first];
  if (!titles || !areTitles(titles)) return { above: [], titles: undefined, body: [] };
  return {
    above: cells.slice(0, first).map((row) => row.join("")),
    titles,
    body: filled.slice(first + 1),
  };
}

/** A row, and behind it those of a table in one of its cells: the fields of the object that the row is about. */
function rowsOf(row: Element, titles: readonly string[]): Row[] {
  const cells = cellsOf(row);
  const own: Row = { cells, line: cells.filter(Boolean).join(" | "), guessed: false };
  const inner = elements(row, "table").flatMap((table) => {
    const nested = tableOf(elements(table, "tr"));
    const kinds = columnsOf(nested.titles ?? titles).map(({ kind }) => kind);
    const columns = columnsOf(titles);
    const name = columns.findIndex(({ kind }) => kind === "name");
    return (nested.titles ? nested.body : elements(table, "tr"))
      .flatMap((child) => rowsOf(child, nested.titles ?? titles))
      .map(({ cells: values, line }): Row => {
        const placed = columns.map(({ kind }) => values[kinds.indexOf(kind)] ?? "");
        const path = `${cells[name] ?? ""}.${placed[name] ?? ""}`;
        return {
          cells: placed.map((cell, at) => (at === name ? path : cell)),
          line,
          guessed: false,
        };
      });
  });
  return [own, ...inner];
}

/** Entries of a list in a cell keep the dash that they have in text. */
function cellText(node: Node): string {
  if (node.nodeName === "#text") return textOf(node);
  if (isElement(node) && (silent.has(node.tagName) || hidden(node))) return "";
  if (isElement(node) && node.tagName === "table") return "";
  const inner = "childNodes" in node ? node.childNodes.map(cellText).join("") : "";
  if (!isElement(node)) return inner;
  if (node.tagName === "br") return " ";
  if (node.tagName === "li") return ` - ${inner} `;
  return blocky.has(node.tagName) ? ` ${inner} ` : inner;
}

function rawText(node: Node): string {
  if (node.nodeName === "#text") return textOf(node);
  if (isElement(node) && node.tagName === "br") return "\n";
  if (isElement(node) && (silent.has(node.tagName) || hidden(node))) return "";
  const inner = "childNodes" in node ? node.childNodes.map(rawText).join("") : "";
  return isElement(node) && /^(div|p|li)$/.test(node.tagName) ? `${inner}\n` : inner;
}

/** Rows of this table, and not of one inside a cell; tables in a row, and not those inside of them. */
function elements(node: Node, name: "tr" | "table"): Element[] {
  if (!("childNodes" in node)) return [];
  return node.childNodes.flatMap((child) => {
    if (!isElement(child)) return [];
    if (child.tagName === name) return [child];
    return child.tagName === "table" ? [] : elements(child, name);
  });
}

const squeeze = (text: string) => text.replace(/[\s\u2028\u00a0]+/g, " ").trim();
