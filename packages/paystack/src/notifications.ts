// Generated from specs/paystack.yaml by `npm run generate`. Do not edit: edit the spec.
import {
  bySameSignature,
  type NotificationTable,
  notificationReader,
  secretKey,
} from "@refunds/core/notifications";

const table: NotificationTable = {
  verify: {
    algorithm: "HMAC-SHA-512",
    key: "credentials.secretKey",
    over: ["body"],
    encoding: "hex",
    from: "header.X-Paystack-Signature",
  },
  media: "json",
  about: { "payment.reference": "/data/transaction_reference" },
  rules: [
    {
      when: { "/event": "refund.processed", "/data/status": "processed" },
      proves: "succeeded",
      confirm: true,
    },
    {
      when: { "/event": ["refund.pending", "refund.processing"] },
      proves: "pending",
      confirm: true,
    },
    {
      when: { "/event": "refund.failed" },
      proves: "declined",
      reason: "unspecified",
      confirm: true,
    },
  ],
  answer: { status: 200 },
};

/** Verifies and reads the notifications of Paystack. */
export const notifications = notificationReader(table, bySameSignature({ load: secretKey }));
