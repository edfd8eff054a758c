/** Mistakes in what a spec says of signed answers. */
import { expect, test } from "vitest";
import { change, fjordpay, problemsOf } from "./fixtures.ts";

/** Name, piece of the spec, what to put there, and the complaint. */
const mistakes: [name: string, spec: string, piece: string, by: string, complaint: string][] = [
  [
    "a place the answer has not",
    fjordpay,
    "from: header.Fjordpay-Signature",
    "from: body#/signature",
    "no answer of query has body#/signature; there are id, state",
  ],
  [
    "a nonce of the request",
    fjordpay,
    "over: [header.Fjordpay-Time, body]",
    "over: [nonce, body]",
    "an answer has no nonce; use body, header.<name>",
  ],
  [
    "a time that is not signed",
    fjordpay,
    "over: [header.Fjordpay-Time, body]",
    "over: [body#/id]",
    "header.Fjordpay-Time is not signed, so it proves no time",
  ],
  [
    "the headers of an answer",
    fjordpay,
    "over: [header.Fjordpay-Time, body]",
    "over: [{ fields: headers, startingWith: Fjordpay }, body]",
    "the headers of an answer cannot be listed; name each header that is signed",
  ],
  [
    "a success that is not signed",
    fjordpay,
    "unless: { http: [401, 404] }",
    "unless: { http: [200] }",
    "must be >= 400",
  ],
  [
    "a pattern without a group",
    fjordpay,
    'pattern: "v1=(.+)"',
    'pattern: "v1=.+"',
    "has the wrong form; it must be: A regular expression that finds the signature",
  ],
  [
    "a key that signs",
    fjordpay,
    "format: ec-public-key",
    "format: ec-private-key",
    'ECDSA-P-256-SHA-256 is verified with "fjordpayKey", which is of format ec-private-key; give its schema format: ec-public-key',
  ],
  [
    "a key of another kind",
    fjordpay,
    "algorithm: ECDSA-P-256-SHA-256",
    "algorithm: Ed25519",
    'Ed25519 is verified with "fjordpayKey", which is of format ec-public-key',
  ],
  [
    "an answer without a key",
    fjordpay,
    "          key: credentials.fjordpayKey\n",
    "",
    "ECDSA-P-256-SHA-256 needs a key; name the credential in `key`",
  ],
];
test.each(mistakes)("%s", async (_, spec, piece, by, complaint) => {
  const problems = await problemsOf(change(spec, piece, by), "specs/fjordpay.yaml");
  expect(problems.join("\n")).toContain(complaint);
});
