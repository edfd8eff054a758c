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
  // As large as documentation sites make their pages.
  const menu = Array.from(
    { length: 400 },
    (_, index) => `<li><a href="/docs/${index}">Entry ${index}</a></li>`,
  );
  writeFileSync(
    join(root, "page.html"),
    formats.html(quay).replace("<main>", `<nav><ul>${menu.join("")}</ul></nav><main>`),
  );
  expect(run(root, "accept", "quay", "page.html").code).toBe(0);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The least is what Node and the page's parser cost in a program of four lines, from a filled compile cache as ours. */
test("a check costs at most 1.5 times what starting Node and parsing the page costs", {
  timeout: 240_000,
}, async () => {
  const parseOnly = fileURLToPath(new URL("parse-only.js", import.meta.url));
  const page = join(root, "page.html");
  const { ours, theirs, ratio } = await compareCosts(
    [...cli, "check", "quay", page, "--root", root],
    [parseOnly, page, join(root, "cache")],
    15,
  );
  console.log(
    `docs:check ${ours.toFixed(3)} s, starting and parsing ${theirs.toFixed(3)} s: ${ratio.toFixed(2)} times`,
  );
  expect(ratio).toBeLessThanOrEqual(1.5);
});
