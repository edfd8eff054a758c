import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createMarkdownRenderer } from "vitepress";
import { describe, expect, test } from "vitest";
import { anchorOf, siteLink } from "../src/config/links.ts";
import { withoutEmptyHeaders } from "../src/config/markdown.ts";
import { pageOf } from "../src/config/pages.ts";
import { sections } from "../src/config/sidebar.ts";
import { readNumbers } from "../src/numbers.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

test("numbers are read from what the commands wrote", () => {
  const { providers, faults, lostReplies, sizes } = readNumbers(root);
  const [others, own] = lostReplies.groups;
  expect(lostReplies.groups).toHaveLength(2);
  expect(providers).toBeGreaterThan(20);
  expect(readFileSync(join(root, "docs/faults.md"), "utf8")).toContain(`${faults} measurements`);
  expect(others?.measured).toBe(lostReplies.sdks.length);
  const replies = readFileSync(join(root, "docs/lost-replies.md"), "utf8");
  expect(replies).toContain(`Measured on ${lostReplies.date} with`);
  expect(own).toMatchObject({ twice: 0, sentAgain: 0 });
  const page = readFileSync(join(root, "docs/figures/bench.md"), "utf8");
  for (const { bytes } of sizes.all) expect(page).toContain(`| ${bytes.toLocaleString("en")} |`);
});

describe("links", () => {
  test.each([
    ["errors.md", "docs/journal.md", "/errors.md"],
    ["../journal.md#the-janitor", "docs/guides/express.md", "/journal.md#the-janitor"],
    ["providers.md", "docs/outcomes.md", "/providers/"],
    ["../packages/sandbox/README.md", "docs/journal.md", "/packages/sandbox.md"],
    ["/packages/yedpay/README.md", "docs/providers.md", "/providers/yedpay"],
    [
      "../../packages/yedpay/README.md",
      "docs/providers/yedpay.md",
      "https://github.com/refunds/refunds/blob/main/packages/yedpay/README.md",
    ],
    [
      "../packages/core/src/client.ts",
      "docs/journal.md",
      "https://github.com/refunds/refunds/blob/main/packages/core/src/client.ts",
    ],
    ["https://example.com/", "docs/journal.md", "https://example.com/"],
    ["#outcomes", "docs/journal.md", "#outcomes"],
  ])("%s in %s leads to %s", (link, from, to) => {
    expect(siteLink(link, from)).toBe(to);
  });

  test("headings have the anchors of code hosts", () => {
    expect(anchorOf("1. The `x-` vocabulary, in short")).toBe("1-the-x--vocabulary-in-short");
  });

  test("the source of the README does not become a page", () => {
    expect(pageOf("docs/readme.md")).toBeUndefined();
  });
});

test("every document has a place in the sidebar", () => {
  const { main, providers, decisions } = sections(root);
  const links = [...main, providers, decisions]
    .flatMap(({ items = [] }) => items)
    .map(({ link }) => link);
  const documents = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" });
  const pages = documents
    .filter((file) => file.endsWith(".md"))
    .flatMap((file) => pageOf(`docs/${file.replaceAll("\\", "/")}`) ?? [])
    .map((page) => `/${page.replace(/(^|\/)index\.md$/, "$1").replace(/\.md$/, "")}`);
  expect(pages.filter((page) => !links.includes(page))).toEqual([]);
});

test("a column without a name has no header cell", async () => {
  const markdown = await createMarkdownRenderer(root, { config: withoutEmptyHeaders });
  const html = markdown.render("| | a |\n|---|---|\n| b | c |");
  expect(html.match(/<t[hd]\b/g)).toEqual(["<td", "<th", "<td", "<td"]);
});
