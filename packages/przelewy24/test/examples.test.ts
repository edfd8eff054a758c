// Generated from specs/przelewy24.yaml by `npm run generate`. Do not edit: edit the spec.

import { expect, test } from "vitest";
import { przelewy24 } from "../src/index.ts";

/** A `fetch` that keeps what it is asked and answers with one documented body. */
function answering(status: number, body: unknown) {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (...request) => {
    requests.push(new Request(...request));
    return Response.json(body, { status });
  };
  return { fetch, requests };
}

test('refund request "fields": The documented fields, with values of our own.', async () => {
  const { fetch, requests } = answering(200, {});
  await przelewy24({
    environment: "live",
    posId: "999999",
    apiKey: "sandbox-api-key",
    fetch,
  }).refund({
    payment: { orderId: 301234567, sessionId: "order-1042" },
    key: "order-1042-refund-1",
    amount: { value: 123, currency: "PLN" },
    reason: "Broken cup",
    extra: { urlStatus: "https://shop.example/p24/refunds" },
  });
  expect(requests).toHaveLength(1);
  expect(requests[0]?.method).toBe("POST");
  expect(requests[0]?.url).toBe("https://secure.przelewy24.pl/api/v1/transaction/refund");
  const text = (await requests[0]?.text()) ?? "";
  expect(JSON.parse(text)).toEqual({
    requestId: "order-1042-refund-1",
    refundsUuid: "order-1042-refund-1",
    refunds: [
      { orderId: 301234567, sessionId: "order-1042", amount: 123, description: "Broken cup" },
    ],
    urlStatus: "https://shop.example/p24/refunds",
  });
});

test('refund answer "created": The documented fields with their examples.', async () => {
  const { fetch } = answering(201, {
    data: [
      {
        orderId: 301234567,
        sessionId: "order-1042",
        amount: 123,
        description: "Broken cup",
        status: true,
        message: "success",
      },
    ],
    responseCode: 0,
  });
  const outcome = await przelewy24({
    environment: "live",
    posId: "999999",
    apiKey: "sandbox-api-key",
    fetch,
  }).refund({
    payment: { orderId: 301234567, sessionId: "order-1042" },
    key: "order-1042-refund-1",
    amount: { value: 123, currency: "PLN" },
  });
  expect(outcome).toMatchObject({ status: "pending" });
});

test('refund answer "exists": The documented example. The earlier request may be ours.', async () => {
  const { fetch } = answering(400, { error: "Request already exists", code: 400 });
  const outcome = await przelewy24({
    environment: "live",
    posId: "999999",
    apiKey: "sandbox-api-key",
    fetch,
  }).refund({
    payment: { orderId: 301234567, sessionId: "order-1042" },
    key: "order-1042-refund-1",
    amount: { value: 123, currency: "PLN" },
  });
  expect(outcome).toMatchObject({ status: "unknown" });
});

test('refund answer "invalid": A wrong parameter.', async () => {
  const { fetch } = answering(400, { error: "Invalid input parameters", code: 400 });
  const outcome = await przelewy24({
    environment: "live",
    posId: "999999",
    apiKey: "sandbox-api-key",
    fetch,
  }).refund({
    payment: { orderId: 301234567, sessionId: "order-1042" },
    key: "order-1042-refund-1",
    amount: { value: 123, currency: "PLN" },
  });
  expect(outcome).toMatchObject({ status: "declined", reason: "invalid_request" });
});

test('refund answer "api": The documented example.', async () => {
  const { fetch } = answering(401, { error: "Incorrect authentication", code: 401 });
  const outcome = await przelewy24({
    environment: "live",
    posId: "999999",
    apiKey: "sandbox-api-key",
    fetch,
  }).refund({
    payment: { orderId: 301234567, sessionId: "order-1042" },
    key: "order-1042-refund-1",
    amount: { value: 123, currency: "PLN" },
  });
  expect(outcome).toMatchObject({ status: "declined", reason: "unauthorized" });
});

test('refund answer "api": The documented example.', async () => {
  const { fetch } = answering(409, {
    error: [
      {
        orderId: 301234567,
        sessionId: "order-1042",
        amount: 123,
        description: "",
        status: false,
        message: "The amount of refund exceeds available amount for the transaction",
      },
    ],
    code: 409,
  });
  const outcome = await przelewy24({
    environment: "live",
    posId: "999999",
    apiKey: "sandbox-api-key",
    fetch,
  }).refund({
    payment: { orderId: 301234567, sessionId: "order-1042" },
    key: "order-1042-refund-1",
    amount: { value: 123, currency: "PLN" },
  });
  expect(outcome).toMatchObject({ status: "declined", reason: "exceeds_refundable" });
});
