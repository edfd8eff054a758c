import { callerKey, type Drill } from "../drill.ts";

export const checkout: Drill = {
  package: "checkout-sdk-node",
  call: "cko.payments.refund(paymentId, { amount })",
  path: /\/payments\/[^/]+\/refunds$/,
  answered: {
    status: 202,
    body: '{"action_id":"act_y3oqhf46pyzuxjbcn2giaqnb44","reference":"refund-1","_links":{}}',
  },
  declined: {
    status: 422,
    body: '{"request_id":"0HL80RJLS76I7","error_type":"request_invalid","error_codes":["refund_amount_exceeds_balance"]}',
  },
  timeoutOption: "timeout",
  keyOption: "idempotencyKey",
  ours: {
    provider: "checkoutcom",
    options: {
      environment: "test",
      secretKey: "sk_sbox_abcdefghijklmnopqrstuvwxyz2",
      prefix: "samplesu",
    },
    request: {
      payment: { id: "pay_y3oqhf46pyzuxjbcn2giaqnb44" },
      amount: { value: 1000, currency: "EUR" },
      key: callerKey,
    },
    headers: ["cko-idempotency-key", "authorization"],
  },
  open({ Checkout }, { timeoutMs, key }) {
    const cko = new Checkout("sk_sbox_abcdefghijklmnopqrstuvwxyz2", {
      pk: "pk_sbox_abcdefghijklmnopqrstuvwxyz2",
      environment: "sandbox",
      subdomain: "samplesu",
      ...(timeoutMs && { timeout: timeoutMs }),
    });
    return () =>
      cko.payments.refund(
        "pay_y3oqhf46pyzuxjbcn2giaqnb44",
        { amount: 1000, reference: callerKey },
        ...(key ? [key] : []),
      );
  },
};
