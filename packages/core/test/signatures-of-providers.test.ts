import { constants, createPublicKey, verify as verifyWith } from "node:crypto";
import { describe, expect, test } from "vitest";
import { fakeFetch } from "./support/fake-fetch.ts";
import { openssl } from "./support/openssl.ts";
import { refusal } from "./support/refusal.ts";
import { clientOf, fetchClientOf, type Signed, sentBy, signedTable } from "./support/signed.ts";
import { hash, hmac, json, rsa } from "./support/signing/by-hand.ts";
import { signingProviders } from "./support/signing-providers.ts";

test.each(Object.entries(signingProviders))("%s", async (_, { holds, ...how }) => {
  expect(holds(await sentBy(how))).toBe(true);
});

const text = { over: ["body"], encoding: "base64", to: "header.X-Sign" } as const;

describe("keys", () => {
  const ec = openssl("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256");
  const ed25519 = openssl("genpkey -algorithm ed25519");
  const { RSA_PKCS1_PSS_PADDING: padding, RSA_PSS_SALTLEN_DIGEST: saltLength } = constants;
  const keys: [algorithm: string, pem: string, hash: string | null, options: object][] = [
    ["RSASSA-PKCS1-v1_5-SHA-1", rsa, "sha1", {}],
    ["RSASSA-PKCS1-v1_5-SHA-256", rsa, "sha256", {}],
    ["RSASSA-PKCS1-v1_5-SHA-384", rsa, "sha384", {}],
    ["RSASSA-PKCS1-v1_5-SHA-512", rsa, "sha512", {}],
    ["RSA-PSS-SHA-256", rsa, "sha256", { padding, saltLength }],
    ["RSA-PSS-SHA-512", rsa, "sha512", { padding, saltLength }],
    ["ECDSA-P-256-SHA-256", ec, "sha256", { dsaEncoding: "ieee-p1363" }],
    ["Ed25519", ed25519, null, {}],
  ];
  test.each(keys)("%s is what node:crypto verifies", async (algorithm, pem, hashed, options) => {
    const { headers, body } = await sentBy({
      credentials: { key: pem },
      send: json({ text: "Ω" }),
      sign: { algorithm, key: "credentials.key", ...text },
    });
    const key = { key: createPublicKey(pem), ...options };
    const signature = Buffer.from(headers["x-sign"] ?? "", "base64");
    expect(verifyWith(hashed, Buffer.from(body), key, signature)).toBe(true);
    expect(verifyWith(hashed, Buffer.from(`${body} `), key, signature)).toBe(false);
  });

  test("ECDSA as ASN.1 is what openssl's form is, whatever the first bits are", async () => {
    for (let count = 0; count < 40; count++) {
      const { headers, body } = await sentBy({
        credentials: { key: ec },
        send: json({ count }),
        sign: {
          ...text,
          algorithm: "ECDSA-P-256-SHA-256",
          key: "credentials.key",
          encoding: ["der", "base64"],
        },
      });
      const signature = Buffer.from(headers["x-sign"] ?? "", "base64");
      expect(verifyWith("sha256", Buffer.from(body), createPublicKey(ec), signature)).toBe(true);
    }
  });

  test.each(["1", "256", "384", "512"])("HMAC and digest with SHA-%s", async (size) => {
    const send = json({ text: "Ω" });
    const keyed = await sentBy({
      credentials: { key: "s3cret" },
      send,
      sign: { algorithm: `HMAC-SHA-${size}`, key: "credentials.key", ...text },
    });
    expect(keyed.headers["x-sign"]).toBe(hmac(`sha${size}`, "s3cret", keyed.body).digest("base64"));
    const plain = await sentBy({
      credentials: { key: "unused" },
      send,
      sign: { ...text, algorithm: `SHA-${size}`, encoding: "base64url" },
    });
    expect(plain.headers["x-sign"]).toBe(hash(`sha${size}`, plain.body).digest("base64url"));
  });

  test("one secret signs in two ways", async () => {
    const one: Signed = {
      credentials: { key: "aabb" },
      send: json({ text: "a" }),
      sign: { ...text, algorithm: "HMAC-SHA-256", key: "credentials.key", encoding: "hex" },
    };
    const table = signedTable(one);
    const how = { algorithm: "HMAC-SHA-512", keyEncoding: "hex" } as const;
    const sign = { ...one.sign, ...how };
    const query = { ...table.refund, sign, outcomes: [] };
    const { fetch, calls } = fakeFetch();
    const client = clientOf(one, fetch, { ...table, query });
    await client.refund({});
    await client.query({});
    const signatures = calls.map(({ headers }) => headers["x-sign"]);
    expect(signatures).toEqual([
      hmac("sha256", "aabb", '{"text":"a"}').digest("hex"),
      hmac("sha512", Buffer.from("aabb", "hex"), '{"text":"a"}').digest("hex"),
    ]);
  });

  test.each([
    ["base64", "not*base64"],
    ["base64", ""],
    ["hex", "abc"],
    ["hex", ""],
  ] as const)(
    "a shared secret that is not %s: %j is refused before anything is sent",
    async (keyEncoding, key) => {
      const how: Signed = {
        credentials: { key },
        sign: { ...text, algorithm: "HMAC-SHA-256", key: "credentials.key", keyEncoding },
      };
      const { fetch, calls } = fakeFetch();
      const error = await refusal(() => clientOf(how, fetch).refund({}));
      expect(error.problems).toMatchObject([{ field: "key" }]);
      expect(calls).toEqual([]);
    },
  );
});

describe("a text in a header", () => {
  const sign = {
    algorithm: "SHA-256",
    over: ["credentials.id"],
    encoding: "hex",
    to: "header.X-Sign",
    as: 'id="{credentials.id}",signature="{signature}"',
  } as const;

  test.each([
    "a\r\nX-Admin: 1",
    "a\nb",
    'a",admin="1',
    "a,b",
    "a;b",
    "a b",
    "a\\",
    "ä",
    "\u0000",
    "\u2028",
  ])("%j cannot add anything to it: it is refused before anything is sent", async (id) => {
    const { fetch, calls } = fakeFetch();
    const error = await refusal(() => clientOf({ credentials: { id }, sign }, fetch).refund({}));
    expect(error.code).toBe("invalid_options");
    expect(error.problems).toEqual([
      { field: "id", message: 'must be printable ASCII without spaces and `",;\\`' },
    ]);
    expect(calls).toEqual([]);
  });

  test("a value of the template's form passes as it is", async () => {
    const { headers } = await sentBy({ credentials: { id: "$&{signature}$1" }, sign });
    expect(headers["x-sign"]).toMatch(/^id="\$&\{signature\}\$1",signature="[\da-f]{64}"$/);
  });
});

test("openapi-fetch's requests are signed alike, with what the caller gives", async () => {
  const { fetch, calls } = fakeFetch();
  const how: Signed = {
    credentials: { key: "s3cret" },
    send: [{ from: "timestamp", to: "header.X-Time", time: "unix-seconds" }],
    sign: {
      ...text,
      algorithm: "HMAC-SHA-256",
      key: "credentials.key",
      over: [
        { over: ["header.X-Time", "nonce"], join: "." },
        { fields: "headers", startingWith: "X-Time" },
        "body",
      ],
      nonce: { length: 8 },
      as: "{nonce} {signature}",
    },
  };
  const raw = fetchClientOf(how, fetch);
  await raw.POST("/refund", { body: { any: [1] }, headers: { "x-time": "123" } });
  const [asked] = calls;
  const [nonce, signature] = asked?.headers["x-sign"]?.split(" ") ?? [];
  expect(signature).toBe(hmac("sha256", "s3cret", `123.${nonce}123{"any":[1]}`).digest("base64"));
});
