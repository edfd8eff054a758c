import { callerKey, type Drill } from "../drill.ts";

export const airwallex: Drill = {
  package: "@airwallex/node-sdk",
  call: "airwallex.paymentAcceptance.refunds.createRefund({ payment_intent_id, amount, request_id })",
  path: /\/pa\/refunds\/create$/,
  answered: {
    status: 201,
    body: '{"id":"rfd_sgst4689lgcv3c7rbyc_bppn22","request_id":"order-1042-refund-1","payment_intent_id":"int_sgst4689lgcv3bppn22","amount":10,"currency":"USD","status":"RECEIVED","created_at":"2022-08-23T10:06:23+0000","updated_at":"2022-08-23T10:06:23+0000"}',
  },
  declined: {
    status: 400,
    body: '{"code":"resource_not_found","message":"The resource with ID int_sgst4689lgcv3bppn22 cannot be found"}',
  },
  other: { status: 201, body: '{"token":"sample-token","expires_at":"2099-01-01T00:00:00+0000"}' },
  timeoutOption: "timeout",
  ours: {
    provider: "airwallex",
    options: { environment: "test", clientId: "sample-id", apiKey: "sample-key" },
    request: {
      payment: { paymentIntentId: "int_sgst4689lgcv3bppn22" },
      amount: { value: 1000, currency: "USD" },
      key: callerKey,
    },
    headers: ["x-api-version"],
  },
  open({ Airwallex }, { timeoutMs }) {
    const airwallex = new Airwallex({
      clientId: "sample-id",
      apiKey: "sample-key",
      env: "demo",
      ...(timeoutMs && { timeout: timeoutMs }),
    });
    return () =>
      airwallex.paymentAcceptance.refunds.createRefund({
        payment_intent_id: "int_sgst4689lgcv3bppn22",
        amount: 10,
        request_id: callerKey,
      });
  },
};
