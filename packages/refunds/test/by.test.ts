import { beforeEach, expect, test } from "vitest";
import { memoryJournal } from "../src/index.ts";
import { refused } from "./support/refused.ts";
import { request, sandbox, shop } from "./support/shop.ts";

beforeEach(() => {
  sandbox.reset();
  sandbox.inject();
});

test("the history says who asked for each attempt", async () => {
  const refunds = shop({ journal: memoryJournal() });
  const refund = request("yedpay", "k");
  const signal = AbortSignal.abort();
  for (const by of ["Ana", "Ana", "Ben"]) await refunds.refund(refund, { by, signal });
  await refunds.refund(refund, { by: "returns-service" });
  // Nothing is sent, so no one is noted.
  await refunds.refund(refund, { by: "Cleo" });
  const { history = [] } = (await refunds.get("k")) ?? {};
  expect(history.map(({ what, by, times }) => [what, by, times])).toEqual([
    ["sent", "Ana", undefined],
    ["answer", undefined, 2],
    ["sent", "Ben", undefined],
    ["answer", undefined, undefined],
    ["sent", "returns-service", undefined],
    ["answer", undefined, undefined],
  ]);
});

test("a refund that the journal declines says who asked for it", async () => {
  const refunds = shop({ journal: memoryJournal() });
  const refundable = { value: 1, currency: "HKD" };
  const refund = { ...request("bbmsl", "k", 100), refundable };
  const { amount } = refund as { amount?: { currency: string } };
  refundable.currency = amount?.currency ?? "HKD";
  await refunds.refund(refund as never, { by: "Ana" });
  expect((await refunds.get("k"))?.history).toMatchObject([{ what: "journal", by: "Ana" }]);
});

test.each(["", " ", 7, null])("refuses %j as the one who asked", async (by) => {
  const refund = shop().refund(request("yedpay", "k"), { by } as never);
  expect(await refused(refund)).toMatchObject([{ field: "options.by" }]);
});
