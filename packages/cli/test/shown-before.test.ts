/** What a person sees before money moves is what will happen. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { knownRow } from "../src/request/known-refund.ts";
import { compareSettlement } from "../src/settlement/compare-settlement.ts";
import { documents, newFolder, run } from "./support/cli.ts";
import { openShop } from "./support/shop.ts";

const payment = (id: string) => ({
  payment: { oriPaymentId: id },
  amount: { value: 10_000, currency: "CAD" } as const,
});

test("a run counts what is uncertain, and what it would send again, apart from what is done", async () => {
  const payments = { ottpay: ["p1", "p2", "p3", "p4"].map(payment) };
  const { folder, sandbox, refunds } = await openShop({ providers: ["ottpay"], payments });
  const refund = (id: string) =>
    refunds(
      "refund",
      "-a",
      "ottpay",
      "-k",
      id,
      "-p",
      `oriPaymentId=${id}`,
      "--amount",
      "10.00 CAD",
      "--yes",
    );
  await refund("p1");
  // A reply that was lost after the refund, and one that was lost before it.
  sandbox.inject(({ operation }) => (operation === "refund" ? "reset_after" : undefined));
  await refund("p2");
  sandbox.inject(({ operation }) => (operation === "refund" ? "reset_before" : undefined));
  await refund("p3");
  sandbox.inject();
  await refunds("record", "p3", "--status", "declined", "--by", "Ana");
  writeFileSync(
    join(folder, "refunds.csv"),
    [
      "account,key,payment.oriPaymentId,amount,currency",
      ...["p1", "p2", "p3", "p4"].map((id) => `ottpay,${id},${id},10.00,CAD`),
      "",
    ].join("\n"),
  );
  const dry = await refunds("run", "refunds.csv", "--dry-run", "--json");
  expect(documents(dry)).toMatchObject([{ rows: 4, recorded: 2, uncertain: 1 }]);
  const { stderr } = await refunds("run", "refunds.csv");
  expect(stderr).toContain("1: the provider is asked");
});

test("what the provider's query proved not to have happened is counted as sent", () => {
  const checked = { account: "shop", request: { payment: { id: "1" } } };
  const known = (status: string, because: string) =>
    knownRow(checked as never, { ...checked, status, outcome: { because } } as never);
  expect(known("declined", "query_proved")).toBe("sent_again");
  expect(known("declined", "evidence_recorded")).toBe("recorded");
  expect(known("unfinished", "unfinished")).toBe("uncertain");
});

test("a live account whose baseUrl is an empty variable is shown as LIVE", async () => {
  const config = `export default { accounts: { shop: { provider: "yedpay", environment: "live", baseUrl: process.env.SHOP_BASE_URL, accessToken: "k".repeat(40) } } };`;
  const folder = newFolder({ "refunds.config.mjs": config });
  const { stdout } = await run(folder, ["doctor"], { SHOP_BASE_URL: "" });
  expect(stdout).toContain("LIVE, real money");
});

const header = "account,key,payment.id,amount,currency\n";
const bytesOf = (text: string) => Buffer.from(text, "latin1");

test.each([
  [
    "another encoding",
    bytesOf(`${header}yedpay,R\u00fcckgabe-1,xXxXxXxXxXXxXx,full,\n`),
    "it is not UTF-8",
  ],
  [
    "a key with a space",
    Buffer.from(`${header}yedpay,"key-1 ",xXxXxXxXxXXxXx,full,\n`),
    "line 2, key must not begin or end with white space",
  ],
  [
    "a payment with a space",
    Buffer.from(`${header}yedpay,key-1," xXxXxXxXxXXxXx",full,\n`),
    "line 2, payment.id must not begin or end with white space",
  ],
])("a file with %s is refused", async (_, bytes, message) => {
  const { folder, sandbox, refunds } = await openShop({ providers: ["yedpay"] });
  writeFileSync(join(folder, "refunds.csv"), bytes);
  const { code, stderr } = await refunds("run", "refunds.csv", "--yes");
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(sandbox.requests).toEqual([]);
});

test("a refund whose reply was lost is found in the provider's report by its payment and amount", async () => {
  const record = (key: string, status: string, more: object = {}) => ({
    ...{ key, status, open: status === "unknown", payment: { id: "pay_1" } },
    ...{ request: { amount: { value: 1050, currency: "EUR" } }, ...more },
  });
  async function* each(...all: readonly object[]) {
    yield* all as never[];
  }
  const row = {
    line: 2,
    refundId: "re_9",
    payment: { id: "pay_1" },
    amount: { value: 1050, currency: "EUR" },
  };
  const compared = async (...records: readonly object[]) => {
    const found: object[] = [];
    for await (const { is, key } of compareSettlement(() => each(row), each(...records))) {
      found.push({ is, key });
    }
    return found;
  };
  expect(await compared(record("lost", "unknown"))).toEqual([{ is: "similar", key: "lost" }]);
  expect(await compared(record("declined", "declined"))).toEqual([
    { is: "only_provider", key: undefined },
  ]);
  const other = { outcome: { refundId: "re_1" } };
  expect(await compared(record("other", "unknown", other))).toEqual([
    { is: "only_provider", key: undefined },
  ]);
});

test("a mistake in the arguments is JSON with --json", async () => {
  const ended = await run(newFolder(), ["refund", "--nonsense", "--json"]);
  expect(ended.code).toBe(2);
  expect(documents(ended)).toMatchObject([{ error: { code: "usage" } }]);
});

test("a journal without a path is a mistake of the configuration", async () => {
  const config = `export default { accounts: {}, journal: { sqlite: process.env.NOT_SET } };`;
  const { code, stderr } = await run(newFolder({ "refunds.config.mjs": config }), ["open"]);
  expect(code).toBe(2);
  expect(stderr).toContain("journal.sqlite has no value");
});

test("an account that begins with a digit has variables that JavaScript can name", async () => {
  const folder = newFolder();
  await run(folder, ["init", "--yes", "--provider", "yedpay", "--account", "1shop"]);
  const config = readFileSync(join(folder, "refunds.config.ts"), "utf8");
  expect(config).toMatch(/process\.env\._1SHOP_\w+/);
});
