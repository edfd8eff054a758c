/** Edits of the made-up provider's spec, and how each must be reported. Written by hand. */
import { signed } from "./unsigned.ts";

export type Edit = readonly [piece: string, by: string];

const query = signed.slice(
  signed.indexOf("  /v2/merchants/{merchantId}/payments/{paymentId}:\n"),
  signed.indexOf("components:"),
);
const note = "        note: {";
const memo = "        memo: { type: string, description: A memo., x-source: page }\n";
const error = "    - { code: internal_error";
const frozen =
  "    - { code: frozen, text: Frozen., reason: not_refundable, money: none, x-source: page }\n";
const rejected =
  "          - { when: { /state: rejected }, means: declined, reason: not_refundable, x-source: page }\n";
const completed =
  "          - { when: { http: 201, /state: completed }, means: succeeded, x-source: page }\n";
const queued = "          - { when: { /state: refund_queued }, proves: pending, x-source: page }\n";
const testServer =
  '  - { url: "https://api.test.fjordpay.example", description: Test, x-environment: test, x-source: page }\n';
const merchant =
  '    merchantId:\n      description: Your merchant account, which stands in the path.\n      secret: false\n      schema: { type: string, pattern: "^[A-Z]{2}[0-9]{6}$" }\n';
const refundAnswer =
  '        - $ref: "#/components/schemas/Refund"\n        - $ref: "#/components/schemas/Failure"\n    Refund:';

/** What is edited; what is found when the edit is made; what is found when it is taken back. */
export const cases: readonly (readonly [
  name: string,
  edits: readonly Edit[],
  there: readonly string[],
  back: readonly string[],
])[] = [
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
    "a field of an answer",
    [["        reason: { type: string, description: The reason given., x-source: page }\n", ""]],
    ["major: `reason` of the answer to a refund is gone."],
    ["minor: `reason` of the answer to a refund is new."],
  ],
  [
    "a field of an answer that was certain",
    [["required: [id, paymentId, state, amount]", "required: [id, paymentId, state]"]],
    ["major: `amount` of the answer to a refund may be absent."],
    ["minor: `amount` of the answer to a refund is always there."],
  ],
  [
    "the type of a field of an answer",
    [["createdAt: { type: integer", "createdAt: { type: string"]],
    ["major: `createdAt` of the answer to a refund is string, and was integer."],
    ["major: `createdAt` of the answer to a refund is integer, and was string."],
  ],
  [
    "the unit of a moment",
    [
      [
        "createdAt: { type: integer, description: When the refund was made., x-time: { format: unix-seconds }",
        "createdAt: { type: integer, description: When the refund was made., x-time: { format: unix-milliseconds }",
      ],
    ],
    ["major: `createdAt` of the answer to a refund is in another unit."],
    ["major: `createdAt` of the answer to a refund is in another unit."],
  ],
  [
    "a constant of an answer",
    [
      [
        "id: { type: string, minLength: 1, description: The refund's id.",
        "id: { type: string, minLength: 1, const: x, description: The refund's id.",
      ],
    ],
    ["major: `id` of the answer to a refund is always `x`."],
    ["major: `id` of the answer to a refund is no longer always `x`."],
  ],
  [
    "a word of an answer",
    [["enum: [completed, queued, rejected]", "enum: [completed, queued, rejected, held]"]],
    ["minor: `state` of the answer to a refund may be `held`."],
    ["minor: `state` of the answer to a refund is no longer documented to be `held`."],
  ],
  [
    "a list of numbers of an answer",
    [["createdAt: { type: integer", "createdAt: { type: integer, enum: [1]"]],
    ["major: `createdAt` of the answer to a refund may be `1`."],
    ["major: `createdAt` of the answer to a refund is no longer documented to be `1`."],
  ],
  [
    "how far an answer is trusted",
    [
      [
        "id: { type: string, minLength: 1, description: The refund's id.",
        "id: { type: string, minLength: 4, description: The refund's id.",
      ],
    ],
    ["patch: What `id` of the answer to a refund must be to be trusted changed (`minLength`)."],
    ["patch: What `id` of the answer to a refund must be to be trusted changed (`minLength`)."],
  ],
  [
    "a kind of answer",
    [
      [
        refundAnswer,
        refundAnswer.replace(
          '        - $ref: "#/components/schemas/Failure"\n',
          '        - $ref: "#/components/schemas/Failure"\n        - $ref: "#/components/schemas/Money"\n',
        ),
      ],
    ],
    ["major: The answer to a refund may also be a Money."],
    ["major: The answer to a refund is no longer a Money."],
  ],
  [
    "a condition",
    [[rejected, ""]],
    ["patch: An answer to a refund with `/state` `rejected` means nothing now."],
    ["minor: The answer to a refund with `/state` `rejected` means `declined`."],
  ],
  [
    "what a condition means",
    [["/state: queued }, means: pending", "/state: queued }, means: succeeded"]],
    [
      "major: The answer to a refund with `http` `202` and `/state` `queued` means `succeeded`, and meant `pending`.",
    ],
    [
      "major: The answer to a refund with `http` `202` and `/state` `queued` means `pending`, and meant `succeeded`.",
    ],
  ],
  [
    "the order of conditions",
    [
      [
        completed +
          signed.slice(signed.indexOf(completed) + completed.length, signed.indexOf(rejected)) +
          rejected,
        rejected +
          signed.slice(signed.indexOf(completed) + completed.length, signed.indexOf(rejected)) +
          completed,
      ],
    ],
    ["major: The conditions of a refund stand in another order."],
    ["major: The conditions of a refund stand in another order."],
  ],
  [
    "an echo",
    [["          payment.id: /paymentId\n", ""]],
    ["minor: `payment.id` is no longer held against the answer."],
    ["patch: `payment.id` is held against the answer."],
  ],
  [
    "the refund's id",
    [["        refundId: /id\n", ""]],
    ["major: `refundId` is gone."],
    ["minor: `refundId` is now known."],
  ],
  [
    "an error",
    [[error, frozen + error]],
    ["minor: Error frozen is now known: `not_refundable`."],
    ["major: Error frozen is no longer known."],
  ],
  [
    "the reason of an error",
    [["reason: exceeds_refundable, money", "reason: invalid_request, money"]],
    ["major: Error amount_too_large is `invalid_request`, and was `exceeds_refundable`."],
    ["major: Error amount_too_large is `exceeds_refundable`, and was `invalid_request`."],
  ],
  [
    "whether money moved",
    [["reason: rate_limited, money: none", "reason: rate_limited, money: unknown"]],
    ["patch: Error too_many_requests is `unknown`: money may have moved."],
    ["minor: Error too_many_requests is `declined`: no money moved."],
  ],
  [
    "whether an error is worth a repeat",
    [
      [
        "reason: insufficient_balance, money: none",
        "reason: insufficient_balance, money: none, repeat: true",
      ],
    ],
    ["minor: Error insufficient_funds is `insufficient_balance`, and is worth sending again."],
    ["patch: Error insufficient_funds is `insufficient_balance`, and is not worth sending again."],
  ],
  [
    "whether a condition is worth a repeat",
    [
      [
        "means: declined, reason: not_refundable",
        "means: declined, repeat: true, reason: not_refundable",
      ],
    ],
    [
      "minor: The answer to a refund with `/state` `rejected` means `declined`, and is worth sending again.",
    ],
    [
      "patch: The answer to a refund with `/state` `rejected` means `declined`, and is not worth sending again.",
    ],
  ],
  [
    "a proof",
    [[queued, ""]],
    ["patch: A query with `/state` `refund_queued` proves nothing now."],
    ["minor: A query with `/state` `refund_queued` proves `pending`."],
  ],
  [
    "what is proved",
    [["refund_queued }, proves: pending", "refund_queued }, proves: succeeded"]],
    ["major: A query with `/state` `refund_queued` proves `succeeded`, and was another proof."],
    ["major: A query with `/state` `refund_queued` proves `pending`, and was another proof."],
  ],
  [
    "when it is proved",
    [["            after: 120", "            after: 180"]],
    [
      "patch: A query with `/state` `captured` or `partly_refunded` and `refunded` `none` proves `declined` later.",
    ],
    [
      "minor: A query with `/state` `captured` or `partly_refunded` and `refunded` `none` proves `declined` earlier.",
    ],
  ],
  [
    "how the refunded total is read",
    [["currency: /refunded/currency, cumulative: true", "currency: /refunded/currency"]],
    ["major: How much was refunded is read in another way."],
    ["major: How much was refunded is read in another way."],
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
