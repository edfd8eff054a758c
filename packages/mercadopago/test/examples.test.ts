// Generated from specs/mercadopago.yaml by `npm run generate`. Do not edit: edit the spec.

import { expect, test } from "vitest";
import { mercadopago } from "../src/index.ts";

/** A `fetch` that keeps what it is asked and answers with one documented body. */
function answering(status: number, body: unknown) {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (...request) => {
    requests.push(new Request(...request));
    return Response.json(body, { status });
  };
  return { fetch, requests };
}

test('refund request "page": The page\'s example, part of a payment.', async () => {
  const { fetch, requests } = answering(200, {});
  await mercadopago({ environment: "test", accessToken: "TEST-sandbox-token", fetch }).refund({
    payment: { id: "18552260055" },
    key: "77e1c83b-7bb0-437b-bc50-a7a58e5660ac",
    amount: { value: 500, currency: "BRL" },
  });
  expect(requests).toHaveLength(1);
  expect(requests[0]?.method).toBe("POST");
  expect(requests[0]?.url).toBe("https://api.mercadopago.com/v1/payments/18552260055/refunds");
  const text = (await requests[0]?.text()) ?? "";
  expect(JSON.parse(text)).toEqual({ amount: 5 });
});

test('refund answer "page": The answer of the earlier page.', async () => {
  const { fetch } = answering(200, {
    id: 1009042015,
    payment_id: 18552260055,
    amount: 10,
    metadata: [{}],
    source: [{ name: "Nombre y apellido", id: "1003743392", type: "collector" }],
    date_created: "2021-11-24T13:58:49.312-04:00",
    unique_sequence_number: null,
    refund_mode: "standard",
    adjustment_amount: 0,
    status: "approved",
    reason: null,
    label: [{}],
    partition_details: [{}],
  });
  const outcome = await mercadopago({
    environment: "test",
    accessToken: "TEST-sandbox-token",
    fetch,
  }).refund({
    payment: { id: "18552260055" },
    key: "77e1c83b-7bb0-437b-bc50-a7a58e5660ac",
    amount: { value: 1000, currency: "BRL" },
  });
  expect(outcome).toMatchObject({ status: "succeeded", refundId: "1009042015" });
});

test('refund answer "bad-request": A refusal in the form of the documented errors, with a code of the page\'s list.', async () => {
  const { fetch } = answering(200, {
    status: 400,
    error: "bad_request",
    message: "Something else",
    cause: [{ code: 9999, description: "Something else", data: null }],
  });
  const outcome = await mercadopago({
    environment: "test",
    accessToken: "TEST-sandbox-token",
    fetch,
  }).refund({
    payment: { id: "18552260055" },
    key: "77e1c83b-7bb0-437b-bc50-a7a58e5660ac",
    amount: { value: 1000, currency: "BRL" },
  });
  expect(outcome).toMatchObject({ status: "unknown", code: "9999" });
});
