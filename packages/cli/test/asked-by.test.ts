/** Who asked for a refund stands in its history, also of a row of a file. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { documents } from "./support/cli.ts";
import { openShop, type Shop } from "./support/shop.ts";

interface Shown {
  readonly history: readonly { readonly what: string; readonly by?: string }[];
}

async function authorsOf(shop: Shop, key: string) {
  const [{ history }] = documents(await shop.refunds("show", key, "--json")) as [Shown];
  return history.filter(({ what }) => what === "sent").map(({ by }) => by);
}

const payment = ["-p", "id=xXxXxXxXxXXxXx", "--full", "--yes"];

test("refund --by and resend --by stand in the history and in the export", async () => {
  const shop = await openShop({ providers: ["yedpay"] });
  shop.sandbox.inject([{ nth: 1, fault: "reset_before", operation: "refund" }]);
  const refund = ["refund", "-a", "yedpay", "-k", "k1", ...payment];
  await shop.refunds(...refund, "--by", "Ana");
  await shop.refunds("record", "k1", "--status", "declined", "--by", "Cleo, in the dashboard");
  expect(await shop.refunds("resend", "k1", "--yes", "--by", "Ben")).toMatchObject({ code: 0 });
  expect(await authorsOf(shop, "k1")).toEqual(["Ana", "Ben"]);
  // With another author, it is the same request.
  expect(await shop.refunds(...refund, "--by", "Dan")).toMatchObject({ code: 0 });
  expect(shop.sandbox.refunds).toHaveLength(1);
  const [header = "", line = ""] = (await shop.refunds("export")).stdout.split("\n");
  const at = header.split(",").indexOf("asked_by");
  expect(line.split(",")[at]).toBe("Ana; Ben");
});

test("a row of a file was asked for by the file and its line, or by whom --by names", async () => {
  const shop = await openShop({ providers: ["yedpay"] });
  const write = (...rows: readonly string[]) =>
    writeFileSync(
      join(shop.folder, "refunds.csv"),
      ["account,key,payment.id,amount", ...rows, ""].join("\n"),
    );
  write("yedpay,a,xXxXxXxXxXXxXx,full");
  const run = ["run", join(shop.folder, "refunds.csv"), "--yes"];
  expect(await shop.refunds(...run)).toMatchObject({ code: 0 });
  write("yedpay,a,xXxXxXxXxXXxXx,full", "yedpay,b,yYyYyYyYyYYyYy,full");
  expect(await shop.refunds(...run, "--by", "Ana")).toMatchObject({ code: 0 });
  expect(await authorsOf(shop, "a")).toEqual(["run refunds.csv, line 2"]);
  expect(await authorsOf(shop, "b")).toEqual(["Ana, refunds.csv, line 3"]);
  expect(shop.sandbox.refunds).toHaveLength(2);
});

test.each([
  ["refund", "-a", "yedpay", "-k", "k1", ...payment],
  ["resend", "k1", "--yes"],
  ["run", "refunds.csv", "--yes"],
  ["approve", "0".repeat(32), "--yes"],
])("%s refuses an author without a name", async (...args) => {
  const { refunds } = await openShop({ providers: ["yedpay"] });
  const { code, stderr } = await refunds(...args, "--by", " ");
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("--by <name>") });
});
