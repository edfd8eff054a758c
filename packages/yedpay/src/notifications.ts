// Generated from specs/yedpay.yaml by `npm run generate`. Do not edit: edit the spec.
import {
  bySameSignature,
  type NotificationTable,
  notificationReader,
  secretKey,
} from "@refunds/core/notifications";

const table: NotificationTable = {
  verify: {
    algorithm: "HMAC-SHA-256",
    key: "credentials.signKey",
    over: [
      { fields: "body", except: ["sign", "sign_type"], sort: "first-level", pair: "=", join: "&" },
    ],
    encoding: "hex",
    from: "body#/sign",
  },
  media: "form",
  about: { "payment.id": "/transaction/id" },
  rules: [
    { when: { "/transaction/status": "refunded" }, proves: "succeeded", confirm: true },
    { when: { "/transaction/status": "pending_refund" }, proves: "pending", confirm: true },
  ],
  answer: { status: 200, media: "text/plain", body: "success" },
};

/** Verifies and reads the notifications of Yedpay. */
export const notifications = notificationReader(table, bySameSignature({ load: secretKey }));
