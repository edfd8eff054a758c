import { describe, expect, test } from "vitest";
import { acorn, acornAnswer, acornRequest, acornTable } from "./support/acorn.ts";
import { closedPort, type Loopback, serve, serveSocket } from "./support/loopback.ts";

const done = JSON.stringify(acornAnswer);
const refundOf = ({ baseUrl }: { baseUrl: string }, timeoutMs = 5000) =>
  acorn({ baseUrl, timeoutMs }).refund(acornRequest);
const one = ["POST /payments/pay-1/refund"];

test("a whole answer in small pieces succeeds", async () => {
  const server = await serve((_, response) => {
    for (const char of done) response.write(char);
    response.end();
  });
  expect((await refundOf(server)).status).toBe("succeeded");
});

test("characters cut between chunks are whole again", async () => {
  const body = Buffer.from(JSON.stringify({ ...acornAnswer, note: "漢字🙂" }));
  const server = await serve((_, response) => {
    let sent = 0;
    const drip = setInterval(() => {
      response.write(body.subarray(sent, sent + 1));
      sent += 1;
      if (sent < body.length) return;
      clearInterval(drip);
      response.end();
    }, 1);
  });
  const outcome = await refundOf(server);
  expect(outcome).toMatchObject({ status: "succeeded", answer: { note: "漢字🙂" } });
});

describe("size", () => {
  const limit = 1024 * 1024;
  const padded = (size: number) =>
    done.replace("}", `,"pad":"${"x".repeat(size - done.length - 9)}"}`);

  test("1 MiB is read", async () => {
    expect(padded(limit)).toHaveLength(limit);
    const server = await serve((_, response) => response.end(padded(limit)));
    expect((await refundOf(server)).status).toBe("succeeded");
  });

  test.each(["content-length", "chunked"])("1 MiB and a byte is unknown, %s", async (framing) => {
    const body = padded(limit + 1);
    const server = await serve((_, response) => {
      if (framing === "content-length") response.setHeader("content-length", body.length);
      else response.write("");
      response.end(body);
    });
    const outcome = await refundOf(server);
    expect(outcome).toMatchObject({
      status: "unknown",
      because: "answer_too_large",
      raw: { status: 200 },
    });
    // What was read is kept.
    expect("raw" in outcome && outcome.raw?.body).toBe(body.slice(0, limit));
    expect(server.arrived).toEqual(one);
  });

  test("an endless answer is let go", async () => {
    let closed = false;
    const server = await serve((_, response) => {
      const more = setInterval(() => response.write("x".repeat(65_536)), 1);
      response.on("close", () => {
        closed = true;
        clearInterval(more);
      });
    });
    expect(await refundOf(server)).toMatchObject({ because: "answer_too_large" });
    await expect.poll(() => closed).toBe(true);
  });
});

describe.each([301, 302, 303, 307, 308])("a redirect with %i", (code) => {
  test.each(["another host", "the same host"])("to %s is not followed", async (where) => {
    const second = await serve((_, response) => response.end(done));
    const first: Loopback = await serve((_, response) => {
      const location = where === "another host" ? `${second.baseUrl}/x` : "/again";
      response.writeHead(code, { location }).end(done);
    });
    expect(await refundOf(first)).toMatchObject({
      status: "unknown",
      because: "redirected",
      raw: { status: code, body: done },
    });
    expect(first.arrived).toEqual(one);
    expect(second.arrived).toEqual([]);
  });
});

test("a redirect that an injected fetch followed is not trusted", async () => {
  const server = await serve((request, response) => {
    if (request.url === "/again") response.end(done);
    else response.writeHead(307, { location: "/again" }).end();
  });
  const following = async (url: string) => fetch(url, { method: "POST", body: "{}" });
  const outcome = await acorn({ baseUrl: server.baseUrl, fetch: following }).refund(acornRequest);
  expect(outcome).toMatchObject({ status: "unknown", because: "redirected" });
});

describe("a broken connection", () => {
  const lost = { status: "unknown", because: "connection_lost" };
  const faults: [string, Parameters<typeof serveSocket>[0], object][] = [
    ["reset before the headers", (socket) => socket.resetAndDestroy(), lost],
    ["closed before the headers", (socket) => socket.end(), lost],
    ["cut within the headers", (socket) => socket.end("HTTP/1.1 200 OK\r\nContent-Le"), lost],
    ["no HTTP", (socket) => socket.end("SSH-2.0-OpenSSH_9.9\r\n"), lost],
    [
      "cut body of known length",
      (socket) => socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n${done}`),
      { ...lost, raw: { status: 200, body: done } },
    ],
    [
      "cut chunked body",
      (socket) =>
        socket.end(
          `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${done.length.toString(16)}\r\n${done}\r\n`,
        ),
      { ...lost, raw: { status: 200, body: done } },
    ],
    [
      "reset within the body",
      (socket) => {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{");
        setTimeout(() => socket.resetAndDestroy(), 50);
      },
      { ...lost, raw: { status: 200, body: "{" } },
    ],
  ];
  test.each(faults)("%s: unknown, sent once", async (_, fault, want) => {
    const server = await serveSocket(fault);
    const outcome = await refundOf(server);
    expect(outcome).toMatchObject({
      ...want,
      cause: expect.objectContaining({ name: expect.any(String) }),
    });
    expect(server.arrived).toEqual(one);
  });

  test("a kept-alive connection that dies is not tried again", async () => {
    let count = 0;
    const server = await serveSocket((socket) => {
      count += 1;
      if (count === 1)
        socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${done.length}\r\n\r\n${done}`);
      else socket.destroy();
    });
    const client = acorn({ baseUrl: server.baseUrl });
    expect((await client.refund(acornRequest)).status).toBe("succeeded");
    expect(await client.refund(acornRequest)).toMatchObject(lost);
    expect(server.arrived).toHaveLength(2);
  });
});

describe("no connection", () => {
  test("refused: not sent", async () => {
    const outcome = await refundOf({ baseUrl: await closedPort() });
    expect(outcome).toMatchObject({ status: "not_sent", cause: { code: "ECONNREFUSED" } });
  });

  test("a name that does not resolve: not sent", async () => {
    const outcome = await acorn({ timeoutMs: 20_000 }).refund(acornRequest);
    expect(outcome).toMatchObject({
      status: "not_sent",
      cause: { code: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/) },
    });
  });
});

test("the bytes of a request, as they arrive", async () => {
  let seen: unknown;
  const server = await serve((request, response, body) => {
    const { authorization, accept, "content-type": type } = request.headers;
    seen = { line: `${request.method} ${request.url}`, authorization, accept, type, body };
    response.end(done);
  });
  const table = { ...acornTable, refund: { ...acornTable.refund, media: "form" as const } };
  await acorn({ baseUrl: `${server.baseUrl}/base/`, accessToken: "token-1" }, table).refund({
    ...acornRequest,
    reason: "a&b=c é",
  });
  expect(seen).toEqual({
    line: "POST /base/payments/pay-1/refund",
    authorization: "Bearer token-1",
    accept: "application/json",
    type: "application/x-www-form-urlencoded",
    body: "amount=1050&currency=EUR&reason=a%26b%3Dc+%C3%A9",
  });
});
