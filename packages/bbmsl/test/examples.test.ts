// Generated from specs/bbmsl.yaml by `npm run generate`. Do not edit: edit the spec.

import { generateKeyPairSync } from "node:crypto";

import { expect, test } from "vitest";
import { bbmsl } from "../src/index.ts";

/** A `fetch` that keeps what it is asked and answers with one documented body. */
function answering(status: number, body: unknown) {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (...request) => {
    requests.push(new Request(...request));
    return Response.json(body, { status });
  };
  return { fetch, requests };
}

const privateKey = (modulusLength: number) =>
  generateKeyPairSync("rsa", { modulusLength })
    .privateKey.export({ type: "pkcs8", format: "pem" })
    .toString();

test('refund request "page": The page\'s request example. Whose key made its signature is not known, so it is not a test vector.', async () => {
  const { fetch, requests } = answering(200, {});
  await bbmsl({ environment: "live", merchantId: 3, privateKey: privateKey(2048), fetch }).refund({
    payment: { orderId: 4922 },
    amount: { value: 1000, currency: "USD" },
  });
  expect(requests).toHaveLength(1);
  expect(requests[0]?.method).toBe("POST");
  expect(requests[0]?.url).toBe("https://payapi.prod.bbmsl.com/hosted-checkout/refund");
  const text = (await requests[0]?.text()) ?? "";
  expect(JSON.parse(text)).toEqual({
    request: '{"merchantId":3,"orderId":4922,"amount":10}',
    signature: expect.stringMatching(/./),
  });
});

test('refund answer "page": The page\'s response example, as the answer to its request example.', async () => {
  const { fetch } = answering(200, {
    responseCode: "0000",
    order: {
      id: 4922,
      merchantId: 3,
      merchantReference: "1655817171",
      currency: "USD",
      amount: 15,
      netAmount: 5,
      cardType: "VISA",
      email: "",
      createTime: "2022-06-21T13:13:10.000+00:00",
      updateTime: "2022-06-21T19:00:12.000+00:00",
      status: "REFUNDED",
      recurring: false,
    },
    transaction: {
      id: 3758,
      merchantId: 3,
      type: "REFUND",
      amount: 10,
      currency: "USD",
      status: "SUCCESS",
      maskedPan: "400000XXXXXX0028",
      stan: "S3142",
    },
  });
  const outcome = await bbmsl({
    environment: "live",
    merchantId: 3,
    privateKey: privateKey(2048),
    fetch,
  }).refund({ payment: { orderId: 4922 }, amount: { value: 1000, currency: "USD" } });
  expect(outcome).toMatchObject({ status: "succeeded", refundId: "3758" });
});

test('refund answer "other-amount": The page\'s response example, as the answer to a request of the whole 15.00.', async () => {
  const { fetch } = answering(200, {
    responseCode: "0000",
    order: {
      id: 4922,
      merchantId: 3,
      merchantReference: "1655817171",
      currency: "USD",
      amount: 15,
      netAmount: 5,
      cardType: "VISA",
      email: "",
      createTime: "2022-06-21T13:13:10.000+00:00",
      updateTime: "2022-06-21T19:00:12.000+00:00",
      status: "REFUNDED",
      recurring: false,
    },
    transaction: {
      id: 3758,
      merchantId: 3,
      type: "REFUND",
      amount: 10,
      currency: "USD",
      status: "SUCCESS",
      maskedPan: "400000XXXXXX0028",
      stan: "S3142",
    },
  });
  const outcome = await bbmsl({
    environment: "live",
    merchantId: 3,
    privateKey: privateKey(2048),
    fetch,
  }).refund({ payment: { orderId: 4922 }, amount: { value: 1500, currency: "USD" } });
  expect(outcome).toMatchObject({ status: "needs_review" });
});

test('refund answer "invalid-signature": A refused signature, in the words that BBMSL\'s plugin looks for.', async () => {
  const { fetch } = answering(200, { responseCode: "9001", message: "invalid signature" });
  const outcome = await bbmsl({
    environment: "live",
    merchantId: 3,
    privateKey: privateKey(2048),
    fetch,
  }).refund({ payment: { orderId: 4922 }, amount: { value: 1000, currency: "USD" } });
  expect(outcome).toMatchObject({ status: "declined", reason: "unauthorized", code: "9001" });
});

test('refund answer "undocumented-code": Any other code.', async () => {
  const { fetch } = answering(200, { responseCode: "9999", message: "system error" });
  const outcome = await bbmsl({
    environment: "live",
    merchantId: 3,
    privateKey: privateKey(2048),
    fetch,
  }).refund({ payment: { orderId: 4922 }, amount: { value: 1000, currency: "USD" } });
  expect(outcome).toMatchObject({ status: "unknown", code: "9999" });
});
