import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compareCosts } from "@refunds/cost";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cli, repoWith, run } from "./command.ts";
import { formats } from "./pages/document.ts";
import { quay } from "./pages/quay.ts";

let root = "";

beforeAll(() => {
  root = repoWith("quay");
  writeFileSync(join(root, "page.html"), pageWith(400));
  writeFileSync(join(root, "large.html"), pageWith(12_000));
  expect(run(root, "accept", "quay", "page.html").code).toBe(0);
});

/** Documentation sites put menus around their pages, some of them of half a megabyte. */
function pageWith(entries: number): string {
  const menu = Array.from(
    { length: entries },
    (_, index) => `<li><a href="/docs/${index}">Entry ${index}</a></li>`,
  );
  return formats.html(quay).replace("<main>", `<nav><ul>${menu.join("")}</ul></nav><main>`);
}

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The least is what Node and the page's parser cost in a program of four lines, from a filled compile cache as ours. */
test.for([
  ["a page", "page.html", 15],
  ["a large page", "large.html", 7],
] as const)(
  "checking %s costs at most 1.5 times what starting Node and parsing it costs",
  { timeout: 240_000 },
  async ([what, file, rounds]) => {
    const parseOnly = fileURLToPath(new URL("parse-only.js", import.meta.url));
    const page = join(root, file);
    const { ours, theirs, ratio } = await compareCosts(
      [...cli, "check", "quay", page, "--root", root],
      [parseOnly, page, join(root, "cache")],
      rounds,
    );
    console.log(
      `docs:check of ${what} ${ours.toFixed(3)} s, starting and parsing ${theirs.toFixed(3)} s: ${ratio.toFixed(2)} times`,
    );
    expect(ratio).toBeLessThanOrEqual(1.5);
  },
);
