/** Edits of what an answer means: conditions, errors and proofs. Written by hand. */
import { signed } from "../unsigned.ts";
import type { EditOfSpec } from "./edit.ts";

const error = "    - { code: internal_error";
const frozen =
  "    - { code: frozen, text: Frozen., reason: not_refundable, money: none, x-source: page }\n";
const rejected =
  "          - { when: { /state: rejected }, means: declined, reason: not_refundable, x-source: page }\n";
const completed =
  "          - { when: { http: 201, /state: completed }, means: succeeded, x-source: page }\n";
const queued = "          - { when: { /state: refund_queued }, proves: pending, x-source: page }\n";

export const editsOfMeanings: readonly EditOfSpec[] = [
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
];
