/** Notifications that are signed by hand, as each provider documents it. */
import { createHash, createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  airwallex,
  createRefunds,
  memoryJournal,
  midtrans,
  paystack,
  przelewy24,
  rapyd,
  razorpay,
  square,
  stripe,
  yedpay,
} from "../src/index.ts";
import { sandbox } from "./support/shop.ts";

const secret = "a-webhook-secret";
const baseUrl = "http://127.0.0.1:9";
const hmac = (hash: string, text: string, encoding: "hex" | "base64", key = secret) =>
  createHmac(hash, key).update(text).digest(encoding);

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

test("razorpay", async () => {
  const client = razorpay({
    baseUrl,
    keyId: "rzp_test_1",
    keySecret: "secret-of-key",
    webhookSecret: ["newer-secret", secret],
  });
  const entity = { id: "rfnd_1", payment_id: "pay_1", receipt: "order-1", status: "processed" };
  const body = JSON.stringify({ event: "refund.processed", payload: { refund: { entity } } });
  const signature = hmac("sha256", body, "hex");
  const read = (text: string) =>
    client.notification({ headers: { "x-razorpay-signature": signature }, body: text });
  expect(await read(body)).toMatchObject({
    verified: true,
    events: [{ status: "succeeded", confirm: true, refundId: "rfnd_1", key: "order-1" }],
  });
  expect(await read(`${body} `)).toMatchObject({ verified: false });
});

test("square", async () => {
  const notificationUrl = "https://shop.example/webhooks/square";
  const options = { baseUrl, accessToken: "token-1234", webhookSecret: secret };
  const client = square({ ...options, notificationUrl });
  const refund = { id: "re_1", payment_id: "pay_1", status: "COMPLETED" };
  const requestBody = JSON.stringify({
    type: "refund.updated",
    event_id: "ev_1",
    data: { object: { refund } },
  });
  const signatureHeader = hmac("sha256", notificationUrl + requestBody, "base64");
  const request = {
    headers: { "x-square-hmacsha256-signature": signatureHeader },
    body: requestBody,
  };
  expect(await client.notification(request)).toMatchObject({
    verified: true,
    delivery: "ev_1",
    events: [{ status: "succeeded", confirm: true, refundId: "re_1" }],
  });
  const elsewhere = square({ ...options, notificationUrl: `${notificationUrl}/` });
  expect(await elsewhere.notification(request)).toMatchObject({ verified: false });
  await expect(square(options).notification(request)).rejects.toThrow(/notificationUrl is missing/);
});

test("paystack, by hand", async () => {
  const secretKey = "sk_test_abcdef";
  const client = paystack({ baseUrl, secretKey });
  // As Paystack's own example has it.
  const body = `{"event":"refund.processed","data":{"status":"processed","transaction_reference":"T2154954_412829_3be32076_6lcg3","refund_reference":"132013318360","amount":"5000","currency":"NGN"}}`;
  const signature = hmac("sha512", body, "hex", secretKey);
  const read = (text: string) =>
    client.notification({ headers: { "x-paystack-signature": text }, body });
  expect(await read(signature)).toMatchObject({
    verified: true,
    events: [
      {
        status: "succeeded",
        confirm: true,
        payments: [{ reference: "T2154954_412829_3be32076_6lcg3" }],
      },
    ],
  });
  expect(await read(hmac("sha256", body, "hex", secretKey))).toMatchObject({ verified: false });
});

test("midtrans, by hand", async () => {
  const serverKey = "SB-Mid-server-abc123cde456";
  const client = midtrans({ baseUrl, serverKey });
  // The fields of the page's example.
  const fields = {
    status_code: "200",
    transaction_id: "249fc620-6017-4540-af7c-5a1c25788f46",
    order_id: "example-1424936368",
    transaction_status: "partial_refund",
    gross_amount: "30000.00",
  };
  const sign = (key: string) =>
    createHash("sha512").update(`example-142493636820030000.00${key}`).digest("hex");
  const read = (more: object) =>
    client.notification({ headers: {}, body: JSON.stringify({ ...fields, ...more }) });
  const payments = [{ transactionId: fields.transaction_id }];
  expect(await read({ signature_key: sign(serverKey) })).toMatchObject({
    verified: true,
    events: [{ status: "pending", confirm: true, payments }],
  });
  expect(await read({ signature_key: sign("another") })).toMatchObject({ verified: false });
  expect(await read({ signature_key: sign(serverKey), gross_amount: "30001.00" })).toMatchObject({
    verified: false,
  });
});

test("przelewy24, by hand: a JSON text with the CRC key is digested", async () => {
  const crc = "a-crc-key";
  const client = przelewy24({ baseUrl, posId: "999999", apiKey: "key-1234", crc });
  const fields = {
    orderId: 301234567,
    sessionId: "zamówienie/7",
    refundsUuid: "order-1042-refund-1",
    merchantId: 999999,
    amount: 123,
    currency: "PLN",
    status: 0,
  };
  const sign = (more: object) =>
    createHash("sha384")
      .update(JSON.stringify({ ...fields, ...more }))
      .digest("hex");
  const read = (more: object, signature: string) => {
    const body = { ...fields, requestId: "order-1042-refund-1", timestamp: 1764244800, ...more };
    const text = JSON.stringify({ ...body, sign: signature });
    return client.notification({ headers: {}, body: text });
  };
  expect(await read({}, sign({ crc }))).toMatchObject({
    verified: true,
    events: [
      {
        status: "succeeded",
        confirm: true,
        key: "order-1042-refund-1",
        amount: { value: 123, currency: "PLN" },
        payments: [{ orderId: "301234567" }],
      },
    ],
  });
  expect(await read({ status: 1 }, sign({ status: 1, crc }))).toMatchObject({
    verified: true,
    events: [{ status: "declined", reason: "unspecified" }],
  });
  expect(await read({ status: 1 }, sign({ crc }))).toMatchObject({ verified: false });
  expect(await read({ amount: 124 }, sign({ crc }))).toMatchObject({ verified: false });
  expect(await read({}, sign({ crc: "another" }))).toMatchObject({ verified: false });
  const without = przelewy24({ baseUrl, posId: "999999", apiKey: "key-1234" });
  await expect(without.notification({ headers: {}, body: "{}" })).rejects.toThrow(/crc is missing/);
});

test("yedpay, by hand: the names sorted, the inside as it was sent, decoded", async () => {
  const client = yedpay({ baseUrl, accessToken: "token-1234", signKey: secret });
  const transaction = "transaction[id]=xX1&transaction[status]=refunded&transaction[amount]=10.00";
  const signed = `nonce_str=a b&request_type=purchase&success=1&${transaction}`;
  const sign = hmac("sha256", signed, "hex");
  const body = new URLSearchParams([
    ["success", "1"],
    ["request_type", "purchase"],
    ["transaction[id]", "xX1"],
    ["transaction[status]", "refunded"],
    ["transaction[amount]", "10.00"],
    ["nonce_str", "a b"],
    ["sign", sign],
    ["sign_type", "HMAC_SHA256"],
  ]).toString();
  const taken = await client.notification({ headers: {}, body });
  expect(taken).toMatchObject({
    verified: true,
    events: [{ status: "succeeded", confirm: true, payments: [{ id: "xX1" }] }],
  });
  expect(await taken.response.text()).toBe("success");
  const forged = body.replace("refunded", "pending_refund");
  expect(await client.notification({ headers: {}, body: forged })).toMatchObject({
    verified: false,
  });
});

test("a lost reply, and then Stripe's notification: it is asked, and a later failure reverses it", async () => {
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
  sandbox.inject([{ nth: 1, fault: "reset_after" }]);
  const amount = { value: 1050, currency: payment?.amount.currency as "USD" };
  const key = "order-1042/refund-1";
  const request = { account: "shop", key, payment: { paymentIntent }, amount } as const;
  expect(await refunds.refund(request)).toMatchObject({ status: "unknown" });
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

test("airwallex", async () => {
  const client = airwallex({ baseUrl, accessToken: "token-1234", webhookSecret: secret });
  const refund = {
    id: "rfd_1",
    request_id: "order-1",
    payment_intent_id: "int_1",
    payment_attempt_id: "att_1",
    amount: 10.5,
    currency: "USD",
    status: "SETTLED",
  };
  const body = JSON.stringify({ id: "evt_1", name: "refund.settled", data: { object: refund } });
  const time = "1646371882000";
  const read = (timestamp: string, text: string) =>
    client.notification({
      headers: { "x-timestamp": timestamp, "x-signature": hmac("sha256", time + body, "hex") },
      body: text,
    });
  expect(await read(time, body)).toMatchObject({
    verified: true,
    delivery: "evt_1",
    events: [
      {
        status: "succeeded",
        confirm: true,
        key: "order-1",
        refundId: "rfd_1",
        payments: [{ paymentIntentId: "int_1" }, { paymentAttemptId: "att_1" }],
        amount: { value: 1050, currency: "USD" },
      },
    ],
  });
  expect(await read(time, `${body} `)).toMatchObject({ verified: false });
  expect(await read("1646371882001", body)).toMatchObject({ verified: false });
});

test("rapyd", async () => {
  const notificationUrl = "https://shop.example/webhooks/rapyd";
  const options = { baseUrl, accessKey: "access-key-1", secretKey: secret, notificationUrl };
  const client = rapyd(options);
  const refund = {
    id: "refund_1",
    amount: 10.5,
    payment: "payment_1",
    currency: "USD",
    status: "Completed",
    merchant_reference_id: "order-1",
  };
  const body = JSON.stringify({ id: "wh_1", type: "REFUND_COMPLETED", data: refund });
  const salt = "5f3a9c1b7d2e";
  const timestamp = "1647637499";
  const signed = notificationUrl + salt + timestamp + options.accessKey + secret + body;
  const hash = hmac("sha256", signed, "hex");
  const signature = Buffer.from(hash).toString("base64");
  const read = (headers: Record<string, string>, text = body) =>
    client.notification({ headers: { salt, timestamp, signature, ...headers }, body: text });
  expect(await read({})).toMatchObject({
    verified: true,
    delivery: "wh_1",
    events: [
      {
        status: "succeeded",
        confirm: true,
        key: "order-1",
        refundId: "refund_1",
        payments: [{ id: "payment_1" }],
        amount: { value: 1050, currency: "USD" },
      },
    ],
  });
  expect(await read({}, `${body} `)).toMatchObject({ verified: false });
  expect(await read({ salt: "5f3a9c1b7d2f" })).toMatchObject({ verified: false });
  expect(await read({ signature: hash })).toMatchObject({ verified: false });
});
