// Generated from specs/checkoutcom.yaml by `npm run generate`. Do not edit: edit the spec.
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
    from: "header.Cko-Signature",
  },
  media: "json",
  delivery: "/id",
  about: { key: "/data/reference", "refund.id": "/data/action_id", "payment.id": "/data/id" },
  amount: {
    at: "/data/amount",
    money: { unit: "minor", as: "integer", exponents: { CLP: 2 } },
    currency: "/data/currency",
  },
  rules: [
    { when: { "/type": "payment_refunded" }, proves: "succeeded" },
    { when: { "/type": "payment_refund_declined" }, proves: "declined", reason: "unspecified" },
  ],
  answer: { status: 200 },
};

/** Verifies and reads the notifications of Checkout.com. */
export const notifications = notificationReader(table, bySameSignature({ load: secretKey }));
