// Generated from specs/dlocal.yaml by `npm run generate`. Do not edit: edit the spec.

import { expect, test } from "vitest";
import { dlocal } from "../src/index.ts";

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
  await dlocal({
    environment: "live",
    login: "sandbox-login",
    transKey: "sandbox-trans-key",
    secretKey: "sandbox-secret-key",
    fetch,
  }).refund({
    payment: { paymentId: "PAY4334346343" },
    key: "order-1042-refund-1",
    amount: { value: 10000, currency: "USD" },
    extra: { notificationUrl: "http://some.url" },
  });
  expect(requests).toHaveLength(1);
  expect(requests[0]?.method).toBe("POST");
  expect(requests[0]?.url).toBe("https://api.dlocal.com/refunds");
  const text = (await requests[0]?.text()) ?? "";
  expect(JSON.parse(text)).toEqual({
    order_refund_id: "order-1042-refund-1",
    payment_id: "PAY4334346343",
    amount: 100,
    currency: "USD",
    notification_url: "http://some.url",
  });
});

test('refund answer "page": The documented answer, as the answer to a request of its own amount.', async () => {
  const { fetch } = answering(200, {
    id: "REF42342",
    payment_id: "PAY4334346343",
    notification_url: "http://some.url",
    amount: 803.04,
    currency: "BRL",
    status: "SUCCESS",
    status_code: 200,
    status_detail: "The refund was paid",
    created_date: "2018-09-06T22:03:03.000+0000",
    amount_refunded: 803.04,
  });
  const outcome = await dlocal({
    environment: "live",
    login: "sandbox-login",
    transKey: "sandbox-trans-key",
    secretKey: "sandbox-secret-key",
    fetch,
  }).refund({
    payment: { paymentId: "PAY4334346343" },
    key: "order-1042-refund-1",
    amount: { value: 80304, currency: "BRL" },
  });
  expect(outcome).toMatchObject({ status: "succeeded", refundId: "REF42342" });
});

test('refund answer "other-currency": The documented answer, as the answer to the page\'s request of 100 USD.', async () => {
  const { fetch } = answering(200, {
    id: "REF42342",
    payment_id: "PAY4334346343",
    notification_url: "http://some.url",
    amount: 803.04,
    currency: "BRL",
    status: "SUCCESS",
    status_code: 200,
    status_detail: "The refund was paid",
    created_date: "2018-09-06T22:03:03.000+0000",
    amount_refunded: 803.04,
  });
  const outcome = await dlocal({
    environment: "live",
    login: "sandbox-login",
    transKey: "sandbox-trans-key",
    secretKey: "sandbox-secret-key",
    fetch,
  }).refund({
    payment: { paymentId: "PAY4334346343" },
    key: "order-1042-refund-1",
    amount: { value: 10000, currency: "USD" },
  });
  expect(outcome).toMatchObject({ status: "needs_review" });
});

test('refund answer "page": The documented error.', async () => {
  const { fetch } = answering(400, { code: 5012, message: "Insufficient funds." });
  const outcome = await dlocal({
    environment: "live",
    login: "sandbox-login",
    transKey: "sandbox-trans-key",
    secretKey: "sandbox-secret-key",
    fetch,
  }).refund({
    payment: { paymentId: "PAY4334346343" },
    key: "order-1042-refund-1",
    amount: { value: 10000, currency: "BRL" },
  });
  expect(outcome).toMatchObject({
    status: "declined",
    reason: "insufficient_balance",
    code: "5012",
  });
});

test('refund answer "duplicated": The key was used before; that refund may be ours.', async () => {
  const { fetch } = answering(400, { code: 5011, message: "Order refund id is duplicated." });
  const outcome = await dlocal({
    environment: "live",
    login: "sandbox-login",
    transKey: "sandbox-trans-key",
    secretKey: "sandbox-secret-key",
    fetch,
  }).refund({
    payment: { paymentId: "PAY4334346343" },
    key: "order-1042-refund-1",
    amount: { value: 10000, currency: "BRL" },
  });
  expect(outcome).toMatchObject({ status: "unknown", code: "5011" });
});
