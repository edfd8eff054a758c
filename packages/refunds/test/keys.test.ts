import { beforeEach, describe, expect, test } from "vitest";
import { refused } from "./support/refused.ts";
import { request, sandbox, shop } from "./support/shop.ts";

beforeEach(() => {
  sandbox.reset();
  sandbox.inject();
});

describe("a key", () => {
  test("that belongs to another refund is rejected, and the message says what differs", async () => {
    const refunds = shop();
    await refunds.refund(request("openpayd", "k", 100));
    const other = { ...request("openpayd", "k", 250), account: "openpayd" };
    expect(await refused(refunds.refund(other))).toEqual([
      {
        field: "key",
        message: "belongs to another refund (amount.value was 100 and is 250); use a new key",
      },
    ]);
    const { amount: _, ...absent } = other;
    expect(await refused(refunds.refund(absent as never))).toMatchObject([
      { message: expect.stringContaining('amount.currency was "EUR" and is missing') },
    ]);
  });

  test("an amount of undefined is not a full refund", async () => {
    const refunds = shop();
    const refundRequest = {
      ...request("openpayd", "k", 100),
      account: "openpayd",
      amount: undefined,
    };
    expect(await refused(refunds.refund(refundRequest as never))).toMatchObject([
      { field: "amount" },
    ]);
    expect(sandbox.requests).toEqual([]);
  });

  test.each([
    ["spaces", " "],
    ["characters that are special in databases", "a\0b\ud800\\ 'x\" 💶"],
    ["the longest", "k".repeat(1024)],
  ])("may be any text: %s", async (_, key) => {
    const refunds = shop();
    expect(await refunds.refund(request("yedpay", key))).toMatchObject({ status: "succeeded" });
    expect(await refunds.refund(request("yedpay", key))).toMatchObject({ status: "succeeded" });
    expect(sandbox.requests).toHaveLength(1);
  });

  test("of more than 1,024 characters is rejected", async () => {
    const long = shop().refund(request("yedpay", "k".repeat(1025)));
    expect(await refused(long)).toMatchObject([{ field: "key" }]);
  });
});
