// Generated from specs/paypal.yaml by `npm run generate`. Do not edit: edit the spec.

import { expect, test } from "vitest";
import { paypal } from "../src/index.ts";

/** A `fetch` that keeps what it is asked and answers with one documented body. */
function answering(status: number, body: unknown) {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (...request) => {
    requests.push(new Request(...request));
    return Response.json(body, { status });
  };
  return { fetch, requests };
}

test('refund request "page": The example of the published file, without its platform fee.', async () => {
  const { fetch, requests } = answering(200, {});
  await paypal({ environment: "live", accessToken: "sandbox-token", fetch }).refund({
    payment: { captureId: "2GG279541U471931P" },
    key: "123e4567-e89b-12d3-a456-426655440020",
    amount: { value: 1000, currency: "USD" },
    reason: "DefectiveProduct",
    extra: { invoiceId: "INVOICE-123" },
  });
  expect(requests).toHaveLength(1);
  expect(requests[0]?.method).toBe("POST");
  expect(requests[0]?.url).toBe(
    "https://api-m.paypal.com/v2/payments/captures/2GG279541U471931P/refund",
  );
  const text = (await requests[0]?.text()) ?? "";
  expect(JSON.parse(text)).toEqual({
    amount: { value: "10.00", currency_code: "USD" },
    invoice_id: "INVOICE-123",
    note_to_payer: "DefectiveProduct",
  });
});

test('refund request "whole": Everything that is left is refunded by an empty object.', async () => {
  const { fetch, requests } = answering(200, {});
  await paypal({ environment: "live", accessToken: "sandbox-token", fetch }).refund({
    payment: { captureId: "2GG279541U471931P" },
    key: "123e4567-e89b-12d3-a456-426655440020",
  });
  expect(requests).toHaveLength(1);
  expect(requests[0]?.method).toBe("POST");
  expect(requests[0]?.url).toBe(
    "https://api-m.paypal.com/v2/payments/captures/2GG279541U471931P/refund",
  );
  const text = (await requests[0]?.text()) ?? "";
  expect(JSON.parse(text)).toEqual({});
});

test('refund answer "completed": A refund that is completed.', async () => {
  const { fetch } = answering(201, {
    id: "1JU08902781691411",
    amount: { value: "10.00", currency_code: "USD" },
    status: "COMPLETED",
    note_to_payer: "DefectiveProduct",
    invoice_id: "INVOICE-123",
  });
  const outcome = await paypal({ environment: "live", accessToken: "sandbox-token", fetch }).refund(
    {
      payment: { captureId: "2GG279541U471931P" },
      key: "123e4567-e89b-12d3-a456-426655440020",
      amount: { value: 1000, currency: "USD" },
      reason: "DefectiveProduct",
      extra: { invoiceId: "INVOICE-123" },
    },
  );
  expect(outcome).toMatchObject({ status: "succeeded", refundId: "1JU08902781691411" });
});

test('refund answer "other-amount": The key was used before, for another amount.', async () => {
  const { fetch } = answering(201, {
    id: "1JU08902781691411",
    amount: { value: "10.00", currency_code: "USD" },
    status: "COMPLETED",
  });
  const outcome = await paypal({ environment: "live", accessToken: "sandbox-token", fetch }).refund(
    {
      payment: { captureId: "2GG279541U471931P" },
      key: "123e4567-e89b-12d3-a456-426655440020",
      amount: { value: 500, currency: "USD" },
    },
  );
  expect(outcome).toMatchObject({ status: "needs_review" });
});

test('refund answer "busy": The first request under this key may refund yet.', async () => {
  const { fetch } = answering(409, {
    name: "RESOURCE_CONFLICT",
    message: "The server has detected a conflict while processing this request.",
    details: [{ issue: "PREVIOUS_REQUEST_IN_PROGRESS" }],
  });
  const outcome = await paypal({ environment: "live", accessToken: "sandbox-token", fetch }).refund(
    {
      payment: { captureId: "2GG279541U471931P" },
      key: "123e4567-e89b-12d3-a456-426655440020",
      amount: { value: 1000, currency: "USD" },
    },
  );
  expect(outcome).toMatchObject({ status: "unknown", code: "PREVIOUS_REQUEST_IN_PROGRESS" });
});

test('refund answer "refunded": Nothing is left of the capture.', async () => {
  const { fetch } = answering(422, {
    name: "UNPROCESSABLE_ENTITY",
    message:
      "The requested action could not be performed, semantically incorrect, or failed business validation.",
    details: [
      {
        issue: "CAPTURE_FULLY_REFUNDED",
        description: "The capture has already been fully refunded",
      },
    ],
  });
  const outcome = await paypal({ environment: "live", accessToken: "sandbox-token", fetch }).refund(
    {
      payment: { captureId: "2GG279541U471931P" },
      key: "123e4567-e89b-12d3-a456-426655440020",
      amount: { value: 1000, currency: "USD" },
    },
  );
  expect(outcome).toMatchObject({
    status: "declined",
    reason: "already_refunded",
    code: "CAPTURE_FULLY_REFUNDED",
  });
});
