// Generated from specs/przelewy24.yaml by `npm run generate`. Do not edit: edit the spec.
import {
  bySameSignature,
  type NotificationTable,
  notificationReader,
} from "@refunds/core/notifications";

const table: NotificationTable = {
  verify: {
    algorithm: "SHA-384",
    over: [
      { text: '{"orderId":' },
      "body#/orderId",
      { text: ',"sessionId":"' },
      "body#/sessionId",
      { text: '","refundsUuid":"' },
      "body#/refundsUuid",
      { text: '","merchantId":' },
      "body#/merchantId",
      { text: ',"amount":' },
      "body#/amount",
      { text: ',"currency":"' },
      "body#/currency",
      { text: '","status":' },
      "body#/status",
      { text: ',"crc":"' },
      "credentials.crc",
      { text: '"}' },
    ],
    encoding: "hex",
    from: "body#/sign",
  },
  media: "json",
  about: { key: "/refundsUuid", "payment.orderId": "/orderId" },
  amount: { at: "/amount", money: { unit: "minor", as: "integer" }, currency: "/currency" },
  rules: [
    { when: { "/status": "0" }, proves: "succeeded", confirm: true },
    { when: { "/status": "1" }, proves: "declined", reason: "unspecified", confirm: true },
  ],
  answer: { status: 200 },
};

/** Verifies and reads the notifications of Przelewy24. */
export const notifications = notificationReader(table, bySameSignature({}));
