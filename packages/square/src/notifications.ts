// Generated from specs/square.yaml by `npm run generate`. Do not edit: edit the spec.
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
    over: ["credentials.notificationUrl", "body"],
    encoding: "base64",
    from: "header.X-Square-HmacSha256-Signature",
  },
  media: "json",
  delivery: "/event_id",
  about: { "refund.id": "/data/object/refund/id", "payment.id": "/data/object/refund/payment_id" },
  rules: [
    {
      when: {
        "/type": ["refund.created", "refund.updated"],
        "/data/object/refund/status": "COMPLETED",
      },
      proves: "succeeded",
      confirm: true,
    },
    {
      when: {
        "/type": ["refund.created", "refund.updated"],
        "/data/object/refund/status": "PENDING",
      },
      proves: "pending",
      confirm: true,
    },
    {
      when: {
        "/type": ["refund.created", "refund.updated"],
        "/data/object/refund/status": ["REJECTED", "FAILED"],
      },
      proves: "declined",
      reason: "unspecified",
      confirm: true,
    },
  ],
  answer: { status: 200 },
};

/** Verifies and reads the notifications of Square. */
export const notifications = notificationReader(table, bySameSignature({ load: secretKey }));
