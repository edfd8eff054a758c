import type { Drill } from "../drill.ts";

export const prism: Drill = {
  package: "hyperswitch-prism",
  call: "client.refund({ merchantRefundId, connectorTransactionId, refundAmount }), connector stripe",
  path: /^\/v1\/refunds$/,
  answered: {
    status: 200,
    body: '{"id":"re_1","object":"refund","amount":1000,"currency":"usd","metadata":{},"payment_intent":"pi_1","status":"succeeded"}',
  },
  declined: {
    status: 400,
    body: '{"error":{"type":"invalid_request_error","code":"charge_already_refunded","message":"Charge ch_1 has already been refunded."}}',
  },
  timeoutOption: "http.totalTimeoutMs",
  open({ PaymentClient, types }, { timeoutMs }) {
    const client = new PaymentClient(
      { connectorConfig: { stripe: { apiKey: { value: "sk_test_sample" } } } },
      timeoutMs ? { http: { totalTimeoutMs: timeoutMs } } : {},
    );
    return () =>
      client.refund({
        merchantRefundId: "refund-1",
        connectorTransactionId: "pi_1",
        paymentAmount: 1000,
        refundAmount: { minorAmount: 1000, currency: types.Currency.USD },
      });
  },
};
