// Generated from specs/checkoutcom.yaml by `npm run generate`. Do not edit: edit the spec.

import { expect, test } from "vitest";
import { checkoutcom } from "../src/index.ts";

/** A `fetch` that keeps what it is asked and answers with one documented body. */
function answering(status: number, body: unknown) {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (...request) => {
    requests.push(new Request(...request));
    return Response.json(body, { status });
  };
  return { fetch, requests };
}

test('refund request "library": The refund of the library\'s tests, of a part.', async () => {
  const { fetch, requests } = answering(200, {});
  await checkoutcom({
    environment: "live",
    secretKey: "sk_sbox_abcdefghijklmnopqrstuvwxyz2",
    prefix: "vkuhvk4v",
    fetch,
  }).refund({
    payment: { id: "pay_6ndp5facelxurne7gloxkxm57u" },
    amount: { value: 50, currency: "USD" },
    key: "REFUND",
  });
  expect(requests).toHaveLength(1);
  expect(requests[0]?.method).toBe("POST");
  expect(requests[0]?.url).toBe(
    "https://vkuhvk4v.api.checkout.com/payments/pay_6ndp5facelxurne7gloxkxm57u/refunds",
  );
  const text = (await requests[0]?.text()) ?? "";
  expect(JSON.parse(text)).toEqual({ amount: 50, reference: "REFUND" });
});

test('refund answer "library": The answer in the library\'s tests.', async () => {
  const { fetch } = answering(202, {
    action_id: "act_3cxabwfq4ieu3mn3cuzv7ct6dy",
    reference: "REFUND",
    _links: {
      payment: {
        href: "https://123456789.api.sandbox.checkout.com/payments/pay_oac5nzmbcrcu5kfglj4dxwzu6y",
      },
    },
  });
  const outcome = await checkoutcom({
    environment: "live",
    secretKey: "sk_sbox_abcdefghijklmnopqrstuvwxyz2",
    prefix: "vkuhvk4v",
    fetch,
  }).refund({
    payment: { id: "pay_6ndp5facelxurne7gloxkxm57u" },
    amount: { value: 50, currency: "USD" },
    key: "REFUND",
  });
  expect(outcome).toMatchObject({ status: "pending", refundId: "act_3cxabwfq4ieu3mn3cuzv7ct6dy" });
});

test('refund answer "published": The published example.', async () => {
  const { fetch } = answering(422, {
    request_id: "0HL80RJLS76I7",
    error_type: "request_invalid",
    error_codes: ["payment_source_required"],
  });
  const outcome = await checkoutcom({
    environment: "live",
    secretKey: "sk_sbox_abcdefghijklmnopqrstuvwxyz2",
    prefix: "vkuhvk4v",
    fetch,
  }).refund({
    payment: { id: "pay_6ndp5facelxurne7gloxkxm57u" },
    amount: { value: 50, currency: "USD" },
    key: "REFUND",
  });
  expect(outcome).toMatchObject({
    status: "declined",
    reason: "unspecified",
    code: "payment_source_required",
  });
});

test('query answer "page": The page\'s example, shortened.', async () => {
  const { fetch } = answering(200, [
    {
      id: "act_fd3h6evhpn3uxdoqbuu3lqnqbm",
      type: "Refund",
      processed_on: "2024-01-20T10:30:48Z",
      amount: 1000,
      approved: true,
      response_code: "10000",
      response_summary: "Approved",
    },
    {
      id: "act_gefycn3jcvuupboxfmqrhk2aym",
      type: "Capture",
      processed_on: "2024-01-17T10:30:48Z",
      amount: 6540,
      approved: true,
      response_code: "10000",
      response_summary: "Approved",
    },
    {
      id: "act_y3oqhf46pyzuxjbcn2giaqnb44",
      type: "Authorization",
      processed_on: "2024-01-17T09:30:48Z",
      amount: 6540,
      approved: true,
      response_code: "10000",
      response_summary: "Approved",
      reference: "ORD-5023-4E89",
    },
  ]);
  const outcome = await checkoutcom({
    environment: "live",
    secretKey: "sk_sbox_abcdefghijklmnopqrstuvwxyz2",
    prefix: "vkuhvk4v",
    fetch,
  }).query({ payment: { id: "pay_6ndp5facelxurne7gloxkxm57u" } });
  expect(outcome).toMatchObject({ status: "found" });
});
