import { createHmac } from "node:crypto";
import type { ProviderTable } from "@refunds/core/provider";
import { describe, expect, test } from "vitest";
import { acorn, acornRequest, acornTable, withSignature, withTokenCall } from "./support/acorn.ts";
import { fakeFetch, json } from "./support/fake-fetch.ts";
import { serve } from "./support/loopback.ts";

const refused = new TypeError("fetch failed", {
  cause: Object.assign(new Error("connect"), { code: "ECONNREFUSED", syscall: "connect" }),
});
const lost = new TypeError("fetch failed", {
  cause: Object.assign(new Error("read"), { code: "ECONNRESET", syscall: "read" }),
});

/** Throws errors, without reading the request, and answers with everything else, in order. The last one repeats. */
function answers(...all: readonly (Error | (() => Response))[]) {
  const nth = (count: number) => all[Math.min(count, all.length) - 1];
  const failure = (count: number) => (nth(count) instanceof Error ? nth(count) : undefined);
  return fakeFetch((_, count) => (nth(count) as () => Response)(), failure);
}
const done = () => json({ state: "done", id: "A-1", amount: "1050", currency: "EUR" });

describe("what never arrived", () => {
  test.each([
    ["arrives at the second try", [refused, done], 2, "succeeded"],
    ["arrives at the third try", [refused, refused, done], 3, "succeeded"],
    ["is given up after three tries", [refused], 3, "not_sent"],
    ["is not sent again once it may have arrived", [refused, lost, done], 2, "unknown"],
  ] as const)("%s", async (_, all, tries, status) => {
    const { fetch, calls } = answers(...all);
    expect((await acorn({ fetch }).refund(acornRequest)).status).toBe(status);
    expect(calls).toHaveLength(tries);
  });

  test("what the runtime refuses to send is not tried again", async () => {
    const refusing = new TypeError("fetch failed", { cause: new Error("bad port") });
    const { fetch, calls } = answers(refusing);
    const outcome = await acorn({ fetch }).refund(acornRequest);
    expect(outcome).toMatchObject({ because: "not_dispatched", retryable: false });
    expect(calls).toHaveLength(1);
  });

  // Noise only ever makes it slower, so the best of several tries counts.
  test("is not tried again where the deadline would pass meanwhile", { retry: 4 }, async () => {
    const { fetch, calls } = answers(refused);
    const startedAt = performance.now();
    const outcome = await acorn({ fetch, timeoutMs: 200 }).refund(acornRequest);
    expect(outcome.status).toBe("not_sent");
    expect(calls).toHaveLength(1);
    expect(performance.now() - startedAt).toBeLessThan(200);
  });

  test("a try that has hardly any time is not made", async () => {
    const { fetch, calls } = answers(refused, () => new Promise<never>(() => {}) as never);
    const outcome = await acorn({ fetch, timeoutMs: 280 }).refund(acornRequest);
    expect(outcome.status).toBe("not_sent");
    expect(calls).toHaveLength(1);
  });

  test("is not tried again once the caller has aborted", async () => {
    const { fetch, calls } = answers(refused);
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    const { signal } = controller;
    const outcome = await acorn({ fetch }).refund(acornRequest, { signal });
    expect(outcome).toMatchObject({ status: "not_sent", cause: { code: "ECONNREFUSED" } });
    expect(calls).toHaveLength(1);
  });

  test("has its time, its nonce and its signature made anew", async () => {
    const { fetch, calls } = answers(refused, refused, done);
    const signed = withSignature({
      algorithm: "HMAC-SHA-256",
      key: "credentials.signingKey",
      over: ["header.X-Time", "header.X-Nonce", "body"],
      join: ".",
      encoding: "hex",
      to: "header.X-Signature",
    });
    // In milliseconds, of which the pauses between the tries take hundreds.
    const send = [
      ...acornTable.refund.send,
      { from: "timestamp", to: "header.X-Time", schema: {}, time: "unix-milliseconds" },
      { from: "nonce", to: "header.X-Nonce", schema: {} },
    ] as const;
    const table = { ...signed, refund: { ...signed.refund, send } };
    const startedAt = Date.now();
    await acorn({ fetch, signingKey: "a-signing-key" }, table).refund(acornRequest);
    const sent = calls.map(({ headers }) => ({
      time: Number(headers["x-time"]),
      nonce: headers["x-nonce"],
      signature: headers["x-signature"],
    }));
    // The tries that were refused did not read theirs, which is the same.
    const body = calls.at(-1)?.body;
    const [first, second, third] = sent.map(({ time }) => time) as [number, number, number];
    expect(first).toBeGreaterThanOrEqual(startedAt);
    expect(second - first).toBeGreaterThan(200);
    expect(third - second).toBeGreaterThan(450);
    expect(third).toBeLessThanOrEqual(Date.now());
    expect(new Set(sent.map(({ nonce }) => nonce)).size).toBe(3);
    for (const { time, nonce, signature } of sent) {
      const over = `${time}.${nonce}.${body}`;
      expect(signature).toBe(createHmac("sha256", "a-signing-key").update(over).digest("hex"));
    }
  });

  test("a token that could not be asked for is asked for again", async () => {
    const expires = Math.floor(Date.now() / 1000) + 3600;
    const { fetch, calls } = fakeFetch(
      ({ url }) =>
        url.endsWith("/token") ? json({ state: "ok", token: "token-1", expires }) : done(),
      (count) => (count === 1 ? refused : undefined),
    );
    const options = { fetch, accessToken: undefined, appId: "a", appKey: "the-app-key" };
    expect((await acorn(options, withTokenCall).refund(acornRequest)).status).toBe("succeeded");
    expect(calls.map(({ url }) => new URL(url).pathname)).toEqual([
      "/v1/token",
      "/v1/token",
      "/v1/payments/pay-1/refund",
    ]);
  });
});

describe("an answer that moved no money", () => {
  const busy = (headers?: HeadersInit) => () =>
    new Response('{"state":"failed","error":{"code":"E7"}}', {
      status: 503,
      ...(headers && { headers }),
    });
  const { errors, refund } = acornTable;
  const repeating: ProviderTable = {
    ...acornTable,
    errors: {
      ...errors,
      list: [...errors.list, { codes: ["E7"], reason: "rate_limited", repeat: true }],
    },
    refund: {
      ...refund,
      outcomes: [
        { when: { http: "429" }, means: "declined", reason: "rate_limited", repeat: true },
        ...refund.outcomes,
      ],
    },
  };

  test("and is worth repeating, by its code, is repeated when it says", async () => {
    const { fetch, calls } = answers(busy({ "Retry-After": "0" }), done);
    expect((await acorn({ fetch }, repeating).refund(acornRequest)).status).toBe("succeeded");
    expect(calls).toHaveLength(2);
  });

  test("by a documented condition, too, and waits for the moment it names", async () => {
    const soon = new Date(Date.now() + 1500).toUTCString();
    const full = () =>
      new Response('{"state":"refused","error":{}}', {
        status: 429,
        headers: { "Retry-After": soon },
      });
    const { fetch, calls } = answers(full, done);
    expect((await acorn({ fetch }, repeating).refund(acornRequest)).status).toBe("succeeded");
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(soon));
    expect(calls).toHaveLength(2);
  });

  test.each([
    ["later than the deadline", { "Retry-After": "31" }],
    ["never", { "Retry-After": "9".repeat(400) }],
  ])("ends at once where Retry-After is %s", async (_, headers) => {
    const { fetch, calls } = answers(busy(headers));
    const outcome = await acorn({ fetch }, repeating).refund(acornRequest);
    expect(outcome).toMatchObject({ status: "declined", reason: "rate_limited", code: "E7" });
    expect(calls).toHaveLength(1);
  });

  test.each(["soon", "-1", "1.5", "Thu, 01 Jan 1970 00:00:00 GMT"])(
    "is repeated after a second where it says %j",
    async (value) => {
      const { fetch, calls } = answers(busy({ "Retry-After": value }), done);
      const startedAt = performance.now();
      await acorn({ fetch }, repeating).refund(acornRequest);
      expect(performance.now() - startedAt).toBeGreaterThan(990);
      expect(calls).toHaveLength(2);
    },
  );

  test.each([
    ["a code that nothing says so of", '{"state":"failed","error":{"code":"E1"}}', 503],
    ["a code that leaves the money open", '{"state":"failed","error":{"code":"E2"}}', 429],
    [
      "a code that is final, under a condition that is not",
      '{"state":"refused","error":{"code":"E1"}}',
      429,
    ],
    ["no JSON", "busy", 429],
    ["another shape", '{"error":{"code":"E7"}}', 503],
  ])("is not repeated for %s", async (_, body, status) => {
    const { fetch, calls } = answers(
      () => new Response(body, { status, headers: { "Retry-After": "0" } }),
    );
    await acorn({ fetch }, repeating).refund(acornRequest);
    expect(calls).toHaveLength(1);
  });
});

test("the runtime does not send again by itself what was answered by a 421", async () => {
  const server = await serve((_, response) => response.writeHead(421).end("{}"));
  const outcome = await acorn({ baseUrl: server.baseUrl }).refund(acornRequest);
  expect(outcome.status).toBe("unknown");
  expect(server.arrived).toEqual(["POST /payments/pay-1/refund"]);
});

test("every request has its length and closes its connection", async () => {
  const heads: unknown[] = [];
  const server = await serve(({ headers }, response, body) => {
    heads.push([headers.connection, headers["content-length"], Buffer.byteLength(body)]);
    expect(headers["transfer-encoding"]).toBeUndefined();
    response.end("{}");
  });
  await acorn({ baseUrl: server.baseUrl }).refund({ ...acornRequest, reason: "漢字🙂" });
  await acorn({ baseUrl: server.baseUrl }).query({ payment: { id: "pay-1" } });
  const [[, , size]] = heads as [[unknown, unknown, number]];
  expect(heads).toEqual([
    ["close", String(size), size],
    ["close", undefined, 0],
  ]);
});
