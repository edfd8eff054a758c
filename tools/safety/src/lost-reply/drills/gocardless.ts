import { callerKey, type Drill } from "../drill.ts";

export const gocardless: Drill = {
  package: "gocardless-nodejs",
  call: "client.refunds.create({ amount, total_amount_confirmation, links })",
  path: /^\/refunds$/,
  answered: {
    status: 201,
    body: '{"refunds":{"id":"RF00006Y45GPXN","amount":1000,"created_at":"2024-03-22T20:28:37.945Z","reference":null,"metadata":{},"currency":"GBP","status":"created","links":{"payment":"PM123"}}}',
  },
  declined: {
    status: 422,
    body: '{"error":{"message":"Five or more refunds have been created","errors":[{"reason":"number_of_refunds_exceeded","message":"Five or more refunds have been created"}],"type":"invalid_state","request_id":"bd271b37","code":422}}',
  },
  keyOption: "idempotencyKey",
  ours: {
    provider: "gocardless",
    options: { environment: "test", accessToken: "sample-token" },
    request: {
      payment: { id: "PM123" },
      amount: { value: 1000, currency: "GBP" },
      key: callerKey,
      extra: { totalAmountConfirmation: 1000 },
    },
    headers: ["gocardless-version", "idempotency-key"],
    differs: {
      body: "we repeat the key in the metadata, by which the refund is found in the list of refunds",
    },
  },
  open({ default: gocardless, Environments }, { key }) {
    const client = gocardless("sample-token", Environments.Sandbox);
    const refund = { amount: 1000, total_amount_confirmation: 1000, links: { payment: "PM123" } };
    return () => client.refunds.create(refund, key);
  },
};
