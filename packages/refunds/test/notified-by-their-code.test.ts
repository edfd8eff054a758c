/** Notifications with signatures that the provider's own published library accepts, or has in its tests. */
import { expect, test } from "vitest";
import { cashfree, gocardless, mercadopago, razorpay, square } from "../src/index.ts";

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

/** The body is about no refund, so it has no events. With one byte changed, or under another key, it is refused. */
async function expectVector(
  clientWith: (webhookSecret: string) => Pick<ReturnType<typeof square>, "notification">,
  { secret, header, signature, body }: Record<"secret" | "header" | "signature" | "body", string>,
) {
  const read = (text: string, key = secret, signed = signature) =>
    clientWith(key).notification?.({ headers: { [header]: signed }, body: text });
  expect(await read(body)).toMatchObject({ verified: true, events: [] });
  const refused = { verified: false, events: [], response: { status: 401 } };
  expect(await read(`${body} `)).toMatchObject(refused);
  expect(await read(body.replace(/\d/, "9"))).toMatchObject(refused);
  expect(await read(body, `${secret}1`)).toMatchObject(refused);
  expect(await read(body, secret, signature.replace(/^./, "0"))).toMatchObject(refused);
}

test("razorpay: the signature in the tests of its libraries for Node and Java", async () => {
  const options = { baseUrl, keyId: "rzp_test_1", keySecret: "another" };
  await expectVector((webhookSecret) => razorpay({ ...options, webhookSecret }), {
    secret: "123456",
    header: "x-razorpay-signature",
    signature: "2fe04e22977002e6c7cb553adab8b460cb9e2a4970d5953cb27a8472752e3bbc",
    body: '{"a":1,"b":2,"c":{"d":3}}',
  });
});

test("square: the signature in the tests of all its libraries", async () => {
  const notificationUrl = "https://webhook.site/679a4f3a-dcfa-49ee-bac5-9d0edad886b9";
  const vector = {
    secret: "Ibxx_5AKakO-3qeNVR61Dw",
    header: "x-square-hmacsha256-signature",
    signature: "GF4YkrJgGBDZ9NIYbNXBnMzqb2HoL4RW/S6vkZ9/2N4=",
    body: `{"merchant_id":"MLEFBHHSJGVHD","type":"webhooks.test_notification","event_id":"ac3ac95b-f97d-458c-a6e6-18981597e05f","created_at":"2022-07-13T20:30:59.037339943Z","data":{"type":"webhooks","id":"bc368e64-01aa-407e-b46e-3231809b1129"}}`,
  };
  const options = { baseUrl, accessToken: "a-token", notificationUrl };
  await expectVector((webhookSecret) => square({ ...options, webhookSecret }), vector);
  const { secret: webhookSecret, signature, body } = vector;
  const elsewhere = square({ ...options, webhookSecret, notificationUrl: `${notificationUrl}/` });
  const headers = { [vector.header]: signature };
  expect(await elsewhere.notification({ headers, body })).toMatchObject({ verified: false });
});

test("gocardless: the signature in the tests of all its libraries", async () => {
  await expectVector(
    (webhookSecret) => gocardless({ baseUrl, accessToken: "a-token", webhookSecret }),
    {
      secret: "ED7D658C-D8EB-4941-948B-3973214F2D49",
      header: "webhook-signature",
      signature: "2693754819d3e32d7e8fcb13c729631f316c6de8dc1cf634d6527f1c07276e7e",
      body: `{"events":[{"id":"EV00BD05S5VM2T","created_at":"2018-07-05T09:13:51.404Z","resource_type":"subscriptions","action":"created","links":{"subscription":"SB0003JJQ2MR06"},"details":{"origin":"api","cause":"subscription_created","description":"Subscription created via the API."},"metadata":{}},{"id":"EV00BD05TB8K63","created_at":"2018-07-05T09:13:56.893Z","resource_type":"mandates","action":"created","links":{"mandate":"MD000AMA19XGEC"},"details":{"origin":"api","cause":"mandate_created","description":"Mandate created via the API."},"metadata":{}}]}`,
    },
  );
});
