/** Notifications with signatures that the provider's own published library accepts. */
import { expect, test } from "vitest";
import { cashfree, mercadopago } from "../src/index.ts";

const baseUrl = "http://127.0.0.1:9";

test("cashfree: what version 6.0.6 of its library for Node accepts", async () => {
  const client = cashfree({ baseUrl, clientId: "app", clientSecret: "cf-client-secret" });
  const body = `{"data":{"refund":{"cf_refund_id":11325632,"cf_payment_id":789727431,"refund_id":"refund_sampleorder0413","order_id":"sampleorder0413","refund_amount":2.00,"refund_currency":"INR","entity":"Refund","refund_type":"MERCHANT_INITIATED","refund_arn":"205907014017","refund_status":"SUCCESS"}},"event_time":"2022-02-28T13:04:28+05:30","type":"REFUND_STATUS_WEBHOOK"}`;
  const signed = {
    "x-webhook-timestamp": "1617695238078",
    "x-webhook-signature": "meTmoMcS+cpwRXcr1+jhDDIshG6+56qij3EJsKvKBGQ=",
  };
  const read = (headers: Record<string, string>, text = body) =>
    client.notification({ headers: { ...signed, ...headers }, body: text });
  expect(await read({})).toMatchObject({
    verified: true,
    events: [
      {
        status: "succeeded",
        confirm: true,
        key: "refund_sampleorder0413",
        refundId: "11325632",
        payments: [{ orderId: "sampleorder0413" }],
        amount: { value: 200, currency: "INR" },
      },
    ],
  });
  const refused = { verified: false, events: [] };
  // The same JSON, written again.
  expect(await read({}, JSON.stringify(JSON.parse(body)))).toMatchObject(refused);
  expect(await read({}, body.replace("SUCCESS", "CANCELLED"))).toMatchObject(refused);
  expect(await read({ "x-webhook-timestamp": "1617695238079" })).toMatchObject(refused);
  expect(await read({ "x-webhook-signature": "" })).toMatchObject(refused);
  const another = cashfree({ baseUrl, clientId: "app", clientSecret: "another-secret" });
  const forged = await another.notification({ headers: signed, body });
  expect([forged.verified, forged.response.status]).toEqual([false, 401]);
});

test("mercadopago: what the validator of version 3.6.1 of its library for Node accepts", async () => {
  const options = { baseUrl, accessToken: "TEST-1", webhookSecret: "mp-webhook-secret" };
  const client = mercadopago(options);
  const bodyOf = (id: string) =>
    JSON.stringify({ id: 12345, type: "payment", action: "payment.updated", data: { id } });
  const v1 = "3655aa371ad95ccff3838c0a2fbb83dd962b3b406973270475b8f7d45adc24f2";
  const signed = {
    "x-signature": `ts=1742505638,v1=${v1}`,
    "x-request-id": "bb56a2f1-6aae-46ac-982e-9dcd3581d08e",
  };
  const read = (headers: Record<string, string>, body = bodyOf("20359978")) =>
    client.notification({ headers: { ...signed, ...headers }, body });
  expect(await read({})).toMatchObject({
    verified: true,
    events: [{ status: "succeeded", confirm: true, payments: [{ id: "20359978" }] }],
  });
  const refused = { verified: false, events: [], response: { status: 401 } };
  expect(await read({}, bodyOf("20359979"))).toMatchObject(refused);
  expect(await read({ "x-request-id": "another" })).toMatchObject(refused);
  expect(await read({ "x-signature": `ts=1742505639,v1=${v1}` })).toMatchObject(refused);
  expect(await read({ "x-signature": `v1=${v1}` })).toMatchObject(refused);
  expect(await read({ "x-signature": "ts=1742505638" })).toMatchObject(refused);
  const another = mercadopago({ ...options, webhookSecret: "another" });
  const body = bodyOf("20359978");
  expect(await another.notification({ headers: signed, body })).toMatchObject(refused);
});
