import { once } from "node:events";
import { connect } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { createSandboxOf } from "../../src/sandbox.ts";
import { type ServeOptions, serve } from "../../src/server.ts";
import { tables } from "../fixtures/tables.ts";

const body = '{"paymentId":"p-1","cents":"100"}';
const refund = `POST /bearer/v1/refund HTTP/1.1
Content-Type: application/json
Authorization: Bearer sample-token
Content-Length: ${body.length}`;

async function start(options?: ServeOptions) {
  const sandbox = await createSandboxOf(tables);
  const server = await serve(sandbox, options);
  onTestFinished(() => server.close());
  const port = Number(new URL(server.url).port);
  /** Sends the lines over a plain socket, so that no client corrects them, and returns the whole answer. */
  async function send(lines: string): Promise<string> {
    const socket = connect(port, "127.0.0.1");
    const [head, content = ""] = lines.replaceAll("<port>", String(port)).split("\n\n");
    socket.write(`${head?.replaceAll("\n", "\r\n")}\r\nConnection: close\r\n\r\n${content}`);
    let answer = "";
    socket.setEncoding("utf8").on("data", (text) => {
      answer += text;
    });
    await once(socket, "close");
    return answer;
  }
  return { sandbox, server, port, send };
}

const routes = [
  ["the page", "GET / HTTP/1.1"],
  ["the state", "GET /state.json HTTP/1.1"],
  ["the reset", "POST /reset HTTP/1.1"],
  ["the fault switches", "DELETE /faults HTTP/1.1"],
  ["a provider", `${refund}\nX-Body: follows`],
  ["a preflight of a provider", "OPTIONS /bearer/v1/refund HTTP/1.1"],
  ["an unknown path", "GET /nothing HTTP/1.1"],
] as const;
const bodyOf = (route: string) => (route.startsWith("POST /bearer") ? `\n\n${body}` : "");

describe("a web page of another site gets no data and changes nothing", () => {
  test.each(routes)("%s, with a foreign Host (DNS rebinding)", async (_, route) => {
    const { sandbox, send } = await start();
    await send(`${refund}\nHost: 127.0.0.1:<port>\n\n${body}`);
    const answer = await send(`${route}\nHost: evil.example:<port>${bodyOf(route)}`);
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
    expect(answer).toContain('The Host "evil.example:');
    expect(answer).toContain("start the sandbox with --allow-host evil.example,");
    expect(answer).not.toContain("sample-token");
    expect([sandbox.refunds.length, sandbox.requests.length]).toEqual([1, 1]);
  });

  test.each(routes)("%s, with a foreign Origin", async (_, route) => {
    const { sandbox, send } = await start();
    await send(`${refund}\nHost: 127.0.0.1:<port>\n\n${body}`);
    for (const origin of [
      "https://evil.example",
      "http://127.0.0.1:1",
      "http://localhost:<port>",
      "null",
    ]) {
      const answer = await send(
        `${route}\nHost: 127.0.0.1:<port>\nOrigin: ${origin}${bodyOf(route)}`,
      );
      expect(answer).toMatch(/^HTTP\/1\.1 403 /);
      expect(answer).toContain("shows that a web page of another site sent this request.");
      expect(answer.toLowerCase()).not.toContain("access-control");
      expect(answer).not.toContain("sample-token");
    }
    expect([sandbox.refunds.length, sandbox.requests.length]).toEqual([1, 1]);
  });

  test("a cross-site image request is refused, and a cross-site link to the page works", async () => {
    const { send } = await start();
    const crossing = "Host: localhost:<port>\nSec-Fetch-Site: cross-site";
    expect(await send(`GET /state.json HTTP/1.1\n${crossing}`)).toMatch(/^HTTP\/1\.1 403 /);
    expect(await send(`GET /bearer/v1/refund HTTP/1.1\n${crossing}`)).toMatch(/^HTTP\/1\.1 403 /);
    expect(await send(`GET / HTTP/1.1\n${crossing}`)).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe("programs and the sandbox's own page are answered", () => {
  test.each([
    "127.0.0.1:<port>",
    "127.0.0.1",
    "127.8.8.8:1",
    "localhost:<port>",
    "LocalHost:<port>",
    "[::1]:<port>",
  ])("Host: %s", async (host) => {
    const { sandbox, send } = await start();
    expect(await send(`${refund}\nHost: ${host}\n\n${body}`)).toContain('"id":"REF1"');
    expect(sandbox.refunds).toHaveLength(1);
    expect(await send(`POST /reset HTTP/1.1\nHost: ${host}\nOrigin: http://${host}`)).toMatch(
      /^HTTP\/1\.1 204 /,
    );
    expect(sandbox.refunds).toHaveLength(0);
  });

  test.each([
    ["two names", "Host: localhost\nHost: evil.example", 'Host "localhost, evil.example"'],
    ["an empty name", "Host:", 'Host ""'],
    [
      "a name that only looks like loopback",
      "Host: 127.0.0.1.evil.example",
      "127.0.0.1.evil.example",
    ],
    ["loopback as the user name", "Host: localhost:80@evil.example", "localhost:80@evil"],
  ])("but not with %s in Host", async (_, host, message) => {
    const { send } = await start();
    const answer = await send(`GET /state.json HTTP/1.1\n${host}`);
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
    expect(answer).toContain(message);
  });

  test.each(["http://evil.example/state.json", "//evil.example/state.json", "*"])(
    "but not for the target %s",
    async (target) => {
      const { send } = await start();
      const answer = await send(`GET ${target} HTTP/1.1\nHost: localhost`);
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(answer).toContain(`must be a path, such as "/", but it is "${target}"`);
    },
  );
});

describe("a container", () => {
  test("is reached by an allowed name, and uses that name in its URLs", async () => {
    const { sandbox, server, port, send } = await start({
      host: "0.0.0.0",
      allowHosts: ["sandbox", "Two.Example"],
    });
    expect(server.url).toBe(`http://127.0.0.1:${port}`);
    expect(await send(`${refund}\nHost: sandbox:4010\n\n${body}`)).toContain('"id":"REF1"');
    expect(sandbox.requests).toMatchObject([{ url: "http://sandbox:4010/bearer/v1/refund" }]);
    const state = await send("GET /state.json HTTP/1.1\nHost: sandbox:4010");
    expect(state).toContain('"baseUrl": "http://sandbox:4010/bearer"');
    expect(state).toMatch(/"refusedUrl": "http:\/\/sandbox:\d+"/);
    const page = await send("GET / HTTP/1.1\nHost: two.example:80");
    expect(page).toContain("<code>http://two.example/bearer</code>");
    const redirected = await send(
      `${refund}\nHost: sandbox:4010\nX-Refunds-Fault: redirect_after\n\n${body}`,
    );
    expect(redirected).toContain(`location: http://sandbox:${new URL(server.refusedUrl).port}/`);
    for (const host of ["sandbox.evil.example", "0.0.0.0", "sandbox."]) {
      expect(await send(`GET / HTTP/1.1\nHost: ${host}`)).toMatch(/^HTTP\/1\.1 403 /);
    }
  });

  test.each(["http://sandbox", "sandbox:4010", "a b", "x@y", "x/y", ""])(
    "%j cannot be allowed",
    async (name) => {
      const sandbox = await createSandboxOf(tables);
      await expect(serve(sandbox, { allowHosts: [name] })).rejects.toThrow(
        `allowHosts is "${name}". It must be a host name or an IP address without a scheme or port`,
      );
    },
  );
});
