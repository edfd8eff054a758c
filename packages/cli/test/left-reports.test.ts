/** Partial reports of runs that were killed. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { leftReportsText } from "../src/run/left-reports.ts";
import { openReport } from "../src/run/report.ts";
import { newFolder } from "./support/cli.ts";

const header = "line,key,account,status,because,reason,code,message,refund_id,recorded\n";

test("a run that ends says which partial reports are left, and that they may be deleted", async () => {
  const folder = newFolder({
    "a.report.csv.0123abcd.partial": `${header}2,k,shop,succeeded,answer,,,,R1,\n`,
    "ba.report.csv.0123abcd.partial": header,
    "a.report.csv.partial": "another's",
  });
  const place = join(folder, "a.report.csv");
  expect(leftReportsText(place)).toBe(
    `Of runs of this file that did not end: ${place}.0123abcd.partial. The journal has every outcome in them: delete them, unless such a run still goes on.`,
  );
  const said: string[] = [];
  const { write } = process.stderr;
  process.stderr.write = ((text: string) => said.push(text) > 0) as typeof write;
  await openReport(join(folder, "a.csv"))
    .finish()
    .finally(() => {
      process.stderr.write = write;
    });
  expect(said.join("")).toContain(`The report is in ${place}.\nOf runs of this file`);
  expect(said.join("").match(/\.partial/g)).toHaveLength(1);
});

test("one with an outcome that the journal lacks is not to be deleted before that is settled", () => {
  const folder = newFolder();
  const place = join(folder, "a.report.csv");
  expect(leftReportsText(place)).toBeUndefined();
  writeFileSync(`${place}.0123abcd.partial`, `${header}2,k,shop,succeeded,answer,,,,R1,no\n3,k`);
  expect(leftReportsText(place)).toContain('"no" in the column recorded. Settle those first');
});
