/** The built pages, and where their links lead. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface BuiltPage {
  /** Its address, such as `/guides/express`. */
  readonly path: string;
  readonly html: string;
}

export const readPages = (folder: string): BuiltPage[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".html") && file !== "404.html")
    .sort()
    .map((file) => ({
      path: `/${file
        .replaceAll("\\", "/")
        .replace(/\.html$/, "")
        .replace(/(^|\/)index$/, "$1")}`,
      html: readFileSync(join(folder, file), "utf8"),
    }));

/**
 * Links within the site that lead to no page, or to no heading of it. VitePress checks neither its navigation nor headings.
 * @param base - where the host has it, such as `/` or `/refunds/`
 */
export function deadLinks(pages: readonly BuiltPage[], base: string): string[] {
  const at = (path: string) => `${base}${path.slice(1)}`;
  const ids = new Map(pages.map(({ path, html }) => [at(path), idsIn(html)]));
  return pages.flatMap(({ path, html }) =>
    [...html.matchAll(/<a\b[^>]*\bhref="([^"]+)"/g)].flatMap(([, href = ""]) => {
      const { origin, pathname, hash } = new URL(href, `http://site${at(path)}`);
      if (origin !== "http://site" || /\.(txt|svg)$/.test(pathname)) return [];
      const target = ids.get(pathname.replace(/\.html$/, ""));
      if (!target) return [`${path} leads to ${pathname}, which does not exist`];
      const id = decodeURIComponent(hash.slice(1));
      return id === "" || target.has(id)
        ? []
        : [`${path} leads to ${pathname}#${id}, which no heading has`];
    }),
  );
}

const idsIn = (html: string): Set<string> =>
  new Set([...html.matchAll(/\bid="([^"]+)"/g)].map(([, id = ""]) => id));

/** What is wrong with `llms.txt`: addresses that are not pages, and pages that it leaves out. */
export function listProblems(text: string, pages: readonly BuiltPage[], base: string): string[] {
  const listed = [...text.matchAll(/^- \[.+\]\((.+)\)$/gm)].map(([, address = ""]) => address);
  // The home page is what the list itself is about.
  const built = pages.map(({ path }) => `${base}${path.slice(1)}`).filter((path) => path !== base);
  return [
    ...listed
      .filter((address) => !built.includes(address))
      .map((address) => `it leads to ${address}, which does not exist`),
    ...built.filter((path) => !listed.includes(path)).map((path) => `it leaves out ${path}`),
  ];
}
