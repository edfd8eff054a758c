/** A provider's notifications as Stripe documents them: a time and signatures in one header. */
import { createHmac } from "node:crypto";
import type { NotificationRequest } from "@refunds/core";
import {
  bySameSignature,
  type NotificationTable,
  notificationReader,
  secretKey,
} from "@refunds/core/notifications";

export const secret = "a-secret-of-the-webhook";

export const table: NotificationTable = {
  verify: {
    algorithm: "HMAC-SHA-256",
    key: "credentials.webhookSecret",
    over: ["parts.time", "body"],
    join: ".",
    encoding: "hex",
    parts: { time: { in: "header.Signature", pattern: "(?:^|,)t=([0-9]+)" } },
    from: "header.Signature",
    pattern: "(?:^|,)v1=([0-9a-f]{64})",
    within: { at: "parts.time", seconds: 300, format: "unix-seconds" },
  },
  media: "json",
  delivery: "/id",
  about: { key: "/key", "refund.id": "/refund", "payment.charge": "/charge" },
  amount: {
    at: "/amount",
    money: { unit: "minor", as: "integer" },
    currency: "/currency",
    form: "lower",
  },
  rules: [
    {
      when: { "/type": "failed", "/reason": { present: true } },
      proves: "declined",
      reason: "unspecified",
    },
    { when: { "/type": ["done", "paid"] }, proves: "succeeded" },
  ],
  answer: { status: 200, media: "text/plain", body: "success" },
};

export const message = {
  id: "ev_1",
  type: "done",
  key: "k-1",
  refund: "re_1",
  charge: "ch_1",
  amount: 1050,
  currency: "eur",
};
export const text = JSON.stringify(message, null, 2);
export const now = () => Math.floor(Date.now() / 1000);

export const hex = (algorithm: string, key: string, signed: string) =>
  createHmac(algorithm, key).update(signed).digest("hex");

export const header = (body: string, { time = now(), key = secret } = {}) =>
  `t=${time},v1=${hex("sha256", key, `${time}.${body}`)}`;

export function read(
  request: unknown,
  own: Partial<NotificationTable> = {},
  webhookSecret: unknown = secret,
) {
  const reader = notificationReader({ ...table, ...own }, bySameSignature({ load: secretKey }));
  const context = {
    provider: "acorn",
    given: { "credentials.webhookSecret": webhookSecret },
    identifiedBy: [["payment.charge"]],
  };
  return reader(context, request);
}

export const asSigned = (body: string, signature = header(body)): NotificationRequest => ({
  headers: { signature },
  body,
});
