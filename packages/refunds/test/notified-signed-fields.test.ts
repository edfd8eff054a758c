/** Notifications of which chosen fields of the body are signed, by hand as each provider documents it. */
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { midtrans, przelewy24, yedpay } from "../src/index.ts";
import { baseUrl, hmac, secret } from "./support/webhook.ts";

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
