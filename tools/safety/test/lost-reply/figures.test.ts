import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { page, readFigures } from "../../src/lost-reply/report/figures.ts";
import { pageOf } from "../../src/lost-reply/report/page.ts";

const figures = readFigures();

test("docs/lost-replies.md is what docs/figures/lost-replies.json says", () => {
  expect(pageOf(figures)).toBe(readFileSync(page, "utf8"));
});

test("the counts are those of the rows", () => {
  const counted = [false, true].map((own) => {
    const rows = figures.rows.flatMap((row) =>
      row.own === own && !("failed" in row) ? [row] : [],
    );
    const twice = rows.filter(({ cells }) => !cells["called again"].startsWith("1 refund"));
    return { measured: rows.length, twice: twice.length };
  });
  expect(figures.groups).toMatchObject(counted);
});
