/** Notifications with several events, as Adyen and GoCardless send and sign them. */
import { createHmac } from "node:crypto";
import { createSandbox } from "@refunds/sandbox";
import { describe, expect, test } from "vitest";
import {
  type AnyRefundRequest,
  adyen,
  createRefunds,
  gocardless,
  memoryJournal,
  mollie,
} from "../src/index.ts";
import { answered, notifiedShop, request } from "./support/notified-account.ts";

const baseUrl = "http://127.0.0.1:9";

describe("adyen", () => {
  // The key, the event and the signature that Adyen publishes in the tests of its libraries.
  const hmacKey = "44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056";
  const published = {
    pspReference: "7914073381342284",
    originalReference: "",
    merchantAccountCode: "TestMerchant",
    merchantReference: "TestPayment-1407325143704",
    amount: { value: 1130, currency: "EUR" },
    eventCode: "AUTHORISATION",
    success: "true",
    additionalData: { hmacSignature: "coqCmt/IZ4E3CzPvMY8zTjQVL5hYJUiBRg8UU+iCWo0=" },
  };
  const client = adyen({
    baseUrl,
    apiKey: "an-api-key",
    merchantAccount: "TestMerchant",
    hmacKey: ["00", hmacKey],
  });
  type Item = typeof published;
  const bodyOf = (...items: Item[]) =>
    JSON.stringify({
      live: "false",
      notificationItems: items.map((NotificationRequestItem) => ({ NotificationRequestItem })),
    });
  const read = (...items: Item[]) => client.notification({ headers: {}, body: bodyOf(...items) });
  const signed = (given: Partial<Item>): Item => {
    const item = { ...published, ...given };
    const { pspReference, originalReference, merchantAccountCode, merchantReference } = item;
    const { amount, eventCode, success } = item;
    const text = [
      ...[pspReference, originalReference, merchantAccountCode, merchantReference],
      ...[amount.value, amount.currency, eventCode, success],
    ].join(":");
    const hmac = createHmac("sha256", Buffer.from(hmacKey, "hex")).update(text);
    return { ...item, additionalData: { hmacSignature: hmac.digest("base64") } };
  };
  const refund = (given: Partial<Item> = {}) =>
    signed({
      eventCode: "REFUND",
      pspReference: "RF1",
      originalReference: "PSP1",
      merchantReference: "order-1",
      ...given,
    });

  test("the published signature holds, and says nothing of a refund", async () => {
    expect(await read(published)).toMatchObject({ verified: true, events: [] });
    for (const changed of [
      { success: "false" },
      { amount: { value: 1131, currency: "EUR" } },
      { eventCode: "REFUND" },
    ])
      expect(await read({ ...published, ...changed })).toMatchObject({ verified: false });
  });

  test("each item is read", async () => {
    const failed = refund({ success: "false", pspReference: "RF2", merchantReference: "order-2" });
    const reversed = refund({ eventCode: "REFUND_FAILED" });
    expect(await read(refund(), published, failed, reversed)).toMatchObject({
      verified: true,
      events: [
        {
          status: "succeeded",
          confirm: false,
          refundId: "RF1",
          key: "order-1",
          payments: [{ pspReference: "PSP1" }],
          amount: { value: 1130, currency: "EUR" },
        },
        { status: "declined", reason: "unspecified", refundId: "RF2" },
        { status: "reversed", refundId: "RF1" },
      ],
    });
  });

  test("amounts are in Adyen's own decimals", async () => {
    const isk = refund({ amount: { value: 250000, currency: "ISK" } });
    expect((await read(isk)).events[0]?.amount).toEqual({ value: 2500, currency: "ISK" });
  });

  test("a refund that only a notification confirms succeeds, and can be reversed", async () => {
    const answers = [
      Response.json(
        {
          merchantAccount: "TestMerchant",
          paymentPspReference: "PSP1",
          reference: "order-1",
          pspReference: "RF1",
          status: "received",
          amount: { currency: "EUR", value: 1130 },
        },
        { status: 201 },
      ),
    ];
    const refunds = createRefunds({
      journal: memoryJournal(),
      accounts: {
        adyen: adyen({
          baseUrl,
          apiKey: "an-api-key",
          merchantAccount: "TestMerchant",
          hmacKey,
          fetch: async () => answers.shift() ?? Response.error(),
        }),
      },
    });
    const sent = await refunds.refund({
      account: "adyen",
      key: "order-1",
      payment: { pspReference: "PSP1" },
      amount: { value: 1130, currency: "EUR" },
    });
    expect(sent.status).toBe("pending");
    const deliver = (...items: Item[]) =>
      refunds.notification("adyen", { headers: {}, body: bodyOf(...items) });
    const elsewhere = refund({ pspReference: "RF9", originalReference: "PSP9" });
    expect((await deliver(refund(), elsewhere)).refunds).toMatchObject([
      { is: "recorded", key: "order-1", outcome: { status: "succeeded" } },
      { is: "not_ours" },
    ]);
    expect((await deliver(refund())).refunds).toMatchObject([{ is: "unchanged" }]);
    expect((await deliver(refund({ eventCode: "REFUNDED_REVERSED" }))).refunds).toMatchObject([
      { is: "recorded", outcome: { status: "reversed" } },
    ]);
  });
});

test("the provider's own id counts more than a key that is also the payment's reference", async () => {
  const { refunds, state, deliver, statusOf } = notifiedShop(memoryJournal());
  state.answers = [answered("pending", "re_1"), answered("pending", "re_2")];
  await refunds.refund(request("order-1"));
  await refunds.refund(request("order-1/2"));
  const { refunds: taken } = await deliver({ key: "order-1", refundId: "re_2" });
  expect(taken).toMatchObject([{ is: "recorded", key: "order-1/2" }]);
  expect([await statusOf("order-1"), await statusOf("order-1/2")]).toEqual([
    "pending",
    "succeeded",
  ]);
});

test("mollie: a call without a signature makes the client ask, and the answer counts", async () => {
  const sandbox = await createSandbox({ providers: ["mollie"] });
  const { payments, requestFor, credentials } = sandbox.provider("mollie");
  const payment = payments.find(({ always }) => always === "pending");
  if (!payment) throw new Error("There is no payment whose refunds are pending.");
  const client = mollie({
    environment: "test",
    ...(credentials[0] as { apiKey: string }),
    fetch: sandbox.fetch,
  });
  const refunds = createRefunds({ journal: memoryJournal(), accounts: { mollie: client } });
  const request = requestFor(payment, undefined, "order-1") as unknown as AnyRefundRequest;
  const sent = await refunds.refund({ account: "mollie", key: "order-1", ...request } as never);
  expect(sent).toMatchObject({ status: "pending" });
  const deliver = (body: string) =>
    refunds.notification("mollie", {
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body,
    });
  const body = `id=${payment.payment.id}`;
  expect((await deliver(body)).refunds).toMatchObject([
    { is: "asked", outcome: { status: "pending" } },
  ]);
  await sandbox.finish("mollie", 1, "succeeded");
  expect(await deliver(body)).toMatchObject({
    verified: false,
    refunds: [{ is: "asked", key: "order-1", outcome: { status: "succeeded" } }],
  });
  const asked = sandbox.requests.length;
  expect((await deliver(body)).refunds).toMatchObject([{ is: "unchanged" }]);
  expect((await deliver("id=tr_another")).refunds).toMatchObject([{ is: "not_ours" }]);
  expect(sandbox.requests.length).toBe(asked);
});

test("gocardless", async () => {
  const webhookSecret = "a-webhook-secret";
  const client = gocardless({ baseUrl, accessToken: "a-token", webhookSecret });
  const body = JSON.stringify({
    events: [
      { id: "EV1", resource_type: "payments", action: "failed", links: { payment: "PM1" } },
      { id: "EV2", resource_type: "refunds", action: "paid", links: { refund: "RF1" } },
      { id: "EV3", resource_type: "refunds", action: "funds_returned", links: { refund: "RF2" } },
    ],
  });
  const signature = createHmac("sha256", webhookSecret).update(body).digest("hex");
  const headers = { "webhook-signature": signature };
  const notification = await client.notification({ headers, body });
  expect(notification).toMatchObject({
    verified: true,
    events: [
      { status: "succeeded", confirm: true, refundId: "RF1" },
      { status: "declined", confirm: true, refundId: "RF2" },
    ],
  });
  expect(notification.response.status).toBe(204);
  expect(await client.notification({ headers, body: `${body}\n` })).toMatchObject({
    verified: false,
  });
});
