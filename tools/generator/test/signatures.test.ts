import { expect, test } from "vitest";
import { change, fjordpay, northpay, problemsOf } from "./fixtures.ts";

const rsaKey = change(
  northpay,
  "description: Your key's secret, which signs.\n      secret: true\n      schema: { type: string, minLength: 8 }",
  "description: Your key.\n      secret: true\n      schema: { type: string, format: ec-private-key }",
);

/** Name, piece of the spec, what to put there, and the complaint. */
const mistakes: [name: string, spec: string, piece: string, by: string, complaint: string][] = [
  [
    "an unknown algorithm",
    fjordpay,
    "HMAC-SHA-512",
    "HMAC-SHA-513",
    'did you mean "HMAC-SHA-512"?',
  ],
  [
    "an unknown part",
    fjordpay,
    "            - pathname",
    "            - pathnam",
    "this fits none of the allowed forms; it must be: method, path",
  ],
  [
    "a place that is not there",
    fjordpay,
    "            - pathname",
    "            - header.X-Tmestamp",
    'did you mean "X-Timestamp"?',
  ],
  [
    "a part without a name",
    fjordpay,
    "            - parts.digest",
    "            - parts.diges",
    '"parts.diges" is not among `parts`; did you mean "digest"?',
  ],
  [
    "a part that is not used",
    fjordpay,
    "          parts:\n",
    '          parts:\n            more: { text: "" }\n',
    'nothing uses the part "more"; remove it',
  ],
  [
    "a part of a part",
    fjordpay,
    "{ digest: body, algorithm: MD5",
    "{ digest: parts.digest, algorithm: MD5",
    'a part of `parts` names another one, "digest"; write it out',
  ],
  [
    "an unknown name in a text",
    fjordpay,
    'nonce="{nonce}"',
    'nonce="{nonse}"',
    "{nonse} is not known here; use signature, timestamp",
  ],
  [
    "a text without its signature",
    fjordpay,
    ',signature="{signature}"',
    "",
    "has the wrong form; it must be: What is written there",
  ],
  [
    "a signature that stands there twice",
    fjordpay,
    'at="{timestamp}"',
    'at="{signature}"',
    "the signature stands in it twice; keep one",
  ],
  [
    "a line break in a header",
    fjordpay,
    "as: 'FP1 id=",
    'as: "FP1\\nid={signature}" #',
    "a header holds printable ASCII, without spaces at its ends; correct the text",
  ],
  [
    "a signature before there is one",
    fjordpay,
    "MD5={parts.digest}",
    "MD5={parts.digest} {signature}",
    "`also` is filled before the text is signed",
  ],
  [
    "a place filled by nothing",
    fjordpay,
    '          also: { header.X-Content-Digest: "MD5={parts.digest}" }\n',
    "",
    "nothing fills the required header.X-Content-Digest",
  ],
  [
    "a place that cannot be filled",
    fjordpay,
    "also: { header.X-Content-Digest",
    "also: { header.X-Content-Digst",
    'did you mean "X-Content-Digest"?',
  ],
  [
    "every header",
    fjordpay,
    "fields: headers, startingWith: X-Content",
    "fields: headers",
    "every header would be signed, also those that runtimes and proxies add",
  ],
  [
    "bytes that never become text",
    fjordpay,
    "encoding: [hex, base64]",
    "encoding: [upper, base64]",
    "the bytes do not become text; begin with hex",
  ],
  [
    "ASN.1 of what has none",
    fjordpay,
    "encoding: [hex, base64]",
    "encoding: [der, base64]",
    "`der` is the form of an ECDSA signature",
  ],
  [
    "a time that has a place",
    fjordpay,
    "          nonce: { length",
    "          timestamp: { format: unix-seconds }\n          nonce: { length",
    "the timestamp goes to header.X-Timestamp, whose x-time says how it is written; remove it",
  ],
  [
    "a time without a place or a form",
    fjordpay,
    "          payment.id: path.paymentId\n          timestamp: header.X-Timestamp\n        sign:\n          algorithm: HMAC-SHA-512",
    "          payment.id: path.paymentId\n        sign:\n          algorithm: HMAC-SHA-512",
    "the timestamp has no place of its own, so its form is not known; say in sign.timestamp",
  ],
  [
    "a nonce of nothing",
    northpay,
    "encoding: hex\n",
    "encoding: hex\n          nonce: { length: 16 }\n",
    "nothing names the nonce; remove it, or name it in `over`",
  ],
  ["a nonce that is guessed", fjordpay, "length: 24", "length: 4", "must be >= 8"],
  [
    "a digest with a key",
    northpay,
    "algorithm: HMAC-SHA-256",
    "algorithm: SHA-256",
    'SHA-256 does not use "key"; a digest has no key; name the secret in `over`',
  ],
  [
    "a signature without a key",
    northpay,
    "          key: credentials.apiSecret\n",
    "",
    "HMAC-SHA-256 needs a key; name the credential in `key`",
  ],
  [
    "the size of a secret",
    northpay,
    "encoding: hex\n",
    "encoding: hex\n          bits: 2048\n",
    'HMAC-SHA-256 does not use "bits"; only RSA keys have a modulus length',
  ],
  [
    "an encoding of a PEM key",
    rsaKey,
    "algorithm: HMAC-SHA-256",
    "algorithm: ECDSA-P-256-SHA-256\n          keyEncoding: hex",
    'does not use "keyEncoding"; only the shared secret of an HMAC is read so',
  ],
  [
    "a key of another kind",
    rsaKey,
    "algorithm: HMAC-SHA-256",
    "algorithm: Ed25519",
    'Ed25519 is signed with "apiSecret", which is of format ec-private-key; add it',
  ],
  [
    "a private key in the text",
    rsaKey,
    "algorithm: HMAC-SHA-256\n          key: credentials.apiSecret\n          over: [",
    "algorithm: ECDSA-P-256-SHA-256\n          key: credentials.apiSecret\n          over: [credentials.apiSecret, ",
    '"credentials.apiSecret" is a private key and never leaves; name it in sign.key',
  ],
  [
    "an unknown credential in the text",
    northpay,
    "over: [header.X-Time",
    "over: [credentials.apiSecrt, header.X-Time",
    '"apiSecrt" is not among x-credentials; did you mean "apiSecret"?',
  ],
  [
    "a pattern of time without a zone",
    northpay,
    "x-time: { format: unix-seconds }",
    "x-time: { format: yyyyMMddHHmmss }",
    'the pattern "yyyyMMddHHmmss" has no zone',
  ],
  [
    "a zone that is none",
    northpay,
    "x-time: { format: unix-seconds }",
    "x-time: { format: yyyyMMddHHmmss, zone: Asia/Hongkongg }",
    '"Asia/Hongkongg" is not a time zone such as +08:00',
  ],
  [
    "a pattern with other letters",
    northpay,
    "x-time: { format: unix-seconds }",
    "x-time: { format: YYYYMMdd, zone: UTC }",
    '"YYYYMMdd" is not one of unix-seconds',
  ],
];
test.each(mistakes)("%s", async (_, spec, piece, by, complaint) => {
  const problems = await problemsOf(change(spec, piece, by), "specs/fjordpay.yaml");
  expect(problems.join("\n")).toContain(complaint);
});

test("two kinds of keys in one package", async () => {
  const text = change(
    change(
      change(fjordpay, "algorithm: HMAC-SHA-512", "algorithm: ECDSA-P-256-SHA-256"),
      "key: credentials.signingSecret\n          over:\n",
      "key: credentials.signingKey\n          over:\n",
    ),
    "    signingSecret:\n",
    "    signingKey: { description: A key., secret: true, schema: { type: string, format: ec-private-key } }\n    signingSecret:\n",
  );
  expect(await problemsOf(text, "specs/fjordpay.yaml")).toMatchObject([
    expect.stringContaining(
      "one operation is signed with a shared secret, another with a key in PEM",
    ),
  ]);
});
