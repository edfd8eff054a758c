// Generated from specs/sumup.yaml by `npm run generate`. Do not edit: edit the spec.

import { expect, test } from "vitest";
import { sumup } from "../src/index.ts";

/** A `fetch` that keeps what it is asked and answers with one documented body. */
function answering(status: number, body: unknown) {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (...request) => {
    requests.push(new Request(...request));
    return Response.json(body, { status });
  };
  return { fetch, requests };
}

test('refund request "part": The file\'s example, part of a transaction.', async () => {
  const { fetch, requests } = answering(200, {});
  await sumup({
    environment: "test",
    apiKey: "sk_test_sandbox_key",
    merchantCode: "MH4H92C7",
    fetch,
  }).refund({
    payment: { transactionId: "4ffb8dfc-7f2b-413d-a497-2ad00766585e" },
    amount: { value: 500, currency: "EUR" },
  });
  expect(requests).toHaveLength(1);
  expect(requests[0]?.method).toBe("POST");
  expect(requests[0]?.url).toBe(
    "https://api.sumup.com/v1.0/merchants/MH4H92C7/payments/4ffb8dfc-7f2b-413d-a497-2ad00766585e/refunds",
  );
  const text = (await requests[0]?.text()) ?? "";
  expect(JSON.parse(text)).toEqual({ amount: 5 });
});

test('refund answer "published": The file\'s example.', async () => {
  const { fetch } = answering(201, {});
  const outcome = await sumup({
    environment: "test",
    apiKey: "sk_test_sandbox_key",
    merchantCode: "MH4H92C7",
    fetch,
  }).refund({
    payment: { transactionId: "4ffb8dfc-7f2b-413d-a497-2ad00766585e" },
    amount: { value: 500, currency: "EUR" },
  });
  expect(outcome).toMatchObject({ status: "succeeded" });
});

test('refund answer "not-refundable": The file\'s example of 409.', async () => {
  const { fetch } = answering(409, {
    type: "https://developer.sumup.com/problem/conflict",
    title: "Conflict",
    status: 409,
    detail: "The transaction is not refundable in its current state",
  });
  const outcome = await sumup({
    environment: "test",
    apiKey: "sk_test_sandbox_key",
    merchantCode: "MH4H92C7",
    fetch,
  }).refund({
    payment: { transactionId: "4ffb8dfc-7f2b-413d-a497-2ad00766585e" },
    amount: { value: 500, currency: "EUR" },
  });
  expect(outcome).toMatchObject({
    status: "declined",
    reason: "not_refundable",
    code: "https://developer.sumup.com/problem/conflict",
  });
});
