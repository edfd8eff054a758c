// Generated from specs/razorpay.yaml by `npm run generate`. Do not edit: edit the spec.

import { expect, test } from "vitest";
import { razorpay } from "../src/index.ts";

/** A `fetch` that keeps what it is asked and answers with one documented body. */
function answering(status: number, body: unknown) {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (...request) => {
    requests.push(new Request(...request));
    return Response.json(body, { status });
  };
  return { fetch, requests };
}

test("refund request \"page\": The page's request, with the receipt of the page's answer.", async () => {
  const { fetch, requests } = answering(200, {});
  await razorpay({
    environment: "test",
    keyId: "rzp_test_sandbox",
    keySecret: "sandbox-secret",
    fetch,
  }).refund({
    payment: { id: "pay_29QQoUBi66xm2f" },
    key: "550e8400-e29b-41d4-a716-446655440000",
    amount: { value: 500100, currency: "INR" },
  });
  expect(requests).toHaveLength(1);
  expect(requests[0]?.method).toBe("POST");
  expect(requests[0]?.url).toBe("https://api.razorpay.com/v1/payments/pay_29QQoUBi66xm2f/refund");
  const text = (await requests[0]?.text()) ?? "";
  expect(JSON.parse(text)).toEqual({
    receipt: "550e8400-e29b-41d4-a716-446655440000",
    amount: 500100,
  });
});

test('refund answer "page": The page\'s answer, with the receipt of the request.', async () => {
  const { fetch } = answering(200, {
    id: "rfnd_FP8QHiV938haTz",
    entity: "refund",
    amount: 500100,
    receipt: "550e8400-e29b-41d4-a716-446655440000",
    currency: "INR",
    payment_id: "pay_29QQoUBi66xm2f",
    notes: {},
    acquirer_data: { arn: null },
    created_at: 1597078866,
    batch_id: null,
    status: "processed",
    speed_processed: "normal",
    speed_requested: "normal",
  });
  const outcome = await razorpay({
    environment: "test",
    keyId: "rzp_test_sandbox",
    keySecret: "sandbox-secret",
    fetch,
  }).refund({
    payment: { id: "pay_29QQoUBi66xm2f" },
    key: "550e8400-e29b-41d4-a716-446655440000",
    amount: { value: 500100, currency: "INR" },
  });
  expect(outcome).toMatchObject({ status: "succeeded", refundId: "rfnd_FP8QHiV938haTz" });
});

test('refund answer "minimum": The failure of the page without a key.', async () => {
  const { fetch } = answering(400, {
    error: {
      code: "BAD_REQUEST_ERROR",
      description: "The amount must be at least INR 1.00",
      source: "business",
      step: "payment_initiation",
      reason: "input_validation_failed",
      metadata: {},
      field: "amount",
    },
  });
  const outcome = await razorpay({
    environment: "test",
    keyId: "rzp_test_sandbox",
    keySecret: "sandbox-secret",
    fetch,
  }).refund({
    payment: { id: "pay_29QQoUBi66xm2f" },
    key: "550e8400-e29b-41d4-a716-446655440000",
    amount: { value: 50, currency: "INR" },
  });
  expect(outcome).toMatchObject({
    status: "declined",
    reason: "invalid_request",
    code: "BAD_REQUEST_ERROR",
  });
});

test('refund answer "failure": The page\'s failure; the key has been used for another request.', async () => {
  const { fetch } = answering(409, {
    error: {
      code: "BAD_REQUEST_ERROR",
      description: "Different request with the same idempotency key has already been processed.",
      source: "NA",
      step: "NA",
      reason: "NA",
      metadata: {},
    },
  });
  const outcome = await razorpay({
    environment: "test",
    keyId: "rzp_test_sandbox",
    keySecret: "sandbox-secret",
    fetch,
  }).refund({
    payment: { id: "pay_29QQoUBi66xm2f" },
    key: "550e8400-e29b-41d4-a716-446655440000",
    amount: { value: 500100, currency: "INR" },
  });
  expect(outcome).toMatchObject({ status: "unknown", code: "BAD_REQUEST_ERROR" });
});
