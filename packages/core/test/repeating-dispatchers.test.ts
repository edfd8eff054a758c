/** What a dispatcher that repeats requests makes of a refund, by bytes. Nothing in core can see it. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { acorn, acornRequest } from "./support/acorn.ts";
import { restoreOwnDispatcher } from "./support/own-dispatcher.ts";

restoreOwnDispatcher();

/** A provider that carries out each request and loses its answer. Keeps the bodies that arrived, as bytes. */
async function losingAnswers() {
  const bodies: Buffer[] = [];
  const server = createServer(async (request) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    bodies.push(Buffer.concat(parts));
    request.socket.destroy();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void server.close());
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, bodies };
}

const fast = { minTimeout: 10, timeoutFactor: 1, maxRetries: 1 };

describe.each([
  ["undici6", () => import("undici6")],
  ["undici7", () => import("undici7")],
  ["undici8", () => import("undici8")],
] as const)("%s", (_, load) => {
  async function refundThrough(options: object) {
    const { fetch: send, RetryAgent, Agent } = await load();
    const { baseUrl, bodies } = await losingAnswers();
    const dispatcher = new RetryAgent(new Agent() as never, { ...fast, ...options });
    onTestFinished(() => dispatcher.destroy());
    const fetch = (url: string, init: object) => send(url, { ...init, dispatcher } as never);
    const client = acorn({ baseUrl, fetch: fetch as never, timeoutMs: 2000 });
    const { status } = await client.refund(acornRequest);
    // The refund ends when undici notices that the length is wrong, which is just after it sent that.
    await new Promise((tick) => setTimeout(tick, 200));
    return { status, lengths: bodies.map(({ length }) => length) };
  }

  // As with a body that is a string. If an undici stops doing this, docs/running-in-production.md says too much.
  test("RetryAgent with POST among its methods repeats a refund with an empty body", async () => {
    expect(await refundThrough({ methods: ["POST"] })).toEqual({
      status: "unknown",
      lengths: [34, 0],
    });
  });

  test("RetryAgent with its own defaults does not repeat a refund", async () => {
    expect(await refundThrough({})).toEqual({ status: "unknown", lengths: [34] });
  });
});
