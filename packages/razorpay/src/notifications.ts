// Generated from specs/razorpay.yaml by `npm run generate`. Do not edit: edit the spec.
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
    over: ["body"],
    encoding: "hex",
    from: "header.X-Razorpay-Signature",
  },
  media: "json",
  about: {
    key: "/payload/refund/entity/receipt",
    "refund.id": "/payload/refund/entity/id",
    "payment.id": "/payload/refund/entity/payment_id",
  },
  amount: {
    at: "/payload/refund/entity/amount",
    money: { unit: "minor", as: "integer" },
    currency: "/payload/refund/entity/currency",
  },
  rules: [
    {
      when: { "/event": "refund.processed", "/payload/refund/entity/status": "processed" },
      proves: "succeeded",
      confirm: true,
    },
    {
      when: {
        "/event": ["refund.processed", "refund.failed"],
        "/payload/refund/entity/status": "failed",
      },
      proves: "declined",
      reason: "unspecified",
    },
    {
      when: {
        "/event": ["refund.processed", "refund.failed"],
        "/payload/refund/entity/status": "reversed",
      },
      proves: "reversed",
    },
    {
      when: { "/event": "refund.failed" },
      proves: "declined",
      reason: "unspecified",
      confirm: true,
    },
    {
      when: { "/event": ["refund.created", "refund.processed"] },
      proves: "pending",
      confirm: true,
    },
  ],
  answer: { status: 200 },
};

/** Verifies and reads the notifications of Razorpay. */
export const notifications = notificationReader(table, bySameSignature({ load: secretKey }));
