import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { reportOf } from "../../src/schedules/report.ts";
import { emptyTally } from "../../src/schedules/tally.ts";

test("the report fits a terminal of 100 columns, with every count", () => {
  const counts = Object.fromEntries(
    Array.from({ length: 12 }, (_, at) => [`a thing that happened, number ${at}`, 1_000_000]),
  );
  const report = reportOf({ ...emptyTally(), events: counts, faults: counts });
  const lines = stripVTControlCharacters(report).split("\n");
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  for (const name of Object.keys(counts)) {
    expect(lines.filter((line) => line.includes(`${name} 1,000,000`))).toHaveLength(2);
  }
});
