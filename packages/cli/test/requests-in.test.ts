/** Only the rows of the file that was checked are given out. */
import { appendFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { LoadedConfig } from "../src/config/load-config.ts";
import { requestsIn, versionOf } from "../src/run/requests-in.ts";
import { newFolder } from "./support/cli.ts";

const config = { accounts: { shop: { provider: "yedpay" } } } as unknown as LoadedConfig;
const header = "account,key,payment.id,amount,currency\n";
const row = (at: number, amount = "10.00") => `shop,key-${at},payment-${at},${amount},HKD\n`;

/** What is given out of a file that had this many rows, until it is refused. */
async function given(text: string, rows: number, between: (file: string) => void = () => {}) {
  const file = join(newFolder({ "refunds.csv": text }), "refunds.csv");
  const lines: number[] = [];
  const requests = requestsIn(config, { file, rows, version: versionOf(file) });
  const taken = (async () => {
    for await (const { line } of requests) {
      lines.push(line);
      if (line === 3) between(file);
    }
  })();
  const refused = await taken.then(
    () => undefined,
    (error: Error) => error.message,
  );
  return { lines, refused };
}

test("a file that stays as it is is given out whole", async () => {
  expect(await given(header + row(1) + row(2), 2)).toEqual({ lines: [2, 3], refused: undefined });
});

test("an amount that cannot be read is not left out, which would refund everything", async () => {
  const { lines, refused } = await given(header + row(1) + row(2, "10.5") + row(3), 3);
  expect(lines).toEqual([2]);
  expect(refused).toContain("line 3: amount must be");
  expect(refused).toContain("The rows up to line 2 were sent");
});

test("more or fewer rows than were checked are refused", async () => {
  const { refused } = await given(header + row(1), 2);
  expect(refused).toContain("had 2 rows when it was checked, and now has 1");
});

test("a row that cannot be read says which were sent before it", async () => {
  const { lines, refused } = await given(`${header}${row(1)}shop,key-2\n`, 2);
  expect(lines).toEqual([2]);
  expect(refused).not.toContain("Nothing was sent");
  expect(refused).toContain("The rows up to line 2 were sent");
});

const rows = header + row(1) + row(2) + row(3) + row(4);

test.each([
  ["appended to", (file: string) => appendFileSync(file, row(5))],
  ["written again", (file: string) => writeFileSync(file, rows.replaceAll("10", "99"))],
  ["touched", (file: string) => utimesSync(file, 1, 1)],
])("nothing more is given out of a file that is %s", async (_, change) => {
  const { lines, refused } = await given(rows, 4, change);
  expect(lines).toEqual([2, 3]);
  expect(refused).toContain("has changed since it was checked. The rows up to line 3 were sent");
});
