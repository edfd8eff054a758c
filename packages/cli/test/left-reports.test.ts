/** Partial reports of runs that were killed. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { leftReportsText } from "../src/run/left-reports.ts";
import { openReport } from "../src/run/report.ts";
import { newFolder } from "./support/cli.ts";

const header = "line,key,account,status,because,reason,code,message,refund_id,recorded\n";

async function saidAtTheEnd(folder: string): Promise<string> {
  const said: string[] = [];
  const { write } = process.stderr;
  process.stderr.write = ((text: string) => said.push(text) > 0) as typeof write;
  await openReport(join(folder, "a.csv"))
    .finish()
    .finally(() => {
      process.stderr.write = write;
    });
  return said.join("");
}

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
  const said = await saidAtTheEnd(folder);
  expect(said).toContain(`The report is in ${place}.\nOf runs of this file`);
  expect(said.match(/\.partial/g)).toHaveLength(1);
});

test("a run whose report cannot be put in its place does not say that its partial report may be deleted", async () => {
  const folder = newFolder();
  mkdirSync(join(folder, "a.report.csv"));
  const said = await saidAtTheEnd(folder);
  expect(said).toContain("could not be written");
  expect(said).not.toContain("Of runs of this file");
});

test("what cannot be read ends no run: it may have outcomes that the journal lacks", async () => {
  const folder = newFolder();
  mkdirSync(join(folder, "a.report.csv.0123abcd.partial"));
  expect(await saidAtTheEnd(folder)).toContain("Settle those first");
  expect(leftReportsText(join(folder, "missing", "a.report.csv"))).toBeUndefined();
});

test("one with an outcome that the journal lacks is not to be deleted before that is settled", () => {
  const folder = newFolder();
  const place = join(folder, "a.report.csv");
  expect(leftReportsText(place)).toBeUndefined();
  writeFileSync(`${place}.0123abcd.partial`, `${header}2,k,shop,succeeded,answer,,,,R1,no\n3,k`);
  expect(leftReportsText(place)).toContain('"no" in the column recorded. Settle those first');
});
