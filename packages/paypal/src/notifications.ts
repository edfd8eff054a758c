// Generated from specs/paypal.yaml by `npm run generate`. Do not edit: edit the spec.
import { type NotificationTable, notificationReader } from "@refunds/core/notifications";

const table: NotificationTable = {
  media: "json",
  delivery: "/id",
  about: { "refund.id": "/resource/id" },
  amount: {
    at: "/resource/amount/value",
    money: { unit: "major", as: "string", exponents: { HUF: 0, TWD: 0 } },
    currency: "/resource/amount/currency_code",
  },
  rules: [
    {
      when: { "/resource_type": "refund", "/resource/status": "COMPLETED" },
      proves: "succeeded",
      confirm: true,
    },
    {
      when: { "/resource_type": "refund", "/resource/status": "PENDING" },
      proves: "pending",
      confirm: true,
    },
    {
      when: { "/resource_type": "refund", "/resource/status": ["FAILED", "CANCELLED"] },
      proves: "declined",
      reason: "unspecified",
      confirm: true,
    },
  ],
  answer: { status: 200 },
};

/** Verifies and reads the notifications of PayPal. */
export const notifications = notificationReader(table);
