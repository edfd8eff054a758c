import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { levelTexts } from "../../src/lost-reply/report/cells.ts";
import { page, readFigures } from "../../src/lost-reply/report/figures.ts";
import { pageOf } from "../../src/lost-reply/report/page.ts";
import { levels } from "../../src/lost-reply/rule.ts";

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
    const recognizable = Object.fromEntries(
      levels.map((level) => [
        level,
        rows.filter((row) => row.recognizable === levelTexts[level]).length,
      ]),
    );
    return { measured: rows.length, twice: twice.length, recognizable };
  });
  expect(figures.groups).toMatchObject(counted);
});
