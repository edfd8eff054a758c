/** HTML, and Markdown as HTML: one tree, and what of it people see. */
import type { Element, Nodes, Root } from "hast";
import type { Nodes as MdastNodes } from "mdast";
import rehypeParse from "rehype-parse";
import rehypeRaw from "rehype-raw";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { areTitles, shapeOf } from "../words/titles.ts";
import type { Block, Row, Table, Text } from "./page.ts";

const html = unified().use(rehypeParse).freeze();
const markdown = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .freeze();

export const htmlBlocks = (text: string): Block[] => blocksOf(html.parse(text));

/** @param ofLines reads a paragraph, whose lines may be those of a plain table */
export function markdownBlocks(text: string, ofLines: (text: string) => Block[]): Block[] {
  const body = text.replace(/^---\n[\s\S]*?\n---\n/, "").replace(lastBarred, "$&\n");
  const tree = markdown.parse(body);
  placeholdersAsText(tree);
  return blocksOf(markdown.runSync(tree) as Root, ofLines);
}

/** The last row of a table in outer bars: GFM would take the line behind it for another row. */
const lastBarred = /^\|.*\|[ \t]*\n(?=[^|\n]+$)/gm;

/** Without what is not seen; a hyphen that does not break is one like any other. */
export const visible = (text: string): string =>
  text.replace(/(?![\t\n\u2028])[\p{Cc}\p{Cf}]/gu, "").replace(/[\u2010\u2011]/g, "-");

/** `Bearer <token>` is not markup. */
function placeholdersAsText(node: MdastNodes): void {
  if (!("children" in node)) return;
  node.children = node.children.map((child) =>
    child.type === "html" && /^<[a-z][\w-]*>$/.test(child.value) && !markup.test(child.value)
      ? { type: "text", value: child.value }
      : child,
  ) as typeof node.children;
  for (const child of node.children) placeholdersAsText(child);
}

const markup =
  /^<(?:a|abbr|aside|b|big|br|center|code|dd|del|details|div|dl|dt|em|font|h\d|hr|i|img|ins|kbd|li|mark|nobr|ol|p|pre|s|samp|small|span|strike|strong|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var|wbr)>$/;

const unseen = new Set(
  "script style noscript template svg nav iframe input select head title".split(" "),
);
const blocky = new Set(
  "address article aside blockquote body center details div dl dd dt fieldset figcaption figure footer form header hr html li main ol p section summary ul".split(
    " ",
  ),
);
const struck = new Set(["del", "s", "strike"]);
const lineBreak = "\u2028";

function blocksOf(root: Root, ofLines?: (text: string) => Block[]): Block[] {
  const walk = new Walk(ofLines);
  walk.children(root);
  walk.end("sentence");
  return walk.blocks;
}

/** Collects running text until a block begins. */
class Walk {
  readonly blocks: Block[] = [];
  private text = "";
  private readonly ofLines: ((text: string) => Block[]) | undefined;

  constructor(ofLines: ((text: string) => Block[]) | undefined) {
    this.ofLines = ofLines;
  }

  children(node: Nodes): void {
    if ("children" in node) for (const child of node.children) this.node(child);
  }

  end(kind: Text["kind"], level?: number): void {
    const text = this.text;
    this.text = "";
    if (kind === "sentence" && this.ofLines) {
      this.blocks.push(...this.ofLines(text.replaceAll(lineBreak, "\n")));
      return;
    }
    // A line break inside of a paragraph is a line of its own, as in text.
    for (const line of text.split(lineBreak).map(squeeze)) {
      if (line !== "") this.blocks.push({ kind, text: line, ...(level && { level }) });
    }
  }

  private node(node: Nodes): void {
    if (node.type === "text") this.text += visible(node.value);
    if (node.type !== "element" || isUnseen(node)) return;
    const { tagName } = node;
    if (tagName === "br") this.text += lineBreak;
    else if (/^h[1-6]$/.test(tagName)) this.around(node, "heading", Number(tagName[1]));
    else if (tagName === "li") this.around(node, "item");
    else if (tagName === "pre") this.code(node);
    else if (tagName === "table") this.table(node);
    else if (tagName === "dd") this.around(node, "sentence", undefined, ": ");
    else if (blocky.has(tagName)) this.around(node, "sentence");
    else this.children(node);
  }

  private around(node: Element, kind: Text["kind"], level?: number, mark = ""): void {
    this.end("sentence");
    this.text = mark;
    this.children(node);
    this.end(kind, level);
  }

  private code(node: Element): void {
    this.end("sentence");
    const text = rawText(node).replace(/^\n+|\s+$/g, "");
    if (text !== "") this.blocks.push({ kind: "code", text });
  }

  private table(node: Element): void {
    this.end("sentence");
    const rows = within(node, "tr");
    const { above, table } = tableOf(rows);
    for (const text of above) this.blocks.push({ kind: "sentence", text });
    if (table.titles.length > 0 || table.rows.every(({ inner }) => inner === undefined)) {
      this.blocks.push(table);
      return;
    }
    // A layout table is read like any other container element.
    for (const row of rows) this.around(row, "sentence");
  }
}

/** Titles of columns may have a title of the table above them, in a cell that spans them all. */
function tableOf(rows: readonly Element[]): { readonly above: string[]; readonly table: Table } {
  const filled = rows.filter((row) => cellsOf(row).some((cell) => cell !== ""));
  const first = filled.findIndex((row) => cellsOf(row).filter(Boolean).length > 1);
  const head = filled[first];
  const titles = head ? cellsOf(head) : [];
  if (!head || !isHead(head, titles))
    return {
      above: [],
      table: { kind: "table", titles: [], rows: filled.map((row) => rowOf(row)) },
    };
  const name = titles.findIndex((title) => shapeOf(title) === "name");
  return {
    above: filled.slice(0, first).map((row) => cellsOf(row).join("")),
    table: { kind: "table", titles, rows: filled.slice(first + 1).map((row) => rowOf(row, name)) },
  };
}

const isHead = (row: Element, titles: readonly string[]) =>
  areTitles(titles) ||
  (titles.length > 1 && cellElements(row).every(({ tagName }) => tagName === "th"));

/** @param name the column whose cell names what the tables in other cells belong to */
function rowOf(row: Element, name = -1): Row {
  const cells = cellsOf(row);
  const inner = within(row, "table").map((node): Table => {
    const { table } = tableOf(within(node, "tr"));
    const object = cells[name];
    return { ...table, ...(object && { object }) };
  });
  return { cells, line: cells.filter(Boolean).join(" | "), ...(inner.length > 0 && { inner }) };
}

const cellElements = (row: Element) =>
  row.children
    .filter((node) => node.type === "element")
    .filter(({ tagName }) => /^t[dh]$/.test(tagName));

const cellsOf = (row: Element) => cellElements(row).map((cell) => squeeze(cellText(cell)));

/** Entries of a list in a cell keep the dash that they have in text. An icon is its name; what is struck out is not said. */
function cellText(node: Nodes): string {
  if (node.type === "text") return visible(node.value);
  if (node.type !== "element" || node.tagName === "table" || struck.has(node.tagName)) return "";
  const { alt, ariaLabel } = node.properties;
  if (node.tagName === "img") return ` ${String(alt ?? "")} `;
  if (isUnseen(node)) return node.tagName === "svg" ? ` ${String(ariaLabel ?? "")} ` : "";
  const inner = node.children.map(cellText).join("");
  if (inner.trim() === "" && ariaLabel) return ` ${String(ariaLabel)} `;
  if (node.tagName === "br") return " ";
  if (node.tagName === "li") return ` - ${inner} `;
  return blocky.has(node.tagName) ? ` ${inner} ` : inner;
}

function rawText(node: Nodes): string {
  if (node.type === "text") return visible(node.value);
  if (node.type !== "element" || isUnseen(node)) return "";
  if (node.tagName === "br") return "\n";
  const inner = node.children.map(rawText).join("");
  return /^(div|p|li)$/.test(node.tagName) ? `${inner}\n` : inner;
}

/** A button that folds a call has its method and path on it. A tab that is not on top is as much of the page as the one that is. */
function isUnseen(node: Element): boolean {
  const { tagName, properties } = node;
  if (tagName === "button")
    return !/^(?:get|post|put|patch|delete)\s*\//i.test(
      squeeze(node.children.map(cellText).join("")),
    );
  if (unseen.has(tagName)) return true;
  if (properties.role === "tabpanel") return false;
  const menu =
    tagName === "aside" && /sidebar|menu|\b(nav|toc)\b/i.test(String(properties.className ?? ""));
  return (
    menu ||
    properties.hidden === true ||
    String(properties.ariaHidden) === "true" ||
    /^(navigation|search)$/.test(String(properties.role))
  );
}

/** Rows of this table, and not of one inside of a cell; tables in a row, and not those inside of them. */
function within(node: Element, name: "tr" | "table"): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== "element" || isUnseen(child)) return [];
    if (child.tagName === name) return [child];
    return child.tagName === "table" ? [] : within(child, name);
  });
}

const squeeze = (text: string) => text.replace(/[\s\u2028\u00a0]+/g, " ").trim();
