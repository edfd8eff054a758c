// Generated from specs/square.yaml by `npm run generate`. Do not edit: edit the spec.

import { expect, test } from "vitest";
import { square } from "../src/index.ts";

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
  await square({ environment: "live", accessToken: "sandbox-token", fetch }).refund({
    payment: { id: "R2B3Z8WMVt3EAmzYWLZvz7Y69EbZY" },
    key: "9b7f2dcf-49da-4411-b23e-a2d6af21333a",
    amount: { value: 1000, currency: "USD" },
    reason: "Example",
    extra: { appFeeMoney: { amount: 10, currency: "USD" } },
  });
  expect(requests).toHaveLength(1);
  expect(requests[0]?.method).toBe("POST");
  expect(requests[0]?.url).toBe("https://connect.squareup.com/v2/refunds");
  const text = (await requests[0]?.text()) ?? "";
  expect(JSON.parse(text)).toEqual({
    amount_money: { amount: 1000, currency: "USD" },
    app_fee_money: { amount: 10, currency: "USD" },
    idempotency_key: "9b7f2dcf-49da-4411-b23e-a2d6af21333a",
    payment_id: "R2B3Z8WMVt3EAmzYWLZvz7Y69EbZY",
    reason: "Example",
  });
});

test('refund answer "too-much": More than can be refunded.', async () => {
  const { fetch } = answering(400, {
    errors: [
      {
        category: "REFUND_ERROR",
        code: "REFUND_AMOUNT_INVALID",
        detail: "The requested refund amount exceeds the amount available to refund.",
        field: "amount_money.amount",
      },
    ],
  });
  const outcome = await square({ environment: "live", accessToken: "sandbox-token", fetch }).refund(
    {
      payment: { id: "R2B3Z8WMVt3EAmzYWLZvz7Y69EbZY" },
      key: "9b7f2dcf-49da-4411-b23e-a2d6af21333a",
      amount: { value: 1000, currency: "USD" },
      reason: "Example",
      extra: { appFeeMoney: { amount: 10, currency: "USD" } },
    },
  );
  expect(outcome).toMatchObject({
    status: "declined",
    reason: "exceeds_refundable",
    code: "REFUND_AMOUNT_INVALID",
  });
});

test('refund answer "two-errors": Two errors, of which the second leaves open whether money moved.', async () => {
  const { fetch } = answering(400, {
    errors: [
      { category: "REFUND_ERROR", code: "REFUND_DECLINED" },
      { category: "PAYMENT_METHOD_ERROR", code: "TEMPORARY_ERROR" },
    ],
  });
  const outcome = await square({ environment: "live", accessToken: "sandbox-token", fetch }).refund(
    {
      payment: { id: "R2B3Z8WMVt3EAmzYWLZvz7Y69EbZY" },
      key: "9b7f2dcf-49da-4411-b23e-a2d6af21333a",
      amount: { value: 1000, currency: "USD" },
      reason: "Example",
      extra: { appFeeMoney: { amount: 10, currency: "USD" } },
    },
  );
  expect(outcome).toMatchObject({ status: "unknown" });
});

test('refund answer "api": The file\'s example.', async () => {
  const { fetch } = answering(200, {
    refund: {
      amount_money: { amount: 1000, currency: "USD" },
      app_fee_money: { amount: 10, currency: "USD" },
      created_at: "2021-10-13T21:23:19.116Z",
      id: "R2B3Z8WMVt3EAmzYWLZvz7Y69EbZY_KlWP8IC1557ddwc9QWTKrCVU6m0JXDz15R2Qym5eQfR",
      location_id: "L88917AVBK2S5",
      order_id: "1JLEUZeEooAIX8HMqm9kvWd69aQZY",
      payment_id: "R2B3Z8WMVt3EAmzYWLZvz7Y69EbZY",
      reason: "Example",
      status: "PENDING",
      updated_at: "2021-10-13T21:23:19.508Z",
    },
  });
  const outcome = await square({ environment: "live", accessToken: "sandbox-token", fetch }).refund(
    {
      payment: { id: "R2B3Z8WMVt3EAmzYWLZvz7Y69EbZY" },
      key: "9b7f2dcf-49da-4411-b23e-a2d6af21333a",
      amount: { value: 1000, currency: "USD" },
      reason: "Example",
      extra: { appFeeMoney: { amount: 10, currency: "USD" } },
    },
  );
  expect(outcome).toMatchObject({
    status: "pending",
    refundId: "R2B3Z8WMVt3EAmzYWLZvz7Y69EbZY_KlWP8IC1557ddwc9QWTKrCVU6m0JXDz15R2Qym5eQfR",
  });
});
