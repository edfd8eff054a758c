import type { Drill } from "../drill.ts";

export const mercadopago: Drill = {
  package: "mercadopago",
  call: "paymentRefund.create({ payment_id, body: { amount } })",
  path: /^\/v1\/payments\/[^/]+\/refunds$/,
  answered: {
    status: 201,
    body: '{"id":1009042015,"payment_id":18552260055,"amount":10,"status":"approved","date_created":"2021-11-24T13:58:49.312-04:00"}',
  },
  declined: {
    status: 404,
    body: '{"message":"Payment not found","error":"not_found","status":404,"cause":[{"code":2000,"description":"Payment not found"}]}',
  },
  timeoutOption: "timeout",
  keyOption: "idempotencyKey",
  ours: {
    provider: "mercadopago",
    options: { environment: "test", accessToken: "TEST-sample-token" },
    request: { payment: { id: "18552260055" }, amount: { value: 1000, currency: "BRL" } },
    headers: ["x-idempotency-key"],
  },
  open({ MercadoPagoConfig, PaymentRefund }, { timeoutMs, key }) {
    const client = new MercadoPagoConfig({
      accessToken: "TEST-sample-token",
      options: { ...(timeoutMs && { timeout: timeoutMs }) },
    });
    const refund = new PaymentRefund(client);
    return () =>
      refund.create({
        payment_id: "18552260055",
        body: { amount: 10 },
        requestOptions: { ...(key && { idempotencyKey: key }) },
      });
  },
};
