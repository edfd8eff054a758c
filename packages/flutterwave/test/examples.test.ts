// Generated from specs/flutterwave.yaml by `npm run generate`. Do not edit: edit the spec.

import { expect, test } from "vitest";
import { flutterwave } from "../src/index.ts";

/** A `fetch` that keeps what it is asked and answers with one documented body. */
function answering(status: number, body: unknown) {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (...request) => {
    requests.push(new Request(...request));
    return Response.json(body, { status });
  };
  return { fetch, requests };
}

test('refund request "guide": The guide\'s example, with a key in place of its comment.', async () => {
  const { fetch, requests } = answering(200, {});
  await flutterwave({
    environment: "test",
    secretKey: "FLWSECK_TEST-SANDBOXDEMOKEY-X",
    fetch,
  }).refund({
    payment: { transactionId: "75923" },
    amount: { value: 690000, currency: "NGN" },
    key: "order-1042-refund-1",
  });
  expect(requests).toHaveLength(1);
  expect(requests[0]?.method).toBe("POST");
  expect(requests[0]?.url).toBe("https://api.flutterwave.com/v3/transactions/75923/refund");
  const text = (await requests[0]?.text()) ?? "";
  expect(JSON.parse(text)).toEqual({ amount: 6900, comments: "order-1042-refund-1" });
});

test('refund answer "guide": The guide\'s answer.', async () => {
  const { fetch } = answering(200, {
    status: "success",
    message: "Transaction refund initiated",
    data: {
      id: 75923,
      account_id: 73362,
      tx_id: 908790,
      flw_ref: "URF_1577867664541_3572735",
      wallet_id: 74639,
      amount_refunded: 6900,
      status: "completed",
      destination: "payment_source",
      meta: { source: "availablebalance" },
      created_at: "2021-01-24T09:18:37.366Z",
    },
  });
  const outcome = await flutterwave({
    environment: "test",
    secretKey: "FLWSECK_TEST-SANDBOXDEMOKEY-X",
    fetch,
  }).refund({
    payment: { transactionId: "908790" },
    amount: { value: 690000, currency: "NGN" },
    key: "order-1042-refund-1",
  });
  expect(outcome).toMatchObject({ status: "pending", refundId: "75923" });
});

test('refund answer "unknown-transaction": A transaction that Flutterwave does not know.', async () => {
  const { fetch } = answering(400, {
    status: "error",
    message: "No transaction was found for this id",
    data: null,
  });
  const outcome = await flutterwave({
    environment: "test",
    secretKey: "FLWSECK_TEST-SANDBOXDEMOKEY-X",
    fetch,
  }).refund({
    payment: { transactionId: "908790" },
    amount: { value: 500000, currency: "NGN" },
    key: "order-1042-refund-1",
  });
  expect(outcome).toMatchObject({ status: "declined", reason: "payment_not_found" });
});

test('refund answer "other": Words that no page explains. The refund may have been made.', async () => {
  const { fetch } = answering(400, { status: "error", message: "Request timed out", data: null });
  const outcome = await flutterwave({
    environment: "test",
    secretKey: "FLWSECK_TEST-SANDBOXDEMOKEY-X",
    fetch,
  }).refund({
    payment: { transactionId: "908790" },
    amount: { value: 500000, currency: "NGN" },
    key: "order-1042-refund-1",
  });
  expect(outcome).toMatchObject({ status: "unknown" });
});

test('refund answer "errors": The example of the page about errors.', async () => {
  const { fetch } = answering(401, {
    status: "error",
    message: "Authorization required",
    data: null,
  });
  const outcome = await flutterwave({
    environment: "test",
    secretKey: "FLWSECK_TEST-SANDBOXDEMOKEY-X",
    fetch,
  }).refund({
    payment: { transactionId: "908790" },
    amount: { value: 500000, currency: "NGN" },
    key: "order-1042-refund-1",
  });
  expect(outcome).toMatchObject({ status: "declined", reason: "unauthorized" });
});
