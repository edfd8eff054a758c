// Generated from specs/cashfree.yaml by `npm run generate`. Do not edit: edit the spec.
import {
  bySameSignature,
  type NotificationTable,
  notificationReader,
  secretKey,
} from "@refunds/core/notifications";

const table: NotificationTable = {
  verify: {
    algorithm: "HMAC-SHA-256",
    key: "credentials.clientSecret",
    over: ["header.x-webhook-timestamp", "body"],
    encoding: "base64",
    from: "header.x-webhook-signature",
  },
  media: "json",
  about: {
    key: "/data/refund/refund_id",
    "refund.id": "/data/refund/cf_refund_id",
    "payment.orderId": "/data/refund/order_id",
  },
  amount: {
    at: "/data/refund/refund_amount",
    money: { unit: "major", as: "number" },
    currency: "/data/refund/refund_currency",
  },
  rules: [
    {
      when: { "/type": "REFUND_STATUS_WEBHOOK", "/data/refund/refund_status": "SUCCESS" },
      proves: "succeeded",
      confirm: true,
    },
    {
      when: { "/type": "REFUND_STATUS_WEBHOOK", "/data/refund/refund_status": "CANCELLED" },
      proves: "declined",
      reason: "unspecified",
      confirm: true,
    },
    {
      when: { "/type": "REFUND_STATUS_WEBHOOK", "/data/refund/refund_status": "FAILED" },
      proves: "declined",
      reason: "unspecified",
      confirm: true,
    },
    {
      when: {
        "/type": "REFUND_STATUS_WEBHOOK",
        "/data/refund/refund_status": ["PENDING", "ONHOLD"],
      },
      proves: "pending",
      confirm: true,
    },
  ],
  answer: { status: 200 },
};

/** Verifies and reads the notifications of Cashfree. */
export const notifications = notificationReader(table, bySameSignature({ load: secretKey }));
