/** Connections that are kept for the next refund: when one is used again, and when not. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { keptConnections } from "@refunds/core";
import { expect, onTestFinished, test, vi } from "vitest";
import { acorn, acornAnswer, acornRequest } from "./support/acorn.ts";
import { serve, serveSocket } from "./support/loopback.ts";

const done = JSON.stringify(acornAnswer);
const wait = (ms: number) => new Promise((resume) => setTimeout(resume, ms));

/** A client whose server says which connection each request came by, and what it asked for. */
async function kept(
  answer = (_: IncomingMessage, response: ServerResponse, nth: number): void => {
    if (nth > 0) response.end(done);
  },
) {
  const ports: (number | undefined)[] = [];
  const asked: (string | undefined)[] = [];
  const server = await serve((request, response) => {
    ports.push(request.socket.remotePort);
    asked.push(request.headers.connection);
    answer(request, response, ports.length);
  });
  const fetch = keptConnections();
  const client = acorn({ baseUrl: server.baseUrl, timeoutMs: 5000, fetch });
  const refund = async () => (await client.refund(acornRequest)).status;
  return { ports, asked, refund, connections: () => new Set(ports).size };
}

test("one refund after the other goes by the same connection; without it, each by its own", async () => {
  const { refund, asked, connections } = await kept();
  for (let n = 0; n < 5; n++) expect(await refund()).toBe("succeeded");
  expect(connections()).toBe(1);
  expect(asked).not.toContain("close");
  const ports = new Set<number | undefined>();
  const server = await serve(({ socket, headers }, response) => {
    ports.add(socket.remotePort);
    expect(headers.connection).toBe("close");
    response.end(done);
  });
  for (let n = 0; n < 5; n++) await acorn({ baseUrl: server.baseUrl }).refund(acornRequest);
  expect(ports.size).toBe(5);
});

test("a connection carries one refund at a time", async () => {
  const busy = new Set<unknown>();
  const { refund, connections } = await kept(({ socket }, response) => {
    expect(busy).not.toContain(socket);
    busy.add(socket);
    setTimeout(() => {
      busy.delete(socket);
      response.end(done);
    }, 5);
  });
  const lane = async () => [await refund(), await refund(), await refund()];
  const statuses = await Promise.all(Array.from({ length: 8 }, lane));
  expect(new Set(statuses.flat())).toEqual(new Set(["succeeded"]));
  expect(connections()).toBe(8);
});

test.each([
  ["closed", ({ socket }: IncomingMessage) => socket.destroy()],
  ["reset", ({ socket }: IncomingMessage) => socket.resetAndDestroy()],
])("%s under a refund: unknown, sent once, and none is kept from then on", async (_, end) => {
  const { refund, ports, asked } = await kept((request, response, nth) => {
    if (nth === 2) end(request);
    else response.end(done);
  });
  expect(await refund()).toBe("succeeded");
  expect(await refund()).toBe("unknown");
  expect(ports).toHaveLength(2);
  expect([await refund(), await refund()]).toEqual(["succeeded", "succeeded"]);
  expect(asked.slice(2)).toEqual(["close", "close"]);
});

test("a new connection that breaks says nothing about those that are kept", async () => {
  const { refund, asked } = await kept((request, response, nth) => {
    if (nth === 1) request.socket.destroy();
    else response.end(done);
  });
  expect([await refund(), await refund(), await refund()]).toEqual([
    "unknown",
    "succeeded",
    "succeeded",
  ]);
  expect(asked).not.toContain("close");
});

test("a close that arrived while the process was busy is read before the next refund leaves", async () => {
  const { refund, ports, asked } = await kept(({ socket }, response) => {
    response.end(done, () => setImmediate(() => socket.end()));
  });
  expect(await refund()).toBe("succeeded");
  const until = performance.now() + 50;
  while (performance.now() < until);
  expect(await refund()).toBe("succeeded");
  expect(new Set(ports).size).toBe(2);
  // It closes earlier than is assumed.
  await refund();
  expect(asked.at(-1)).toBe("close");
});

test("a connection that rested for too long is not used, by either clock", async () => {
  const { refund, connections } = await kept();
  await refund();
  await wait(300);
  await refund();
  expect(connections()).toBe(2);
  const now = Date.now();
  // A machine that slept: only the wall clock went on.
  const clock = vi.spyOn(Date, "now").mockImplementation(() => now + 3_600_000);
  await refund();
  clock.mockRestore();
  expect(connections()).toBe(3);
});

test("an answer that says close ends its connection only", async () => {
  const { refund, ports, asked } = await kept((_, response, nth) => {
    if (nth === 2) response.setHeader("Connection", "close");
    response.end(done);
  });
  for (let n = 0; n < 4; n++) expect(await refund()).toBe("succeeded");
  expect(ports[1]).toBe(ports[0]);
  expect(ports[2]).not.toBe(ports[1]);
  expect(ports[3]).toBe(ports[2]);
  expect(asked).not.toContain("close");
});

test("an answer that was not read to its end ends its connection", async () => {
  const { refund, connections } = await kept((_, response, nth) => {
    if (nth === 1) response.setHeader("Content-Encoding", "gzip");
    response.end(done);
  });
  expect([await refund(), await refund()]).toEqual(["unknown", "succeeded"]);
  expect(connections()).toBe(2);
});

test("a second answer to one request is not taken for that of the next", async () => {
  const answer = `HTTP/1.1 200 OK\r\nContent-Length: ${done.length}\r\n\r\n${done}`;
  let requests = 0;
  const server = await serveSocket((socket) => {
    requests++;
    // The second request would be unanswered, if it came by the same connection.
    if (requests === 1) socket.write(answer + answer);
    else socket.end();
  });
  const client = acorn({ baseUrl: server.baseUrl, timeoutMs: 1000, fetch: keptConnections() });
  expect((await client.refund(acornRequest)).status).toBe("succeeded");
  await wait(20);
  expect((await client.refund(acornRequest)).status).toBe("unknown");
});

/** What `fetch` is called with. */
async function called() {
  const calls: unknown[] = [];
  vi.stubGlobal("fetch", async (...call: unknown[]) => {
    calls.push(call[1]);
    return new Response(done);
  });
  await acorn({ fetch: keptConnections() }).refund(acornRequest);
  vi.unstubAllGlobals();
  return calls;
}

const closing = [
  expect.objectContaining({ headers: expect.objectContaining({ Connection: "close" }) }),
];

test("on another runtime, each request says close, as without it", async () => {
  vi.stubGlobal("Deno", { version: { deno: "2.9.6" } });
  const calls = await called();
  expect(calls).toEqual(closing);
  expect(calls[0]).not.toHaveProperty("dispatcher");
});

const known = globalThis as unknown as Record<
  symbol,
  { constructor: new (options?: object) => object }
>;
const symbols = ["1", "2"].map((version) => Symbol.for(`undici.globalDispatcher.${version}`));

test.each<[string, (own: object, Agent: new (options?: object) => object) => object]>([
  ["proxy", (_, Agent) => new (class ProxyAgent extends Agent {})()],
  ["class", () => new (class Agent {})()],
  ["certificate", (_, Agent) => new Agent({ connect: { ca: "" } })],
  ["limit", (_, Agent) => new Agent({ keepAliveTimeout: 1 })],
  [
    "interceptor",
    (own) =>
      new Proxy(own, {
        get: (target, name) => (name === "dispatch" ? () => true : Reflect.get(target, name)),
      }),
  ],
])(
  "where the program has set its own %s, that is used, and each request says close",
  async (_, make) => {
    expect((await called())[0]).toHaveProperty("dispatcher");
    const before = symbols.map((symbol) => known[symbol]);
    const set = (values: readonly (object | undefined)[]) => {
      for (const [at, symbol] of symbols.entries()) known[symbol] = values[at] as never;
    };
    onTestFinished(() => set(before));
    set(before.map((own) => own && make(own, own.constructor as never)));
    const calls = await called();
    expect(calls).toEqual(closing);
    expect(calls[0]).not.toHaveProperty("dispatcher");
  },
);
