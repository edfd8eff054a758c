/** Notifications that name only the payment. */
import { describe, expect, test } from "vitest";
import { memoryJournal } from "../src/index.ts";
import { answered, notifiedShop, request } from "./support/notified-account.ts";

const unsigned = { verified: false };

async function succeeded() {
  const shop = notifiedShop(memoryJournal());
  shop.state.answers = [answered("succeeded", "re_1")];
  await shop.refunds.refund(request("mine"));
  return shop;
}

describe.each([
  ["signed", {}],
  ["unsigned", unsigned],
])("%s", (_, more) => {
  test.each(["succeeded", "pending", "reversed"] as const)(
    "that a refund %s changes nothing once none of the payment's refunds is open, and the provider is not asked",
    async (status) => {
      const { refunds, deliver, queries } = await succeeded();
      const before = await refunds.get("mine");
      expect((await deliver({ status, confirm: true }, more)).refunds).toEqual([
        { is: "unchanged", key: "mine", outcome: before?.outcome },
      ]);
      expect(await refunds.get("mine")).toEqual(before);
      expect(queries).toEqual([]);
    },
  );

  test("one that names a payment without refunds in the journal is not ours", async () => {
    const { deliver } = await succeeded();
    const payments = [{ id: "2" }];
    expect((await deliver({ payments, confirm: true }, more)).refunds).toEqual([
      { is: "not_ours" },
    ]);
  });

  test("one that also names another refund's id or key is not ours", async () => {
    const { deliver } = await succeeded();
    for (const other of [{ refundId: "re_9" }, { key: "theirs" }]) {
      const { refunds } = await deliver({ ...other, confirm: true }, more);
      expect(refunds, JSON.stringify(other)).toEqual([{ is: "not_ours" }]);
    }
  });

  test("only the open refunds of the payment are asked about", async () => {
    const { refunds, state, deliver, queries } = await succeeded();
    state.answers = [answered("pending", "re_2")];
    await refunds.refund(request("other"));
    expect((await deliver({ confirm: true }, more)).refunds).toMatchObject([
      { is: "asked", key: "other" },
    ]);
    expect(queries).toEqual([{ key: "other" }]);
  });
});
