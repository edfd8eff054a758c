import { callerKey, type Drill } from "../drill.ts";

export const adyen: Drill = {
  package: "@adyen/api-library",
  call: "checkoutApi.ModificationsApi.refundCapturedPayment(pspReference, request)",
  path: /\/payments\/[^/]+\/refunds$/,
  answered: {
    status: 201,
    body: '{"merchantAccount":"Sample","paymentPspReference":"993617895204576J","pspReference":"993617895215577D","reference":"refund-1","status":"received","amount":{"currency":"EUR","value":1000}}',
  },
  declined: {
    status: 422,
    body: '{"status":422,"errorCode":"167","message":"Original pspReference required for this operation","errorType":"validation"}',
  },
  timeoutOption: "connectionTimeoutMillis",
  keyOption: "idempotencyKey",
  ours: {
    provider: "adyen",
    options: { environment: "test", apiKey: "sample-key", merchantAccount: "Sample" },
    request: {
      payment: { pspReference: "993617895204576J" },
      amount: { value: 1000, currency: "EUR" },
      key: callerKey,
    },
    headers: ["idempotency-key"],
  },
  open({ CheckoutAPI, Client, EnvironmentEnum }, { timeoutMs, key }) {
    const client = new Client({
      apiKey: "sample-key",
      environment: EnvironmentEnum.TEST,
      ...(timeoutMs && { connectionTimeoutMillis: timeoutMs }),
    });
    const { ModificationsApi } = new CheckoutAPI(client);
    return () =>
      ModificationsApi.refundCapturedPayment(
        "993617895204576J",
        {
          merchantAccount: "Sample",
          amount: { currency: "EUR", value: 1000 },
          reference: callerKey,
        },
        ...(key ? [{ idempotencyKey: key }] : []),
      );
  },
};
