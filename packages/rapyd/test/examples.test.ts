// Generated from specs/rapyd.yaml by `npm run generate`. Do not edit: edit the spec.

import { expect, test } from "vitest";
import { rapyd } from "../src/index.ts";

/** A `fetch` that keeps what it is asked and answers with one documented body. */
function answering(status: number, body: unknown) {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (...request) => {
    requests.push(new Request(...request));
    return Response.json(body, { status });
  };
  return { fetch, requests };
}

test('refund request "page": The page\'s request, with an own id of the refund.', async () => {
  const { fetch, requests } = answering(200, {});
  await rapyd({
    environment: "live",
    accessKey: "sandbox-access-key",
    secretKey: "sandbox-secret-key",
    fetch,
  }).refund({
    payment: { id: "payment_d31d3ca850419ab5e2f9f1a33f9c6eea" },
    key: "order-1042-refund-1",
    amount: { value: 10000, currency: "USD" },
  });
  expect(requests).toHaveLength(1);
  expect(requests[0]?.method).toBe("POST");
  expect(requests[0]?.url).toBe("https://api.rapyd.net/v1/refunds");
  const text = (await requests[0]?.text()) ?? "";
  expect(JSON.parse(text)).toEqual({
    merchant_reference_id: "order-1042-refund-1",
    payment: "payment_d31d3ca850419ab5e2f9f1a33f9c6eea",
    amount: 100,
    currency: "USD",
  });
});

test('refund answer "recorded": A recorded answer.', async () => {
  const { fetch } = answering(200, {
    status: {
      error_code: "",
      status: "SUCCESS",
      message: "",
      response_code: "",
      operation_id: "5bfa30c5-c698-4e43-861c-e6fe5e82b324",
    },
    data: {
      id: "refund_2a575991bee3b010f44e438f7f6a6d5f",
      amount: 1,
      payment: "payment_c861474086bd50305f51ee7855d65eb5",
      currency: "USD",
      failure_reason: "",
      metadata: {},
      reason: "",
      status: "Completed",
      receipt_number: 0,
      created_at: 1647637499,
      updated_at: 1647637499,
      merchant_reference_id: "",
      payment_created_at: 1647637498,
      payment_method_type: "in_amex_card",
      ewallets: [{ ewallet: "ewallet_1936682fdca7a188c49eb9f9817ade77", amount: 1 }],
      proportional_refund: true,
      merchant_debited_amount: null,
      merchant_debited_currency: null,
      fx_rate: null,
      fixed_side: null,
    },
  });
  const outcome = await rapyd({
    environment: "live",
    accessKey: "sandbox-access-key",
    secretKey: "sandbox-secret-key",
    fetch,
  }).refund({
    payment: { id: "payment_c861474086bd50305f51ee7855d65eb5" },
    key: "order-1042-refund-1",
    amount: { value: 100, currency: "USD" },
  });
  expect(outcome).toMatchObject({
    status: "succeeded",
    refundId: "refund_2a575991bee3b010f44e438f7f6a6d5f",
  });
});

test('refund answer "recorded": There is no such payment.', async () => {
  const { fetch } = answering(400, {
    status: {
      error_code: "ERROR_GET_PAYMENT",
      status: "ERROR",
      message:
        "The request tried to retrieve a payment, but the payment was not found. The request was rejected. Corrective action: Use a valid payment ID.",
      response_code: "ERROR_GET_PAYMENT",
      operation_id: "29a59e7c-8e82-4abe-ad9e-bf47eb72f6c1",
    },
  });
  const outcome = await rapyd({
    environment: "live",
    accessKey: "sandbox-access-key",
    secretKey: "sandbox-secret-key",
    fetch,
  }).refund({
    payment: { id: "payment_c861474086bd50305f51ee7855d65eb5" },
    key: "order-1042-refund-1",
    amount: { value: 100, currency: "USD" },
  });
  expect(outcome).toMatchObject({
    status: "declined",
    reason: "payment_not_found",
    code: "ERROR_GET_PAYMENT",
  });
});
