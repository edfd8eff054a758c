// Generated from specs/worldpay.yaml by `npm run generate`. Do not edit: edit the spec.

import { expect, test } from "vitest";
import { worldpay } from "../src/index.ts";

/** A `fetch` that keeps what it is asked and answers with one documented body. */
function answering(status: number, body: unknown) {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (...request) => {
    requests.push(new Request(...request));
    return Response.json(body, { status });
  };
  return { fetch, requests };
}

test('refund request "published": The published example.', async () => {
  const { fetch, requests } = answering(200, {});
  await worldpay({
    environment: "live",
    username: "sandbox-user",
    password: "sandbox-password",
    fetch,
  }).refund({
    payment: { paymentId: "payI-dUcet9fk4_X4qZU0hpU0", linkData: "eyJrIjoiazNhYjYzMiJ9" },
    amount: { value: 10, currency: "EUR" },
    key: "partial-refund-reference",
  });
  expect(requests).toHaveLength(1);
  expect(requests[0]?.method).toBe("POST");
  expect(requests[0]?.url).toBe(
    "https://access.worldpay.com/payments/settlements/refunds/partials/eyJrIjoiazNhYjYzMiJ9",
  );
  const text = (await requests[0]?.text()) ?? "";
  expect(JSON.parse(text)).toEqual({
    reference: "partial-refund-reference",
    value: { amount: 10, currency: "EUR" },
  });
});

test('refund answer "published": The published example.', async () => {
  const { fetch } = answering(202, {
    paymentId: "payI-dUcet9fk4_X4qZU0hpU0",
    commandId: "cmdwZ5y_rSV1VmjD6CpgCuXG0",
    _links: { "cardPayments:events": { href: "/payments/events/:linkData" } },
  });
  const outcome = await worldpay({
    environment: "live",
    username: "sandbox-user",
    password: "sandbox-password",
    fetch,
  }).refund({
    payment: { paymentId: "payI-dUcet9fk4_X4qZU0hpU0", linkData: "eyJrIjoiazNhYjYzMiJ9" },
    amount: { value: 10, currency: "EUR" },
    key: "partial-refund-reference",
  });
  expect(outcome).toMatchObject({ status: "pending", refundId: "cmdwZ5y_rSV1VmjD6CpgCuXG0" });
});

test('refund answer "other": The same, of another payment.', async () => {
  const { fetch } = answering(202, {
    paymentId: "payT7hS-8vS4h_95A2f7905v0",
    commandId: "cmdp9D1t-ENYQxVnJkh0iPRC0",
  });
  const outcome = await worldpay({
    environment: "live",
    username: "sandbox-user",
    password: "sandbox-password",
    fetch,
  }).refund({
    payment: { paymentId: "payI-dUcet9fk4_X4qZU0hpU0", linkData: "eyJrIjoiazNhYjYzMiJ9" },
    amount: { value: 10, currency: "EUR" },
    key: "partial-refund-reference",
  });
  expect(outcome).toMatchObject({ status: "needs_review", refundId: "cmdp9D1t-ENYQxVnJkh0iPRC0" });
});

test('refund answer "published": The published example.', async () => {
  const { fetch } = answering(400, {
    errorName: "bodyDoesNotMatchSchema",
    message: "The json body provided does not match the expected schema",
    validationErrors: [
      {
        errorName: "fieldMustBeString",
        message: "Element at path must be a string",
        jsonPath: "$.value.currency",
      },
    ],
  });
  const outcome = await worldpay({
    environment: "live",
    username: "sandbox-user",
    password: "sandbox-password",
    fetch,
  }).refund({
    payment: { paymentId: "payI-dUcet9fk4_X4qZU0hpU0", linkData: "eyJrIjoiazNhYjYzMiJ9" },
    amount: { value: 10, currency: "EUR" },
    key: "partial-refund-reference",
  });
  expect(outcome).toMatchObject({
    status: "declined",
    reason: "invalid_request",
    code: "bodyDoesNotMatchSchema",
  });
});
