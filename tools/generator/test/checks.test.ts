import { describe, expect, test } from "vitest";
import { generate } from "../src/index.ts";
import { change, fjordpay, lineOf, northpay, problemsOf } from "./fixtures.ts";

test("the fixture has no problem", async () => {
  expect(await problemsOf(northpay)).toEqual([]);
});

/** Name, piece of the fixture, what to put there, and the complaint at that line. */
const cases: readonly (readonly [name: string, piece: string, by: string, complaint: string])[] = [
  [
    "an unknown x- key",
    "x-money: { unit",
    "x-mony: { unit",
    '"x-mony" is not a word of the vocabulary here; did you mean "x-money"?',
  ],
  [
    "an unknown word",
    "repeated: true",
    "repeatd: true",
    '"repeatd" is not a word of the vocabulary here; did you mean "repeated"?',
  ],
  [
    "an unknown key of the document",
    "x-assumptions:",
    "x-asumptions:",
    'did you mean "x-assumptions"?',
  ],
  ["a wrong value", "unit: major", "unit: majr", '"majr" is not known here; did you mean "major"?'],
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
    "a source that is not listed",
    "x-environment: live\n    x-source: page",
    "x-environment: live\n    x-source: pge",
    '"pge" is not among x-sources; did you mean "page"?',
  ],
  [
    "an unresolved reference",
    'schemas/Refusal" }',
    'schemas/Refusl" }',
    '"#/components/schemas/Refusl" leads nowhere; did you mean "Refusal"?',
  ],
  [
    "a reference to another file",
    '"#/components/schemas/Refusal"',
    '"other.yaml#/Refusal"',
    "points outside this file",
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
    "a place in the body",
    "body#/money/currency",
    "body#/money/curency",
    'refund has no place body#/money/curency; did you mean "currency"?',
  ],
  [
    "a place in a header",
    "key: header.Idempotency-Key",
    "key: header.Idempotencykey",
    'did you mean "Idempotency-Key"?',
  ],
  ["a place in the path", "path.merchant", "path.merchnt", 'did you mean "merchant"?'],
  [
    "an amount without a unit",
    "x-money: { unit: major }, x-source: page }\n            currency: { type: string, description",
    "x-source: page }\n            currency: { type: string, description",
    "the amount goes to body#/money/amount, but the schema there has no x-money; add its unit",
  ],
  [
    "a time without a form",
    ", x-time: { format: unix-seconds }",
    "",
    "has no x-time; add its format",
  ],
  ["a signed place", "over: [header.X-Time", "over: [header.X-Tme", 'did you mean "X-Time"?'],
  [
    "a signature that signs itself",
    "to: header.X-Signature",
    "to: body#/note",
    "the whole body is signed and the signature stands in it; sign a part of it",
  ],
  [
    "a required field that nothing fills",
    'const: "2"',
    "minLength: 1",
    "nothing fills the required body#/version; add it to x-refund.send, or give it a const",
  ],
  [
    "a signing key that is not declared",
    "key: credentials.apiSecret",
    "key: credentials.apiSecrt",
    '"apiSecrt" is not among x-credentials; did you mean "apiSecret"?',
  ],
  [
    "a credential of a scheme",
    "x-credential: apiKey",
    "x-credential: apKey",
    '"apKey" is not among x-credentials; did you mean "apiKey"?',
  ],
  [
    "a scheme that is not there",
    "- apiKey: []",
    "- apKey: []",
    'there is no security scheme "apKey"; did you mean "apiKey"?',
  ],
  [
    "an unsupported scheme",
    "type: apiKey, in: header, name: X-Key",
    "type: http, scheme: digest",
    'security scheme "apiKey" (http digest) is not supported',
  ],
  [
    "an unsupported keyword",
    "maxLength: 100",
    "multipleOf: 5",
    'the schema keyword "multipleOf" is not supported',
  ],
  ["allOf", "type: string, maxLength: 100", "allOf: []", "write the fields of its parts out"],
  [
    "a closed object",
    "required: [error]",
    "additionalProperties: false",
    "unknown fields are always allowed",
  ],
  ["a pattern that is none", "maxLength: 100", 'pattern: "("', '"(" is not a regular expression'],
  [
    "a nested field in a form",
    'application/json:\n            schema: { $ref: "#/components/schemas/RefundRequest" }',
    'application/x-www-form-urlencoded:\n            schema: { $ref: "#/components/schemas/RefundRequest" }',
    '"money" is nested, which a form cannot hold',
  ],
  [
    "a media type",
    'application/json:\n            schema: { $ref: "#/components/schemas/RefundRequest" }',
    'text/plain:\n            schema: { $ref: "#/components/schemas/RefundRequest" }',
    "a body of text/plain cannot be written; use application/json",
  ],
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
    "a second live server",
    "x-environment: test",
    "x-environment: live",
    "there is a second live server; keep one",
  ],
  ["a server in the clear", "https://api.test", "http://api.test", "is not https"],
  [
    "a server with variables",
    "https://api.test",
    "https://{region}.test",
    "{region} is not among variables",
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
    "a payment identified by a value that is not sent",
    "identifiedBy: [[payment.merchant, payment.id]]",
    "identifiedBy: [[payment.merchant, payment.di]]",
    '"payment.di" is not sent; did you mean "payment.id"?',
  ],
  [
    "a payment identified by what a request may lack",
    "identifiedBy: [[payment.merchant, payment.id]]",
    "exactlyOne: [[payment.id, payment.merchant]]\n        identifiedBy: [[payment.id]]",
    "a request with payment.merchant would not name its payment",
  ],
  [
    "a payment that nothing identifies",
    "        identifiedBy: [[payment.merchant, payment.id]]\n",
    "",
    '"identifiedBy" is missing; add it',
  ],
  [
    "a group of one value that is not sent",
    "partial: true",
    "exactlyOne: [[payment.id, payment.ref]]\n        partial: true",
    '"payment.ref" is not sent',
  ],
  [
    "a choice among required values",
    "partial: true",
    "exactlyOne: [[payment.merchant, payment.id]]\n        partial: true",
    '"payment.merchant" goes to path.merchant, which is required, so there is no choice',
  ],
  [
    "plain OpenAPI",
    "summary: Refund a payment, in full or in part, any number of times.",
    "sumary: x",
    "Property `sumary` is not expected here",
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
  [
    "servers of an operation",
    "      operationId: refund\n",
    '      operationId: refund\n      servers: [{ url: "https://other.northpay.example" }]\n',
    "servers of refund would be ignored, and its credentials would go to the document's servers",
  ],
  ["broken YAML", "x-sources:", "x-sources: [", "this is not valid YAML"],
];

/** Complaints that stand where the thing is used, not where it was changed. */
const elsewhere = new Set([
  "an amount without a unit",
  "a nested field in a form",
  "a signature that signs itself",
  "a second live server",
  "broken YAML",
]);

describe("a problem names its line and what to do", () => {
  test.each(cases)("%s", async (name, piece, by, complaint) => {
    const text = change(northpay, piece, by);
    const problems = await problemsOf(text);
    expect(problems.join("\n")).toContain(complaint);
    expect(problems.length).toBeGreaterThan(0);
    // What is missing is missed by what should hold it, further up; so is what belongs elsewhere.
    if (by === "" || elsewhere.has(name)) return;
    const from = lineOf(northpay, piece);
    const lines = problems
      .filter((problem) => problem.includes(complaint))
      .map((problem) => Number.parseInt(problem, 10));
    expect(lines.some((line) => line >= from && line < from + by.split("\n").length)).toBe(true);
  });
});

test("all problems of all specs come at once, in order, and nothing is generated", async () => {
  const one = change(
    change(northpay, "repeated: true", "repeatd: true"),
    "always: provider_error",
    "always: provider_eror",
  );
  const two = change(northpay, "refundId: /id", "refundId: /idd");
  const specs = new Map([
    ["specs/b.yaml", two],
    ["specs/a.yaml", one],
  ]);
  await expect(generate({ specs, existing: new Map() })).rejects.toThrow(
    /^specs\/a\.yaml:\d+:\d+ {2}[\s\S]*repeated[\s\S]*specs\/a\.yaml:\d+:\d+ {2}[\s\S]*provider_error[\s\S]*specs\/b\.yaml:\d+:\d+ {2}[\s\S]*nothing was written\.$/,
  );
});

test("a file's name must be able to name a provider", async () => {
  expect(await problemsOf(northpay, "specs/North-pay.yaml")).toEqual([
    expect.stringContaining("cannot name a provider"),
  ]);
});

test.each(["cli", "core", "journal", "mcp", "otel", "refunds", "sandbox", "providers", "class"])(
  "%s names something else, so no provider",
  async (name) => {
    expect(await problemsOf(northpay, `specs/${name}.yaml`)).toEqual([
      expect.stringContaining("is the name of something else here"),
    ]);
  },
);

test("money in a field that is not the amount is refused", async () => {
  const text = change(
    northpay,
    "channel: { type: string, enum: [web, shop],",
    "channel: { type: string, x-money: { unit: major },",
  );
  expect((await problemsOf(text)).join("\n")).toContain(
    '"extra.channel" goes to body#/channel, whose x-money would not be applied',
  );
});

test("a query that needs the key is refused", async () => {
  const text = change(
    fjordpay,
    "timestamp: header.X-Timestamp\n        sign:\n          algorithm: HMAC-SHA-512",
    "key: header.X-Timestamp\n        sign:\n          algorithm: HMAC-SHA-512",
  );
  expect((await problemsOf(text, "specs/fjordpay.yaml")).join("\n")).toContain(
    'a query about the payment cannot send "key"; add `about: refund` if it asks for one refund, or ask by payment.<id>',
  );
});
