// Generated from specs/adyen.yaml by `npm run generate`. Do not edit: edit the spec.
import {
  bySameSignature,
  type NotificationTable,
  notificationReader,
  secretKey,
} from "@refunds/core/notifications";

const table: NotificationTable = {
  verify: {
    algorithm: "HMAC-SHA-256",
    key: "credentials.hmacKey",
    keyEncoding: "hex",
    over: [
      "body#/pspReference",
      "body#/originalReference",
      "body#/merchantAccountCode",
      "body#/merchantReference",
      "body#/amount/value",
      "body#/amount/currency",
      "body#/eventCode",
      "body#/success",
    ],
    join: ":",
    encoding: "base64",
    from: "body#/additionalData/hmacSignature",
  },
  media: "json",
  each: "/notificationItems/*/NotificationRequestItem",
  about: {
    "refund.id": "/pspReference",
    key: "/merchantReference",
    "payment.pspReference": "/originalReference",
  },
  amount: {
    at: "/amount/value",
    money: { unit: "minor", as: "integer", exponents: { CLP: 2, CVE: 0, IDR: 0, ISK: 2 } },
    currency: "/amount/currency",
  },
  rules: [
    { when: { "/eventCode": "REFUND", "/success": "true" }, proves: "succeeded" },
    {
      when: { "/eventCode": "REFUND", "/success": "false" },
      proves: "declined",
      reason: "unspecified",
    },
    {
      when: { "/eventCode": ["REFUND_FAILED", "REFUNDED_REVERSED"], "/success": "true" },
      proves: "reversed",
    },
  ],
  answer: { status: 200 },
};

/** Verifies and reads the notifications of Adyen. */
export const notifications = notificationReader(table, bySameSignature({ load: secretKey }));
