// Generated from specs/mollie.yaml by `npm run generate`. Do not edit: edit the spec.

import { expect, test } from "vitest";
import { mollie } from "../src/index.ts";

/** A `fetch` that keeps what it is asked and answers with one documented body. */
function answering(status: number, body: unknown) {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (...request) => {
    requests.push(new Request(...request));
    return Response.json(body, { status });
  };
  return { fetch, requests };
}

test('refund request "page": The documented refund of a part.', async () => {
  const { fetch, requests } = answering(200, {});
  await mollie({
    environment: "test",
    apiKey: "test_dHar4XY7LxsDOtmnkVtjNVWXLSlXsM",
    fetch,
  }).refund({
    payment: { id: "tr_5B8cwPMGnU6qLbRvo7qEZo" },
    amount: { value: 595, currency: "EUR" },
    key: "order-1042-refund-1",
  });
  expect(requests).toHaveLength(1);
  expect(requests[0]?.method).toBe("POST");
  expect(requests[0]?.url).toBe(
    "https://api.mollie.com/v2/payments/tr_5B8cwPMGnU6qLbRvo7qEZo/refunds",
  );
  const text = (await requests[0]?.text()) ?? "";
  expect(JSON.parse(text)).toEqual({
    amount: { currency: "EUR", value: "5.95" },
    metadata: { refund_key: "order-1042-refund-1" },
  });
});

test('refund answer "page": The documented answer.', async () => {
  const { fetch } = answering(201, {
    resource: "refund",
    id: "re_4qqhO89gsT",
    mode: "live",
    description: "Order",
    amount: { currency: "EUR", value: "5.95" },
    status: "pending",
    metadata: { refund_key: "order-1042-refund-1" },
    paymentId: "tr_5B8cwPMGnU6qLbRvo7qEZo",
    createdAt: "2023-03-14T17:09:02+00:00",
  });
  const outcome = await mollie({
    environment: "test",
    apiKey: "test_dHar4XY7LxsDOtmnkVtjNVWXLSlXsM",
    fetch,
  }).refund({
    payment: { id: "tr_5B8cwPMGnU6qLbRvo7qEZo" },
    amount: { value: 595, currency: "EUR" },
    key: "order-1042-refund-1",
  });
  expect(outcome).toMatchObject({ status: "pending", refundId: "re_4qqhO89gsT" });
});

test('refund answer "dollars": The same answer to a refund of 5.95 dollars. It refunded euros.', async () => {
  const { fetch } = answering(201, {
    resource: "refund",
    id: "re_4qqhO89gsT",
    mode: "live",
    description: "Order",
    amount: { currency: "EUR", value: "5.95" },
    status: "pending",
    metadata: { refund_key: "order-1042-refund-1" },
    paymentId: "tr_5B8cwPMGnU6qLbRvo7qEZo",
    createdAt: "2023-03-14T17:09:02+00:00",
  });
  const outcome = await mollie({
    environment: "test",
    apiKey: "test_dHar4XY7LxsDOtmnkVtjNVWXLSlXsM",
    fetch,
  }).refund({
    payment: { id: "tr_5B8cwPMGnU6qLbRvo7qEZo" },
    amount: { value: 595, currency: "USD" },
    key: "order-1042-refund-1",
  });
  expect(outcome).toMatchObject({ status: "needs_review", refundId: "re_4qqhO89gsT" });
});

test('refund answer "too-much": More than is left, as others recorded it.', async () => {
  const { fetch } = answering(422, {
    status: 422,
    title: "Unprocessable Entity",
    detail: "The specified amount cannot be refunded",
    field: "amount.value",
  });
  const outcome = await mollie({
    environment: "test",
    apiKey: "test_dHar4XY7LxsDOtmnkVtjNVWXLSlXsM",
    fetch,
  }).refund({
    payment: { id: "tr_5B8cwPMGnU6qLbRvo7qEZo" },
    amount: { value: 595, currency: "EUR" },
    key: "order-1042-refund-1",
  });
  expect(outcome).toMatchObject({ status: "declined", reason: "exceeds_refundable" });
});

test('refund answer "duplicate": A refund like an earlier one, which may be ours.', async () => {
  const { fetch } = answering(200, {
    status: 409,
    title: "Conflict",
    detail: "A duplicate refund has been detected",
  });
  const outcome = await mollie({
    environment: "test",
    apiKey: "test_dHar4XY7LxsDOtmnkVtjNVWXLSlXsM",
    fetch,
  }).refund({
    payment: { id: "tr_5B8cwPMGnU6qLbRvo7qEZo" },
    amount: { value: 595, currency: "EUR" },
    key: "order-1042-refund-1",
  });
  expect(outcome).toMatchObject({ status: "unknown" });
});
