// Generated from specs/gocardless.yaml by `npm run generate`. Do not edit: edit the spec.

import { expect, test } from "vitest";
import { gocardless } from "../src/index.ts";

/** A `fetch` that keeps what it is asked and answers with one documented body. */
function answering(status: number, body: unknown) {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (...request) => {
    requests.push(new Request(...request));
    return Response.json(body, { status });
  };
  return { fetch, requests };
}

test('refund request "library": The library\'s example: a second refund, after one of 50 pence.', async () => {
  const { fetch, requests } = answering(200, {});
  await gocardless({ environment: "live", accessToken: "sandbox-token", fetch }).refund({
    payment: { id: "PM123" },
    key: "order-1042-refund-1",
    amount: { value: 100, currency: "GBP" },
    extra: { totalAmountConfirmation: 150, reference: "Acme refund" },
  });
  expect(requests).toHaveLength(1);
  expect(requests[0]?.method).toBe("POST");
  expect(requests[0]?.url).toBe("https://api.gocardless.com/refunds");
  const text = (await requests[0]?.text()) ?? "";
  expect(JSON.parse(text)).toEqual({
    refunds: {
      amount: 100,
      total_amount_confirmation: 150,
      reference: "Acme refund",
      metadata: { refund_key: "order-1042-refund-1" },
      links: { payment: "PM123" },
    },
  });
});

test('refund answer "recorded": A refund of the sandbox.', async () => {
  const { fetch } = answering(201, {
    refunds: {
      id: "RF00006Y45GPXN",
      amount: 2399,
      created_at: "2024-03-22T20:28:37.945Z",
      reference: "refund",
      metadata: { reason: "late delivery" },
      currency: "USD",
      status: "created",
      fx: {
        fx_currency: null,
        fx_amount: null,
        exchange_rate: null,
        estimated_exchange_rate: null,
      },
      links: { payment: "PM009MNY1M77CK", mandate: "MD000ZQT5CPCVV" },
    },
  });
  const outcome = await gocardless({
    environment: "live",
    accessToken: "sandbox-token",
    fetch,
  }).refund({
    payment: { id: "PM009MNY1M77CK" },
    key: "order-1042-refund-1",
    amount: { value: 2399, currency: "USD" },
    extra: { totalAmountConfirmation: 2399, reference: "refund" },
  });
  expect(outcome).toMatchObject({ status: "pending", refundId: "RF00006Y45GPXN" });
});

test('refund answer "used": The key was used before; that refund is ours.', async () => {
  const { fetch } = answering(409, {
    error: {
      code: 409,
      type: "invalid_state",
      message: "A resource has already been created with this idempotency key",
      errors: [
        {
          message: "A resource has already been created with this idempotency key",
          reason: "idempotent_creation_conflict",
          links: { conflicting_resource_id: "RF123" },
        },
      ],
    },
  });
  const outcome = await gocardless({
    environment: "live",
    accessToken: "sandbox-token",
    fetch,
  }).refund({
    payment: { id: "PM123" },
    key: "order-1042-refund-1",
    amount: { value: 100, currency: "GBP" },
    extra: { totalAmountConfirmation: 150, reference: "Acme refund" },
  });
  expect(outcome).toMatchObject({ status: "unknown", code: "idempotent_creation_conflict" });
});
