/** Notifications with signatures that the provider's own published library accepts. */
import { expect, test } from "vitest";
import { cashfree } from "../src/index.ts";

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
