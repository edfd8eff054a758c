// Generated from specs/mercadopago.yaml by `npm run generate`. Do not edit: edit the spec.
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
    over: [
      { text: "id:" },
      "body#/data/id",
      { text: ";request-id:" },
      "header.x-request-id",
      { text: ";ts:" },
      "parts.time",
      { text: ";" },
    ],
    encoding: "hex",
    parts: { time: { in: "header.x-signature", pattern: "(?:^|,)ts=([0-9]+)" } },
    from: "header.x-signature",
    pattern: "(?:^|,)v1=([0-9a-f]{64})",
  },
  media: "json",
  about: { "payment.id": "/data/id" },
  rules: [
    {
      when: { "/type": "payment", "/action": "payment.updated" },
      proves: "succeeded",
      confirm: true,
    },
  ],
  answer: { status: 200 },
};

/** Verifies and reads the notifications of Mercado Pago. */
export const notifications = notificationReader(table, bySameSignature({ load: secretKey }));
