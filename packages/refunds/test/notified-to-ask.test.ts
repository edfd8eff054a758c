/** Notifications that prove nothing by themselves: they are signed as an API's requests are, or not in a way that is verified. */
import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { createRefunds, dlocal, memoryJournal, paypal } from "../src/index.ts";
import { sandbox } from "./support/shop.ts";

const baseUrl = "http://127.0.0.1:9";

test("dlocal: signed like a request, over the login, the date and the body", async () => {
  const client = dlocal({ baseUrl, login: "login-1", transKey: "trans", secretKey: "secret-1" });
  const refund = { id: "REF42342", payment_id: "PAY4334346343", amount: 100.5, currency: "BRL" };
  const body = JSON.stringify({ ...refund, status: "SUCCESS", status_code: "200" });
  const date = "2026-11-27T12:00:00.000Z";
  const sign = (text: string, key = "secret-1") =>
    `V2-HMAC-SHA256, Signature: ${createHmac("sha256", key).update(text).digest("hex")}`;
  const signed = sign(`login-1${date}${body}`);
  const read = (authorization: string, text = body, time = date) =>
    client.notification({ headers: { authorization, "x-date": time }, body: text });
  expect(await read(signed)).toMatchObject({
    verified: true,
    events: [
      {
        status: "succeeded",
        confirm: true,
        refundId: "REF42342",
        payments: [{ paymentId: "PAY4334346343" }],
        amount: { value: 10050, currency: "BRL" },
      },
    ],
  });
  const refused = { verified: false, events: [], response: { status: 401 } };
  expect(await read(signed, body.replace("SUCCESS", "REJECTED"))).toMatchObject(refused);
  expect(await read(signed, `${body} `)).toMatchObject(refused);
  expect(await read(signed, body, "2026-11-27T12:00:01.000Z")).toMatchObject(refused);
  expect(await read(sign(`login-2${date}${body}`))).toMatchObject(refused);
  expect(await read(sign(`login-1${date}${body}`, "secret-2"))).toMatchObject(refused);
  expect(await read("")).toMatchObject(refused);
});

test("paypal: no matter who sent it, the refund is asked about, and only PayPal's answer counts", async () => {
  sandbox.reset();
  sandbox.inject();
  const [credentials] = sandbox.provider("paypal").credentials;
  const account = paypal({
    environment: "test",
    ...(credentials as { clientId: string; clientSecret: string }),
    fetch: sandbox.fetch,
  });
  const refunds = createRefunds({ accounts: { shop: account }, journal: memoryJournal() });
  const pending = sandbox.provider("paypal").payments.find(({ always }) => always === "pending");
  const outcome = await refunds.refund({
    account: "shop",
    key: "order-1042-refund-1",
    payment: { captureId: `${pending?.payment.captureId}` },
    amount: { value: 1050, currency: "GBP" },
  });
  expect(outcome.status).toBe("pending");
  const refundId = "refundId" in outcome ? outcome.refundId : undefined;
  const deliver = (more: object) => {
    const amount = { value: "10.50", currency_code: "GBP" };
    const resource = { id: refundId, status: "COMPLETED", amount, ...more };
    const event = { event_type: "PAYMENT.CAPTURE.REFUNDED", resource_type: "refund", resource };
    return refunds.notification("shop", {
      headers: {},
      body: JSON.stringify({ id: "WH-1", ...event }),
    });
  };
  const before = await refunds.get("order-1042-refund-1");
  // Forged: it did not succeed yet, and it did not fail.
  for (const more of [{}, { status: "FAILED" }, { amount: undefined }]) {
    const { verified, delivery, refunds: found } = await deliver(more);
    expect([verified, delivery]).toEqual([false, "WH-1"]);
    expect(found).toMatchObject([{ is: "asked", outcome: { status: "pending" } }]);
  }
  expect((await refunds.get("order-1042-refund-1"))?.outcome?.status).toBe(before?.outcome?.status);
  expect((await deliver({ id: "1JU99" })).refunds).toEqual([{ is: "not_ours" }]);
  await sandbox.finish("paypal", 1, "succeeded");
  expect((await deliver({})).refunds).toMatchObject([
    { is: "asked", outcome: { status: "succeeded", because: "query_proved" } },
  ]);
});
