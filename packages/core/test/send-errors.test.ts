import { describe, expect, test } from "vitest";
import { acornFetchClient, acornToken, refundPath } from "./support/acorn.ts";
import { fakeFetch, json } from "./support/fake-fetch.ts";
import { closedPort, serve } from "./support/loopback.ts";
import { sendError } from "./support/send-error.ts";

const params = { path: { id: "1" } };
const body = { amount: "1050" };

describe("what is thrown says whether the request can have left", () => {
  const local = (baseUrl: string, timeoutMs = 5000) => acornFetchClient({ baseUrl, timeoutMs });

  test("no connection: not_sent", async () => {
    const raw = local(await closedPort());
    const seen: unknown[] = [];
    raw.use({ onError: ({ error }) => void seen.push(error) });
    const error = await sendError(raw.POST(refundPath, { params }));
    expect(error).toMatchObject({
      name: "SendError",
      status: "not_sent",
      code: "not_connected",
      cause: { code: "ECONNREFUSED" },
    });
    expect(error.message).toMatch(/^acorn: Nothing was sent/);
    expect(seen).toEqual([error]);
  });

  test("aborted before: not_sent", async () => {
    const { fetch, calls } = fakeFetch();
    const signal = AbortSignal.abort();
    const error = await sendError(acornFetchClient({ fetch }).POST(refundPath, { params, signal }));
    expect(error).toMatchObject({ status: "not_sent", code: "aborted" });
    expect(calls).toEqual([]);
  });

  test("no answer within timeoutMs: unknown, and it was sent once", async () => {
    const server = await serve(() => {});
    const error = await sendError(local(server.baseUrl, 150).POST(refundPath, { params, body }));
    expect(error).toMatchObject({ status: "unknown", code: "timeout" });
    expect(error.message).toMatch(/It may have arrived: find out before you send it again\.$/);
    expect(server.arrived).toEqual(["POST /payments/1/refund"]);
  });

  test("closed without an answer: unknown, and it was sent once", async () => {
    const server = await serve((_, response) => response.destroy());
    const error = await sendError(local(server.baseUrl).POST(refundPath, { params, body }));
    expect(error).toMatchObject({ status: "unknown", code: "connection_lost" });
    expect(server.arrived).toEqual(["POST /payments/1/refund"]);
  });

  test("a redirect: unknown, and it is not followed", async () => {
    const server = await serve((_, response) =>
      response.writeHead(307, { location: "/elsewhere" }).end("{}"),
    );
    const error = await sendError(local(server.baseUrl).POST(refundPath, { params, body }));
    expect(error).toMatchObject({ status: "unknown", code: "redirected", raw: { status: 307 } });
    expect(server.arrived).toEqual(["POST /payments/1/refund"]);
  });

  test.each([
    ["HTML under 200", "<p>ok</p>", 200],
    ["an empty answer under 200", "", 200],
    ["an empty answer under 500", "", 500],
    ["a text", '"ok"', 200],
    ["two members of one name", '{"state":"done","state":"failed"}', 200],
  ])("%s: unknown, with the text", async (_, text, status) => {
    const { fetch } = fakeFetch(() => new Response(text, { status }));
    const error = await sendError(acornFetchClient({ fetch }).POST(refundPath, { params }));
    expect(error).toMatchObject({
      status: "unknown",
      code: "unreadable_answer",
      raw: { status, body: text },
    });
  });

  test("no content: unknown", async () => {
    const { fetch } = fakeFetch(() => new Response(null, { status: 204 }));
    const error = await sendError(acornFetchClient({ fetch }).POST(refundPath, { params }));
    expect(error).toMatchObject({ status: "unknown", code: "unreadable_answer" });
  });

  test("an answer over 1 MiB: unknown", async () => {
    const { fetch } = fakeFetch(() => json({ long: "x".repeat(2 ** 20) }));
    const error = await sendError(acornFetchClient({ fetch }).POST(refundPath, { params }));
    expect(error).toMatchObject({ status: "unknown", code: "answer_too_large" });
  });

  test("a secret in it is masked", async () => {
    const failing = () => Promise.reject(new TypeError(`failed with ${acornToken}`));
    const thrown = await sendError(
      acornFetchClient({ fetch: failing }).POST(refundPath, { params }),
    );
    expect(thrown.message + JSON.stringify(thrown) + thrown.cause?.message).not.toContain(
      acornToken,
    );
    const { fetch } = fakeFetch(() => new Response(`no ${acornToken}`, { status: 500 }));
    const read = await sendError(acornFetchClient({ fetch }).POST(refundPath, { params }));
    expect(read.raw?.body).toBe("no [secret]");
  });
});
