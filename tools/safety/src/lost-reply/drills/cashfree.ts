import type { Drill } from "../drill.ts";

export const cashfree: Drill = {
  package: "cashfree-pg",
  call: "cashfree.PGOrderCreateRefund(orderId, { refund_amount, refund_id })",
  path: /^\/pg\/orders\/[^/]+\/refunds$/,
  answered: {
    status: 200,
    body: '{"cf_payment_id":"918812","cf_refund_id":"1553338","refund_id":"order-1042-refund-1","order_id":"order-1","entity":"refund","refund_amount":10,"refund_currency":"INR","refund_status":"PENDING"}',
  },
  declined: {
    status: 404,
    body: '{"message":"Order does not exist","code":"order_not_found","type":"invalid_request_error"}',
  },
  keyOption: "x_idempotency_key",
  ours: {
    provider: "cashfree",
    options: { environment: "test", clientId: "sample-id", clientSecret: "sample-secret" },
    request: {
      payment: { orderId: "order-1" },
      key: "order-1042-refund-1",
      amount: { value: 1000, currency: "INR" },
    },
    headers: ["x-client-id", "x-client-secret", "x-api-version", "x-idempotency-key"],
    differs: {
      "header x-api-version": "the version of the OpenAPI file that our spec was written from",
    },
  },
  open({ Cashfree, CFEnvironment }, { key }) {
    const cashfree = new Cashfree(CFEnvironment.SANDBOX, "sample-id", "sample-secret");
    const refund = { refund_amount: 10, refund_id: "order-1042-refund-1" };
    return () => cashfree.PGOrderCreateRefund("order-1", refund, undefined, key);
  },
};
