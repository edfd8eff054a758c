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
  const ask = request("openpayd", "k", 100);
  await lose(journal, ask, false);
  await refunds.record("k", { status: "declined", by: "Ana" });
  expect((await refunds.refund(ask)).status).toBe("declined");
  const both = [refunds.refund(ask, { resend: true }), refunds.refund(ask, { resend: true })];
  expect((await Promise.all(both)).map(({ status }) => status)).toEqual(["succeeded", "succeeded"]);
  expect((await refunds.refund(ask, { resend: true })).status).toBe("succeeded");
  expect(refundRequests()).toBe(2);
});

test.each(["reset_after", "reset_before"] as const)(
  "does not send a refund that is unknown after %s",
  async (fault) => {
    const refunds = shop();
    const ask = request("ottpay", "k", 100);
    sandbox.inject([{ nth: 1, fault, operation: "refund" }]);
    await refunds.refund(ask);
    expect((await refunds.refund(ask, { resend: true })).status).toBe("unknown");
    expect(refundRequests()).toBe(1);
  },
);

test("does not send a refund that the provider declined", async () => {
  const refunds = shop();
  const ask = request("ottpay", "k", 999_999_999);
  expect((await refunds.refund(ask)).status).toBe("declined");
  expect((await refunds.refund(ask, { resend: true })).status).toBe("declined");
  expect(refundRequests()).toBe(1);
});

test("must be a boolean", async () => {
  const ask = shop().refund(request("ottpay", "k", 100), { resend: "yes" as never });
  expect(await refused(ask)).toMatchObject([{ field: "options.resend" }]);
  expect(refundRequests()).toBe(0);
});
