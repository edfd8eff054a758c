import { callerKey, type Drill } from "../drill.ts";

export const stripe: Drill = {
  package: "stripe",
  call: "stripe.refunds.create({ payment_intent, amount })",
  path: /^\/v1\/refunds$/,
  answered: {
    status: 200,
    body: '{"id":"re_1","object":"refund","amount":1000,"currency":"usd","payment_intent":"pi_1","status":"succeeded"}',
  },
  declined: {
    status: 400,
    body: '{"error":{"type":"invalid_request_error","code":"charge_already_refunded","message":"Charge ch_1 has already been refunded."}}',
  },
  timeoutOption: "timeout",
  keyOption: "idempotencyKey",
  ours: {
    provider: "stripe",
    options: { environment: "test", secretKey: "sk_test_sample" },
    request: {
      payment: { paymentIntent: "pi_1" },
      amount: { value: 1000, currency: "USD" },
      key: callerKey,
    },
    headers: ["idempotency-key", "stripe-version", "stripe-account"],
    differs: {
      body: "we repeat the key as metadata[refund_key], by which the refund is found in the list of refunds",
    },
  },
  open({ default: Stripe }, { timeoutMs, key }) {
    const stripe = new Stripe("sk_test_sample", { timeout: timeoutMs });
    return () =>
      stripe.refunds.create(
        { payment_intent: "pi_1", amount: 1000 },
        ...(key ? [{ idempotencyKey: key }] : []),
      );
  },
};
