/** What the site adds to documents that are plain Markdown. */
import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import type { MarkdownRenderer } from "vitepress";
import { documentOf } from "./links.ts";

/** A picture of the repository becomes part of the page, so that it follows the page's light or dark colours. */
export function withPictures(markdown: MarkdownRenderer, root: string): void {
  const image = markdown.renderer.rules.image;
  markdown.renderer.rules.image = (tokens, index, options, env, self) => {
    const src = tokens[index]?.attrGet("src") ?? "";
    const file = posix.join(root, posix.dirname(documentOf(env, root) ?? ""), src);
    if (file.endsWith(".svg") && existsSync(file)) {
      return pictureOf(readFileSync(file, "utf8"));
    }
    return image?.(tokens, index, options, env, self) ?? "";
  };
}

/** Its own style sheet is for code hosts; the site has the same rules in its own. */
const pictureOf = (svg: string): string =>
  `<span class="picture" v-pre tabindex="0" role="group" aria-label="Picture; scrolls sideways where it is too wide">${svg
    .replace(/<\?xml[^>]*>\s*/, "")
    .replaceAll(/<!--[\s\S]*?-->\s*/g, "")
    .replace(/<style>[\s\S]*?<\/style>\s*/, "")
    .trim()}</span>`;

/** The first table of the page of all providers can be filtered. */
export function withFilteredTable(markdown: MarkdownRenderer, root: string): void {
  markdown.core.ruler.push("filtered-table", (state) => {
    if (documentOf(state.env, root) !== "docs/providers.md") return;
    const start = state.tokens.findIndex(({ type }) => type === "table_open");
    const end = state.tokens.findIndex(({ type }) => type === "table_close");
    if (start < 0 || end < 0) return;
    const html = (content: string) =>
      Object.assign(new state.Token("html_block", "", 0), { content });
    state.tokens.splice(end + 1, 0, html("</FilteredTable>\n"));
    state.tokens.splice(start, 0, html("<FilteredTable>\n"));
  });
}

/** Documents are plain Markdown: two braces are two braces, not an expression of Vue. */
export function withPlainBraces(markdown: MarkdownRenderer): void {
  for (const rule of ["text", "code_inline"] as const) {
    const render = markdown.renderer.rules[rule];
    markdown.renderer.rules[rule] = (...given) =>
      (render?.(...given) ?? "").replaceAll("{{", "&#123;&#123;");
  }
}

/** A column without a name has no header cell: a screen reader would say that there is one, and then nothing. */
export function withoutEmptyHeaders(markdown: MarkdownRenderer): void {
  markdown.core.ruler.push("empty-headers", ({ tokens }) => {
    for (const [index, token] of tokens.entries()) {
      const [content, close] = tokens.slice(index + 1, index + 3);
      if (token.type !== "th_open" || content?.content !== "" || !close) continue;
      token.tag = "td";
      close.tag = "td";
    }
  });
}
