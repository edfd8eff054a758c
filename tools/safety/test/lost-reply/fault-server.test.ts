import { once } from "node:events";
import { request } from "node:https";
import { afterEach, describe, expect, test } from "vitest";
import { makeCertificate } from "../../src/lost-reply/certificate.ts";
import { type FaultServer, startFaultServer } from "../../src/lost-reply/fault-server.ts";
import type { Scenario } from "../../src/lost-reply/scenario.ts";
import { answered, declined, provider } from "./fixtures/fictional-sdk.ts";

let server: FaultServer;
afterEach(() => server.close());

const start = async (scenario: Scenario) => {
  server = await startFaultServer(scenario, provider());
};
const post = (init: RequestInit = {}) =>
  fetch(`http://127.0.0.1:${server.port}/refund`, { method: "POST", body: "{}", ...init });
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => "none",
    (error) => error.cause?.code ?? error.name,
  );

describe("the provider", () => {
  test("answers", async () => {
    await start("answered");
    const response = await post({ headers: { "Idempotency-Key": "k" } });
    expect([response.status, await response.text()]).toEqual([200, answered.body]);
    expect(server.refunds).toMatchObject([{ method: "POST", body: "{}" }]);
    expect(server.refunds[0]?.headers["idempotency-key"]).toBe("k");
  });

  test("declines", async () => {
    await start("declined");
    const response = await post();
    expect([response.status, await response.text()]).toEqual([400, declined.body]);
  });

  test("hangs", async () => {
    await start("hang");
    expect(await codeOf(post({ signal: AbortSignal.timeout(300) }))).toBe("TimeoutError");
    expect(server.refunds).toHaveLength(1);
  });

  test("answers with a gateway's error page", async () => {
    await start("html_502");
    const response = await post();
    expect([response.status, response.headers.get("content-type")]).toEqual([502, "text/html"]);
    expect(await response.text()).toContain("502 Bad Gateway");
  });

  test("resets every connection", async () => {
    await start("reset");
    expect([await codeOf(post()), await codeOf(post())]).toEqual(["ECONNRESET", "ECONNRESET"]);
    expect(server.refunds).toHaveLength(2);
  });

  test("resets, and then refuses connections", async () => {
    await start("reset_then_refused");
    expect([await codeOf(post()), await codeOf(post())]).toEqual(["ECONNRESET", "ECONNREFUSED"]);
    expect(server.refunds).toHaveLength(1);
  });

  test("sends half of its answer", async () => {
    await start("cut");
    const response = await post();
    expect(response.status).toBe(200);
    expect(response.headers.get("content-length")).toBe(String(answered.body.length));
    expect(await codeOf(response.text())).toBe("UND_ERR_SOCKET");
  });

  test("refuses the connection", async () => {
    await start("refused");
    expect(await codeOf(post())).toBe("ECONNREFUSED");
    expect(server.refunds).toEqual([]);
  });

  test("always answers a token request", async () => {
    await start("hang");
    const response = await fetch(`http://127.0.0.1:${server.port}/token`);
    expect(await response.json()).toEqual({ token: "t" });
    expect(server.refunds).toEqual([]);
  });
});

test("a reset over TLS is a TCP reset", async () => {
  server = await startFaultServer("reset", provider(), await makeCertificate());
  const { port } = server;
  const call = request({ port, path: "/refund", method: "POST", rejectUnauthorized: false });
  call.end("{}");
  const [error] = await once(call, "error");
  expect(error.code).toBe("ECONNRESET");
  expect(error.syscall).toBe("read");
  expect(server.refunds).toHaveLength(1);
});
