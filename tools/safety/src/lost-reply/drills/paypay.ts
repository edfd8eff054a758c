import { callerKey, type Drill } from "../drill.ts";

const paymentId = "04002752470258507776";

export const paypay: Drill = {
  package: "@paypayopa/paypayopa-sdk-node",
  call: "PAYPAY.PaymentRefund({ merchantRefundId, paymentId, amount })",
  path: /^\/v2\/refunds$/,
  answered: {
    status: 200,
    body: `{"resultInfo":{"code":"SUCCESS","message":"Success","codeId":"08100001"},"data":{"status":"REFUNDED","acceptedAt":1665127741,"merchantRefundId":"${callerKey}","paymentId":"${paymentId}","amount":{"amount":1000,"currency":"JPY"},"requestedAt":1587534300}}`,
  },
  declined: {
    status: 404,
    body: '{"resultInfo":{"code":"RESOURCE_NOT_FOUND","message":"Order not found"},"data":null}',
  },
  ours: {
    provider: "paypay",
    options: { environment: "test", apiKey: "sample-key", apiSecret: "sample-secret" },
    request: {
      payment: { paymentId },
      key: callerKey,
      amount: { value: 1000, currency: "JPY" },
    },
    differs: {
      body: "requestedAt is the second in which each leaves",
      "header authorization": "its nonce is new in every request, and so is the signature",
    },
  },
  open({ default: PAYPAY }) {
    PAYPAY.Configure({ clientId: "sample-key", clientSecret: "sample-secret", env: "STAGING" });
    const refund = {
      merchantRefundId: callerKey,
      paymentId,
      amount: { amount: 1000, currency: "JPY" },
    };
    return () => PAYPAY.PaymentRefund({ ...refund });
  },
};
