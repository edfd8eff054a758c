// Generated from specs/paystack.yaml by `npm run generate`. Do not edit: edit the spec.

import { expect, test } from "vitest";
import { paystack } from "../src/index.ts";

/** A `fetch` that keeps what it is asked and answers with one documented body. */
function answering(status: number, body: unknown) {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (...request) => {
    requests.push(new Request(...request));
    return Response.json(body, { status });
  };
  return { fetch, requests };
}

test('refund request "guide": The guide\'s example, part of a payment. Its amount is text there.', async () => {
  const { fetch, requests } = answering(200, {});
  await paystack({ environment: "test", secretKey: "sk_test_sandbox", fetch }).refund({
    payment: { reference: "qufywna9w9a5d8v" },
    amount: { value: 10000, currency: "NGN" },
  });
  expect(requests).toHaveLength(1);
  expect(requests[0]?.method).toBe("POST");
  expect(requests[0]?.url).toBe("https://api.paystack.co/refund");
  const text = (await requests[0]?.text()) ?? "";
  expect(JSON.parse(text)).toEqual({
    transaction: "qufywna9w9a5d8v",
    amount: 10000,
    currency: "NGN",
  });
});

test('refund answer "snippet": The documented answer.', async () => {
  const { fetch } = answering(200, {
    status: true,
    message: "Refund has been queued for processing",
    data: {
      transaction: {
        id: 1004723697,
        domain: "live",
        reference: "T685312322670591",
        amount: 10000,
        paid_at: "2021-08-20T18:34:11.000Z",
        channel: "apple_pay",
        currency: "NGN",
        authorization: { exp_month: null, exp_year: null, account_name: null },
        customer: { international_format_phone: null },
        plan: {},
        subaccount: { currency: null },
        split: {},
        order_id: null,
        paidAt: "2021-08-20T18:34:11.000Z",
        pos_transaction_data: null,
        source: null,
        fees_breakdown: null,
      },
      integration: 412829,
      deducted_amount: 0,
      channel: null,
      merchant_note: "Refund for transaction T685312322670591 by test@me.com",
      customer_note: "Refund for transaction T685312322670591",
      status: "pending",
      refunded_by: "test@me.com",
      expected_at: "2021-12-16T09:21:17.016Z",
      currency: "NGN",
      domain: "live",
      amount: 10000,
      fully_deducted: false,
      id: 3018284,
      createdAt: "2021-12-07T09:21:17.122Z",
      updatedAt: "2021-12-07T09:21:17.122Z",
    },
  });
  const outcome = await paystack({
    environment: "test",
    secretKey: "sk_test_sandbox",
    fetch,
  }).refund({
    payment: { reference: "T685312322670591" },
    amount: { value: 10000, currency: "NGN" },
  });
  expect(outcome).toMatchObject({ status: "pending", refundId: "3018284" });
});

test('refund answer "key": The documented answer to a key that is not accepted.', async () => {
  const { fetch } = answering(401, { status: false, message: "Invalid key" });
  const outcome = await paystack({
    environment: "test",
    secretKey: "sk_test_sandbox",
    fetch,
  }).refund({ payment: { reference: "T685312322670591" } });
  expect(outcome).toMatchObject({ status: "declined", reason: "unauthorized" });
});
