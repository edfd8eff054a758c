// Generated from specs/worldpay.yaml by `npm run generate`. Do not edit: edit the spec.
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
    from: "header.Event-Signature",
    pattern: "/SHA256/([0-9a-f]{64})",
  },
  media: "json",
  delivery: "/eventId",
  about: { key: "/eventDetails/reference" },
  amount: {
    at: "/eventDetails/amount/value",
    money: { unit: "minor", as: "integer" },
    currency: "/eventDetails/amount/currencyCode",
  },
  rules: [
    {
      when: {
        "/eventDetails/type": "sentForRefund",
        "/eventDetails/refund/onlineRefundAuthorization": "",
      },
      proves: "pending",
    },
    {
      when: {
        "/eventDetails/type": "sentForRefund",
        "/eventDetails/refund/onlineRefundAuthorization": { present: true },
      },
      proves: "succeeded",
    },
    { when: { "/eventDetails/type": "sentForRefund" }, proves: "pending" },
    { when: { "/eventDetails/type": "refunded" }, proves: "succeeded" },
    {
      when: {
        "/eventDetails/type": "refundFailed",
        "/eventDetails/refund/refusal": { present: true },
        "/eventDetails/refund/onlineRefundAuthorization": { present: false },
      },
      proves: "declined",
      reason: "unspecified",
    },
    { when: { "/eventDetails/type": "refundFailed" }, proves: "reversed" },
  ],
  answer: { status: 200 },
};

/** Verifies and reads the notifications of Worldpay. */
export const notifications = notificationReader(table, bySameSignature({ load: secretKey }));
