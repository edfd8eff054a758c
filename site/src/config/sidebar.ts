/** The order in which a reader finds the pages. */
import { readdirSync, readFileSync } from "node:fs";
import type { DefaultTheme } from "vitepress";
import { modules } from "../reference/modules.ts";

type Item = DefaultTheme.SidebarItem;

export interface Sections {
  readonly main: Item[];
  /** A page for each provider. */
  readonly providers: Item;
  readonly decisions: Item;
}

const titleOf = (file: string): string => /^# (.+)$/m.exec(readFileSync(file, "utf8"))?.[1] ?? file;

/** Every document of a folder, by its own title. */
function documentsOf(root: string, folder: string): Item[] {
  const names = readdirSync(`${root}/docs/${folder}`).filter((name) => name.endsWith(".md"));
  return names.sort().map((name) => ({
    text: titleOf(`${root}/docs/${folder}/${name}`).replaceAll("`", ""),
    link: `/${folder}/${name.replace(".md", "")}`,
  }));
}

const page = (text: string, link: string): Item => ({ text, link });

export const sections = (root: string): Sections => ({
  main: mainSections,
  providers: {
    text: "Providers",
    items: [page("Compare them", "/providers/"), ...documentsOf(root, "providers")],
  },
  decisions: { text: "Decisions", items: documentsOf(root, "decisions") },
});

/** The pages that a reader has opened come first, then everything else. Nothing is folded away. */
export function sidebar(root: string): DefaultTheme.SidebarMulti {
  const { main, providers, decisions } = sections(root);
  return { "/providers/": [providers, ...main], "/decisions/": [decisions, ...main], "/": main };
}

const mainSections: Item[] = [
  {
    text: "Start",
    items: [
      page("One provider", "/start/one-provider"),
      page("Many providers", "/start/many-providers"),
      page("Console", "/console"),
    ],
  },
  {
    text: "Concepts",
    items: [
      page("How a refund works", "/how-it-works"),
      page("Outcomes", "/outcomes"),
      page("Keys and the journal", "/journal"),
      page("Notifications", "/notifications"),
    ],
  },
  {
    text: "Guides",
    items: [
      page("Express", "/guides/express"),
      page("Hono", "/guides/hono"),
      page("Fastify", "/guides/fastify"),
      page("Next.js", "/guides/nextjs"),
      page("Cloudflare Workers", "/guides/workers"),
      page("AWS Lambda", "/guides/lambda"),
      page("Medusa", "/guides/medusa"),
      page("Vendure", "/guides/vendure"),
      page("Many refunds at once", "/guides/bulk-refunds"),
      page("A file of many refunds", "/bulk-refunds"),
      page("For people in support", "/guides/support"),
      page("On call", "/guides/on-call"),
      page("When a refund is unknown", "/when-a-refund-is-unknown"),
      page("Running it in production", "/running-in-production"),
      page("Testing with the sandbox", "/packages/sandbox"),
      page("The command line", "/packages/cli"),
      page("Assistants", "/packages/mcp"),
      page("Traces and metrics", "/packages/otel"),
      page("CommonJS, Jest, ts-node", "/commonjs-jest-ts-node"),
    ],
  },
  { text: "Providers", items: [page("Compare them", "/providers/")] },
  {
    text: "Reference",
    items: [
      page("Errors", "/errors"),
      page("refunds", "/packages/refunds"),
      page("@refunds/journal", "/packages/journal"),
      page("@refunds/core", "/packages/core"),
      page("Glossary", "/glossary"),
    ],
  },
  {
    text: "Types",
    items: [
      page("All entry points", "/reference/"),
      ...[...modules.values()].map((name) => page(name, `/reference/${name}`)),
    ],
  },
  {
    text: "Evidence",
    items: [
      page("When the reply is lost", "/lost-replies"),
      page("What a refund costs", "/figures/bench"),
      page("What each fault becomes", "/faults"),
      page("Held against the SDKs", "/held-against-sdks"),
      page("Attacks", "/attacks"),
    ],
  },
  {
    text: "Contribute",
    items: [
      page("Adding a provider", "/adding-a-provider"),
      page("The vocabulary", "/vocabulary"),
      page("When documentation changes", "/when-documentation-changes"),
      page("How well changes are recognised", "/docs-check-confusion"),
      page("Releasing", "/releasing"),
      page("Decisions", "/decisions/"),
    ],
  },
];
