// Generated from specs/dlocal.yaml by `npm run generate`. Do not edit: edit the spec.
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
    over: ["credentials.login", "header.X-Date", "body"],
    encoding: "hex",
    from: "header.Authorization",
    pattern: "V2-HMAC-SHA256, Signature: ([0-9a-f]{64})",
  },
  media: "json",
  about: { "refund.id": "/id", "payment.paymentId": "/payment_id" },
  amount: { at: "/amount", money: { unit: "major", as: "number" }, currency: "/currency" },
  rules: [
    {
      when: { "/status": "SUCCESS", "/payment_id": { present: true } },
      proves: "succeeded",
      confirm: true,
    },
    {
      when: { "/status": "PENDING", "/payment_id": { present: true } },
      proves: "pending",
      confirm: true,
    },
    {
      when: { "/status": ["REJECTED", "CANCELLED"], "/payment_id": { present: true } },
      proves: "declined",
      reason: "unspecified",
      confirm: true,
    },
  ],
  answer: { status: 200 },
};

/** Verifies and reads the notifications of dLocal. */
export const notifications = notificationReader(table, bySameSignature({ load: secretKey }));
