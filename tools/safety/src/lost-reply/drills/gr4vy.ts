import type { Drill } from "../drill.ts";

export const gr4vy: Drill = {
  package: "@gr4vy/sdk",
  call: "gr4vy.transactions.refunds.create({ amount }, transactionId)",
  path: /^\/transactions\/[^/]+\/refunds$/,
  answered: {
    status: 201,
    body: '{"type":"refund","id":"8724fd24-5489-4a5d-90fd-0604df7d3b83","transaction_id":"7099948d-7286-47e4-aad8-b68f7eb44591","status":"succeeded","currency":"USD","amount":1000,"target_type":"payment-method","reconciliation_id":"1","transaction_reconciliation_id":"2","created_at":"2013-07-16T19:23:00.000+00:00","updated_at":"2013-07-16T19:23:00.000+00:00"}',
  },
  declined: {
    status: 400,
    body: '{"type":"error","code":"bad_request","status":400,"message":"The transaction has already been refunded.","details":[]}',
  },
  timeoutOption: "timeoutMs",
  keyOption: "idempotencyKey",
  open({ Gr4vy }, { timeoutMs, key }) {
    const gr4vy = new Gr4vy({
      id: "sample",
      server: "sandbox",
      bearerAuth: "sample-token",
      ...(timeoutMs && { timeoutMs }),
    });
    return () =>
      gr4vy.transactions.refunds.create(
        { amount: 1000 },
        "7099948d-7286-47e4-aad8-b68f7eb44591",
        ...(key ? [undefined, key] : []),
      );
  },
};
