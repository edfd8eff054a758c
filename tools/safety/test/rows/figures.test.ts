import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { memoryLimit } from "../../src/rows/command.ts";
import { page, readFigures, withTable } from "../../src/rows/figures.ts";

const text = readFileSync(page, "utf8");
const figures = readFigures();

test("the table in docs/bulk-refunds.md is what docs/figures/rows.json says", () => {
  expect(withTable(text, figures)).toBe(text);
});

test("from 10,000 to 1,000,000 rows, no rule was broken, and neither a row's cost nor the memory grew", () => {
  const [least, most] = [figures[0], figures.at(-1)];
  expect([least?.rows, most?.rows]).toEqual([10_000, 1_000_000]);
  expect(most?.cpuMsPerRow).toBeLessThan(1.3 * (least?.cpuMsPerRow ?? 0));
  expect(most?.mostMemory).toBeLessThan(1.3 * (least?.mostMemory ?? 0));
  for (const { brokenRules, mostMemory } of figures) {
    expect(brokenRules).toBe(0);
    expect(mostMemory).toBeLessThan(memoryLimit);
  }
});

test("another figure makes another table", () => {
  const [one] = figures.map((each) => ({ ...each, seconds: 1234 }));
  expect(withTable(text, one ? [one] : [])).toContain("| 1,234 s |");
});

test("a page without a place for the table is refused", () => {
  expect(() => withTable("# A page\n", figures)).toThrow("has no place");
});
