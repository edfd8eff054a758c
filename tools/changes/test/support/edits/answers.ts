/** Edits of what an answer has. Written by hand. */
import type { EditOfSpec } from "./edit.ts";

const refundAnswer =
  '        - $ref: "#/components/schemas/Refund"\n        - $ref: "#/components/schemas/Failure"\n    Refund:';

export const editsOfAnswers: readonly EditOfSpec[] = [
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
];
