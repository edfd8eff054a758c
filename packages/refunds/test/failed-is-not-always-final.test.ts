/** States of which the word is "failed". Where no page says that nothing follows, another refund could be a second one. */
import { expect, test } from "vitest";
import {
  type Account,
  cashfree,
  createRefunds,
  memoryJournal,
  rapyd,
  razorpay,
} from "../src/index.ts";
import { hmac, secret } from "./support/webhook.ts";

const key = "order-1042-refund-1";

/** A shop of one account. Its provider has one refund, in the state that the test gives it. */
function shopOf(
  open: (options: { baseUrl: string; fetch: typeof fetch }) => Account,
  refundIn: (state: string) => object,
  listed: (refund: object) => object = (refund) => refund,
) {
  const provider = { state: "", sent: 0 };
  const answering = async (_: unknown, { method }: RequestInit = {}) => {
    const refund = refundIn(provider.state);
    if (method === "POST") provider.sent += 1;
    return Response.json(method === "POST" ? refund : listed(refund));
  };
  const account = open({ baseUrl: "http://127.0.0.1:9", fetch: answering as typeof fetch });
  const refunds = createRefunds({ accounts: { shop: account }, journal: memoryJournal() });
  const refundedWhile = (state: string, request: object, again: object = {}) => {
    provider.state = state;
    return refunds.refund({ account: "shop", key, ...request } as never, again);
  };
  const foundIn = (state: string) => {
    provider.state = state;
    return refunds.reconcile(key);
  };
  return { provider, refunds, refundedWhile, foundIn };
}

const cashfreeShop = () =>
  shopOf(
    (options) => cashfree({ ...options, clientId: "app", clientSecret: secret }),
    (refund_status) => ({
      cf_refund_id: "1553338",
      refund_id: key,
      order_id: "order_1042",
      entity: "refund",
      refund_amount: 10.5,
      refund_currency: "INR",
      refund_status,
    }),
  );
const ofCashfree = { payment: { orderId: "order_1042" }, amount: { value: 1050, currency: "INR" } };

const failedAtCashfree = () => {
  const refund = {
    cf_refund_id: 1553338,
    refund_id: key,
    order_id: "order_1042",
    refund_amount: 10.5,
    refund_currency: "INR",
    refund_status: "FAILED",
  };
  const body = JSON.stringify({ type: "REFUND_STATUS_WEBHOOK", data: { refund } });
  const time = "1775000000";
  return {
    headers: {
      "x-webhook-signature": hmac("sha256", time + body, "base64"),
      "x-webhook-timestamp": time,
    },
    body,
  };
};

test("cashfree: FAILED is unknown, because Cashfree tries several times; CANCELLED is its end", async () => {
  const { provider, refundedWhile, foundIn } = cashfreeShop();
  expect(await refundedWhile("FAILED", ofCashfree)).toMatchObject({ status: "unknown" });
  expect(await foundIn("FAILED")).toMatchObject({ status: "unknown" });
  expect(await refundedWhile("FAILED", ofCashfree, { resend: true })).toMatchObject({
    status: "unknown",
  });
  expect(provider.sent).toBe(1);
  expect(await foundIn("CANCELLED")).toMatchObject({ status: "declined" });
});

test("cashfree: a pending refund that failed stays pending, and can still succeed", async () => {
  const { refundedWhile, foundIn } = cashfreeShop();
  expect(await refundedWhile("PENDING", ofCashfree)).toMatchObject({ status: "pending" });
  expect(await foundIn("FAILED")).toMatchObject({ status: "pending" });
  expect(await foundIn("SUCCESS")).toMatchObject({ status: "succeeded" });
});

test("cashfree: a signed FAILED of a refund that had succeeded is for a person, and otherwise a reason to ask", async () => {
  for (const [state, becomes] of [
    ["SUCCESS", "needs_review"],
    ["PENDING", "pending"],
    ["FAILED", "unknown"],
    ["CANCELLED", "declined"],
  ] as const) {
    const { refunds, refundedWhile } = cashfreeShop();
    await refundedWhile(state, ofCashfree);
    const { verified } = await refunds.notification("shop", failedAtCashfree());
    expect(verified).toBe(true);
    expect((await refunds.get(key))?.status).toBe(becomes);
  }
});

const entityIn = (status: string) => ({
  id: "rfnd_FS8TWyPrCsa0OB",
  entity: "refund",
  amount: 1050,
  currency: "INR",
  payment_id: "pay_29QQoUBi66xm2f",
  receipt: key,
  status,
});
const razorpayShop = () =>
  shopOf(
    (options) =>
      razorpay({ ...options, keyId: "rzp_test_1", keySecret: "k", webhookSecret: secret }),
    entityIn,
    (refund) => ({ entity: "collection", count: 1, items: [refund] }),
  );
const ofRazorpay = {
  payment: { id: "pay_29QQoUBi66xm2f" },
  amount: { value: 1050, currency: "INR" },
};
const delivered = (entity: object, event = "refund.failed") => {
  const body = JSON.stringify({ event, payload: { refund: { entity } } });
  return { headers: { "x-razorpay-signature": hmac("sha256", body, "hex") }, body };
};

test("razorpay: an answer of failed is unknown, because Razorpay tries again; the signed event is its end", async () => {
  const { provider, refunds, refundedWhile, foundIn } = razorpayShop();
  expect(await refundedWhile("failed", ofRazorpay)).toMatchObject({ status: "unknown" });
  expect(await foundIn("failed")).toMatchObject({ status: "unknown" });
  expect(await refundedWhile("failed", ofRazorpay, { resend: true })).toMatchObject({
    status: "unknown",
  });
  expect(provider.sent).toBe(1);
  const { refunds: settled } = await refunds.notification("shop", delivered(entityIn("failed")));
  expect(settled).toMatchObject([
    { is: "recorded", outcome: { status: "declined", because: "notification_proved" } },
  ]);
});

test("razorpay: a person settles a refund that failed, if no event came", async () => {
  const { refunds, refundedWhile } = razorpayShop();
  expect(await refundedWhile("failed", ofRazorpay)).toMatchObject({ status: "unknown" });
  const by = "Razorpay's support, ticket 1";
  expect(await refunds.record(key, { status: "declined", by })).toMatchObject({
    status: "declined",
  });
});

test("razorpay: an event of another amount, or that is not signed, declines nothing", async () => {
  const { refunds, refundedWhile } = razorpayShop();
  expect(await refundedWhile("pending", ofRazorpay)).toMatchObject({ status: "pending" });
  const signed = delivered(entityIn("failed"));
  const headers = { "x-razorpay-signature": hmac("sha256", signed.body, "hex", "another") };
  expect(await refunds.notification("shop", { ...signed, headers })).toMatchObject({
    verified: false,
    refunds: [],
  });
  await refunds.notification("shop", delivered({ ...entityIn("failed"), amount: 50 }));
  expect((await refunds.get(key))?.outcome).toMatchObject({ status: "needs_review" });
});

test("razorpay: a signed failure of a refund that had succeeded is for a person", async () => {
  const { refunds, refundedWhile } = razorpayShop();
  expect(await refundedWhile("processed", ofRazorpay)).toMatchObject({ status: "succeeded" });
  await refunds.notification("shop", delivered(entityIn("failed")));
  expect((await refunds.get(key))?.outcome).toMatchObject({ status: "needs_review" });
});

test.each([
  ["processed", "failed", "needs_review"],
  ["processed", "reversed", "reversed"],
  ["processed", "processed", "succeeded"],
  ["processed", "pending", "succeeded"],
  ["pending", "failed", "declined"],
  ["pending", "reversed", "reversed"],
  ["pending", "pending", "pending"],
  ["failed", "failed", "declined"],
])(
  "razorpay: after %s, the event refund.processed with the state %s makes it %s",
  async (answer, state, becomes) => {
    const { refunds, refundedWhile } = razorpayShop();
    await refundedWhile(answer, ofRazorpay);
    await refunds.notification("shop", delivered(entityIn(state), "refund.processed"));
    expect((await refunds.get(key))?.status).toBe(becomes);
  },
);

test("razorpay: refund.processed with the state failed agrees with refund.failed, and another state is a reason to ask", async () => {
  const { refunds, refundedWhile } = razorpayShop();
  await refundedWhile("pending", ofRazorpay);
  await refunds.notification("shop", delivered(entityIn("failed")));
  await refunds.notification("shop", delivered(entityIn("failed"), "refund.processed"));
  expect((await refunds.get(key))?.status).toBe("declined");
  const other = razorpayShop();
  await other.refundedWhile("pending", ofRazorpay);
  other.provider.state = "processed";
  const unread = delivered(entityIn("a state that no page has"), "refund.processed");
  expect((await other.refunds.notification("shop", unread)).refunds).toMatchObject([
    { is: "asked", outcome: { status: "succeeded" } },
  ]);
});

test("razorpay: refund.failed without the state failed proves no decline, but is contrary to a success", async () => {
  for (const [answer, becomes] of [
    ["pending", "pending"],
    ["processed", "needs_review"],
  ] as const) {
    const { refunds, refundedWhile } = razorpayShop();
    await refundedWhile(answer, ofRazorpay);
    await refunds.notification("shop", delivered({ ...entityIn("failed"), status: undefined }));
    expect((await refunds.get(key))?.status).toBe(becomes);
  }
});

const rapydShop = (more: object = {}) =>
  shopOf(
    (options) => rapyd({ ...options, accessKey: "rak_1", secretKey: "rsk_1" }),
    (status) => ({
      status: { error_code: "", status: "SUCCESS", message: "" },
      data: {
        id: "refund_1",
        payment: "payment_1",
        amount: 10.5,
        currency: "USD",
        merchant_reference_id: key,
        status,
        ...(status === "Error" && more),
      },
    }),
    (answer) => ({ ...answer, data: [(answer as { data: object }).data] }),
  );

test("rapyd: Error is a final state, so a pending refund that ends in it is declined", async () => {
  const request = { payment: { id: "payment_1" }, amount: { value: 1050, currency: "USD" } };
  // The published example of such a refund has no amount and an empty currency.
  for (const more of [{}, { amount: null, currency: "" }]) {
    const { refundedWhile, foundIn } = rapydShop(more);
    expect(await refundedWhile("Pending", request)).toMatchObject({ status: "pending" });
    expect(await foundIn("Error")).toMatchObject({ status: "declined" });
  }
  expect(await rapydShop().refundedWhile("Error", request)).toMatchObject({ status: "declined" });
});
