// Generated from specs/yedpay.yaml by `npm run generate`. Do not edit: edit the spec.

import { expect, test } from "vitest";
import { yedpay } from "../src/index.ts";

/** A `fetch` that keeps what it is asked and answers with one documented body. */
function answering(status: number, body: unknown) {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (...request) => {
    requests.push(new Request(...request));
    return Response.json(body, { status });
  };
  return { fetch, requests };
}

test('refund request "page": A reason, as the page\'s answer repeats it.', async () => {
  const { fetch, requests } = answering(200, {});
  await yedpay({ environment: "live", accessToken: "sandbox-token", fetch }).refund({
    payment: { id: "xXxXxXxXxXXxXx" },
    reason: "damaged product",
  });
  expect(requests).toHaveLength(1);
  expect(requests[0]?.method).toBe("POST");
  expect(requests[0]?.url).toBe("https://api.yedpay.com/v1/transactions/xXxXxXxXxXXxXx/refund");
  const text = (await requests[0]?.text()) ?? "";
  expect(Object.fromEntries(new URLSearchParams(text))).toEqual({
    refund_reason: "damaged product",
  });
});

test("refund answer \"page\": The page's success example, inside the envelope of the page's own table.", async () => {
  const { fetch } = answering(200, {
    success: true,
    message: "",
    data: {
      id: "xXxXxXxXxXXxXx",
      user_id: "xXxXxXxXxXXxXx",
      company_id: "xXxXxXxXxXXxXx",
      store_id: "xXxXxXxXxXXxXx",
      gateway_id: 1,
      barcode_id: "xXxXxXxXxXXxXx",
      status: "refunded",
      amount: "10.00",
      currency: "HKD",
      charge: 1.2,
      forex: 1,
      paid_at: "",
      settled_at: "",
      transaction_id: "251415799855257",
      payer: "",
      extra_parameters:
        '{"old_macdonald": "had a farm", "chorus_1": "E I E I O",  "and_on_his_farm": "he had a cow", "chorus_2": "E I E I O"}',
      custom_id: "XxXxXxXxXxXxXxXxXx",
      fixed_id: "",
      refunded_at: "2018-11-20 18:44:45",
      created_at: "2018-11-20 14:44:45",
      updated_at: "2018-11-20 18:44:45",
      expired_at: "2018-11-20 18:44:45",
      refund_details: {
        request_user_id: "306PNQ8",
        first_name: "xxxxxxxx",
        last_name: "xxxxxxxx",
        remark: "damaged product",
      },
    },
  });
  const outcome = await yedpay({ environment: "live", accessToken: "sandbox-token", fetch }).refund(
    { payment: { id: "xXxXxXxXxXXxXx" }, reason: "damaged product" },
  );
  expect(outcome).toMatchObject({ status: "succeeded" });
});

test('refund answer "page-error": The page\'s error example; whether money moved stays open.', async () => {
  const { fetch } = answering(200, { success: false, message: "Internal Error", status: 500 });
  const outcome = await yedpay({ environment: "live", accessToken: "sandbox-token", fetch }).refund(
    { payment: { id: "xXxXxXxXxXXxXx" } },
  );
  expect(outcome).toMatchObject({ status: "unknown", code: "500" });
});

test('refund answer "unauthenticated": The documented answer to a token that is not accepted.', async () => {
  const { fetch } = answering(200, { success: false, message: "Unauthenticated.", status: 500 });
  const outcome = await yedpay({ environment: "live", accessToken: "sandbox-token", fetch }).refund(
    { payment: { id: "xXxXxXxXxXXxXx" } },
  );
  expect(outcome).toMatchObject({ status: "declined", reason: "unauthorized", code: "500" });
});

test('refund answer "field-error": The fixture of the PHP library, its one field error in a list as the plugins read it.', async () => {
  const { fetch } = answering(200, {
    success: false,
    message: "Could not create resource",
    status: 422,
    code: 666,
    errors: [{ code: 422, field: "phone", message: "The phone must be a number" }],
  });
  const outcome = await yedpay({ environment: "live", accessToken: "sandbox-token", fetch }).refund(
    { payment: { id: "xXxXxXxXxXXxXx" } },
  );
  expect(outcome).toMatchObject({ status: "declined", reason: "invalid_request", code: "422" });
});
