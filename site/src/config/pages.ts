/** Which file of the repository is which page of the site. */

/** The packages whose README is a page. The providers' own are generated, and their pages in docs/ say more. */
const packages = ["cli", "core", "journal", "mcp", "otel", "refunds", "sandbox"];

/** What the site takes none of its pages from. */
export const notPages = [
  "**/{node_modules,dist,test,.generated,.pack,.cache,.turbo}/**",
  // Guides show the code of the examples.
  "{specs,tools,examples}/**",
  "*.md",
  "packages/*/!(README).md",
  `packages/!(${packages.join("|")})/README.md`,
  "packages/*/*/**",
  // Its links are meant from the root, where it becomes the README.
  "docs/readme.md",
];

/** The page that a file becomes, as the site's own Markdown path; undefined if it is none. */
export function pageOf(path: string): string | undefined {
  const [, name] = /^packages\/([a-z0-9]+)\/README\.md$/.exec(path) ?? [];
  if (name) return packages.includes(name) ? `packages/${name}.md` : undefined;
  if (path === "docs/readme.md") return undefined;
  if (path === "docs/providers.md") return "providers/index.md";
  const [, own] = /^(?:docs|site\/pages)\/(.+\.md)$/.exec(path) ?? [];
  return own;
}
