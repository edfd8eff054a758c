// Generated from specs/adyen.yaml by `npm run generate`. Do not edit: edit the spec.

import { expect, test } from "vitest";
import { adyen } from "../src/index.ts";

/** A `fetch` that keeps what it is asked and answers with one documented body. */
function answering(status: number, body: unknown) {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (...request) => {
    requests.push(new Request(...request));
    return Response.json(body, { status });
  };
  return { fetch, requests };
}

test('refund request "page": The published example.', async () => {
  const { fetch, requests } = answering(200, {});
  await adyen({
    environment: "live",
    apiKey: "sandbox-api-key",
    merchantAccount: "SandboxMerchantAccount",
    livePrefix: "1797a841fbb37ca7-adyendemo",
    fetch,
  }).refund({
    payment: { pspReference: "993617894903480A" },
    amount: { value: 2500, currency: "EUR" },
    key: "YOUR_UNIQUE_REFERENCE",
  });
  expect(requests).toHaveLength(1);
  expect(requests[0]?.method).toBe("POST");
  expect(requests[0]?.url).toBe(
    "https://1797a841fbb37ca7-adyendemo-checkout-live.adyenpayments.com/checkout/v72/payments/993617894903480A/refunds",
  );
  const text = (await requests[0]?.text()) ?? "";
  expect(JSON.parse(text)).toEqual({
    amount: { value: 2500, currency: "EUR" },
    merchantAccount: "SandboxMerchantAccount",
    reference: "YOUR_UNIQUE_REFERENCE",
  });
});

test('refund answer "page": The published example.', async () => {
  const { fetch } = answering(201, {
    merchantAccount: "SandboxMerchantAccount",
    paymentPspReference: "993617894903480A",
    reference: "YOUR_UNIQUE_REFERENCE",
    pspReference: "993617894906488A",
    status: "received",
    amount: { currency: "EUR", value: 2500 },
  });
  const outcome = await adyen({
    environment: "live",
    apiKey: "sandbox-api-key",
    merchantAccount: "SandboxMerchantAccount",
    livePrefix: "1797a841fbb37ca7-adyendemo",
    fetch,
  }).refund({
    payment: { pspReference: "993617894903480A" },
    amount: { value: 2500, currency: "EUR" },
    key: "YOUR_UNIQUE_REFERENCE",
  });
  expect(outcome).toMatchObject({ status: "pending", refundId: "993617894906488A" });
});

test('refund answer "króna": 2500 Icelandic krónur, which Adyen writes as 250000. It received 25 euros.', async () => {
  const { fetch } = answering(201, {
    merchantAccount: "SandboxMerchantAccount",
    paymentPspReference: "993617894903480A",
    reference: "YOUR_UNIQUE_REFERENCE",
    pspReference: "993617894906488A",
    status: "received",
    amount: { currency: "EUR", value: 2500 },
  });
  const outcome = await adyen({
    environment: "live",
    apiKey: "sandbox-api-key",
    merchantAccount: "SandboxMerchantAccount",
    livePrefix: "1797a841fbb37ca7-adyendemo",
    fetch,
  }).refund({
    payment: { pspReference: "993617894903480A" },
    amount: { value: 2500, currency: "ISK" },
    key: "YOUR_UNIQUE_REFERENCE",
  });
  expect(outcome).toMatchObject({ status: "needs_review", refundId: "993617894906488A" });
});

test('refund answer "page": The published example.', async () => {
  const { fetch } = answering(400, {
    status: 400,
    errorCode: "702",
    message: 'Unexpected input: ", expected: }',
    errorType: "validation",
  });
  const outcome = await adyen({
    environment: "live",
    apiKey: "sandbox-api-key",
    merchantAccount: "SandboxMerchantAccount",
    livePrefix: "1797a841fbb37ca7-adyendemo",
    fetch,
  }).refund({
    payment: { pspReference: "993617894903480A" },
    amount: { value: 2500, currency: "EUR" },
    key: "YOUR_UNIQUE_REFERENCE",
  });
  expect(outcome).toMatchObject({ status: "declined", reason: "invalid_request", code: "702" });
});

test('refund answer "in-use": The same key is being processed. That refund may be ours.', async () => {
  const { fetch } = answering(422, {
    status: 422,
    errorCode: "704",
    message: "request already processed or in progress",
    errorType: "validation",
  });
  const outcome = await adyen({
    environment: "live",
    apiKey: "sandbox-api-key",
    merchantAccount: "SandboxMerchantAccount",
    livePrefix: "1797a841fbb37ca7-adyendemo",
    fetch,
  }).refund({
    payment: { pspReference: "993617894903480A" },
    amount: { value: 2500, currency: "EUR" },
    key: "YOUR_UNIQUE_REFERENCE",
  });
  expect(outcome).toMatchObject({ status: "unknown", code: "704" });
});
