/** A `fetch` of the caller's that sends the refund once, gets its answer, and then fails at something else. */
import { expect, onTestFinished, test, vi } from "vitest";
import { acorn, acornAnswer, acornRequest, acornTable } from "./support/acorn.ts";
import { closedPort, serve } from "./support/loopback.ts";
import { restoreOwnDispatcher } from "./support/own-dispatcher.ts";

restoreOwnDispatcher();

type Fetch = typeof globalThis.fetch;
const answering = () => serve((_, response) => response.end(JSON.stringify(acornAnswer)));
const once = { status: "unknown", because: "connection_lost" };

const refused = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:5432"), {
  code: "ECONNREFUSED",
  syscall: "connect",
});
const noName = Object.assign(new Error("getaddrinfo ENOTFOUND audit.invalid"), {
  code: "ENOTFOUND",
  syscall: "getaddrinfo",
});
const failures: [string, () => unknown][] = [
  ["a database that refuses connections", () => refused],
  ["a collector whose every address refuses", () => new AggregateError([refused, refused])],
  ["a collector without a name", () => noName],
  ["another fetch", () => new TypeError("fetch failed", { cause: refused })],
  [
    "a fetch to a blocked port",
    () => new TypeError("fetch failed", { cause: new Error("bad port") }),
  ],
];

test.each(failures)("%s, after the answer: sent once, unknown", async (_, failure) => {
  const server = await answering();
  const fetch: Fetch = async (input, init) => {
    await (await globalThis.fetch(input, init)).text();
    throw failure();
  };
  const outcome = await acorn({ baseUrl: server.baseUrl, fetch }).refund(acornRequest);
  expect(server.arrived).toEqual(["POST /payments/pay-1/refund"]);
  expect(outcome).toMatchObject(once);
});

test("a real fetch to a closed port, after the answer: sent once, unknown", async () => {
  const [server, sink] = [await answering(), await closedPort()];
  const fetch: Fetch = async (input, init) => {
    const response = await globalThis.fetch(input, init);
    await globalThis.fetch(sink, { method: "POST", body: "refunded" });
    return response;
  };
  const outcome = await acorn({ baseUrl: server.baseUrl, fetch }).refund(acornRequest);
  expect(server.arrived).toEqual(["POST /payments/pay-1/refund"]);
  expect(outcome).toMatchObject(once);
});

test("a refund without a body, too", async () => {
  const { media: _, ...refund } = acornTable.refund;
  const send = refund.send.filter(({ to }) => !to.startsWith("body"));
  const table = { ...acornTable, refund: { ...refund, send, echo: [] } };
  const server = await answering();
  const fetch: Fetch = async (input, init) => {
    await globalThis.fetch(input, init);
    throw refused;
  };
  const client = acorn({ baseUrl: server.baseUrl, fetch }, table);
  expect(await client.refund({ payment: { id: "pay-1" } })).toMatchObject(once);
  expect(server.arrived).toEqual(["POST /payments/pay-1/refund"]);
});

// A GET has no body that would show whether it left. Asking again moves no money.
test("a query by GET is asked again, and is not sent", async () => {
  const server = await answering();
  const fetch: Fetch = async (input, init) => {
    await globalThis.fetch(input, init);
    throw refused;
  };
  const client = acorn({ baseUrl: server.baseUrl, fetch, timeoutMs: 900 });
  const outcome = await client.query({ payment: { id: "pay-1" } });
  expect(outcome).toMatchObject({ status: "not_sent", because: "not_connected", retryable: true });
  expect(server.arrived).toEqual(["GET /payments/pay-1", "GET /payments/pay-1"]);
});

test("what a caller's fetch does before it sends may fail: not sent, and tried again", async () => {
  const [server, vault] = [await answering(), await closedPort()];
  let tries = 0;
  const fetch: Fetch = async (input, init) => {
    tries += 1;
    if (tries === 1) await globalThis.fetch(vault);
    return globalThis.fetch(input, init);
  };
  const outcome = await acorn({ baseUrl: server.baseUrl, fetch }).refund(acornRequest);
  expect(outcome.status).toBe("succeeded");
  expect(server.arrived).toEqual(["POST /payments/pay-1/refund"]);
});

test("a caller's fetch that reads the body before it connects proves nothing", async () => {
  const baseUrl = await closedPort();
  const fetch: Fetch = async (input, init) =>
    globalThis.fetch(input, { ...init, body: await new Response(init?.body).text() });
  expect(await acorn({ baseUrl, fetch }).refund(acornRequest)).toMatchObject(once);
});

// Word for word. There the body is a blob, which does not show who reads it.
const url = "https://test.acorn.invalid/v1/payments/pay-1/refund";
const bun = (path?: string) =>
  Object.assign(new Error("ECONNREFUSED: Unable to connect."), { code: "ECONNREFUSED", path });
const deno = (at: string) =>
  new Error(
    `error sending request for url (${at}): client error (Connect): tcp connect error: Connection refused (os error 111)`,
  );
const access = (host: string) =>
  new Error(`Requires net access to "${host}", run again with the --allow-net flag`);
const elsewhere: [string, string, unknown, object][] = [
  ["Bun", "of this request", bun(url), { status: "not_sent", because: "not_connected" }],
  ["Bun", "of another request", bun("http://127.0.0.1:5432/"), once],
  ["Bun", "of no request", bun(), once],
  [
    "Bun",
    "of a tunnel, to whatever host",
    Object.assign(new Error("Proxy refused to open a tunnel: 407 No"), {
      code: "ERR_PROXY_TUNNEL",
    }),
    once,
  ],
  ["Deno", "of this request", deno(url), { status: "not_sent", because: "not_connected" }],
  ["Deno", "of another request", deno("http://127.0.0.1:5432/"), once],
  [
    "Deno",
    "that this host is not allowed",
    access("test.acorn.invalid:443"),
    { status: "not_sent", because: "not_dispatched" },
  ],
  ["Deno", "that another host is not allowed", access("audit.example:443"), once],
  [
    "Deno",
    "that another port is blocked",
    new Error("Fetch failed: Requests to port 6667 are blocked"),
    once,
  ],
];
test.each(elsewhere)("%s: an error %s", async (runtime, _, error, want) => {
  vi.stubGlobal(runtime, { version: { deno: "2.9.6" } });
  onTestFinished(() => void vi.unstubAllGlobals());
  const fetch = (async () => {
    throw new TypeError("fetch failed", { cause: error });
  }) as Fetch;
  expect(await acorn({ fetch, timeoutMs: 490 }).refund(acornRequest)).toMatchObject(want);
});
