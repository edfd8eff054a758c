// Generated from specs/klarna.yaml by `npm run generate`. Do not edit: edit the spec.

import { expect, test } from "vitest";
import { klarna } from "../src/index.ts";

/** A `fetch` that keeps what it is asked and answers with one documented body. */
function answering(status: number, body: unknown) {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (...request) => {
    requests.push(new Request(...request));
    return Response.json(body, { status });
  };
  return { fetch, requests };
}

test('refund request "part": The file\'s words for a description.', async () => {
  const { fetch, requests } = answering(200, {});
  await klarna({
    environment: "live",
    username: "sandbox-user",
    password: "sandbox-password",
    fetch,
  }).refund({
    payment: { orderId: "f3392f8b-6116-4073-ab96-e330819e2c07" },
    key: "order-1042-refund-1",
    amount: { value: 1000, currency: "EUR" },
    reason: "The item was returned and the order refunded.",
  });
  expect(requests).toHaveLength(1);
  expect(requests[0]?.method).toBe("POST");
  expect(requests[0]?.url).toBe(
    "https://api.klarna.com/ordermanagement/v1/orders/f3392f8b-6116-4073-ab96-e330819e2c07/refunds",
  );
  const text = (await requests[0]?.text()) ?? "";
  expect(JSON.parse(text)).toEqual({
    refunded_amount: 1000,
    description: "The item was returned and the order refunded.",
  });
});

test('refund answer "no-captures": The message of the overview in the form of the file.', async () => {
  const { fetch } = answering(403, {
    correlation_id: "66782175-ae05-44fc-9eb3-eeceadbad271",
    error_code: "REFUND_NOT_ALLOWED",
    error_messages: ["Order has no captures. Refund not possible"],
  });
  const outcome = await klarna({
    environment: "live",
    username: "sandbox-user",
    password: "sandbox-password",
    fetch,
  }).refund({
    payment: { orderId: "f3392f8b-6116-4073-ab96-e330819e2c07" },
    key: "order-1042-refund-1",
    amount: { value: 1000, currency: "EUR" },
    reason: "The item was returned and the order refunded.",
  });
  expect(outcome).toMatchObject({
    status: "declined",
    reason: "not_settled",
    code: "REFUND_NOT_ALLOWED",
  });
});
