import type { Drill } from "../drill.ts";

/** Of the later versions, 1.2.1 has no code in its package. 1.2.0 cannot be imported. */
export const paystack: Drill = {
  package: "@paystack/paystack-sdk",
  call: "paystack.refund.create({ transaction, amount, currency })",
  path: /^\/refund$/,
  answered: {
    status: 200,
    body: '{"status":true,"message":"Refund has been queued for processing","data":{"transaction":{"id":1004723697,"reference":"T685312322670591"},"amount":10000,"currency":"NGN","status":"pending","id":3018284}}',
  },
  declined: {
    status: 400,
    body: '{"status":false,"message":"Transaction has been fully reversed"}',
  },
  ours: {
    provider: "paystack",
    options: { environment: "test", secretKey: "sk_test_sample" },
    request: {
      payment: { reference: "T685312322670591" },
      amount: { value: 10_000, currency: "NGN" },
    },
    differs: {
      "header content-type":
        "the API description: the body is application/json. The SDK sends the same JSON without a type",
    },
  },
  open({ Paystack }) {
    const paystack = new Paystack("sk_test_sample");
    const refund = { transaction: "T685312322670591", amount: 10_000, currency: "NGN" };
    return () => paystack.refund.create(refund);
  },
};
