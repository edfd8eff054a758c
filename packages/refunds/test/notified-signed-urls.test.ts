/** Notifications of which the webhook's URL is signed, too, by hand as each provider documents it. */
import { expect, test } from "vitest";
import { rapyd, square } from "../src/index.ts";
import { baseUrl, hmac, secret } from "./support/webhook.ts";

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
