/** Notifications of Stripe, signed by hand: what is signed is the time and the body. */
import type { FaultKind } from "@refunds/sandbox";
import { describe, expect, test } from "vitest";
import { createRefunds, memoryJournal, stripe } from "../src/index.ts";
import { sandbox } from "./support/shop.ts";
import { baseUrl, hmac, secret } from "./support/webhook.ts";

const stripeBody = JSON.stringify(
  {
    id: "evt_1",
    object: "event",
    type: "refund.failed",
    data: {
      object: {
        id: "re_1",
        object: "refund",
        amount: 1050,
        currency: "usd",
        charge: "ch_1",
        payment_intent: "pi_1",
        status: "failed",
        metadata: { refund_key: "order-1042/refund-1" },
      },
    },
  },
  null,
  2,
);

describe("stripe", () => {
  const client = stripe({ baseUrl, secretKey: "sk_test_1", webhookSecret: secret });
  const read = (signature: string, body = stripeBody) =>
    client.notification({ headers: { "stripe-signature": signature }, body });
  const sign = (time: number, key = secret) =>
    `t=${time},v1=${hmac("sha256", `${time}.${stripeBody}`, "hex", key)}`;
  const now = Math.floor(Date.now() / 1000);

  test("what is signed is verified, and says what the spec says", async () => {
    expect(await read(sign(now))).toMatchObject({
      verified: true,
      delivery: "evt_1",
      events: [
        {
          status: "reversed",
          confirm: false,
          key: "order-1042/refund-1",
          refundId: "re_1",
          payments: [{ paymentIntent: "pi_1" }, { charge: "ch_1" }],
          amount: { value: 1050, currency: "USD" },
        },
      ],
    });
  });

  test.each([
    ["too old", sign(now - 301), stripeBody],
    ["of another secret", sign(now, "another"), stripeBody],
    ["of another body", sign(now), stripeBody.replace("1050", "9050")],
    ["without a signature", "t=1", stripeBody],
  ])("what is %s is refused", async (_, signature, body) => {
    expect(await read(signature, body)).toMatchObject({ verified: false, events: [] });
  });
});

/** A shop whose first refund meets a fault, and what delivers Stripe's notifications to it. */
async function shopWith(...faults: FaultKind[]) {
  sandbox.reset();
  const [credentials] = sandbox.provider("stripe").credentials;
  const account = stripe({
    environment: "test",
    ...credentials,
    webhookSecret: secret,
    fetch: sandbox.fetch,
  } as unknown as Parameters<typeof stripe>[0]);
  const refunds = createRefunds({ accounts: { shop: account }, journal: memoryJournal() });
  const [payment] = sandbox.provider("stripe").payments;
  const paymentIntent = String(payment?.payment.paymentIntent);
  const amount = { value: 1050, currency: payment?.amount.currency as "USD" };
  const key = "order-1042/refund-1";
  const request = { account: "shop", key, payment: { paymentIntent }, amount } as const;
  for (const fault of faults) {
    sandbox.inject(() => fault);
    await refunds.refund(request);
  }
  sandbox.inject();
  const deliver = (type: string, status: string, id: string, intent = paymentIntent) => {
    const refund = { id, object: "refund", status, payment_intent: intent };
    const metadata = { refund_key: key };
    const object = { ...refund, amount: 1050, currency: amount.currency.toLowerCase(), metadata };
    const body = JSON.stringify({ id: `evt_${type}`, object: "event", type, data: { object } });
    const time = Math.floor(Date.now() / 1000);
    const signature = `t=${time},v1=${hmac("sha256", `${time}.${body}`, "hex")}`;
    return refunds.notification("shop", { headers: { "Stripe-Signature": signature }, body });
  };
  return { refunds, request, key, deliver };
}

test("a lost reply, and then Stripe's notification: it is asked, and a later failure reverses it", async () => {
  const { refunds, key, deliver } = await shopWith("reset_after");
  expect(await refunds.get(key)).toMatchObject({ status: "unknown" });
  const other = await deliver("refund.failed", "failed", "re_9", "pi_other");
  expect(other.refunds).toEqual([{ is: "not_ours" }]);
  const asked = await deliver("refund.updated", "succeeded", "re_1");
  expect(asked.refunds).toMatchObject([
    { is: "asked", outcome: { status: "succeeded", because: "query_proved" } },
  ]);
  const failed = await deliver("refund.failed", "failed", "re_1");
  expect(failed.refunds).toMatchObject([
    { is: "recorded", outcome: { status: "reversed", because: "notification_proved" } },
  ]);
  expect((await deliver("refund.failed", "failed", "re_1")).refunds).toMatchObject([
    { is: "unchanged" },
  ]);
});

test("after a try that was not sent, a failure is of the one that was", async () => {
  const { refunds, key, deliver } = await shopWith("refuse", "reset_after");
  expect(await refunds.reconcile(key)).toMatchObject({
    status: "succeeded",
    because: "query_proved",
  });
  expect((await deliver("refund.failed", "failed", "re_1")).refunds).toMatchObject([
    { is: "recorded", outcome: { status: "reversed", because: "notification_proved" } },
  ]);
});

test("a success of a refund that was recorded as declined is for a person, and is not sent again", async () => {
  const { refunds, request, key, deliver } = await shopWith("reset_after");
  await refunds.record(key, { status: "declined", by: "Ana" });
  expect((await deliver("refund.updated", "succeeded", "re_1")).refunds).toMatchObject([
    { is: "recorded", outcome: { status: "needs_review" } },
  ]);
  expect((await refunds.refund(request, { resend: true })).status).toBe("needs_review");
  expect(sandbox.refunds).toHaveLength(1);
});
