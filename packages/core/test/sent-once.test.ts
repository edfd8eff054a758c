/** What the runtime gets to send: once, uncached, whatever stands under `fetch`. */
import type { ProviderTable } from "@refunds/core/provider";
import { describe, expect, onTestFinished, test } from "vitest";
import { acorn, acornAnswer, acornRequest, acornTable, withTokenCall } from "./support/acorn.ts";
import { closedPort, serve, serveSocket } from "./support/loopback.ts";
import { restoreOwnDispatcher } from "./support/own-dispatcher.ts";

restoreOwnDispatcher();

type Sent = (url: string, init: RequestInit & { readonly duplex?: string }) => Promise<Response>;

const done = JSON.stringify(acornAnswer);
const one = ["POST /payments/pay-1/refund"];

/** Like Yedpay's refund without a reason. */
const { media: _, ...refundTable } = acornTable.refund;
const bodiless: ProviderTable = {
  ...acornTable,
  refund: {
    ...refundTable,
    send: acornTable.refund.send.filter(({ to }) => !to.startsWith("body")),
    echo: [],
  },
};

/** What `fetch` was called with, by refund and by query. */
async function called() {
  const calls: Parameters<Sent>[] = [];
  const fetch: Sent = async (...call) => {
    calls.push(call);
    return new Response(done);
  };
  await acorn({ fetch }).refund(acornRequest);
  await acorn({ fetch }).query({ payment: { id: "pay-1" } });
  return calls;
}

test("fetch is called with a URL and an init, never with a Request of this realm", async () => {
  for (const call of await called()) {
    expect(call).toHaveLength(2);
    expect(typeof call[0]).toBe("string");
    expect(Object.getPrototypeOf(call[1])).toBe(Object.prototype);
  }
});

test("every request is kept out of caches, without credentials, redirects or compression", async () => {
  for (const [, init] of await called()) {
    expect(init).toMatchObject({ cache: "no-store", credentials: "omit", redirect: "manual" });
    expect(init.headers).toMatchObject({ "Accept-Encoding": "identity", Connection: "close" });
  }
});

test("where the runtime refuses the cache member, the request is sent without it, once", async () => {
  const own = globalThis.Request;
  onTestFinished(() => {
    globalThis.Request = own;
  });
  // As workerd said it before November 2024.
  globalThis.Request = class extends own {
    constructor(input: string, init: RequestInit = {}) {
      if ("cache" in init)
        throw new Error("The 'cache' field on 'RequestInit' is not implemented.");
      super(input, init);
    }
  } as typeof own;
  const calls = await called();
  expect(calls).toHaveLength(2);
  for (const [, init] of calls) expect(init).not.toHaveProperty("cache");
});

test("a token that no header can hold: not dispatched, nothing leaves", async () => {
  const token = JSON.stringify({ state: "ok", token: "a\r\nb", expires: 9_999_999_999 });
  const server = await serve((_, response) => response.end(token));
  const options = {
    baseUrl: server.baseUrl,
    accessToken: undefined,
    appId: "a",
    appKey: "the-key",
  };
  const outcome = await acorn(options, withTokenCall).refund(acornRequest);
  expect(outcome).toMatchObject({
    status: "not_sent",
    because: "not_dispatched",
    retryable: false,
  });
  expect(server.arrived).toEqual(["POST /token"]);
});

describe.each([
  ["with a body", acornTable, acornRequest],
  ["without a body", bodiless, { payment: { id: "pay-1" } }],
] as const)("a refund %s", (_, table, request) => {
  test.each([401, 407, 408, 421, 425, 429, 503])(
    "is sent once where a %i comes",
    async (status) => {
      const server = await serve((_, response) => {
        response.writeHead(status, { "Retry-After": "0", "WWW-Authenticate": "Basic" }).end(done);
      });
      const outcome = await acorn({ baseUrl: server.baseUrl }, table).refund(request);
      expect(server.arrived).toEqual(one);
      // A 407 never comes from a provider; runtimes make a network error of it.
      if (status !== 407) expect(outcome).toMatchObject({ raw: { status } });
    },
  );

  test("is sent once where a reused connection closes unanswered", async () => {
    const server = await serveSocket((socket) => {
      if (server.arrived.length > 1) return void socket.destroy();
      socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${done.length}\r\n\r\n${done}`);
    });
    await (await fetch(`${server.baseUrl}/warm`, { method: "POST", body: "x" })).text();
    const outcome = await acorn({ baseUrl: server.baseUrl }, table).refund(request);
    expect(server.arrived).toEqual(["POST /warm", ...one]);
    expect(outcome).toMatchObject({ status: "unknown", because: "connection_lost" });
  });
});

test("a refund without a body has no length of ours; the runtime writes 0", async () => {
  const lengths: unknown[] = [];
  const server = await serve(({ headers }, response) => {
    lengths.push(headers["content-length"], headers["transfer-encoding"]);
    response.end(done);
  });
  const sent: RequestInit[] = [];
  const recording: Sent = (url, init) => {
    sent.push(init);
    return fetch(url, init);
  };
  const client = acorn({ baseUrl: server.baseUrl, fetch: recording }, bodiless);
  await client.refund({ payment: { id: "pay-1" } });
  expect(lengths).toEqual(["0", undefined]);
  // Node 26.0 waits forever if it is set, over HTTP/2.
  expect(sent[0]?.headers).not.toHaveProperty("Content-Length");
});

describe.each([
  ["undici6", () => import("undici6")],
  ["undici7", () => import("undici7")],
  ["undici8", () => import("undici8")],
] as const)("%s from npm", (_, load) => {
  const meeting = async (fetch: Sent | undefined) => {
    const answered = await serve((_, response) => response.writeHead(200).end(done));
    const misdirected = await serve((_, response) => response.writeHead(421).end("{}"));
    const refund = (baseUrl: string) =>
      acorn({ baseUrl, ...(fetch && { fetch }), timeoutMs: 5000 }).refund(acornRequest);
    expect((await refund(answered.baseUrl)).status).toBe("succeeded");
    expect(answered.arrived).toEqual(one);
    expect((await refund(misdirected.baseUrl)).status).toBe("unknown");
    expect(misdirected.arrived).toEqual(one);
    expect(await refund(await closedPort())).toMatchObject({
      status: "not_sent",
      because: "not_connected",
    });
  };

  test("as fetch", async () => {
    const { fetch } = await load();
    await meeting(fetch as unknown as Sent);
  });

  test("as fetch, with a dispatcher", async () => {
    const { fetch, Agent } = await load();
    const dispatcher = new Agent();
    onTestFinished(() => dispatcher.close());
    const send = fetch as unknown as Sent;
    await meeting((url, init) => send(url, { ...init, dispatcher } as RequestInit));
  });

  test("as the dispatcher of the global fetch", async () => {
    const { Agent, getGlobalDispatcher, setGlobalDispatcher } = await load();
    // Their types differ by version, and so do those of what they take.
    const set = setGlobalDispatcher as (dispatcher: unknown) => void;
    const own = getGlobalDispatcher();
    const dispatcher = new Agent();
    onTestFinished(() => {
      set(own);
      return dispatcher.close();
    });
    set(dispatcher);
    await meeting(undefined);
  });
});

test("a dispatcher of another version than fetch: not dispatched", async () => {
  const server = await serve((_, response) => response.end(done));
  const [{ fetch }, { Agent }] = await Promise.all([import("undici6"), import("undici8")]);
  const dispatcher = new Agent();
  onTestFinished(() => dispatcher.close());
  const mixed: Sent = (url, init) =>
    (fetch as unknown as Sent)(url, { ...init, dispatcher } as never);
  const outcome = await acorn({ baseUrl: server.baseUrl, fetch: mixed }).refund(acornRequest);
  expect(outcome).toMatchObject({
    status: "not_sent",
    because: "not_dispatched",
    retryable: false,
  });
  expect(server.arrived).toEqual([]);
});
