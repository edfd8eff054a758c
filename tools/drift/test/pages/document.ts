/** A documentation page before it has a format. */
export type Part =
  | { readonly heading: string; readonly level: 1 | 2 | 3 }
  | { readonly text: string }
  | { readonly list: readonly string[] }
  | {
      readonly titles: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** What the fields of the table belong to, where no heading says `request` or `response`. */
      readonly of?: string;
    }
  | { readonly code: string };

export type Document = readonly Part[];

export const formats = {
  html,
  markdown,
  pipes: (page: Document) => text(page, pipes),
  tabs: (page: Document) =>
    text(page, ({ titles, rows }) => [titles, ...rows].map((row) => row.join("\t"))),
  numbered: (page: Document) => text(page, numbered),
  cells: (page: Document) => text(page, ({ titles, rows }) => [titles, ...rows].flat()),
  "cells, empty ones left out": (page: Document) =>
    text(page, ({ titles, rows }) => [titles, ...rows].flat().filter((cell) => cell !== "")),
  joined: (page: Document) =>
    text(page, ({ titles, rows }) => [titles, ...rows].map((row) => row.join(""))),
} satisfies Record<string, (page: Document) => string>;

type Rows = Extract<Part, { titles: unknown }>;

function pipes({ titles, rows }: Rows): string[] {
  return [`${titles.join(" | ")} |`, "---|", ...rows.map((row) => `${row.join(" | ")} |`)];
}

function numbered({ titles, rows }: Rows): string[] {
  const row = (cells: readonly string[]) => cells.filter((cell) => cell !== "").join(" ");
  return [`# ${row(titles)}`, ...rows.map((cells, index) => `${index + 1} ${row(cells)}`)];
}

function text(page: Document, table: (rows: Rows) => readonly string[]): string {
  const lines = page.flatMap((part) => {
    if ("heading" in part) return [part.heading, ""];
    if ("text" in part) return [part.text, ""];
    if ("list" in part) return [...part.list.map((item) => `- ${item}`), ""];
    if ("code" in part) return [part.code, ""];
    return [...table(part), ""];
  });
  return lines.join("\n");
}

function markdown(page: Document): string {
  return page
    .map((part) => {
      if ("heading" in part) return `${"#".repeat(part.level)} ${part.heading}`;
      if ("text" in part) return part.text;
      if ("list" in part) return part.list.map((item) => `* ${item}`).join("\n");
      if ("code" in part) return `\`\`\`json\n${part.code}\n\`\`\``;
      const row = (cells: readonly string[]) =>
        `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
      return [
        row(part.titles),
        row(part.titles.map(() => "---")),
        ...part.rows.map((cells) => row([code(cells[0]), ...cells.slice(1)])),
      ].join("\n");
    })
    .join("\n\n");
}

const code = (cell = "") => (cell === "" ? "" : `\`${cell}\``);

const escaped = (words: string) =>
  words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function html(page: Document): string {
  const body = page.map((part) => {
    if ("heading" in part)
      return `<h${part.level}>${escaped(part.heading)}<a class="anchor" aria-hidden="true">#</a></h${part.level}>`;
    if ("text" in part) return `<p>${escaped(part.text)}</p>`;
    if ("list" in part)
      return `<ul>${part.list.map((item) => `<li>${escaped(item)}</li>`).join("")}</ul>`;
    if ("code" in part) return `<pre><code class="json">${escaped(part.code)}</code></pre>`;
    const row = (cells: readonly string[], tag: string) =>
      `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join("")}</tr>`;
    return `<div><table><thead>${row(part.titles, "th")}</thead><tbody>${part.rows.map((cells) => row(cells, "td")).join("\n")}</tbody></table></div>`;
  });
  return `<!doctype html><html><head><title>Docs</title><style>td { color: red }</style></head><body><nav><a href="/">Home</a></nav><main>${body.join("\n")}</main><script>track()</script></body></html>`;
}
