import { callerKey, type Drill } from "../drill.ts";

export const square: Drill = {
  package: "square",
  call: "client.refunds.refundPayment({ idempotencyKey, paymentId, amountMoney })",
  path: /^\/v2\/refunds$/,
  answered: {
    status: 200,
    body: '{"refund":{"id":"refund-1","status":"PENDING","amount_money":{"amount":1000,"currency":"USD"},"payment_id":"payment-1"}}',
  },
  declined: {
    status: 400,
    body: '{"errors":[{"code":"REFUND_AMOUNT_INVALID","detail":"The requested refund amount exceeds the amount available to refund.","field":"amount_money.amount","category":"REFUND_ERROR"}]}',
  },
  timeoutOption: "timeoutInSeconds",
  ours: {
    provider: "square",
    options: { environment: "live", accessToken: "sample-token" },
    request: {
      payment: { id: "payment-1" },
      amount: { value: 1000, currency: "USD" },
      key: callerKey,
    },
    headers: ["square-version"],
    differs: {
      "header square-version": "the version of the OpenAPI file that our spec was written from",
    },
  },
  open({ SquareClient }, { timeoutMs }) {
    const client = new SquareClient({
      token: "sample-token",
      ...(timeoutMs && { timeoutInSeconds: timeoutMs / 1000 }),
    });
    return () =>
      client.refunds.refundPayment({
        idempotencyKey: callerKey,
        paymentId: "payment-1",
        amountMoney: { amount: 1000n, currency: "USD" },
      });
  },
};
