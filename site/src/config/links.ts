/**
 * Links of a document, as they are meant on a code host, become links of the site: to the page that a file became, or to the file in
 * the repository.
 */
import { posix } from "node:path";
import type { MarkdownRenderer } from "vitepress";
import { pageOf } from "./pages.ts";

export const repository = "https://github.com/refunds/refunds";

/** @param from - the document, from the root of the repository */
export function siteLink(link: string, from: string): string {
  if (/^([a-z]+:|#)/.test(link)) return link;
  const [target = "", anchor] = link.split("#", 2);
  // A leading slash is the repository's root; a page of the site says "/console" for its own.
  if (target.startsWith("/") && from.startsWith("site/")) return link;
  const path = target.startsWith("/")
    ? target.slice(1)
    : posix.join(posix.dirname(from), target || posix.basename(from));
  const [, provider] = /^packages\/([a-z0-9]+)\/README\.md$/.exec(path) ?? [];
  // Its own page says more than the README of its package, and leads there.
  if (provider && from === "docs/providers.md") return `/providers/${provider}`;
  const page = pageOf(path) ?? (path === "docs/decisions" ? "decisions/index.md" : undefined);
  const hash = anchor === undefined ? "" : `#${anchor}`;
  if (page) return `/${page.replace(/(^|\/)index\.md$/, "$1")}${hash}`;
  return `${repository}/blob/main/${path}${hash}`;
}

interface Page {
  /** The file, where a page has another address than its file. */
  readonly realPath?: string;
  readonly path?: string;
}

/** The document that is being written, from the root of the repository; undefined for a text that is not a whole document. */
export function documentOf(env: unknown, root: string): string | undefined {
  const { realPath, path } = Object(env) as Page;
  const file = realPath ?? path;
  return file && posix.relative(root, file);
}

export function withSiteLinks(markdown: MarkdownRenderer, root: string): void {
  markdown.core.ruler.push("site-links", ({ tokens, env }) => {
    const from = documentOf(env, root);
    if (from === undefined) return;
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const href = token.type === "link_open" ? token.attrGet("href") : undefined;
      if (href) token.attrSet("href", siteLink(href, from));
    }
  });
}

/** The anchor of a heading, as code hosts make it: links between documents work in both places. */
export const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");
