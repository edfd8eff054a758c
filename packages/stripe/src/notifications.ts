// Generated from specs/stripe.yaml by `npm run generate`. Do not edit: edit the spec.
import {
  bySameSignature,
  type NotificationTable,
  notificationReader,
  secretKey,
} from "@refunds/core/notifications";

const table: NotificationTable = {
  verify: {
    algorithm: "HMAC-SHA-256",
    key: "credentials.webhookSecret",
    over: ["parts.time", "body"],
    join: ".",
    encoding: "hex",
    parts: { time: { in: "header.Stripe-Signature", pattern: "(?:^|,)t=([0-9]+)" } },
    from: "header.Stripe-Signature",
    pattern: "(?:^|,)v1=([0-9a-f]{64})",
    within: { at: "parts.time", seconds: 300, format: "unix-seconds" },
  },
  media: "json",
  delivery: "/id",
  about: {
    key: "/data/object/metadata/refund_key",
    "refund.id": "/data/object/id",
    "payment.paymentIntent": "/data/object/payment_intent",
    "payment.charge": "/data/object/charge",
  },
  amount: {
    at: "/data/object/amount",
    money: { unit: "minor", as: "integer", exponents: { ISK: 2, UGX: 2, MGA: 0 } },
    currency: "/data/object/currency",
    form: "lower",
  },
  rules: [
    {
      when: {
        "/type": "refund.failed",
        "/data/object/object": "refund",
        "/data/object/status": "failed",
      },
      proves: "reversed",
    },
    {
      when: {
        "/type": ["refund.created", "refund.updated"],
        "/data/object/object": "refund",
        "/data/object/status": "succeeded",
      },
      proves: "succeeded",
      confirm: true,
    },
    {
      when: {
        "/type": ["refund.created", "refund.updated"],
        "/data/object/object": "refund",
        "/data/object/status": ["pending", "requires_action"],
      },
      proves: "pending",
      confirm: true,
    },
    {
      when: {
        "/type": "refund.updated",
        "/data/object/object": "refund",
        "/data/object/status": "canceled",
      },
      proves: "declined",
      reason: "unspecified",
      confirm: true,
    },
  ],
  answer: { status: 200 },
};

/** Verifies and reads the notifications of Stripe. */
export const notifications = notificationReader(table, bySameSignature({ load: secretKey }));
