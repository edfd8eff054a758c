/** `llms.txt`: every page with its title and address, for programs that read the documentation, and `llms-full.txt` with their text. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SiteConfig } from "vitepress";
import { pageOf } from "./pages.ts";
import { sections } from "./sidebar.ts";

export function writeLlms({ outDir, site, pages, rewrites }: SiteConfig, root: string): void {
  const { main, providers, decisions } = sections(root);
  const lines = [...main, providers, decisions].flatMap(({ text, items = [] }) => [
    `## ${text}`,
    "",
    ...items.map((item) => `- [${item.text}](${site.base}${item.link?.slice(1)})`),
    "",
  ]);
  const head = `# ${site.title}\n\n> ${site.description}\n\n`;
  writeFileSync(join(outDir, "llms.txt"), `${head}${lines.join("\n")}`);
  const sources = pages
    .map((page) => rewrites.inv[page] ?? page)
    .filter((path) => pageOf(path) && !path.startsWith("site/"))
    .sort();
  const full = sources.map(
    (path) => `<!-- ${path} -->\n\n${readFileSync(join(root, path), "utf8")}`,
  );
  writeFileSync(join(outDir, "llms-full.txt"), head + full.join("\n\n"));
}
