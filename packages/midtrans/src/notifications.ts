// Generated from specs/midtrans.yaml by `npm run generate`. Do not edit: edit the spec.
import {
  bySameSignature,
  type NotificationTable,
  notificationReader,
} from "@refunds/core/notifications";

const table: NotificationTable = {
  verify: {
    algorithm: "SHA-512",
    over: ["body#/order_id", "body#/status_code", "body#/gross_amount", "credentials.serverKey"],
    encoding: "hex",
    from: "body#/signature_key",
  },
  media: "json",
  about: { "payment.transactionId": "/transaction_id" },
  rules: [
    {
      when: { "/transaction_status": ["refund", "partial_refund"] },
      proves: "pending",
      confirm: true,
    },
  ],
  answer: { status: 200 },
};

/** Verifies and reads the notifications of Midtrans. */
export const notifications = notificationReader(table, bySameSignature({}));
