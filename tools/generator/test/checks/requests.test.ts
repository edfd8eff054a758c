import { expect, test } from "vitest";
import { change, fjordpay, northpay, problemsOf } from "../fixtures.ts";
import { type Mistake, testMistakes } from "./mistakes.ts";

const mistakes: readonly Mistake[] = [
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
    "servers of an operation",
    "      operationId: refund\n",
    '      operationId: refund\n      servers: [{ url: "https://other.northpay.example" }]\n',
    "servers of refund would be ignored, and its credentials would go to the document's servers",
  ],
];

testMistakes(mistakes, [
  "an amount without a unit",
  "a nested field in a form",
  "a signature that signs itself",
]);

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
