// Generated from specs/rapyd.yaml by `npm run generate`. Do not edit: edit the spec.
import {
  bySameSignature,
  type NotificationTable,
  notificationReader,
  secretKey,
} from "@refunds/core/notifications";

const table: NotificationTable = {
  verify: {
    algorithm: "HMAC-SHA-256",
    key: "credentials.secretKey",
    over: [
      "credentials.notificationUrl",
      "header.salt",
      "header.timestamp",
      "credentials.accessKey",
      "credentials.secretKey",
      "body",
    ],
    encoding: ["hex", "base64"],
    from: "header.signature",
  },
  media: "json",
  delivery: "/id",
  about: {
    key: "/data/merchant_reference_id",
    "refund.id": "/data/id",
    "payment.id": "/data/payment",
  },
  amount: {
    at: "/data/amount",
    money: { unit: "major", as: "number" },
    currency: "/data/currency",
  },
  rules: [
    {
      when: { "/type": "REFUND_COMPLETED", "/data/status": "Completed" },
      proves: "succeeded",
      confirm: true,
    },
    {
      when: { "/type": "PAYMENT_REFUND_REJECTED", "/data/status": "Rejected" },
      proves: "declined",
      reason: "unspecified",
      confirm: true,
    },
    {
      when: { "/type": "PAYMENT_REFUND_FAILED", "/data/status": "Error" },
      proves: "declined",
      reason: "unspecified",
      confirm: true,
    },
  ],
  answer: { status: 200 },
};

/** Verifies and reads the notifications of Rapyd. */
export const notifications = notificationReader(table, bySameSignature({ load: secretKey }));
