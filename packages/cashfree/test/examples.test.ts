// Generated from specs/cashfree.yaml by `npm run generate`. Do not edit: edit the spec.

import { expect, test } from "vitest";
import { cashfree } from "../src/index.ts";

/** A `fetch` that keeps what it is asked and answers with one documented body. */
function answering(status: number, body: unknown) {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (...request) => {
    requests.push(new Request(...request));
    return Response.json(body, { status });
  };
  return { fetch, requests };
}

test('refund request "api": The file\'s example.', async () => {
  const { fetch, requests } = answering(200, {});
  await cashfree({
    environment: "live",
    clientId: "sandbox-app-id",
    clientSecret: "sandbox-secret",
    fetch,
  }).refund({
    payment: { orderId: "your-order-id" },
    key: "refund_00912",
    amount: { value: 100, currency: "INR" },
    reason: "refund note for reference",
    extra: { speed: "STANDARD" },
  });
  expect(requests).toHaveLength(1);
  expect(requests[0]?.method).toBe("POST");
  expect(requests[0]?.url).toBe("https://api.cashfree.com/pg/orders/your-order-id/refunds");
  const text = (await requests[0]?.text()) ?? "";
  expect(JSON.parse(text)).toEqual({
    refund_amount: 1,
    refund_id: "refund_00912",
    refund_note: "refund note for reference",
    refund_speed: "STANDARD",
  });
});

test('refund answer "api": The file\'s example.', async () => {
  const { fetch } = answering(200, {
    cf_payment_id: "918812",
    cf_refund_id: "1553338",
    refund_id: "REF-123",
    order_id: "c6G-QMcbm1848",
    entity: "refund",
    refund_amount: 100.81,
    refund_currency: "INR",
    refund_note: "Refund for order #123",
    refund_status: "SUCCESS",
    refund_type: "MERCHANT_INITIATED",
    refund_splits: [],
    status_description: "In Progress",
    refund_arn: "RF12312",
    metadata: { option: "myotpion" },
    created_at: "2021-07-25 08:57:52+05:30",
    processed_at: "2021-07-25 12:57:52+05:30",
    refund_charge: 0,
    refund_mode: "STANDARD",
    forex_conversion_handling_charge: 11.12,
    forex_conversion_handling_tax: 1.12,
    forex_conversion_rate: 84.24,
    charges_currency: "INR",
  });
  const outcome = await cashfree({
    environment: "live",
    clientId: "sandbox-app-id",
    clientSecret: "sandbox-secret",
    fetch,
  }).refund({
    payment: { orderId: "c6G-QMcbm1848" },
    key: "REF-123",
    amount: { value: 10081, currency: "INR" },
    reason: "Refund for order #123",
  });
  expect(outcome).toMatchObject({ status: "succeeded", refundId: "1553338" });
});

test('refund answer "bad-url": The example of the page of errors.', async () => {
  const { fetch } = answering(400, {
    message: "bad URL, please check API documentation",
    help: "Check latest errors and resolution from Merchant Dashboard API logs: https://bit.ly/4glEd0W Help Document: https://bit.ly/4eeZYO9",
    code: "request_failed",
    type: "invalid_request_error",
  });
  const outcome = await cashfree({
    environment: "live",
    clientId: "sandbox-app-id",
    clientSecret: "sandbox-secret",
    fetch,
  }).refund({
    payment: { orderId: "c6G-QMcbm1848" },
    key: "REF-123",
    amount: { value: 10081, currency: "INR" },
    reason: "Refund for order #123",
  });
  expect(outcome).toMatchObject({
    status: "declined",
    reason: "invalid_request",
    code: "request_failed",
  });
});
