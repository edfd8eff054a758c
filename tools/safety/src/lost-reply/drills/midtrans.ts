import { callerKey, type Drill } from "../drill.ts";

export const midtrans: Drill = {
  package: "midtrans-client",
  call: "coreApi.transaction.refund(transactionId, { refund_key, amount })",
  path: /^\/v2\/[^/]+\/refund$/,
  answered: {
    status: 200,
    body: '{"status_code":"200","status_message":"Success, refund request is approved","transaction_id":"447e846a-403e-47db-a5da-d7f3f06375d6","order_id":"vtcc05","payment_type":"credit_card","transaction_time":"2015-06-15 13:36:24","transaction_status":"partial_refund","gross_amount":"10000.00","refund_chargeback_id":1,"refund_amount":"5000.00","refund_key":"order-1042-refund-1"}',
  },
  declined: {
    status: 200,
    body: '{"status_code":"412","status_message":"Merchant cannot modify the status of the transaction"}',
  },
  timeoutOption: "httpClient.http_client.defaults.timeout",
  keyOption: "refund_key",
  ours: {
    provider: "midtrans",
    options: { environment: "test", serverKey: "SB-Mid-server-abc123cde456" },
    request: {
      payment: { transactionId: "447e846a-403e-47db-a5da-d7f3f06375d6" },
      amount: { value: 500_000, currency: "IDR" },
      key: callerKey,
    },
  },
  open({ default: { CoreApi } }, { timeoutMs, key }) {
    const coreApi = new CoreApi({
      isProduction: false,
      serverKey: "SB-Mid-server-abc123cde456",
      clientKey: "SB-Mid-client-abc123cde456",
    });
    if (timeoutMs) coreApi.httpClient.http_client.defaults.timeout = timeoutMs;
    return () =>
      coreApi.transaction.refund("447e846a-403e-47db-a5da-d7f3f06375d6", {
        ...(key && { refund_key: key }),
        amount: 5000,
      });
  },
};
