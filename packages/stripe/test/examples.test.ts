// Generated from specs/stripe.yaml by `npm run generate`. Do not edit: edit the spec.

import { expect, test } from "vitest";
import { stripe } from "../src/index.ts";

/** A `fetch` that keeps what it is asked and answers with one documented body. */
function answering(status: number, body: unknown) {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (...request) => {
    requests.push(new Request(...request));
    return Response.json(body, { status });
  };
  return { fetch, requests };
}

test('refund request "page": The page\'s example, a whole charge, with its key.', async () => {
  const { fetch, requests } = answering(200, {});
  await stripe({ environment: "test", secretKey: "sk_test_sandbox", fetch }).refund({
    payment: { charge: "ch_1NirD82eZvKYlo2CIvbtLWuY" },
    key: "order-1042-refund-1",
  });
  expect(requests).toHaveLength(1);
  expect(requests[0]?.method).toBe("POST");
  expect(requests[0]?.url).toBe("https://api.stripe.com/v1/refunds");
  const text = (await requests[0]?.text()) ?? "";
  expect(Object.fromEntries(new URLSearchParams(text))).toEqual({
    charge: "ch_1NirD82eZvKYlo2CIvbtLWuY",
    "metadata[refund_key]": "order-1042-refund-1",
  });
});

test('refund answer "page": The page\'s answer.', async () => {
  const { fetch } = answering(200, {
    id: "re_1Nispe2eZvKYlo2Cd31jOCgZ",
    object: "refund",
    amount: 1000,
    balance_transaction: "txn_1Nispe2eZvKYlo2CYezqFhEx",
    charge: "ch_1NirD82eZvKYlo2CIvbtLWuY",
    created: 1692942318,
    currency: "usd",
    destination_details: {
      card: {
        reference: "123456789012",
        reference_status: "available",
        reference_type: "acquirer_reference_number",
        type: "refund",
      },
      type: "card",
    },
    metadata: {},
    payment_intent: "pi_1GszsK2eZvKYlo2CfhZyoZLp",
    reason: null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: "succeeded",
    transfer_reversal: null,
  });
  const outcome = await stripe({ environment: "test", secretKey: "sk_test_sandbox", fetch }).refund(
    { payment: { charge: "ch_1NirD82eZvKYlo2CIvbtLWuY" }, key: "order-1042-refund-1" },
  );
  expect(outcome).toMatchObject({ status: "succeeded", refundId: "re_1Nispe2eZvKYlo2Cd31jOCgZ" });
});

test('refund answer "yen": The page\'s answer to a refund of 1000 yen. It refunded 10 dollars.', async () => {
  const { fetch } = answering(200, {
    id: "re_1Nispe2eZvKYlo2Cd31jOCgZ",
    object: "refund",
    amount: 1000,
    balance_transaction: "txn_1Nispe2eZvKYlo2CYezqFhEx",
    charge: "ch_1NirD82eZvKYlo2CIvbtLWuY",
    created: 1692942318,
    currency: "usd",
    destination_details: {
      card: {
        reference: "123456789012",
        reference_status: "available",
        reference_type: "acquirer_reference_number",
        type: "refund",
      },
      type: "card",
    },
    metadata: {},
    payment_intent: "pi_1GszsK2eZvKYlo2CfhZyoZLp",
    reason: null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: "succeeded",
    transfer_reversal: null,
  });
  const outcome = await stripe({ environment: "test", secretKey: "sk_test_sandbox", fetch }).refund(
    {
      payment: { charge: "ch_1NirD82eZvKYlo2CIvbtLWuY" },
      key: "order-1042-refund-1",
      amount: { value: 1000, currency: "JPY" },
    },
  );
  expect(outcome).toMatchObject({
    status: "needs_review",
    refundId: "re_1Nispe2eZvKYlo2Cd31jOCgZ",
  });
});

test('refund answer "too-much": More than is left, as others recorded it.', async () => {
  const { fetch } = answering(400, {
    error: {
      type: "invalid_request_error",
      message: "Refund amount ($25.00) is greater than unrefunded amount on charge ($21.45)",
      param: "amount",
    },
  });
  const outcome = await stripe({ environment: "test", secretKey: "sk_test_sandbox", fetch }).refund(
    {
      payment: { charge: "ch_1NirD82eZvKYlo2CIvbtLWuY" },
      key: "order-1042-refund-1",
      amount: { value: 2500, currency: "USD" },
    },
  );
  expect(outcome).toMatchObject({ status: "declined", reason: "exceeds_refundable" });
});
