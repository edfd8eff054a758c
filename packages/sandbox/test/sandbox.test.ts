import { setupServer } from "msw/node";
import { afterAll, describe, expect, test, vi } from "vitest";
import { mswHandlers } from "../src/msw.ts";
import { createSandboxOf } from "../src/sandbox.ts";
import type { SimulatorTable } from "../src/simulator-table.ts";
import { bearerTable, formTable, tables } from "./fixtures/tables.ts";

const refund = {
  method: "POST",
  headers: { "Content-Type": "application/json", Authorization: "Bearer sample-token" },
  body: '{"paymentId":"p-1","cents":"100"}',
};

/** A table with an answer that cannot be filled in. */
const broken: SimulatorTable = {
  ...bearerTable,
  answers: {
    ...bearerTable.answers,
    refunded: { http: 200, body: {}, fill: [{ at: "/x", from: "payment.nothing", as: "string" }] },
  },
};
const bug = "bearer: /x is filled from payment.nothing, which has no value here.";

describe("fetch", () => {
  test.each([
    "https://live.bearer.example/v1/refund",
    "https://test.bearer.example/v1/refund",
    "http://localhost/bearer/v1/refund",
    "http://localhost:8080/bearer/v1/refund?page=1",
    "http://127.0.0.1:1/bearer/v1/refund",
    "http://[::1]:1/bearer/v1/refund",
  ])("answers %s", async (url) => {
    const sandbox = await createSandboxOf(tables);
    expect((await sandbox.fetch(url, refund)).status).toBe(200);
  });

  test.each([
    ["POST", "https://live-bearer.example/v1/refund"],
    ["POST", "https://live.bearer.example.evil.example/v1/refund"],
    ["POST", "https://evil.example/bearer/v1/refund"],
    ["POST", "https://evil.example/?https://live.bearer.example/v1/refund"],
    ["POST", "http://live.bearer.example/v1/refund"],
    ["POST", "https://live.bearer.example/v1/refund/more"],
    ["POST", "http://localhost/other/v1/refund"],
    ["GET", "https://live.bearer.example/v1/refund"],
  ])("rejects %s %s", async (method, url) => {
    const sandbox = await createSandboxOf(tables);
    await expect(sandbox.fetch(url, { method })).rejects.toThrow(
      `The sandbox does not simulate ${method} ${url}, and it never sends requests over the network. It answers the documented operations under http://localhost/bearer, https://live.bearer.example,`,
    );
    expect(sandbox.requests).toEqual([]);
  });

  test("an aborted signal rejects with its reason, and no request arrives", async () => {
    const sandbox = await createSandboxOf(tables);
    const signal = AbortSignal.abort(new Error("enough"));
    const url = "https://live.bearer.example/v1/refund";
    await expect(sandbox.fetch(url, { ...refund, signal })).rejects.toThrow("enough");
    expect(sandbox.requests).toEqual([]);
  });

  test("a caller that aborts after sending gets no answer, although money has moved", async () => {
    const sandbox = await createSandboxOf(tables);
    const controller = new AbortController();
    const answer = sandbox.fetch("https://live.bearer.example/v1/refund", {
      ...refund,
      signal: controller.signal,
    });
    const rejection = expect(answer).rejects.toThrow("enough");
    while (sandbox.refunds.length === 0) await Promise.resolve();
    controller.abort(new Error("enough"));
    await rejection;
    expect(sandbox.refunds).toHaveLength(1);
  });

  test("an error of the sandbox prevents an answer, and goes to onFault", async () => {
    const faults: unknown[] = [];
    const sandbox = await createSandboxOf([broken], { onFault: (fault) => faults.push(fault) });
    const answer = sandbox.fetch("https://live.bearer.example/v1/refund", refund);
    await expect(answer).rejects.toMatchObject({
      name: "TypeError",
      message: `The sandbox gave no answer, because it failed itself: ${bug}`,
      cause: new Error(bug),
    });
    expect(faults).toEqual([new Error(bug)]);
  });
});

describe("handlers", () => {
  const server = setupServer();
  server.listen({ onUnhandledFrame: "error" });
  afterAll(() => server.close());

  test("serve msw", async () => {
    const sandbox = await createSandboxOf(tables);
    server.use(...mswHandlers(sandbox));
    const answer = await fetch("https://live.bearer.example/v1/refund", refund);
    expect(await answer.json()).toEqual({ ok: true, refund: { id: "REF1", cents: "100" } });
    // msw also prints the requests that it refuses.
    const silenced = vi.spyOn(console, "error").mockImplementation(() => {});
    await expect(fetch("https://live.bearer.example/other")).rejects.toThrow();
    silenced.mockRestore();
  });

  test("never answer 500 for an error of the sandbox", async () => {
    const faults: unknown[] = [];
    const sandbox = await createSandboxOf([broken], { onFault: (fault) => faults.push(fault) });
    server.resetHandlers(...mswHandlers(sandbox));
    await expect(fetch("https://live.bearer.example/v1/refund", refund)).rejects.toThrow();
    expect(faults).toEqual([new Error(bug)]);
  });

  test("print an error of the sandbox without an onFault, and throw nothing outside the call", async () => {
    const print = vi.spyOn(console, "error").mockImplementation(() => {});
    const sandbox = await createSandboxOf([broken]);
    await expect(sandbox.fetch("https://live.bearer.example/v1/refund", refund)).rejects.toThrow(
      bug,
    );
    expect(print.mock.calls).toEqual([
      ["The sandbox itself failed, and gave no answer:", new Error(bug)],
    ]);
    print.mockRestore();
  });
});

describe("a sandbox", () => {
  test("simulates only the chosen providers", async () => {
    const sandbox = await createSandboxOf(tables, { providers: ["form"] });
    expect(sandbox.providers.map(({ provider }) => provider)).toEqual(["form"]);
    await expect(createSandboxOf(tables, { providers: ["from"] })).rejects.toThrow(
      'providers[0] is "from"; did you mean form? It must be one of bearer, envelope, hmac, form.',
    );
    expect(() => sandbox.provider("bearer")).toThrow('does not simulate "bearer"');
  });

  test("has credentials that a client can use, which the next sandbox has, too", async () => {
    const [one, two] = await Promise.all([createSandboxOf(tables), createSandboxOf(tables)]);
    expect(one?.provider("bearer").credentials).toEqual([
      { accessToken: "sample-token" },
      { appId: "sample-app", appKey: "sample-<key>" },
    ]);
    const key = one?.provider("envelope").credentials[0]?.privateKey;
    expect(key).toMatch(
      /^-----BEGIN PRIVATE KEY-----\n[A-Za-z0-9+/=\n]+\n-----END PRIVATE KEY-----\n$/,
    );
    expect(two?.provider("envelope").credentials[0]?.privateKey).toBe(key);
  });

  test("shares nothing with another sandbox", async () => {
    const [one, two] = await Promise.all([createSandboxOf(tables), createSandboxOf(tables)]);
    await one.fetch("https://live.bearer.example/v1/refund", refund);
    expect([one.refunds.length, two.refunds.length]).toEqual([1, 0]);
    expect(two.provider("bearer").payments[0]?.remaining).toBe(10000);
  });
});

describe("a table that contradicts itself is rejected at the start", () => {
  const { states: _, ...stateless } = bearerTable;
  test.each<[string, SimulatorTable]>([
    ["bearer: an answer uses payment.state, but states is missing.", stateless],
    [
      'form: payments[0].always is "not_settled", but no refund can be answered with it.',
      {
        ...formTable,
        payments: [
          { payment: { id: "f-1" }, amount: { value: 1, currency: "HKD" }, always: "not_settled" },
        ],
      },
    ],
    [
      "form: credentials.accessToken needs a value or rsaBits.",
      { ...formTable, credentials: [{ accessToken: { secret: true } }] },
    ],
  ])("%s", async (message, table) => {
    await expect(createSandboxOf([table])).rejects.toThrow(message);
  });
});
