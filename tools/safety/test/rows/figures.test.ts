import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { page, readFigures, withTable } from "../../src/rows/figures.ts";

const text = readFileSync(page, "utf8");

test("the table in docs/bulk-refunds.md is what docs/figures/rows.json says", () => {
  expect(withTable(text, readFigures())).toBe(text);
});

test("a figure that changes, changes the table", () => {
  const changed = readFigures().map((each) => ({ ...each, seconds: each.seconds + 1 }));
  expect(withTable(text, changed)).not.toBe(text);
});

test("a page without a place for the table is refused", () => {
  expect(() => withTable("# A page\n", readFigures())).toThrow("has no place");
});
