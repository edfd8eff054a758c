import { Certificate } from "node:crypto";
import type { SignatureTable } from "@refunds/core/provider";
import { describe, expect, test, vi } from "vitest";
import {
  acorn,
  acornFetchClient,
  acornRequest,
  refundPath,
  withSignature,
} from "./support/acorn.ts";
import { fakeFetch } from "./support/fake-fetch.ts";
import { openssl, opensslVerifies } from "./support/openssl.ts";
import { refusal } from "./support/refusal.ts";

const table = withSignature({
  algorithm: "RSASSA-PKCS1-v1_5-SHA-256",
  key: "credentials.signingKey",
  bits: 2048,
  over: ["body"],
  encoding: "base64",
  to: "header.X-Signature",
});
const pkcs8 = openssl("genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048");
const pkcs1 = openssl("rsa -traditional", pkcs8);
const publicKey = openssl("pkey -pubout", pkcs8);
const ec = openssl("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256");
const genrsa = (bits: number) => openssl(`genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:${bits}`);
const lines = (pem: string) => pem.trim().split("\n");

const good = {
  "PKCS#8": pkcs8,
  "PKCS#1": pkcs1,
  "with \\n for line breaks": pkcs8.replaceAll("\n", "\\n"),
  "with \\r\\n for line breaks": pkcs1.replaceAll("\n", "\\r\\n"),
  "with Windows line breaks": pkcs1.replaceAll("\n", "\r\n"),
  "on one line": lines(pkcs8).join(" "),
  "with text around it": `Bag Attributes\n  friendlyName: x\n${pkcs8}\n\n`,
};
test.each(Object.entries(good))("a key %s signs what openssl verifies", async (_, signingKey) => {
  const { fetch, calls } = fakeFetch();
  const reason = 'Grüße, "Ω" 漢字';
  const outcome = await acorn({ fetch, signingKey }, table).refund({ ...acornRequest, reason });
  expect(outcome.status).toBe("succeeded");
  const [asked] = calls;
  const signature = asked?.headers["x-signature"] ?? "";
  expect(asked?.body).toContain(reason.replaceAll('"', '\\"'));
  expect(opensslVerifies(publicKey, signature, asked?.body ?? "")).toBe(true);
  expect(opensslVerifies(publicKey, signature, `${asked?.body} `)).toBe(false);
});

test("a key of any size signs where the provider names none", async () => {
  const { fetch, calls } = fakeFetch();
  const { bits: _, ...sign } = table.refund.sign ?? {};
  const any = { ...table, refund: { ...table.refund, sign: sign as SignatureTable } };
  const options = { fetch, signingKey: genrsa(1024) };
  expect((await acorn(options, any).refund(acornRequest)).status).toBe("succeeded");
  expect(calls[0]?.headers["x-signature"]).toHaveLength(172);
});

test("an error that other code left in this thread's OpenSSL is not taken for one of the key", async () => {
  const { fetch } = fakeFetch();
  const client = acorn({ fetch, signingKey: pkcs8 }, table);
  Certificate.verifySpkac(Buffer.from("not one"));
  expect((await client.refund(acornRequest)).status).toBe("succeeded");
});

test("a client imports its key once, and another client its own", async () => {
  const importKey = vi.spyOn(crypto.subtle, "importKey");
  const { fetch, calls } = fakeFetch();
  const client = acorn({ fetch, signingKey: pkcs8 }, table);
  await Promise.all([client.refund(acornRequest), client.refund(acornRequest)]);
  await client.refund(acornRequest);
  expect(importKey).toHaveBeenCalledTimes(1);
  const [first] = calls;
  await acorn({ fetch, signingKey: genrsa(2048) }, table).refund(acornRequest);
  expect(importKey).toHaveBeenCalledTimes(2);
  expect(calls.at(-1)?.headers["x-signature"]).not.toBe(first?.headers["x-signature"]);
  importKey.mockRestore();
});

const cut = lines(pkcs8).slice(0, 9);
const bad: [string, string, RegExp][] = [
  [
    "encrypted PKCS#8",
    openssl("pkcs8 -topk8 -v2 aes256 -passout pass:word", pkcs8),
    /is of type ENCRYPTED; use an unencrypted RSA private key \(`openssl pkey` converts\)/,
  ],
  [
    "encrypted PKCS#1",
    openssl("rsa -traditional -aes256 -passout pass:word", pkcs8),
    /is of type ENCRYPTED; use an unencrypted RSA private key \(`openssl pkey` converts\)/,
  ],
  ["elliptic, SEC1", openssl("ec", ec), /is of type EC; use an unencrypted RSA private key/],
  [
    "elliptic, PKCS#8",
    ec,
    /is not a complete PEM private key; check it with `openssl pkey -check`/,
  ],
  [
    "elliptic, with its parameters first",
    openssl("ecparam -name prime256v1 -genkey"),
    /is of type EC; use an unencrypted RSA private key/,
  ],
  ["of 1024 bits", genrsa(1024), /has 1024 bits, not 2048/],
  ["of 4096 bits", genrsa(4096), /has 4096 bits, not 2048/],
  ["public", publicKey, /is of type PUBLIC; use an unencrypted RSA private key/],
  [
    "public, PKCS#1",
    openssl("rsa -RSAPublicKey_out", pkcs8),
    /is of type PUBLIC; use an unencrypted RSA private key/,
  ],
  [
    "a certificate",
    openssl("req -x509 -new -newkey rsa:1024 -nodes -keyout /dev/null -subj /CN=acorn"),
    /is of type CERTIFICATE; use an unencrypted RSA private key/,
  ],
  [
    "no PEM",
    lines(pkcs8).slice(1, -1).join(""),
    /must be a PEM private key, with its BEGIN and END lines/,
  ],
  [
    "garbage between the right lines",
    "-----BEGIN PRIVATE KEY-----\nc2VjcmV0LXNlY3JldA!!\n-----END PRIVATE KEY-----",
    /is not a complete PEM private key; check it with `openssl pkey -check`/,
  ],
  [
    "cut before its end line",
    cut.join("\n"),
    /must be a PEM private key, with its BEGIN and END lines/,
  ],
  [
    "cut inside",
    [...cut, ...lines(pkcs8).slice(-1)].join("\n"),
    /is not a complete PEM private key; check it with `openssl pkey -check`/,
  ],
  [
    "PKCS#1 under the PKCS#8 label",
    pkcs1.replaceAll("RSA ", ""),
    /is not a complete PEM private key/,
  ],
  [
    "an OpenSSH key",
    "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n-----END OPENSSH PRIVATE KEY-----",
    /is of type OPENSSH; use an unencrypted RSA private key/,
  ],
];
describe.each(bad)("a key that is %s", (_, signingKey, advice) => {
  test("is refused with advice, none of it repeated, nothing sent", async () => {
    const { fetch, calls } = fakeFetch();
    const client = acorn({ fetch, signingKey }, table);
    const error = await refusal(() => client.refund(acornRequest));
    expect(error.code).toBe("invalid_options");
    expect(error.problems).toMatchObject([{ field: "signingKey" }]);
    expect(error.message).toMatch(advice);
    const inside = signingKey.split(/\s+/).filter((line) => line.length > 20);
    for (const line of inside)
      expect(`${error.stack} ${JSON.stringify(error)}`).not.toContain(line);
    // The second call too: nothing half-loaded is kept.
    await refusal(() =>
      acornFetchClient({ fetch, signingKey }, table).POST(refundPath, {
        params: { path: { id: "1" } },
      }),
    );
    expect(calls).toEqual([]);
  });
});
