/** Markdown, as documentation sites keep it or a converter makes it. */
import { lexer, type Token, type Tokens } from "marked";
import { areTitles, columnsOf } from "../words/columns.ts";
import { readHtml } from "./html.ts";
import type { Known } from "./known.ts";
import type { Block, Row } from "./page.ts";
import { readText } from "./text.ts";
import { untitledTable } from "./untitled.ts";

export function readMarkdown(text: string, known: Known): Block[] {
  const body = text.replace(/^---\n[\s\S]*?\n---\n/, "");
  return lexer(body.replace(barredRow, "$&\n")).flatMap((token) => blocksOf(token, known));
}

/** The last of a table in outer bars: the line behind it is none of its rows, although Markdown takes it for one. */
const barredRow = /^\|.*\|[ \t]*\n(?=[^|\n]+$)/gm;

function blocksOf(token: Token, known: Known): Block[] {
  switch (token.type) {
    case "heading":
      return [{ kind: "heading", text: plain(token) }];
    case "code":
      return [{ kind: "code", text: (token as Tokens.Code).text }];
    case "table":
      return tableOf(token as Tokens.Table);
    case "list":
      return (token as Tokens.List).items.flatMap((item) => itemOf(item, known));
    case "blockquote":
      return ((token as Tokens.Blockquote).tokens ?? []).flatMap((inner) => blocksOf(inner, known));
    case "html":
      return readHtml(token.raw);
    case "space":
    case "hr":
    case "def":
      return [];
    default:
      return readText(plain(token), known);
  }
}

function itemOf(item: Tokens.ListItem, known: Known): Block[] {
  const [first, ...others] = item.tokens.filter(({ type }) => type !== "space");
  const own: Block[] = first ? [{ kind: "item", text: plain(first) }] : [];
  return [...own, ...others.flatMap((inner) => blocksOf(inner, known))];
}

function tableOf(token: Tokens.Table): Block[] {
  const titles = token.header.map((cell) => plainAll(cell.tokens));
  const cells = token.rows.map((row) => row.map((cell) => plainAll(cell.tokens)));
  const untitled = titles.some(Boolean) ? undefined : untitledTable(cells);
  if (untitled) return [untitled];
  if (!areTitles(titles))
    return [titles, ...cells].map((row) => ({
      kind: "text",
      text: row.filter(Boolean).join(" | "),
    }));
  const rows = cells.map(
    (row): Row => ({ cells: row, line: row.filter(Boolean).join(" | "), guessed: false }),
  );
  return [{ kind: "table", columns: columnsOf(titles), rows }];
}

/** The words without the marks. */
function plain(token: Token): string {
  if (token.type === "br") return "\n";
  if (token.type === "html")
    return token.raw
      .replace(/<br\s*\/?>/gi, " ")
      .replace(/<li>/gi, " - ")
      .replace(/<\/?(?:a|b|code|div|em|i|kbd|li|ol|p|span|strong|su[bp]|u|ul)\b[^>]*>/gi, "");
  if ("tokens" in token && token.tokens) return plainAll(token.tokens);
  return unescaped("text" in token ? String(token.text) : token.raw);
}

const plainAll = (tokens: readonly Token[]) => tokens.map(plain).join("").trim();

const entities: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  nbsp: " ",
  "#39": "'",
};
const unescaped = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (all, name: string) => entities[name] ?? all);
