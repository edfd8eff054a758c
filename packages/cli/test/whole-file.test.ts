/** Files that appear when they are complete. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeWhole } from "../src/output/whole-file.ts";
import { newFolder } from "./support/cli.ts";
import { openShop } from "./support/shop.ts";

const filesIn = (folder: string) => readdirSync(folder).filter((name) => name !== "node_modules");

test("two exports to one file at once do not mix", async () => {
  const folder = newFolder();
  const file = join(folder, "november.csv");
  const { signal } = new AbortController();
  async function* lines(name: string) {
    for (let nth = 0; nth < 50; nth++) {
      yield `${name} ${nth}\n`;
      await new Promise((next) => setImmediate(next));
    }
  }
  await Promise.all(["one", "two"].map((name) => writeWhole(file, lines(name), signal)));
  const written = readFileSync(file, "utf8").trim().split("\n");
  expect(written).toHaveLength(50);
  expect(new Set(written.map((line) => line.split(" ")[0])).size).toBe(1);
  expect(filesIn(folder)).toEqual(["november.csv"]);
});

test("Ctrl-C leaves nothing behind, and what was there before stays", async () => {
  const folder = newFolder({ "november.csv": "before" });
  const file = join(folder, "november.csv");
  const stop = new AbortController();
  async function* endless() {
    for (let nth = 0; ; nth++) {
      if (nth === 20) stop.abort();
      yield "line\n";
      await new Promise((next) => setImmediate(next));
    }
  }
  await expect(writeWhole(file, endless(), stop.signal)).rejects.toThrow("aborted");
  expect(filesIn(folder)).toEqual(["november.csv"]);
  expect(readFileSync(file, "utf8")).toBe("before");
});

test("an export leaves another file that is being written alone", async () => {
  const { folder, refunds } = await openShop({ providers: ["razorpay"] });
  writeFileSync(join(folder, "november.csv.partial"), "another's");
  expect((await refunds("export", "--output", "november.csv")).code).toBe(0);
  expect(readFileSync(join(folder, "november.csv"), "utf8")).toMatch(/^key,account,/);
  expect(readFileSync(join(folder, "november.csv.partial"), "utf8")).toBe("another's");
});
