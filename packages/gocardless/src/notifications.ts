// Generated from specs/gocardless.yaml by `npm run generate`. Do not edit: edit the spec.
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
    from: "header.Webhook-Signature",
  },
  media: "json",
  each: "/events/*",
  about: { "refund.id": "/links/refund" },
  rules: [
    {
      when: { "/resource_type": "refunds", "/action": ["paid", "refund_settled"] },
      proves: "succeeded",
      confirm: true,
    },
    {
      when: { "/resource_type": "refunds", "/action": "created" },
      proves: "pending",
      confirm: true,
    },
    {
      when: { "/resource_type": "refunds", "/action": ["failed", "funds_returned"] },
      proves: "declined",
      reason: "unspecified",
      confirm: true,
    },
  ],
  answer: { status: 204 },
};

/** Verifies and reads the notifications of GoCardless. */
export const notifications = notificationReader(table, bySameSignature({ load: secretKey }));
