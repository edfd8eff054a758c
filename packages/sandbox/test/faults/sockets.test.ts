import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import type { FaultKind } from "../../src/faults/fault-kind.ts";
import { createSandboxOf } from "../../src/sandbox.ts";
import { serve } from "../../src/server.ts";
import { answerText } from "../fixtures/interfaces.ts";
import { tables } from "../fixtures/tables.ts";

const body = '{"paymentId":"p-1","cents":"100"}';

async function start() {
  const sandbox = await createSandboxOf(tables, { dripMs: 1 });
  const server = await serve(sandbox);
  onTestFinished(() => server.close());
  /** Sends with node:http, which shows exactly what arrives over the socket. */
  async function send(kind: FaultKind, origin = server.url): Promise<IncomingMessage> {
    const headers = {
      "content-type": "application/json",
      authorization: "Bearer sample-token",
      "x-refunds-fault": kind,
    };
    const sent = request(`${origin}/bearer/v1/refund`, { method: "POST", headers });
    sent.end(body);
    const [response] = await once(sent, "response");
    return response;
  }
  return { sandbox, server, send };
}

test("refuse: the port is reserved, and no other program can use it", async () => {
  const { server, send } = await start();
  await expect(send("refuse", server.refusedUrl)).rejects.toMatchObject({
    code: "ECONNREFUSED",
    syscall: "connect",
  });
  const taken = createServer().listen(Number(new URL(server.refusedUrl).port), "127.0.0.1");
  expect(await once(taken, "error")).toMatchObject([{ code: "EADDRINUSE" }]);
});

test("refuse: a request that has connected gets a message with the URL to use", async () => {
  const { sandbox, server, send } = await start();
  const response = await send("refuse");
  let text = "";
  for await (const piece of response) text += piece;
  expect(response.statusCode).toBe(400);
  expect(text).toContain(`It was not processed. Send it to ${server.refusedUrl}/ instead`);
  expect([sandbox.refunds, sandbox.requests]).toEqual([[], []]);
});

test.each(["reset_before", "reset_after"] as const)("%s is a TCP reset", async (kind) => {
  const { send } = await start();
  await expect(send(kind)).rejects.toMatchObject({ code: "ECONNRESET", syscall: "read" });
});

test("cut: half of the announced bytes, then the connection closes", async () => {
  const { send } = await start();
  const response = await send("cut");
  const pieces: Buffer[] = [];
  response.on("data", (piece) => pieces.push(piece));
  const [error] = await once(response, "error");
  expect(error).toMatchObject({ code: "ECONNRESET", message: "aborted" });
  expect(response.headers["content-length"]).toBe(String(answerText.length));
  expect(String(Buffer.concat(pieces))).toBe(answerText.slice(0, answerText.length / 2));
});

test("flood: the server sends no faster than it is read", async () => {
  const { send } = await start();
  const before = process.memoryUsage();
  const response = await send("flood");
  await new Promise((resolve) => setTimeout(resolve, 100));
  const now = process.memoryUsage();
  expect(now.arrayBuffers + now.external - before.arrayBuffers - before.external).toBeLessThan(2e7);
  let size = 0;
  for await (const piece of response) size += piece.length;
  expect(size).toBe(answerText.length + 100_000_000);
});

test("hang: other requests are answered, and the server can be closed", async () => {
  const { send, server } = await start();
  const hanging = expect(send("hang_after")).rejects.toMatchObject({ code: "ECONNRESET" });
  expect((await send("twice_the_amount")).statusCode).toBe(200);
  await server.close();
  await hanging;
});
