import { networkInterfaces } from "node:os";
import { afterEach, describe, expect, test } from "vitest";
import { allFaults } from "../src/faults/fault-kind.ts";
import { curl } from "../src/page/curl.ts";
import { createSandboxOf, type SandboxOptions } from "../src/sandbox.ts";
import { type SandboxServer, serve } from "../src/server.ts";
import type { SimulatorTable } from "../src/simulator-table.ts";
import { bearerTable, tables } from "./fixtures/tables.ts";

const open: SandboxServer[] = [];
afterEach(() => Promise.all(open.splice(0).map((server) => server.close())));

async function start(from: readonly SimulatorTable[] = tables, options: SandboxOptions = {}) {
  const sandbox = await createSandboxOf(from, options);
  const server = await serve(sandbox);
  open.push(server);
  return { sandbox, url: server.url };
}

const refund = {
  method: "POST",
  headers: { "Content-Type": "application/json", Authorization: "Bearer sample-token" },
  body: '{"paymentId":"p-1","cents":"100"}',
};

describe("providers", () => {
  test("have one path each", async () => {
    const { sandbox, url } = await start();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const answer = await fetch(`${url}/bearer/v1/refund`, refund);
    expect(answer.headers.get("content-type")).toBe("application/json");
    expect(answer.headers.get("x-refunds-sandbox")).toBe("refunded");
    expect(await answer.text()).toBe('{"ok":true,"refund":{"id":"REF1","cents":"100"}}');
    expect(sandbox.requests[0]).toMatchObject({
      url: `${url}/bearer/v1/refund`,
      body: refund.body,
    });
  });

  test("refund once for concurrent requests over many connections", async () => {
    const { sandbox, url } = await start();
    const body = '{"paymentId":"p-2","cents":"5000"}';
    const all = Array.from({ length: 30 }, () =>
      fetch(`${url}/bearer/v1/refund`, { ...refund, body }),
    );
    const bodies = await Promise.all((await Promise.all(all)).map((answer) => answer.json()));
    expect(bodies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(sandbox.refunds).toHaveLength(1);
    expect(sandbox.requests).toHaveLength(30);
  });

  test("are found by their path: any other path is a 404 that says where to look", async () => {
    const { url } = await start();
    const answer = await fetch(`${url}/bearer/v1/refunds`, refund);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe(
      `The sandbox does not answer POST /bearer/v1/refunds. See ${url}/ for the available URLs.\n`,
    );
  });

  test("close the connection on an error of the sandbox", async () => {
    const faults: unknown[] = [];
    const answers = {
      ...bearerTable.answers,
      refunded: { http: 200, body: {}, fill: [{ at: "/x", from: "no.thing", as: "string" }] },
    } as const;
    const onFault = (fault: unknown) => faults.push(fault);
    const { url } = await start([{ ...bearerTable, answers }], { onFault });
    await expect(fetch(`${url}/bearer/v1/refund`, refund)).rejects.toThrow("fetch failed");
    expect(faults).toEqual([
      new Error("bearer: /x is filled from no.thing, which has no value here."),
    ]);
  });
});

describe("the page", () => {
  test("shows base URLs, credentials and balances, and escapes everything", async () => {
    const { url } = await start();
    await fetch(`${url}/bearer/v1/refund`, refund);
    const answer = await fetch(url);
    const page = await answer.text();
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(page).toContain("Bearer &amp; &lt;Sons&gt; &quot;Ltd&quot;");
    expect(page).toContain('href="https://docs.bearer.example/refund?a=1&amp;b=2"');
    expect(page).toContain("sample-&lt;key&gt;");
    expect(page).not.toContain("<Sons>");
    expect(page).not.toContain("<key>");
    expect(page).toContain(`<code>${url}/envelope</code>`);
    expect(page).toContain("-----BEGIN PRIVATE KEY-----");
    for (const sum of ["99.00 CAD", "123456789012.345 KWD", "500 JPY"]) {
      expect(page).toContain(`<div>${sum}</div>`);
    }
    expect(page).toContain("So far 1 request and 1 refund.");
  });

  test("lists every fault", async () => {
    const { url } = await start();
    const page = await (await fetch(url)).text();
    for (const kind of allFaults) expect(page).toContain(`<code>${kind}</code>`);
    const { refusedUrl } = await (await fetch(`${url}/state.json`)).json();
    expect(page).toContain(`<code>${refusedUrl}</code>`);
  });

  test("shows a working curl command for every provider", async () => {
    const { sandbox, url } = await start();
    const page = await (await fetch(url)).text();
    const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
    const commands = [...page.matchAll(/<pre class="shell">(curl [^<]+)<\/pre>/g)].map(
      ([, command = ""]) => command.replace(/&(\S+?);/g, (_, name) => entities[name] ?? ""),
    );
    expect(commands).toHaveLength(tables.length);
    for (const command of commands) {
      // As a shell parses it: single quotes, and a backslash before a newline.
      const words = [...command.matchAll(/'([^']*)'/g)].map(([, word = ""]) => word);
      const [address = "", ...rest] = words;
      const method = /-X (\w+)/.exec(command)?.[1] ?? "";
      const body = command.includes("--data-raw") ? rest.pop() : undefined;
      const headers = rest.map((header) => header.split(": ", 2) as [string, string]);
      const answer = await fetch(address, { method, headers, ...(body && { body }) });
      expect(answer.headers.get("x-refunds-sandbox")).toBe("refunded");
    }
    expect(sandbox.refunds).toHaveLength(tables.length);
  });

  test("quotes values for the shell", () => {
    expect(curl({ method: "PUT", url: "http://x/", headers: { A: "b" }, body: "it's" })).toBe(
      "curl -X PUT 'http://x/' \\\n  -H 'A: b' \\\n  --data-raw 'it'\\''s'",
    );
  });
});

describe("for programs", () => {
  test("/state.json has credentials, balances, refunds and requests", async () => {
    const { url } = await start([bearerTable]);
    await fetch(`${url}/bearer/v1/refund`, refund);
    const state = await (await fetch(`${url}/state.json`)).json();
    expect(state).toMatchObject({
      providers: [
        {
          provider: "bearer",
          baseUrl: `${url}/bearer`,
          credentials: [{ accessToken: "sample-token" }, { appId: "sample-app" }],
        },
      ],
      refunds: [{ provider: "bearer", number: 1, amount: { value: 100, currency: "CAD" } }],
      requests: [{ operation: "refund", situation: "refunded", body: refund.body }],
    });
    expect(state.providers[0].payments[0]).toEqual({
      payment: { id: "p-1" },
      amount: { value: 10000, currency: "CAD" },
      refunded: 100,
      remaining: 9900,
    });
  });

  test("POST /reset starts over", async () => {
    const { sandbox, url } = await start([bearerTable]);
    await fetch(`${url}/bearer/v1/refund`, refund);
    expect((await fetch(`${url}/reset`, { method: "POST" })).status).toBe(204);
    expect([sandbox.refunds, sandbox.requests]).toEqual([[], []]);
  });
});

describe("listening", () => {
  test("a port in use rejects with the system's error code", async () => {
    const { sandbox, url } = await start();
    const port = Number(new URL(url).port);
    await expect(serve(sandbox, { port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });

  test("only this machine reaches it, unless it listens on another address", async () => {
    const sandbox = await createSandboxOf(tables);
    const loopback = await serve(sandbox);
    open.push(loopback);
    const networkAddress = Object.values(networkInterfaces())
      .flatMap((each) => each ?? [])
      .find(({ family, internal }) => family === "IPv4" && !internal)?.address;
    // Without a network, this cannot be tested.
    if (networkAddress === undefined) return;
    const at = (server: SandboxServer) => `http://${networkAddress}:${new URL(server.url).port}/`;
    await expect(fetch(at(loopback))).rejects.toMatchObject({ cause: { code: "ECONNREFUSED" } });
    const every = await serve(sandbox, { host: "0.0.0.0", allowHosts: [networkAddress] });
    open.push(every);
    expect((await fetch(at(every))).status).toBe(200);
    const only = await serve(sandbox, { host: networkAddress });
    open.push(only);
    expect(only.url).toContain(networkAddress);
    expect((await fetch(only.url)).status).toBe(200);
  });

  test("close() closes open connections", async () => {
    const sandbox = await createSandboxOf(tables);
    const server = await serve(sandbox);
    await (await fetch(server.url)).text();
    await server.close();
    await expect(fetch(server.url)).rejects.toThrow("fetch failed");
  });
});
