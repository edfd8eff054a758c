// Generated from specs/ottpay.yaml by `npm run generate`. Do not edit: edit the spec.

import { expect, test } from "vitest";
import { ottpay } from "../src/index.ts";

/** A `fetch` that keeps what it is asked and answers with one documented body. */
function answering(status: number, body: unknown) {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (...request) => {
    requests.push(new Request(...request));
    return Response.json(body, { status });
  };
  return { fetch, requests };
}

test('refund request "page": The page\'s request example, its amount written as the string that the table demands.', async () => {
  const { fetch, requests } = answering(200, {});
  await ottpay({ environment: "live", accessToken: "sandbox-token", fetch }).refund({
    payment: { oriPaymentId: "1694723098440266" },
    amount: { value: 5000, currency: "CAD" },
  });
  expect(requests).toHaveLength(1);
  expect(requests[0]?.method).toBe("POST");
  expect(requests[0]?.url).toBe("https://ecom-api.ottpay.com/api/v1/payment/local-card/refund");
  const text = (await requests[0]?.text()) ?? "";
  expect(JSON.parse(text)).toEqual({ oriPaymentId: "1694723098440266", refundAmount: "5000" });
});

test('refund answer "page": The page\'s response example, as the answer to a request of 10 cents.', async () => {
  const { fetch } = answering(200, {
    status: "SUCCESS",
    result: {
      refundId: "REF187814130359",
      refundAmount: "10",
      refundStatus: "success",
      tradeTime: "2003-09-30 12:00:04",
      exchangeRate: "",
    },
  });
  const outcome = await ottpay({ environment: "live", accessToken: "sandbox-token", fetch }).refund(
    { payment: { oriPaymentId: "1694723098440266" }, amount: { value: 10, currency: "CAD" } },
  );
  expect(outcome).toMatchObject({ status: "succeeded", refundId: "REF187814130359" });
});

test('refund answer "page-pair": The page\'s request and response examples taken as a pair; it answers "10" to 5000.', async () => {
  const { fetch } = answering(200, {
    status: "SUCCESS",
    result: {
      refundId: "REF187814130359",
      refundAmount: "10",
      refundStatus: "success",
      tradeTime: "2003-09-30 12:00:04",
      exchangeRate: "",
    },
  });
  const outcome = await ottpay({ environment: "live", accessToken: "sandbox-token", fetch }).refund(
    { payment: { oriPaymentId: "1694723098440266" }, amount: { value: 5000, currency: "CAD" } },
  );
  expect(outcome).toMatchObject({ status: "needs_review" });
});

test('refund answer "fully-refunded": The documented error envelope with a documented code of the refund page.', async () => {
  const { fetch } = answering(200, {
    status: "ERROR",
    result: { code: 20041, message: "The payment cannot be refunded" },
  });
  const outcome = await ottpay({ environment: "live", accessToken: "sandbox-token", fetch }).refund(
    { payment: { oriPaymentId: "1694723098440266" }, amount: { value: 5000, currency: "CAD" } },
  );
  expect(outcome).toMatchObject({ status: "declined", reason: "already_refunded", code: "20041" });
});
