import { createHmac } from "node:crypto";
import type { QueryTable, SignatureTable } from "@refunds/core/provider";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  acorn,
  acornFetchClient,
  acornRequest,
  refundPath,
  withSignature,
} from "./support/acorn.ts";
import { fakeFetch, json } from "./support/fake-fetch.ts";
import { refusal } from "./support/refusal.ts";

const signedBy = (changes: Partial<SignatureTable> = {}): SignatureTable => ({
  algorithm: "HMAC-SHA-256",
  key: "credentials.signingKey",
  over: ["method", "path", "header.X-Time", "body"],
  join: "\n",
  encoding: "hex",
  to: "header.X-Signature",
  ...changes,
});
const signed = (changes: Partial<SignatureTable> = {}) => withSignature(signedBy(changes));
const hmac = (key: string, text: string) => createHmac("sha256", key).update(text);

test.each(["hex", "base64"] as const)("signs as node:crypto does, in %s", async (encoding) => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ minLength: 1, unit: "binary" }),
      fc.string({ maxLength: 20 }),
      async (signingKey, reason) => {
        const { fetch, calls } = fakeFetch();
        await acorn({ fetch, signingKey }, signed({ encoding })).refund({
          ...acornRequest,
          reason,
        });
        const [asked] = calls;
        const text = `POST\n/v1/payments/pay-1/refund\n${asked?.headers["x-time"]}\n${asked?.body}`;
        expect(asked?.headers["x-signature"]).toBe(hmac(signingKey, text).digest(encoding));
      },
    ),
    { numRuns: 50 },
  );
});

test("signs what openapi-fetch sends, with the time the client adds", async () => {
  const { fetch, calls } = fakeFetch();
  const raw = acornFetchClient({ fetch, signingKey: "k1" }, signed());
  await raw.POST(refundPath, { params: { path: { id: "a/b" } }, body: { any: [1, 2.5] } });
  const [asked] = calls;
  expect(asked?.headers["x-time"]).toMatch(/^\d{10}$/);
  const text = `POST\n/v1/payments/a%2Fb/refund\n${asked?.headers["x-time"]}\n{"any":[1,2.5]}`;
  expect(asked?.headers["x-signature"]).toBe(hmac("k1", text).digest("hex"));
});

test("signs a request without a body", async () => {
  const { fetch, calls } = fakeFetch(() => json({ state: "paid" }));
  const { query, refund, ...rest } = signed();
  const table = { ...rest, refund, query: { ...(query as QueryTable), sign: signedBy() } };
  await acorn({ fetch, signingKey: "k1" }, table).query({ payment: { id: "1" } });
  const sign = hmac("k1", "GET\n/v1/payments/1\n\n").digest("hex");
  expect(calls[0]?.headers["x-signature"]).toBe(sign);
});

test("can stand in the body", async () => {
  const { fetch, calls } = fakeFetch();
  await acorn(
    { fetch, signingKey: "k1" },
    signed({ over: ["body#/amount"], to: "body#/sign" }),
  ).refund(acornRequest);
  const sign = hmac("k1", "1050").digest("hex");
  expect(calls[0]?.body).toBe(`{"amount":"1050","currency":"EUR","sign":"${sign}"}`);
});

test("an empty key is refused before anything is sent", async () => {
  const { fetch, calls } = fakeFetch();
  const error = await refusal(() =>
    acorn({ fetch, signingKey: "" }, signed()).refund(acornRequest),
  );
  expect(error.problems).toMatchObject([{ field: "signingKey" }]);
  expect(calls).toEqual([]);
});
