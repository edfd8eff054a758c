import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { page, readFigures } from "../../src/sdk-requests/figures.ts";
import { figuresOf, pageOf } from "../../src/sdk-requests/page.ts";

test("docs/held-against-sdks.md is what docs/figures/sdk-requests.json says", () => {
  expect(pageOf(readFigures())).toBe(readFileSync(page, "utf8"));
});

test("a figure names each part that differs, without what was sent", () => {
  const difference = { part: "body", sdk: "a", ours: "b", because: "of the page" };
  const comparison = { provider: "acme", package: "acme-sdk", version: "1.0.0", call: "refund()" };
  const { comparisons } = figuresOf([{ ...comparison, differences: [difference] }], []);
  expect(comparisons).toEqual([
    { ...comparison, differences: [{ part: "body", because: "of the page" }] },
  ]);
});

test("an SDK that cannot be compared has a row that says why", () => {
  const other = {
    provider: "acme",
    package: "acme-sdk",
    version: "1.0.0",
    because: "it sends XML",
  };
  expect(pageOf(figuresOf([], [other]))).toContain(
    "| acme | `acme-sdk` 1.0.0 |  | not compared: it sends XML |",
  );
});
