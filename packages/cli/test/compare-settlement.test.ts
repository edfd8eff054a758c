/** What a row of a provider's report says of a refund in the journal. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RefundRecord } from "refunds";
import { expect, test } from "vitest";
import { compareSettlement } from "../src/settlement/compare-settlement.ts";
import { readSettlement } from "../src/settlement/read-settlement.ts";
import { documents, newFolder } from "./support/cli.ts";
import { openShop } from "./support/shop.ts";

const record = (key: string, status: string, refundId?: string, payment = "pay_1") =>
  ({
    ...{ key, status, open: status === "unknown", payment: { id: payment } },
    request: { amount: { value: 1050, currency: "EUR" } },
    ...(refundId !== undefined && { outcome: { status, refundId } }),
  }) as unknown as RefundRecord;

async function* each<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}

/** The rows under a header, compared with the records: what each is, and the key it was found by. */
async function compared(rows: readonly string[], ...records: readonly RefundRecord[]) {
  const text = ["key,refund_id,payment.id,amount,currency", ...rows, ""].join("\n");
  const file = join(newFolder({ "report.csv": text }), "report.csv");
  const found: (readonly [string, string | undefined])[] = [];
  for await (const { is, key } of compareSettlement(
    () => readSettlement(file, {}),
    each(records),
  )) {
    found.push([is, key]);
  }
  return found;
}

const sent = ",re_0,pay_0,-1.00,EUR";

test("money that came back does not agree with a refund that succeeded", async () => {
  const records = [record("one", "succeeded", "re_1"), record("two", "succeeded", "re_2", "pay_2")];
  expect(await compared([",re_2,,-10.50,EUR", ",re_1,,10.50,EUR"], ...records)).toEqual([
    ["agrees", "two"],
    ["came_back", "one"],
  ]);
  expect(
    await compared([",re_1,,10.50,EUR", ",re_1,,-10.50,EUR"], record("one", "succeeded", "re_1")),
  ).toEqual([
    ["came_back", "one"],
    ["agrees", "one"],
  ]);
});

test("one amount with a minus, in a report whose refunds have none, turns none of them around", async () => {
  const records = ["one", "two", "three"].map((key) => record(key, "succeeded", key, key));
  const rows = records.map(({ key }) => `,${key},,10.50,EUR`);
  const message = "3 amounts of refunds in the journal have no minus, and 0 have one";
  await expect(compared([...rows, sent], ...records)).rejects.toThrow(message);
  // The same of a refund that was cancelled.
  const cancelled = [...rows, ",one,,-10.50,EUR"];
  await expect(compared(cancelled, ...records)).rejects.toThrow("3 amounts");
});

test("a refund that the journal has as reversed agrees with a report that has it both ways", async () => {
  const reversed = record("one", "reversed", "re_1");
  const both = [",re_1,,-10.50,EUR", ",re_1,,10.50,EUR"];
  for (const rows of [both, both.toReversed()]) {
    expect(await compared(rows, reversed)).toEqual([
      ["agrees", "one"],
      ["agrees", "one"],
    ]);
  }
  expect(await compared([",re_1,,-10.50,EUR"], reversed)).toEqual([["contradicts", "one"]]);
});

test("a charge of the payment is left out, where amounts have both signs", async () => {
  expect(await compared([sent, ",,pay_1,10.50,EUR"], record("one", "unknown"))).toEqual([
    ["only_provider", undefined],
    ["left_out", undefined],
  ]);
});

test("a row with nothing of the refund but its payment and amount is not said to be it", async () => {
  for (const row of [",,pay_1,10.50,EUR", ",tx_1,pay_1,10.50,EUR", ",,pay_1,,"]) {
    expect(await compared([row], record("one", "unknown"))).toEqual([["similar", "one"]]);
  }
});

test("another refund id, payment or key of ours contradicts", async () => {
  const one = record("one", "succeeded", "re_1");
  expect(await compared(["one,re_2,,10.50,EUR"], one)).toEqual([["contradicts", "one"]]);
  expect(await compared(["one,,pay_2,10.50,EUR"], one)).toEqual([["contradicts", "one"]]);
  expect(await compared([",re_1,pay_2,10.50,EUR"], one)).toEqual([["contradicts", "one"]]);
  const two = record("two", "succeeded", "re_2", "pay_2");
  const [first] = await compared(["one,re_2,,10.50,EUR"], one, two);
  expect(first).toEqual(["contradicts", "two"]);
  // Two refunds under one key.
  expect(await compared(["one,re_1,,10.50,EUR", "one,re_2,,10.50,EUR"], one)).toEqual([
    ["agrees", "one"],
    ["contradicts", "one"],
  ]);
  // A key that is not ours says nothing.
  expect(await compared(["other,re_1,,10.50,EUR"], one)).toEqual([["agrees", "one"]]);
});

test("the command lists what came back, and counts the rows that are not refunds", async () => {
  const shop = await openShop({ providers: ["razorpay"] });
  const payment = ["-p", "id=pay_SandboxINR0001", "--amount", "10.50 INR"];
  await shop.refunds("refund", "-a", "razorpay", "-k", "order-1042-one", ...payment, "--yes");
  const rows = ["rfnd_1,-10.50,INR", "rfnd_1,10.50,INR", "pay_1,99.00,INR"];
  writeFileSync(join(shop.folder, "r.csv"), ["refund_id,amount,currency", ...rows, ""].join("\n"));
  const shown = await shop.refunds("reconcile", "--settlement", "r.csv");
  expect(shown).toMatchObject({
    code: 5,
    stdout: expect.stringMatching(
      /^3 +came back: record that it was reversed +order-1042-one +succeeded/m,
    ),
    stderr: "1 agree, 1 differ. 1 row is not a refund by the sign of its amount.\n",
  });
  const found = await shop.refunds("reconcile", "--settlement", "r.csv", "--json");
  expect(documents(found)).toMatchObject([
    { is: "agrees" },
    { is: "came_back", key: "order-1042-one" },
  ]);
});
