import { beforeEach, describe, expect, test } from "vitest";
import { refused } from "./support/refused.ts";
import { request, sandbox, shop } from "./support/shop.ts";

beforeEach(() => {
  sandbox.reset();
  sandbox.inject();
});

describe("the refundable amount", () => {
  const refundable = { value: 100, currency: "CAD" } as const;

  test("applies to later refunds of the payment, and is not part of the request", async () => {
    const refunds = shop();
    const first = request("ottpay", "a", 60);
    await refunds.refund({ ...first, refundable });
    expect(await refunds.refund(first)).toMatchObject({ status: "succeeded" });
    expect(await refunds.refund(request("ottpay", "b", 60))).toMatchObject({
      status: "declined",
      reason: "exceeds_refundable",
    });
    // The decline is final for the key, even if more is refundable later.
    const more = { ...request("ottpay", "b", 60), refundable: { ...refundable, value: 500 } };
    expect(await refunds.refund(more)).toMatchObject({ status: "declined" });
    expect(await refunds.refund(request("ottpay", "c", 40))).toMatchObject({ status: "succeeded" });
  });

  test.each([
    [{ value: 0, currency: "CAD" }, "refundable.value"],
    [{ value: 1.5, currency: "CAD" }, "refundable.value"],
    [100, "refundable"],
    [{ value: 100, currency: "EUR" }, "refundable.currency"],
    [{ value: 100 }, "refundable.currency"],
  ])("%j is rejected", async (wrong, field) => {
    const call = shop().refund({ ...request("ottpay", "k", 60), refundable: wrong as never });
    expect(await refused(call)).toMatchObject([{ field }]);
    expect(sandbox.requests).toEqual([]);
  });
});
