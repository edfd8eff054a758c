// Generated from specs/paypay.yaml by `npm run generate`. Do not edit: edit the spec.

import { expect, test } from "vitest";
import { paypay } from "../src/index.ts";

/** A `fetch` that keeps what it is asked and answers with one documented body. */
function answering(status: number, body: unknown) {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (...request) => {
    requests.push(new Request(...request));
    return Response.json(body, { status });
  };
  return { fetch, requests };
}

test("refund answer \"several\": The help page's refund, in the envelope of the library's test.", async () => {
  const { fetch } = answering(200, {
    resultInfo: { code: "SUCCESS", message: "Success", codeId: "08100001" },
    data: {
      status: "REFUNDED",
      acceptedAt: 1665127741,
      merchantRefundId: "ddSand20221007_refund01",
      paymentId: "04002752470258507776",
      amount: { amount: 1000, currency: "JPY" },
      requestedAt: 1587534300,
      reason: "test",
    },
  });
  const outcome = await paypay({
    environment: "live",
    apiKey: "sandbox-api-key",
    apiSecret: "sandbox-api-secret",
    fetch,
  }).refund({
    key: "ddSand20221007_refund01",
    payment: { paymentId: "04002752470258507776" },
    amount: { value: 1000, currency: "JPY" },
    reason: "test",
  });
  expect(outcome).toMatchObject({ status: "succeeded" });
});

test('refund answer "library": The answer of the library\'s test, with a whole amount.', async () => {
  const { fetch } = answering(200, {
    resultInfo: { code: "SUCCESS", message: "Success", codeId: "08100001" },
    data: {
      status: "CREATED",
      acceptedAt: 3243242324,
      merchantRefundId: "343432432",
      paymentId: "454354354",
      amount: { amount: 12, currency: "JPY" },
      requestedAt: 342342342,
      reason: "Test Reason",
    },
  });
  const outcome = await paypay({
    environment: "live",
    apiKey: "sandbox-api-key",
    apiSecret: "sandbox-api-secret",
    fetch,
  }).refund({
    key: "343432432",
    payment: { paymentId: "454354354" },
    amount: { value: 12, currency: "JPY" },
    reason: "Test Reason",
  });
  expect(outcome).toMatchObject({ status: "pending" });
});
