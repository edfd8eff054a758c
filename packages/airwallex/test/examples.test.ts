// Generated from specs/airwallex.yaml by `npm run generate`. Do not edit: edit the spec.

import { expect, test } from "vitest";
import { airwallex } from "../src/index.ts";

/** A `fetch` that keeps what it is asked and answers with one documented body. */
function answering(status: number, body: unknown) {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (...request) => {
    requests.push(new Request(...request));
    return Response.json(body, { status });
  };
  return { fetch, requests };
}

test('refund request "page": The documented request.', async () => {
  const { fetch, requests } = answering(200, {});
  await airwallex({ environment: "live", accessToken: "sandbox-token", fetch }).refund({
    key: "c557e8c1-d16a-4821-8cf4-9f865058e597",
    payment: { paymentAttemptId: "att_sgst4689lgcv3bv7iin_bppn22" },
    amount: { value: 10, currency: "CNY" },
    reason: "request refund",
  });
  expect(requests).toHaveLength(1);
  expect(requests[0]?.method).toBe("POST");
  expect(requests[0]?.url).toBe("https://api.airwallex.com/api/v1/pa/refunds/create");
  const text = (await requests[0]?.text()) ?? "";
  expect(JSON.parse(text)).toEqual({
    request_id: "c557e8c1-d16a-4821-8cf4-9f865058e597",
    payment_attempt_id: "att_sgst4689lgcv3bv7iin_bppn22",
    amount: 0.1,
    reason: "request refund",
  });
});

test('refund request "intent": The same, by its PaymentIntent.', async () => {
  const { fetch, requests } = answering(200, {});
  await airwallex({ environment: "live", accessToken: "sandbox-token", fetch }).refund({
    key: "c557e8c1-d16a-4821-8cf4-9f865058e597",
    payment: { paymentIntentId: "int_sgst4689lgcv3bppn22" },
    amount: { value: 10, currency: "CNY" },
    reason: "request refund",
  });
  expect(requests).toHaveLength(1);
  expect(requests[0]?.method).toBe("POST");
  expect(requests[0]?.url).toBe("https://api.airwallex.com/api/v1/pa/refunds/create");
  const text = (await requests[0]?.text()) ?? "";
  expect(JSON.parse(text)).toEqual({
    request_id: "c557e8c1-d16a-4821-8cf4-9f865058e597",
    payment_intent_id: "int_sgst4689lgcv3bppn22",
    amount: 0.1,
    reason: "request refund",
  });
});

test('refund answer "page": The documented answer.', async () => {
  const { fetch } = answering(200, {
    id: "rfd_sgst4689lgcv3c7rbyc_bppn22",
    request_id: "c557e8c1-d16a-4821-8cf4-9f865058e597",
    payment_intent_id: "int_sgst4689lgcv3bppn22",
    payment_attempt_id: "att_sgst4689lgcv3bv7iin_bppn22",
    amount: 0.1,
    currency: "CNY",
    reason: "request refund",
    status: "RECEIVED",
    created_at: "2022-08-23T10:06:23+0000",
    updated_at: "2022-08-23T10:06:23+0000",
  });
  const outcome = await airwallex({
    environment: "live",
    accessToken: "sandbox-token",
    fetch,
  }).refund({
    key: "c557e8c1-d16a-4821-8cf4-9f865058e597",
    payment: { paymentIntentId: "int_sgst4689lgcv3bppn22" },
    amount: { value: 10, currency: "CNY" },
    reason: "request refund",
  });
  expect(outcome).toMatchObject({ status: "pending", refundId: "rfd_sgst4689lgcv3c7rbyc_bppn22" });
});

test('refund answer "page": The documented answer.', async () => {
  const { fetch } = answering(201, {
    id: "rfd_sgst4689lgcv3c7rbyc_bppn22",
    request_id: "c557e8c1-d16a-4821-8cf4-9f865058e597",
    payment_intent_id: "int_sgst4689lgcv3bppn22",
    payment_attempt_id: "att_sgst4689lgcv3bv7iin_bppn22",
    amount: 0.1,
    currency: "CNY",
    reason: "request refund",
    status: "RECEIVED",
    created_at: "2022-08-23T10:06:23+0000",
    updated_at: "2022-08-23T10:06:23+0000",
  });
  const outcome = await airwallex({
    environment: "live",
    accessToken: "sandbox-token",
    fetch,
  }).refund({
    key: "c557e8c1-d16a-4821-8cf4-9f865058e597",
    payment: { paymentIntentId: "int_sgst4689lgcv3bppn22" },
    amount: { value: 10, currency: "CNY" },
    reason: "request refund",
  });
  expect(outcome).toMatchObject({ status: "pending", refundId: "rfd_sgst4689lgcv3c7rbyc_bppn22" });
});

test('refund answer "duplicate": The request id was used before; that refund may be ours.', async () => {
  const { fetch } = answering(400, {
    code: "duplicate_request",
    message: "The request ID c557e8c1-d16a-4821-8cf4-9f865058e597 has been used previously.",
  });
  const outcome = await airwallex({
    environment: "live",
    accessToken: "sandbox-token",
    fetch,
  }).refund({
    key: "c557e8c1-d16a-4821-8cf4-9f865058e597",
    payment: { paymentIntentId: "int_sgst4689lgcv3bppn22" },
    amount: { value: 10, currency: "CNY" },
    reason: "request refund",
  });
  expect(outcome).toMatchObject({ status: "unknown", code: "duplicate_request" });
});

test('refund answer "not-found": There is no such payment.', async () => {
  const { fetch } = answering(400, {
    code: "resource_not_found",
    message: "The resource with ID int_n3fXc5NDzgVE9DLx3zGhMibdSlx cannot be found",
  });
  const outcome = await airwallex({
    environment: "live",
    accessToken: "sandbox-token",
    fetch,
  }).refund({
    key: "c557e8c1-d16a-4821-8cf4-9f865058e597",
    payment: { paymentIntentId: "int_sgst4689lgcv3bppn22" },
    amount: { value: 10, currency: "CNY" },
    reason: "request refund",
  });
  expect(outcome).toMatchObject({
    status: "declined",
    reason: "payment_not_found",
    code: "resource_not_found",
  });
});
