import type { Drill } from "../drill.ts";

export const razorpay: Drill = {
  package: "razorpay",
  call: "razorpay.payments.refund(paymentId, { amount })",
  path: /^\/v1\/payments\/[^/]+\/refund$/,
  answered: {
    status: 200,
    body: '{"id":"rfnd_FP8QHiV938haTz","entity":"refund","amount":1000,"currency":"INR","payment_id":"pay_29QQoUBi66xm2f","status":"processed"}',
  },
  declined: {
    status: 400,
    body: '{"error":{"code":"BAD_REQUEST_ERROR","description":"The payment has been fully refunded already","source":"business","step":"payment_initiation","reason":"input_validation_failed"}}',
  },
  ours: {
    provider: "razorpay",
    options: { environment: "test", keyId: "rzp_test_sample", keySecret: "sample-secret" },
    request: {
      payment: { id: "pay_29QQoUBi66xm2f" },
      key: "order-1042-refund-1",
      amount: { value: 1000, currency: "INR" },
    },
    differs: {
      body: "we send the key as the receipt, too: the list of refunds shows it",
    },
  },
  open({ default: Razorpay }) {
    const razorpay = new Razorpay({ key_id: "rzp_test_sample", key_secret: "sample-secret" });
    return () => razorpay.payments.refund("pay_29QQoUBi66xm2f", { amount: 1000 });
  },
};
