// Generated from specs/airwallex.yaml by `npm run generate`. Do not edit: edit the spec.
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
    over: ["header.x-timestamp", "body"],
    encoding: "hex",
    from: "header.x-signature",
  },
  media: "json",
  delivery: "/id",
  about: {
    key: "/data/object/request_id",
    "refund.id": "/data/object/id",
    "payment.paymentIntentId": "/data/object/payment_intent_id",
    "payment.paymentAttemptId": "/data/object/payment_attempt_id",
  },
  amount: {
    at: "/data/object/amount",
    money: { unit: "major", as: "number" },
    currency: "/data/object/currency",
  },
  rules: [
    {
      when: { "/name": "refund.settled", "/data/object/status": "SETTLED" },
      proves: "succeeded",
      confirm: true,
    },
    {
      when: {
        "/name": ["refund.received", "refund.accepted"],
        "/data/object/status": ["RECEIVED", "ACCEPTED"],
      },
      proves: "pending",
      confirm: true,
    },
    {
      when: { "/name": "refund.failed", "/data/object/status": "FAILED" },
      proves: "declined",
      reason: "unspecified",
      confirm: true,
    },
  ],
  answer: { status: 200 },
};

/** Verifies and reads the notifications of Airwallex. */
export const notifications = notificationReader(table, bySameSignature({ load: secretKey }));
