import { createHmac } from "node:crypto";
import { jsonNumber } from "@refunds/core/provider";
import { expect, test } from "vitest";
import {
  acornAnswer,
  acornFetchClient,
  acornTable,
  acornToken,
  refundPath,
  withSignature,
  withTokenCall,
} from "./support/acorn.ts";
import { fakeFetch, json } from "./support/fake-fetch.ts";
import { refusal } from "./support/refusal.ts";
import { sendError } from "./support/send-error.ts";

const params = { path: { id: "1" } };
const body = { amount: "1050" };

test("a list is the data only where one is documented", async () => {
  const { fetch } = fakeFetch(() => json([acornAnswer]));
  const table = {
    ...acornTable,
    refund: { ...acornTable.refund, answer: [{ "": { type: "array" } }] },
  } as const;
  const { data } = await acornFetchClient({ fetch }, table).POST(refundPath, { params, body });
  expect(data).toEqual([acornAnswer]);
  const ofAnObject = {
    ...acornTable,
    refund: { ...acornTable.refund, answer: [{ "": { type: "object" } }] },
  } as const;
  for (const other of [acornTable, ofAnObject]) {
    const error = await sendError(
      acornFetchClient({ fetch }, other).POST(refundPath, { params, body }),
    );
    expect(error).toMatchObject({ status: "unknown", code: "unreadable_answer" });
    expect(error.message).toContain("is not a JSON object");
  }
});

test("an answer is the data, as openapi-fetch gives it", async () => {
  const { fetch, calls } = fakeFetch();
  const { data, error, response } = await acornFetchClient({ fetch }).POST(refundPath, {
    params,
    body,
  });
  expect(data).toEqual(acornAnswer);
  expect(error).toBeUndefined();
  expect(response.status).toBe(200);
  expect(calls).toMatchObject([
    {
      method: "POST",
      url: "https://test.acorn.invalid/v1/payments/1/refund",
      headers: { authorization: `Bearer ${acornToken}`, "content-type": "application/json" },
      body: '{"amount":"1050"}',
    },
  ]);
});

test("a refusal is the error, as openapi-fetch gives it", async () => {
  const refused = { state: "failed", error: { code: "E1" } };
  const { fetch } = fakeFetch(() => json(refused, 422));
  const { data, error, response } = await acornFetchClient({ fetch }).POST(refundPath, { params });
  expect([data, error, response.status]).toEqual([undefined, refused, 422]);
});

const bad: [string, Record<string, unknown>, string][] = [
  ["no path", {}, "path.id"],
  ["an empty path", { params: { path: {} } }, "path.id"],
  [".. in the path", { params: { path: { id: ".." } } }, "path.id"],
  ["an empty id", { params: { path: { id: "" } } }, "path.id"],
  ["half a character in the path", { params: { path: { id: "\ud800" } } }, "path.id"],
  ["a header that is not ASCII", { params, headers: { "X-A": "é" } }, "headers.x-a"],
  ["a parameter twice", { params: { ...params, query: { a: [1, 2] } } }, "query.a"],
  ["a bigint", { params, body: { amount: 10n } }, "body/amount"],
  ["NaN", { params, body: { a: [Number.NaN] } }, "body/a/0"],
  ["Infinity", { params, body: { a: { b: Number.POSITIVE_INFINITY } } }, "body/a/b"],
  ["a function", { params, body: { a: () => 1 } }, "body/a"],
  ["a list for a body", { params, body: [1] }, "body"],
  ["a body that is not JSON", { params, body, bodySerializer: () => "a=1" }, "body"],
  ["another fetch", { params, fetch: globalThis.fetch }, "fetch"],
  ["another address", { params, baseUrl: "https://evil.invalid" }, "baseUrl"],
  [
    "another way to write paths",
    { params, pathSerializer: (url: string) => url },
    "pathSerializer",
  ],
];
test.each(bad)("%s is refused before anything is sent", async (_, init, field) => {
  const { fetch, calls } = fakeFetch();
  const error = await refusal(() => acornFetchClient({ fetch }).POST(refundPath, init));
  expect(error.code).toBe("invalid_request");
  expect(error.problems).toMatchObject([{ field }]);
  expect(calls).toEqual([]);
});

test("a path that is not the provider's is refused, the token's included", async () => {
  const { fetch, calls } = fakeFetch();
  const raw = acornFetchClient({ fetch }, withTokenCall);
  for (const [method, path] of [
    ["POST", "/token"],
    ["POST", "/payments/1"],
    ["GET", "/payments/1/refund"],
    ["PUT", "/payments/1/refund"],
    ["GET", "/payments/a%zz"],
    ["GET", "/payments/1/../../../other"],
  ] as const) {
    const error = await refusal(() => raw.request(method.toLowerCase() as "get", path as never));
    expect(error.problems).toEqual([
      {
        field: "path",
        message: "must be POST /payments/{id}/refund or GET /payments/{id}",
      },
    ]);
  }
  expect(calls).toEqual([]);
});

test("a middleware cannot send anything to another host", async () => {
  const { fetch, calls } = fakeFetch();
  const raw = acornFetchClient({ fetch });
  raw.use({
    onRequest: ({ request }) =>
      new Request(request.url.replace("test.acorn.invalid", "test.acorn.invalid.evil"), request),
  });
  const error = await refusal(() => raw.POST(refundPath, { params, body }));
  expect(error.problems).toMatchObject([{ field: "path" }]);
  expect(calls).toEqual([]);
});

test("what a middleware changes is signed, and no middleware sees a credential", async () => {
  const { fetch, calls } = fakeFetch();
  const table = withSignature({
    algorithm: "HMAC-SHA-256",
    key: "credentials.signingKey",
    over: ["path", "header.X-Time", "body"],
    join: "\n",
    encoding: "hex",
    to: "header.X-Signature",
  });
  const raw = acornFetchClient({ fetch, signingKey: "the-signing-key" }, table);
  const seen: string[] = [];
  raw.use({
    async onRequest({ request }) {
      seen.push(JSON.stringify([...request.headers]), await request.clone().text());
      const changed = JSON.stringify({ ...JSON.parse(await request.text()), note: "added" });
      return new Request(request, { body: changed, headers: { "X-Time": "12" } });
    },
  });
  await raw.POST(refundPath, { params, body });
  const text = '/v1/payments/1/refund\n12\n{"amount":"1050","note":"added"}';
  expect(calls).toMatchObject([
    {
      body: '{"amount":"1050","note":"added"}',
      headers: {
        "x-time": "12",
        "x-signature": createHmac("sha256", "the-signing-key").update(text).digest("hex"),
      },
    },
  ]);
  expect(seen.join()).not.toContain(acornToken);
});

test("a number goes out digit by digit", async () => {
  const { fetch, calls } = fakeFetch();
  const exact = { amount: jsonNumber("10.50"), list: [jsonNumber("12345678901234567890")] };
  await acornFetchClient({ fetch }).POST(refundPath, { params, body: exact });
  expect(calls[0]?.body).toBe('{"amount":10.50,"list":[12345678901234567890]}');
});

test("a form is written as the provider documents it", async () => {
  const { fetch, calls } = fakeFetch();
  const { refund, ...rest } = withTokenCall;
  const raw = acornFetchClient({ fetch }, { ...rest, refund: { ...refund, media: "form" } });
  await raw.POST(refundPath, { params, body: { note: "a&b c", amount: 10 } });
  expect(calls).toMatchObject([
    {
      body: "note=a%26b+c&amount=10",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    },
  ]);
});

test("a token that is refused with 401 is not used again", async () => {
  let count = 0;
  const { fetch, calls } = fakeFetch(({ url }) =>
    url.endsWith("/token")
      ? json({ state: "ok", token: `token-${++count}-abcdef`, expires: 4_000_000_000 })
      : json({ state: "failed" }, 401),
  );
  const options = { fetch, accessToken: undefined, appId: "a", appKey: "the-key-1" };
  const raw = acornFetchClient(options, withTokenCall);
  await raw.POST(refundPath, { params });
  await raw.POST(refundPath, { params });
  expect(calls.map(({ headers }) => headers.authorization)).toEqual([
    undefined,
    "Bearer token-1-abcdef",
    undefined,
    "Bearer token-2-abcdef",
  ]);
});
