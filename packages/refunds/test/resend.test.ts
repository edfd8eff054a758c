import { beforeEach, expect, test } from "vitest";
import { memoryJournal } from "../src/index.ts";
import { lose } from "./support/lose.ts";
import { refused } from "./support/refused.ts";
import { request, sandbox, shop } from "./support/shop.ts";

beforeEach(() => {
  sandbox.reset();
  sandbox.inject();
});
const refundRequests = () =>
  sandbox.requests.filter(({ operation }) => operation === "refund").length;

test("sends a refund that did not happen again under the same key, once", async () => {
  const journal = memoryJournal();
  const refunds = shop({ journal });
  const refundRequest = request("openpayd", "k", 100);
  await lose(journal, refundRequest, false);
  await refunds.record("k", { status: "declined", by: "Ana" });
  expect((await refunds.refund(refundRequest)).status).toBe("declined");
  const both = [
    refunds.refund(refundRequest, { resend: true }),
    refunds.refund(refundRequest, { resend: true }),
  ];
  expect((await Promise.all(both)).map(({ status }) => status)).toEqual(["succeeded", "succeeded"]);
  expect((await refunds.refund(refundRequest, { resend: true })).status).toBe("succeeded");
  expect(refundRequests()).toBe(2);
});

test.each(["reset_after", "reset_before"] as const)(
  "does not send a refund that is unknown after %s",
  async (fault) => {
    const refunds = shop();
    const refundRequest = request("ottpay", "k", 100);
    sandbox.inject([{ nth: 1, fault, operation: "refund" }]);
    await refunds.refund(refundRequest);
    expect((await refunds.refund(refundRequest, { resend: true })).status).toBe("unknown");
    expect(refundRequests()).toBe(1);
  },
);

test("does not send a refund that the provider declined", async () => {
  const refunds = shop();
  const refundRequest = request("ottpay", "k", 999_999_999);
  expect((await refunds.refund(refundRequest)).status).toBe("declined");
  expect((await refunds.refund(refundRequest, { resend: true })).status).toBe("declined");
  expect(refundRequests()).toBe(1);
});

test("must be a boolean", async () => {
  const refundRequest = shop().refund(request("ottpay", "k", 100), { resend: "yes" as never });
  expect(await refused(refundRequest)).toMatchObject([{ field: "options.resend" }]);
  expect(refundRequests()).toBe(0);
});
