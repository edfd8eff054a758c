// Generated from specs/midtrans.yaml by `npm run generate`. Do not edit: edit the spec.

import { expect, test } from "vitest";
import { midtrans } from "../src/index.ts";

/** A `fetch` that keeps what it is asked and answers with one documented body. */
function answering(status: number, body: unknown) {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (...request) => {
    requests.push(new Request(...request));
    return Response.json(body, { status });
  };
  return { fetch, requests };
}

test('refund request "page": The page\'s example.', async () => {
  const { fetch, requests } = answering(200, {});
  await midtrans({ environment: "live", serverKey: "SB-Mid-server-abc123cde456", fetch }).refund({
    payment: { transactionId: "447e846a-403e-47db-a5da-d7f3f06375d6" },
    key: "reference1",
    amount: { value: 500000, currency: "IDR" },
    reason: "for some reason",
  });
  expect(requests).toHaveLength(1);
  expect(requests[0]?.method).toBe("POST");
  expect(requests[0]?.url).toBe(
    "https://api.midtrans.com/v2/447e846a-403e-47db-a5da-d7f3f06375d6/refund",
  );
  const text = (await requests[0]?.text()) ?? "";
  expect(JSON.parse(text)).toEqual({
    refund_key: "reference1",
    amount: 5000,
    reason: "for some reason",
  });
});

test('refund answer "part": The page\'s example of a part.', async () => {
  const { fetch } = answering(200, {
    status_code: "200",
    status_message: "Success, refund request is approved",
    transaction_id: "447e846a-403e-47db-a5da-d7f3f06375d6",
    order_id: "vtcc05",
    payment_type: "credit_card",
    transaction_time: "2015-06-15 13:36:24",
    transaction_status: "partial_refund",
    gross_amount: "10000.00",
    refund_chargeback_id: 1,
    refund_amount: "5000.00",
    refund_key: "reference1",
  });
  const outcome = await midtrans({
    environment: "live",
    serverKey: "SB-Mid-server-abc123cde456",
    fetch,
  }).refund({
    payment: { transactionId: "447e846a-403e-47db-a5da-d7f3f06375d6" },
    key: "reference1",
    amount: { value: 500000, currency: "IDR" },
    reason: "for some reason",
  });
  expect(outcome).toMatchObject({ status: "pending", refundId: "1" });
});

test('refund answer "denied": A refusal by the bank.', async () => {
  const { fetch } = answering(200, {
    status_code: "202",
    status_message: "Refund denied by the bank",
    transaction_id: "fddb5889-fd39-46fe-809d-30679fe42434",
    order_id: "MID-1620622357",
    gross_amount: "10000.00",
    payment_type: "credit_card",
    transaction_time: "2016-06-28 09:42:20",
    transaction_status: "settlement",
    refund_chargeback_id: 47594,
    refund_amount: "0.00",
    refund_key: "01f1f771-b75c-48ef-b21d-193a79f8aa5b",
  });
  const outcome = await midtrans({
    environment: "live",
    serverKey: "SB-Mid-server-abc123cde456",
    fetch,
  }).refund({
    payment: { transactionId: "fddb5889-fd39-46fe-809d-30679fe42434" },
    key: "01f1f771-b75c-48ef-b21d-193a79f8aa5b",
    amount: { value: 1000000, currency: "IDR" },
  });
  expect(outcome).toMatchObject({ status: "declined", reason: "unspecified", code: "202" });
});

test('refund answer "not-settled": A transaction that cannot be refunded.', async () => {
  const { fetch } = answering(200, {
    status_code: "412",
    status_message: "Merchant cannot modify the status of the transaction",
  });
  const outcome = await midtrans({
    environment: "live",
    serverKey: "SB-Mid-server-abc123cde456",
    fetch,
  }).refund({
    payment: { transactionId: "447e846a-403e-47db-a5da-d7f3f06375d6" },
    key: "reference1",
    amount: { value: 500000, currency: "IDR" },
    reason: "for some reason",
  });
  expect(outcome).toMatchObject({ status: "declined", reason: "not_refundable", code: "412" });
});

test('refund answer "amount": Too much.', async () => {
  const { fetch } = answering(200, {
    status_code: "414",
    status_message: "Refund request is rejected due to invalid amount",
  });
  const outcome = await midtrans({
    environment: "live",
    serverKey: "SB-Mid-server-abc123cde456",
    fetch,
  }).refund({
    payment: { transactionId: "447e846a-403e-47db-a5da-d7f3f06375d6" },
    key: "reference1",
    amount: { value: 500000, currency: "IDR" },
    reason: "for some reason",
  });
  expect(outcome).toMatchObject({ status: "declined", reason: "exceeds_refundable", code: "414" });
});

test('refund answer "duplicate": A key that was used before, perhaps by this refund.', async () => {
  const { fetch } = answering(200, { status_code: "406", status_message: "Duplicate refund ID" });
  const outcome = await midtrans({
    environment: "live",
    serverKey: "SB-Mid-server-abc123cde456",
    fetch,
  }).refund({
    payment: { transactionId: "447e846a-403e-47db-a5da-d7f3f06375d6" },
    key: "reference1",
    amount: { value: 500000, currency: "IDR" },
    reason: "for some reason",
  });
  expect(outcome).toMatchObject({ status: "unknown", code: "406" });
});

test('refund answer "page": The page\'s example.', async () => {
  const { fetch } = answering(401, {
    status_code: "401",
    status_message: "Transaction cannot be authorized with the current client/server key.",
  });
  const outcome = await midtrans({
    environment: "live",
    serverKey: "SB-Mid-server-abc123cde456",
    fetch,
  }).refund({
    payment: { transactionId: "447e846a-403e-47db-a5da-d7f3f06375d6" },
    key: "reference1",
    amount: { value: 500000, currency: "IDR" },
    reason: "for some reason",
  });
  expect(outcome).toMatchObject({ status: "declined", reason: "unauthorized", code: "401" });
});
