import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RefundRecord } from "refunds";
import { expect, test } from "vitest";
import { compareSettlement } from "../src/settlement/compare-settlement.ts";
import { readSettlement, type SettledRefund } from "../src/settlement/read-settlement.ts";
import { documents, newFolder } from "./support/cli.ts";
import { openShop } from "./support/shop.ts";

const refund = (key: string, id: string, amount: string) =>
  ["refund", "-a", "razorpay", "-k", key, "-p", `id=${id}`, "--amount", amount, "--yes"] as const;

/** Three refunds: one that succeeded, one that is pending, and one that was declined. */
async function openReported() {
  const shop = await openShop({ providers: ["razorpay"] });
  await shop.refunds(...refund("order-1042-one", "pay_SandboxINR0001", "10.50 INR"));
  await shop.refunds(...refund("order-1042-two", "pay_SandboxPending", "20.00 INR"));
  await shop.refunds(...refund("order-1042-three", "pay_SandboxPoor001", "30.00 INR"));
  const settle = (text: string, ...more: readonly string[]) => {
    writeFileSync(join(shop.folder, "report.csv"), text);
    return shop.refunds("reconcile", "--settlement", "report.csv", ...more);
  };
  return { ...shop, settle };
}

const columns = ["--column", "refund_id=Refund", "--column", "payment.id=Payment ID"];

test("a report that agrees", async () => {
  const { settle } = await openReported();
  const report = "Refund,Fee,amount,currency\nrfnd_1,0.30,-10.50,INR\n";
  expect(await settle(report, "--column", "refund_id=Refund")).toMatchObject({
    code: 0,
    stdout: "",
    stderr: "1 agree, 0 differ.\n",
  });
});

test("what differs is listed, with what is only on one side", async () => {
  const { settle, sandbox } = await openReported();
  const sent = sandbox.requests.length;
  const report = [
    "Refund,Payment ID,amount,currency",
    "rfnd_2,pay_SandboxPending,20.00,INR",
    ",pay_SandboxPoor001,30.00,INR",
    "rfnd_9,pay_SandboxINR0002,40.00,INR",
  ].join("\n");
  const found = await settle(report, ...columns, "--json");
  expect(found.code).toBe(5);
  expect(documents(found)).toEqual([
    expect.objectContaining({ is: "open", line: 2, key: "order-1042-two", status: "pending" }),
    expect.objectContaining({ is: "contradicts", line: 3, key: "order-1042-three" }),
    expect.objectContaining({ is: "only_provider", line: 4 }),
    expect.objectContaining({ is: "only_journal", key: "order-1042-one", status: "succeeded" }),
  ]);
  const shown = await settle(report, ...columns);
  expect(shown).toMatchObject({ code: 5, stderr: "0 agree, 4 differ.\n" });
  expect(shown.stdout).toMatch(
    /^2 +made, and open in the journal: record it +order-1042-two +pending 20\.00 INR/m,
  );
  const later = await settle("refund_id\nrfnd_1\n", "--until", "2020-01-01", "--json");
  expect(documents(later)).toMatchObject([{ is: "only_provider" }]);
  expect(sandbox.requests.length).toBe(sent);
});

test("another amount contradicts, and a refund is found only once", async () => {
  const record = {
    ...{ key: "order-1042-one", status: "succeeded", open: false, payment: { id: "pay_1" } },
    request: { amount: { value: 1050, currency: "INR" } },
    outcome: { status: "succeeded", refundId: "rfnd_1" },
  } as unknown as RefundRecord;
  const compare = (...rows: readonly Omit<SettledRefund, "line" | "payment">[]) =>
    all(
      compareSettlement(
        () => each(rows.map((row, at) => ({ line: at + 2, payment: { id: "pay_1" }, ...row }))),
        each([record]),
      ),
    );
  const [less, exact] = [1049, 1050].map((value) => ({ amount: { value, currency: "INR" } }));
  const refundId = "rfnd_1";
  expect(await compare({ refundId, ...less }, { refundId, ...exact })).toMatchObject([
    { is: "contradicts", line: 2, key: "order-1042-one" },
    { is: "only_provider", line: 3 },
  ]);
  // By the payment alone, the amount must be that of the refund.
  expect(await compare({ ...less }, { ...exact }, { ...exact })).toMatchObject([
    { is: "only_provider" },
    { is: "agrees", line: 3 },
    { is: "only_provider" },
  ]);
});

async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const read: T[] = [];
  for await (const value of values) read.push(value);
  return read;
}

async function* each<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}

test.each([
  ["amount,currency\n10.50,INR\n", {}, "names its refunds by none of key, refund_id and payment"],
  ["refund_id,amount\nrfnd_1,10.50\n", {}, "has no column currency"],
  [
    "refund_id,amount,currency\nr_1,10.5,INR\n",
    {},
    "line 2: amount must be a decimal with exactly 2",
  ],
  ["Refund\nrfnd_1\n", { refund_id: "Ref" }, 'has no column "Ref"'],
  ["Refund\nrfnd_1\n", { refundId: "Refund" }, "cannot have refundId"],
])("%j with %j is refused", async (report, columns, message) => {
  const file = join(newFolder({ "report.csv": report }), "report.csv");
  await expect(all(readSettlement(file, columns))).rejects.toThrow(message);
});

test("with other options, or of an account that is not configured, it is refused", async () => {
  const { refunds } = await openShop({ providers: ["razorpay"] });
  const report = ["reconcile", "--settlement", "report.csv"];
  expect(await refunds(...report, "--all")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("reconcile needs a key, --all, or --settlement"),
  });
  expect(await refunds(...report, "--account", "shop")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("--settlement needs --account, which is one of razorpay"),
  });
});
