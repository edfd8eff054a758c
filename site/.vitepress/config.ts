import { fileURLToPath } from "node:url";
import { defineConfig } from "vitepress";
import { anchorOf, repository, withSiteLinks } from "../src/config/links.ts";
import { writeLlms } from "../src/config/llms.ts";
import {
  withFilteredTable,
  withoutEmptyHeaders,
  withPictures,
  withPlainBraces,
} from "../src/config/markdown.ts";
import { notPages, pageOf } from "../src/config/pages.ts";
import { pictureColours } from "../src/config/picture-colours.ts";
import { sidebar } from "../src/config/sidebar.ts";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");
const base = process.env.SITE_BASE ?? "/";
const conditions = ["refunds-source", "module", "browser", "development|production"];

export default defineConfig({
  title: "refunds",
  description: "Typed refunds through many payment providers. One key refunds at most once.",
  lang: "en",
  base,
  // The documents stay where they are, and plain: docs/decisions/037-the-site.md.
  srcDir: root,
  srcExclude: notPages,
  rewrites: (path) => pageOf(path) ?? path,
  outDir: fileURLToPath(new URL("../dist", import.meta.url)),
  cacheDir: fileURLToPath(new URL("../.cache", import.meta.url)),
  cleanUrls: true,
  head: [["link", { rel: "icon", href: `${base}icon.svg`, type: "image/svg+xml" }]],
  markdown: {
    anchor: { slugify: anchorOf },
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
    config(markdown) {
      withSiteLinks(markdown, root);
      withPictures(markdown, root);
      withFilteredTable(markdown, root);
      withPlainBraces(markdown);
      withoutEmptyHeaders(markdown);
    },
  },
  transformPageData(page) {
    // Its table is wide, and its headings are in the sidebar.
    if (page.relativePath === "providers/index.md") page.frontmatter.aside = false;
  },
  buildEnd: (site) => writeLlms(site, root),
  themeConfig: {
    logo: { src: "/icon.svg", alt: "" },
    nav: [
      { text: "Start", link: "/start/one-provider", activeMatch: "/start/" },
      { text: "Console", link: "/console" },
      { text: "Guides", link: "/guides/express", activeMatch: "/guides/" },
      { text: "Providers", link: "/providers/", activeMatch: "/providers/" },
      { text: "Errors", link: "/errors" },
      { text: "GitHub", link: repository },
    ],
    sidebar: sidebar(root),
    outline: { level: [2, 3] },
    search: { provider: "local" },
    externalLinkIcon: true,
  },
  vite: {
    plugins: [pictureColours()],
    publicDir: fileURLToPath(new URL("../public", import.meta.url)),
    resolve: { conditions },
    server: { watch: { ignored: ["**/{dist,.generated,.cache,.pack,.turbo}/**"] } },
    build: { target: "es2022", chunkSizeWarningLimit: 700 },
  },
});
