import { type Mistake, testMistakes } from "./mistakes.ts";

const mistakes: readonly Mistake[] = [
  [
    "an error without a reason",
    "reason: provider_error, ",
    "",
    'error "broken" has no reason; say which of already_refunded',
  ],
  [
    "a code listed twice",
    "code: malformed",
    "code: bad_auth",
    'code "bad_auth" is listed twice, first as entry 3',
  ],
  [
    "an unknown reason",
    "reason: unauthorized",
    "reason: unauthorised",
    'did you mean "unauthorized"?',
  ],
  [
    "an outcome's pointer",
    "/state: DONE",
    "/stat: DONE",
    'there is no "stat"; did you mean "state"?',
  ],
  [
    "an outcome's value",
    "/state: QUEUED",
    "/state: QUEUD",
    '/state is never "QUEUD" in the documented answers; did you mean "QUEUED"?',
  ],
  [
    "an echo's pointer",
    "amount: /money/amount",
    "amount: /money/amunt",
    'there is no "amunt"; did you mean "amount"?',
  ],
  [
    "an echo of nothing sent",
    "currency: /money/currency",
    "extra.chanel: /money/currency",
    '"extra.chanel" is not sent, so no answer can repeat it; did you mean "extra.channel"?',
  ],
  ["a refund id's pointer", "refundId: /id", "refundId: /idd", 'did you mean "id"?'],
  ["an error code's pointer", "code: /error/kind", "code: /error/knd", 'did you mean "kind"?'],
  [
    "a payment that always gets a missing answer",
    "always: provider_error",
    "always: provider_eror",
    'there is no answer "provider_eror"; did you mean "provider_error"?',
  ],
  [
    "a sandbox payment's identifier",
    "merchant: m1, id: p2",
    "merchant: m1, ide: p2",
    '"ide" identifies no payment; did you mean "id"?',
  ],
  [
    "a sandbox credential",
    "apiKey: sandbox-key",
    "apKey: sandbox-key",
    '"apKey" is not among x-credentials; did you mean "apiKey"?',
  ],
  [
    "a sandbox answer's field",
    "kind: no_such_payment, text",
    "kid: no_such_payment, text",
    'there is no "kid"; did you mean "kind"?',
  ],
  [
    "a placeholder",
    "{{refund.amount}}",
    "{{refund.amont}}",
    '{{refund.amont}} is not known; did you mean "refund.amount"?',
  ],
  [
    "a placeholder without states",
    'state: DONE, money: { amount: "{{',
    'state: "{{payment.state}}", money: { amount: "{{',
    "add x-sandbox.states",
  ],
  [
    "an answer for an operation that is not there",
    "    bad_signature:",
    "    queried:",
    '"queried" answers a query, which this provider has not',
  ],
  [
    "an example's identifier",
    "payment: { merchant: m1, id: p1 }, amount: { value: 1050, currency: EUR }, key: k1, extra",
    "payment: { merchnt: m1, id: p1 }, amount: { value: 1050, currency: EUR }, key: k1, extra",
    'refund sends no payment.merchnt; did you mean "merchant"?',
  ],
  [
    "an example that breaks its schema",
    "value: { id: r1, state: DONE",
    "value: { id: 1, state: DONE",
    'example "page" breaks its schema: /id must be string',
  ],
  [
    "an example without an expectation",
    "                  x-expect: { status: succeeded, refundId: r1 }\n",
    "",
    'example "page" has no x-expect; say what becomes of it',
  ],
  [
    "a `not` without a `const`",
    "text: { type: string, x-source: page }",
    "text: { type: string, not: { minLength: 1 }, x-source: page }",
    "`not` without `const` cannot be checked in an answer; write the one value",
  ],
  [
    "an echo of a moment",
    "currency: /money/currency\n        refundId",
    "timestamp: /money/currency\n        refundId",
    '"timestamp" is new in every request, so it is not compared; remove it',
  ],
  [
    "an echo of a secret",
    "echo:\n          amount: /money/amount",
    "echo:\n          credentials.apiSecret: /money/amount",
    '"apiSecret" is a secret, which is masked in answers',
  ],
  [
    "a class of HTTP statuses in lower case",
    "http: [200, 201]",
    "http: [200, 2xx]",
    '"2xx" is not an HTTP status, so the condition would never hold; list the statuses',
  ],
];

testMistakes(mistakes, []);
