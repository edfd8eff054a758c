import { isSendError } from "@refunds/core/fetch-client";
import { afterEach, describe, expect, test, vi } from "vitest";
import { acornRequest, refundPath } from "./support/acorn.ts";
import { type Answering, json } from "./support/fake-fetch.ts";
import { closedPort, serve } from "./support/loopback.ts";
import { client, fetchClient, inOneHour, issued, provider } from "./support/token-provider.ts";

afterEach(() => {
  vi.useRealTimers();
});

describe("a token that cannot be had", () => {
  const refused = json({ state: "failed", error: { code: "E9", message: "Wrong key" } }, 401);
  const cases: [string, Answering, object][] = [
    [
      "refused",
      () => refused.clone(),
      { status: "declined", reason: "unauthorized", code: "E9", message: "Wrong key" },
    ],
    [
      "a documented error that is none of the credentials",
      () => json({ state: "failed", error: { code: "E1", message: "Too many" } }, 429),
      {
        status: "not_sent",
        because: "token_unavailable",
        retryable: true,
        cause: { name: "TokenError", message: "Too many", code: "E1" },
      },
    ],
    [
      "a documented error without a code, under 200",
      () => json({ state: "failed", error: { message: "Too old" } }),
      { status: "not_sent", because: "token_unavailable", retryable: true },
    ],
    [
      "an error that leaves the money open",
      () => json({ state: "failed", error: { code: "E2" } }),
      { status: "not_sent" },
    ],
    ["HTML", () => json("<html>"), { status: "not_sent" }],
    ["empty 500", () => json("", 500), { status: "not_sent" }],
    [
      "a redirect",
      () => new Response(null, { status: 307, headers: { location: "/" } }),
      { status: "not_sent" },
    ],
    ["no token in it", () => json({ state: "ok", expires: 1 }), { status: "not_sent" }],
    ["an empty token", () => json({ state: "ok", token: "", expires: 1 }), { status: "not_sent" }],
    [
      "an object for the token",
      () => json({ state: "ok", token: {}, expires: 1 }),
      { status: "not_sent" },
    ],
    [
      "a token that breaks its header",
      () => json({ state: "ok", token: "abcdefgh\r\nX: 1", expires: inOneHour() }),
      { status: "not_sent" },
    ],
    [
      "a token under 500",
      () => json({ state: "ok", token: "abcdefgh", expires: inOneHour() }, 500),
      { status: "not_sent" },
    ],
    [
      "a fetch that throws",
      () => {
        throw new TypeError("no");
      },
      { status: "not_sent" },
    ],
    [
      "a reset",
      () => {
        throw Object.assign(new Error(), { code: "ECONNRESET" });
      },
      { status: "not_sent" },
    ],
  ];
  test.each(cases)(
    "%s: the refund is not sent, and the next call asks anew",
    async (_, token, want) => {
      const { fetch, counts } = provider(undefined, (asked, count) =>
        count === 1 ? token(asked, count) : issued(count),
      );
      const account = client({ fetch });
      expect(await account.refund(acornRequest)).toMatchObject(want);
      expect(counts).toEqual({ token: 1, refund: 0 });
      // A token that cannot be sent is kept until it ends: it is the provider's fault, and nothing leaves.
      if (_.includes("breaks its header")) return;
      expect((await account.refund(acornRequest)).status).toBe("succeeded");
    },
  );

  test.each(cases)("%s: a call of openapi-fetch is not sent either", async (_, token) => {
    const { fetch, counts } = provider(undefined, token);
    const thrown = await fetchClient({ fetch })
      .POST(refundPath, { params: { path: { id: "1" } } })
      .catch((error: unknown) => error);
    expect(isSendError(thrown) && thrown.status).toBe("not_sent");
    expect(counts).toEqual({ token: 1, refund: 0 });
  });

  test("no connection: not sent", async () => {
    const outcome = await client({ baseUrl: await closedPort(), environment: undefined }).refund(
      acornRequest,
    );
    expect(outcome).toMatchObject({ status: "not_sent", cause: { code: "ECONNREFUSED" } });
  });

  test("a hanging token call: not sent at the deadline, for every waiting caller", async () => {
    const server = await serve(() => {});
    const account = client({ baseUrl: server.baseUrl, timeoutMs: 1000 });
    const outcomes = await Promise.all([
      account.refund(acornRequest),
      account.refund(acornRequest),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(["not_sent", "not_sent"]);
    expect(server.arrived).toEqual(["POST /token"]);
  });

  test("one caller's abort does not take the token from another", async () => {
    const { fetch, counts } = provider(undefined, async (_, count) => {
      await new Promise((tick) => setTimeout(tick, 50));
      return issued(count);
    });
    const account = client({ fetch });
    const controller = new AbortController();
    const both = Promise.all([
      account.refund(acornRequest, controller),
      account.refund(acornRequest),
    ]);
    setTimeout(() => controller.abort(), 10);
    expect((await both).map(({ status }) => status)).toEqual(["not_sent", "succeeded"]);
    expect(counts).toEqual({ token: 1, refund: 1 });
  });
});

test("a process that slept past its deadline while it waited for a token sends no refund", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const { fetch, counts } = provider(undefined, (_, count) => {
    // Its timers have not fired yet.
    vi.setSystemTime(Date.now() + 60_000);
    return issued(count);
  });
  expect(await client({ fetch, timeoutMs: 5000 }).refund(acornRequest)).toMatchObject({
    status: "not_sent",
  });
  expect(counts).toEqual({ token: 1, refund: 0 });
});
