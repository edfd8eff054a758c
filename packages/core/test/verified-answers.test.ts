import { createHash, createHmac, createSign, sign as signWith } from "node:crypto";
import {
  answerVerifier,
  byPublicKey,
  bySameSignature,
  defineProvider,
  type ProviderTable,
  secretKey,
  type VerifyTable,
  worthRepeating,
} from "@refunds/core/provider";
import { describe, expect, test } from "vitest";
import { type AcornClient, acornRequest, acornTable } from "./support/acorn.ts";
import { fakeFetch } from "./support/fake-fetch.ts";
import { openssl } from "./support/openssl.ts";
import { refusal } from "./support/refusal.ts";

const rsa = openssl("genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048");
const ec = openssl("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256");
const ed25519 = openssl("genpkey -algorithm ed25519");
const publicOf = (pem: string) => openssl("pkey -pubout", pem);

/** As WeChat Pay v3 documents it: time, nonce and body, each with a line break. */
const wechat: VerifyTable = {
  algorithm: "RSASSA-PKCS1-v1_5-SHA-256",
  key: "credentials.platformKey",
  over: ["header.Timestamp", "header.Nonce", "body"],
  join: "\n",
  end: "\n",
  encoding: "base64",
  from: "header.Signature",
  within: { at: "header.Timestamp", seconds: 300, format: "unix-seconds" },
  keyId: { at: "header.Serial", is: "credentials.serial" },
  unless: { http: ["401"] },
};

const schema = { type: "string" } as const;

function clientOf(verify: VerifyTable, key: string, answer: () => Response) {
  const table: ProviderTable = {
    ...acornTable,
    credentials: [
      { accessToken: { schema }, platformKey: { secret: true, schema }, serial: { schema } },
    ],
    refund: {
      ...acornTable.refund,
      send: acornTable.refund.send.filter((one) => !one.money),
      verify,
    },
    errors: {
      ...acornTable.errors,
      list: [{ codes: ["E3"], reason: "rate_limited", repeat: true }, ...acornTable.errors.list],
    },
  };
  const { fetch, calls } = fakeFetch(answer);
  const match = verify.algorithm.startsWith("HMAC")
    ? bySameSignature({ load: secretKey })
    : verify.key
      ? byPublicKey()
      : bySameSignature({});
  const client = defineProvider<unknown, AcornClient>(
    { ...table, refund: { ...table.refund, echo: [] } },
    { verifier: answerVerifier(match), repeats: worthRepeating },
  )({
    environment: "test",
    fetch,
    accessToken: "token-1234",
    platformKey: key,
    serial: "PUB_1",
  });
  const { payment } = acornRequest;
  return { calls, refund: () => client.refund({ payment, currency: undefined }) };
}

const done = JSON.stringify({
  state: "done",
  id: "A-1",
  amount: "1050",
  currency: "EUR",
  text: "Ω",
});
const failed = JSON.stringify({ state: "failed", error: { code: "E1", message: "No" } });
const now = () => String(Math.floor(Date.now() / 1000));

interface Signing {
  readonly body?: string;
  readonly time?: string;
  readonly key?: string;
  readonly headers?: Record<string, string>;
  readonly status?: number;
  readonly sent?: string;
}

/** An answer that is signed by hand. */
function signed({
  body = done,
  time = now(),
  key = rsa,
  headers = {},
  status = 200,
  sent = body,
}: Signing = {}) {
  const signature = createSign("RSA-SHA256").update(`${time}\nn-1\n${body}\n`).sign(key, "base64");
  const own = { Timestamp: time, Nonce: "n-1", Serial: "PUB_1", Signature: signature, ...headers };
  return new Response(sent, { status, headers: own });
}

test("an answer that the provider signed is judged as any other", async () => {
  const { refund } = clientOf(wechat, publicOf(rsa), () => signed());
  expect(await refund()).toMatchObject({ status: "succeeded", refundId: "A-1" });
  const { refund: refused } = clientOf(wechat, publicOf(rsa), () => signed({ body: failed }));
  expect(await refused()).toMatchObject({ status: "declined", reason: "payment_not_found" });
});

const stranger = openssl("genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048");
const flaws: Record<string, [Signing, RegExp]> = {
  "without a signature": [{ headers: { Signature: "" } }, /header.Signature holds no signature/],
  "with a signature that is not Base64": [{ headers: { Signature: "%%%" } }, /does not fit/],
  "with another body": [{ sent: done.replace("A-1", "A-2") }, /does not fit/],
  "with white space added": [{ sent: `${done} ` }, /does not fit/],
  "signed by another key": [{ key: stranger }, /does not fit/],
  "that names another key": [{ headers: { Serial: "PUB_2" } }, /header.Serial names another key/],
  "with another nonce": [{ headers: { Nonce: "n-2" } }, /does not fit/],
  "too old": [{ time: String(Number(now()) - 301) }, /more than 300 seconds ago/],
  "from the future": [{ time: String(Number(now()) + 400) }, /clock of this computer/],
  "of no time": [{ time: "" }, /more than 300 seconds ago/],
  "of a time that is none": [{ time: "today" }, /more than 300 seconds ago/],
};
describe.each(Object.entries(flaws))("an answer %s", (_, [signing, why]) => {
  test.each([
    ["success", done],
    ["decline", failed],
  ])("that says %s proves nothing, and is not sent again", async (_, body) => {
    const sent = signing.sent?.replace(done, body) ?? signing.sent;
    const { refund, calls } = clientOf(wechat, publicOf(rsa), () =>
      signed({
        body,
        ...signing,
        ...(sent !== undefined && { sent: sent === done ? body : sent }),
      }),
    );
    const outcome = await refund();
    expect(outcome).toMatchObject({
      status: "unknown",
      because: "unverified_answer",
      retryable: false,
      message: expect.stringMatching(why),
      raw: { status: 200 },
    });
    expect(calls).toHaveLength(1);
  });
});

test("a decline that is worth repeating is repeated only if it is signed", async () => {
  const body = JSON.stringify({ state: "failed", error: { code: "E3" } });
  let signing: Signing = { body, headers: { "Retry-After": "0" } };
  const genuine = clientOf(wechat, publicOf(rsa), () => signed(signing));
  expect((await genuine.refund()).status).toBe("declined");
  expect(genuine.calls).toHaveLength(3);
  signing = { ...signing, key: stranger };
  const forged = clientOf(wechat, publicOf(rsa), () => signed(signing));
  expect((await forged.refund()).status).toBe("unknown");
  expect(forged.calls).toHaveLength(1);
});

test("a status whose answers are not signed is judged without a signature, and never a success", async () => {
  const unsigned = (body: string) =>
    clientOf(wechat, publicOf(rsa), () => new Response(body, { status: 401 }));
  expect(await unsigned(failed).refund()).toMatchObject({ status: "declined" });
  expect(await unsigned(done).refund()).toMatchObject({ status: "unknown" });
});

const more: [string, VerifyTable, string, (body: string) => Record<string, string>][] = [
  [
    "ECDSA in ASN.1",
    {
      algorithm: "ECDSA-P-256-SHA-256",
      key: "credentials.platformKey",
      over: ["body"],
      encoding: ["der", "base64"],
      from: "header.Signature",
    },
    publicOf(ec),
    (body) => ({ Signature: createSign("sha256").update(body).sign(ec, "base64") }),
  ],
  [
    "Ed25519 in base64url",
    {
      algorithm: "Ed25519",
      key: "credentials.platformKey",
      over: ["body"],
      encoding: "base64url",
      from: "header.Signature",
    },
    publicOf(ed25519),
    (body) => ({ Signature: signWith(null, Buffer.from(body), ed25519).toString("base64url") }),
  ],
  [
    "RSA inside a longer text, percent-encoded, over the request's path (Antom)",
    {
      algorithm: "RSASSA-PKCS1-v1_5-SHA-256",
      key: "credentials.platformKey",
      over: [
        { over: ["method", "path"], join: " " },
        { over: ["header.Client-Id", "header.Response-Time", "body"], join: "." },
      ],
      join: "\n",
      encoding: ["base64", "url"],
      from: "header.Signature",
      pattern: "signature=([^,]+)",
      within: { at: "header.Response-Time", seconds: 60, format: "iso-8601" },
    },
    publicOf(rsa),
    (body) => {
      const time = new Date().toISOString();
      const text = `POST /v1/payments/pay-1/refund\nC1.${time}.${body}`;
      const signature = encodeURIComponent(
        createSign("RSA-SHA256").update(text).sign(rsa, "base64"),
      );
      return {
        "Client-Id": "C1",
        "Response-Time": time,
        Signature: `algorithm=RSA256,keyVersion=2,signature=${signature}`,
      };
    },
  ],
  [
    "HMAC in upper case",
    {
      algorithm: "HMAC-SHA-512",
      key: "credentials.platformKey",
      over: ["body#/id", "body"],
      join: "|",
      encoding: ["hex", "upper"],
      from: "header.Signature",
    },
    "s3cret",
    (body) => ({
      Signature: createHmac("sha512", "s3cret").update(`A-1|${body}`).digest("hex").toUpperCase(),
    }),
  ],
  [
    "a digest with the secret inside",
    {
      algorithm: "SHA-256",
      over: ["body", "credentials.platformKey"],
      encoding: "hex",
      from: "header.Signature",
    },
    "s3cret",
    (body) => ({ Signature: createHash("sha256").update(`${body}s3cret`).digest("hex") }),
  ],
];
test.each(more)("%s", async (_, verify, key, headers) => {
  const { refund } = clientOf(verify, key, () => new Response(done, { headers: headers(done) }));
  expect((await refund()).status).toBe("succeeded");
  const forged = clientOf(verify, key, () => new Response(done, { headers: headers(`${done} `) }));
  expect(await forged.refund()).toMatchObject({ status: "unknown", because: "unverified_answer" });
  for (const cut of [1, 20]) {
    const { Signature = "", ...rest } = headers(done);
    const short = { ...rest, Signature: Signature.slice(0, -cut) };
    const other = clientOf(verify, key, () => new Response(done, { headers: short }));
    // The last character of Base64 can be padding.
    if (cut > 1) expect((await other.refund()).status).toBe("unknown");
  }
});

test("a signature in the body is over its other fields", async () => {
  const fields = { state: "done", id: "A-1", amount: "10.50", currency: "EUR" };
  const verify: VerifyTable = {
    algorithm: "HMAC-SHA-256",
    key: "credentials.platformKey",
    over: [{ fields: "body", sort: "code", pair: "=", join: "&" }],
    encoding: "hex",
    from: "body#/sign",
  };
  const sign = createHmac("sha256", "s3cret")
    .update("amount=10.50&currency=EUR&id=A-1&state=done")
    .digest("hex");
  const answer = (body: object) => clientOf(verify, "s3cret", () => Response.json(body)).refund();
  expect((await answer({ ...fields, sign })).status).toBe("succeeded");
  expect((await answer({ ...fields, amount: "99.50", sign })).status).toBe("unknown");
  expect((await answer({ ...fields, more: "1", sign })).status).toBe("unknown");
  expect((await answer(fields)).status).toBe("unknown");
});

test.each([
  ["a private key", rsa, /is of type PRIVATE KEY; use the public key/],
  ["of another kind", publicOf(ec), /is not a public key of RSASSA-PKCS1-v1_5-SHA-256/],
  ["no PEM", "PUB", /must be a PEM public key, with its BEGIN and END lines/],
  [
    "a certificate",
    openssl("req -x509 -new -newkey rsa:1024 -nodes -keyout /dev/null -subj /CN=acorn"),
    /is of type CERTIFICATE; use the public key \(`openssl x509 -pubkey`/,
  ],
])("a public key that is %s is refused before anything is sent", async (_, key, advice) => {
  const { refund, calls } = clientOf(wechat, key, () => signed());
  const error = await refusal(refund);
  expect(error.problems).toMatchObject([{ field: "platformKey" }]);
  expect(error.message).toMatch(advice);
  expect(calls).toEqual([]);
});
