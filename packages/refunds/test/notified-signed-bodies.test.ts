/** Notifications of which the body is signed, alone or with a time, by hand as each provider documents it. */
import { expect, test } from "vitest";
import { airwallex, paystack, razorpay } from "../src/index.ts";
import { baseUrl, hmac, secret } from "./support/webhook.ts";

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
