// Generated from specs/mollie.yaml by `npm run generate`. Do not edit: edit the spec.
import { type NotificationTable, notificationReader } from "@refunds/core/notifications";

const table: NotificationTable = {
  media: "form",
  about: { "payment.id": "/id" },
  rules: [{ when: { "/id": { present: true } }, proves: "pending", confirm: true }],
  answer: { status: 200 },
};

/** Verifies and reads the notifications of Mollie. */
export const notifications = notificationReader(table);
