/** Edits of what is asked: operations, servers, credentials and what a caller gives. Written by hand. */
import { signed } from "../unsigned.ts";
import type { EditOfSpec } from "./edit.ts";

const query = signed.slice(
  signed.indexOf("  /v2/merchants/{merchantId}/payments/{paymentId}:\n"),
  signed.indexOf("components:"),
);
const note = "        note: {";
const memo = "        memo: { type: string, description: A memo., x-source: page }\n";
const testServer =
  '  - { url: "https://api.test.fjordpay.example", description: Test, x-environment: test, x-source: page }\n';
const merchant =
  '    merchantId:\n      description: Your merchant account, which stands in the path.\n      secret: false\n      schema: { type: string, pattern: "^[A-Z]{2}[0-9]{6}$" }\n';

export const editsOfRequests: readonly EditOfSpec[] = [
  ["an operation", [[query, ""]], ["major: `query()` is gone."], ["minor: `query()` is new."]],
  [
    "a host",
    [["https://api.fjordpay.example", "https://api2.fjordpay.example"]],
    ["major: Requests to `live` go to https://api2.fjordpay.example."],
    ["major: Requests to `live` go to https://api.fjordpay.example."],
  ],
  [
    "an environment",
    [[testServer, ""]],
    ["major: There is no environment `test` any more."],
    ["minor: There is an environment `test`."],
  ],
  [
    "an optional field of the caller's",
    [
      [
        "          extra.note: body#/note\n",
        "          extra.note: body#/note\n          extra.memo: body#/memo\n",
      ],
      [note, memo + note],
    ],
    ["minor: `extra.memo` is new, and optional."],
    ["major: `extra.memo` is no longer taken."],
  ],
  [
    "a field that only the raw API has",
    [[note, memo + note]],
    ["minor: `body.memo` of the raw refund is new, and optional."],
    ["major: `body.memo` of the raw refund is no longer taken."],
  ],
  [
    "a field that has to be given",
    [["required: [amount]", "required: [amount, reason]"]],
    ["major: `reason` is required."],
    ["minor: `reason` may be left out."],
  ],
  [
    "a type",
    [["reason: { type: string, minLength: 1", "reason: { type: [string, integer], minLength: 1"]],
    ["minor: `reason` is integer or string, and was string."],
    ["major: `reason` is string, and was integer or string."],
  ],
  [
    "a value of a list",
    [["note: { type: string, minLength: 1", "note: { type: string, enum: [a, b], minLength: 1"]],
    ['major: `extra.note` must be one of `["a","b"]`.'],
    ["minor: `extra.note` may be any value."],
  ],
  [
    "a greatest length",
    [["maxLength: 140", "maxLength: 64"]],
    ["patch: `reason` must be at most 64 characters long."],
    ["minor: `reason` may be up to 140 characters long."],
  ],
  [
    "a least length",
    [["reason: { type: string, minLength: 1,", "reason: { type: string, minLength: 3,"]],
    ["patch: `reason` must be at least 3 characters long."],
    ["minor: `reason` may be 1 character long."],
  ],
  [
    "fields of which one is given",
    [
      [
        "        sign:\n          algorithm: HMAC-SHA-256\n          key: credentials.signingSecret\n          over: [header.X-Timestamp, body]",
        "        exactlyOne: [[reason, extra.note]]\n        sign:\n          algorithm: HMAC-SHA-256\n          key: credentials.signingSecret\n          over: [header.X-Timestamp, body]",
      ],
    ],
    ["major: Of which fields a refund takes one changed."],
    ["major: Of which fields a refund takes one changed."],
  ],
  [
    "what identifies a payment",
    [["identifiedBy: [[payment.id]]", "identifiedBy: [[payment.id, payment.merchantId]]"]],
    ["major: What identifies a payment changed."],
    ["major: What identifies a payment changed."],
  ],
  [
    "partial refunds",
    [["        partial: true", "        partial: false"]],
    ["major: A payment can no longer be refunded in part."],
    ["minor: A payment can be refunded in part."],
  ],
  [
    "a key's size",
    [
      [
        "          key: credentials.signingSecret\n          over: [header.X-Timestamp, body]",
        "          key: credentials.signingSecret\n          bits: 4096\n          over: [header.X-Timestamp, body]",
      ],
    ],
    ["major: The key that signs has 4096 bits."],
    ["patch: How a refund is signed changed."],
  ],
  [
    "a credential",
    [[merchant, ""]],
    ["major: `merchantId` is no longer taken."],
    ["major: `merchantId` is required."],
  ],
  [
    "a credential's format",
    [
      [
        "      description: Your API key.\n      secret: true\n      schema: { type: string",
        "      description: Your API key.\n      secret: false\n      schema: { type: string, format: rsa-private-key",
      ],
    ],
    ["patch: `apiKey` is not secret.", "major: `apiKey` has another format."],
    ["patch: `apiKey` is never printed.", "major: `apiKey` has another format."],
  ],
  [
    "a word that no rule knows",
    [["x-errors:\n", "x-webhooks: {}\nx-errors:\n"]],
    ["major: `x-webhooks` of the spec changed."],
    ["major: `x-webhooks` of the spec changed."],
  ],
  [
    "a keyword of a schema that no rule knows",
    [["maxLength: 140", "maxLength: 140, multipleOf: 2"]],
    ["major: `multipleOf` of `reason` changed."],
    ["major: `multipleOf` of `reason` changed."],
  ],
  [
    "where a value is sent",
    [
      ["          key: header.Idempotency-Key", "          key: header.X-Key"],
      ["- name: Idempotency-Key", "- name: X-Key"],
    ],
    ["patch: `key` is sent in another place."],
    ["patch: `key` is sent in another place."],
  ],
];
