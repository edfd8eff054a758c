/** The same page as a site, a browser or a person may give it: its tables, titles and examples, written in every other format. */
import type { Outline } from "./outline.ts";

type Cells = readonly string[];

interface Format {
  /** What the page's own is called, so that no page is given in the format it has. */
  readonly name: string;
  head(cells: Cells): string;
  row(cells: Cells, count: number): string;
  title?(text: string): string;
  example?(text: string): string;
  paragraph?(text: string): string;
}

const piped = (cells: Cells) => `| ${cells.join(" | ")} |`;
const barred = (cells: Cells) => cells.join(" | ");
const tabbed = (cells: Cells) => cells.join("\t");
const uncounted = (cells: Cells) =>
  /^(\d|S\.No\.)$/.test(cells[0] ?? "") ? cells.slice(1) : cells;
const html = (tag: string) => (cells: Cells) =>
  `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;

const formats: readonly Format[] = [
  { name: "pipes", head: barred, row: barred },
  { name: "tabs", head: tabbed, row: tabbed },
  {
    name: "numbered",
    head: (cells) => `# ${cells.join(" ")}`,
    row: (cells, count) => `${count} ${cells.join(" ")}`,
  },
  { name: "lines", head: (cells) => cells.join("\n"), row: (cells) => cells.join("\n") },
  {
    name: "together",
    head: (cells) => uncounted(cells).join(""),
    row: (cells) => uncounted(cells).join(""),
  },
  {
    name: "Markdown",
    head: (cells) => `\n${piped(cells)}\n${piped(cells.map(() => "---"))}`,
    row: piped,
    title: (text) => `\n## ${text}\n`,
    example: (text) => `\n\`\`\`json\n${text}\n\`\`\`\n`,
  },
  {
    name: "HTML",
    head: html("th"),
    row: html("td"),
    title: (text) => `<h2>${text}</h2>`,
    example: (text) => `<pre><code>${text}</code></pre>`,
    paragraph: (text) => `<p>${text}</p>`,
  },
];

/** @returns nothing of a page whose outline does not say what its rows are */
export function inOtherFormats(outline: Outline): string[] {
  const { heads, rows } = outline;
  if (!heads || !rows) return [];
  const own = ownFormat(outline);
  return formats
    .filter(({ name }) => name !== own)
    .map((format) => written(outline, heads, rows, format));
}

function ownFormat({ file, row, numbered }: Outline): string {
  if (file.endsWith(".md")) return "Markdown";
  if (numbered) return "numbered";
  if (row.startsWith("^NAME\\n")) return "lines";
  return row.startsWith("^NAME \\|") ? "pipes" : "together";
}

const held = "\u0001";

function written(outline: Outline, heads: Cells, rows: Cells, format: Format): string {
  const parts: string[] = [];
  const hold = (text: string) => `${held}${parts.push(text) - 1}${held}`;
  let text = plain(outline.page);
  let count = 0;
  text = text.replace(/^\{\n[\s\S]*?^\}$/gm, (json) => hold(format.example?.(json) ?? json));
  const cells = new RegExp([...heads, ...rows].map((one) => `(?:${one})`).join("|"), "gm");
  const isHead = new RegExp(`^(?:${heads.map((one) => one.replace(/[$^]/g, "")).join("|")})$`);
  text = text.replace(cells, (whole: string, ...groups: (string | number | undefined)[]) => {
    const found = groups.slice(0, -2).filter((one) => typeof one === "string");
    if (isHead.test(whole)) {
      count = 0;
      return hold(format.head(found));
    }
    return hold(format.row(found, ++count));
  });
  text = text
    .split("\n")
    .map((line) => {
      if (line === "" || line.startsWith(held)) return line;
      if (outline.titles?.includes(line)) return format.title?.(line) ?? line;
      return format.paragraph?.(line) ?? line;
    })
    .join("\n");
  const whole = text.replace(new RegExp(`${held}(\\d+)${held}`, "g"), (_, at) => parts[at] ?? "");
  return format.name === "HTML"
    ? whole.replace(/(?:^<tr>.*<\/tr>\n)+/gm, "<table>\n$&</table>\n")
    : whole;
}

/** Markdown as text. */
const plain = (page: string) =>
  page
    .replace(/^---\n[\s\S]*?\n---\n/, "")
    .replace(/^-+ \|[-| ]*\n/gm, "")
    .replace(/^```\w*\n/gm, "")
    .replace(/^<\/?aside.*\n/gm, "")
    .replace(/^(?:#+|>) /gm, "")
    .replace(/`/g, "");
