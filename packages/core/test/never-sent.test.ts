/** What provably never reached the provider, from real sockets. */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";
import { acorn, acornRequest } from "./support/acorn.ts";
import { serve, serveSocket } from "./support/loopback.ts";
import { restoreOwnDispatcher } from "./support/own-dispatcher.ts";

restoreOwnDispatcher();

const program = fileURLToPath(new URL("support/one-refund.ts", import.meta.url));

async function refundElsewhere(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  before = "",
): Promise<unknown> {
  const node = `"${process.execPath}" --conditions=refunds-source "${program}" ${args.join(" ")}`;
  const { stdout } = await promisify(execFile)("sh", ["-c", `${before}exec ${node}`], {
    env: { ...process.env, ...env },
  });
  return JSON.parse(stdout);
}

const notConnected = { status: "not_sent", because: "not_connected", retryable: true };

test("a process that is out of files", async () => {
  const server = await serve((_, response) => response.end("{}"));
  const args = [server.baseUrl, "no-files"];
  expect(await refundElsewhere(args, {}, "ulimit -n 128; ")).toMatchObject({
    ...notConnected,
    cause: { code: "EMFILE" },
  });
  expect(server.arrived).toEqual([]);
});

test("a port that fetch refuses", async () => {
  const outcome = await acorn({ baseUrl: "http://127.0.0.1:6667" }).refund(acornRequest);
  expect(outcome).toMatchObject({
    status: "not_sent",
    because: "not_dispatched",
    retryable: false,
    cause: { message: "bad port" },
  });
});

describe.each([407, 502, 403])("a proxy that answers CONNECT with a %i", (status) => {
  const proxy = () =>
    serveSocket((socket) => socket.end(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`));
  const refused = { ...notConnected, cause: { message: expect.stringContaining(String(status)) } };

  test("from Node's environment", async () => {
    const { baseUrl, arrived } = await proxy();
    const env = { NODE_USE_ENV_PROXY: "1", HTTPS_PROXY: baseUrl, NO_PROXY: "127.0.0.1" };
    expect(await refundElsewhere(["https://provider.invalid"], env)).toMatchObject(refused);
    // Three tries to connect, and no request beyond them.
    expect(arrived).toEqual(Array(3).fill("CONNECT provider.invalid:443"));
  });

  test.each([
    ["undici6", () => import("undici6")],
    ["undici7", () => import("undici7")],
    ["undici8", () => import("undici8")],
  ] as const)("from the ProxyAgent of %s", async (_, load) => {
    const { baseUrl } = await proxy();
    const undici = await load();
    const dispatcher = new undici.ProxyAgent(baseUrl);
    onTestFinished(() => dispatcher.close());
    const send = undici.fetch as unknown as (url: string, init: object) => Promise<Response>;
    const fetch = (url: string, init: object) => send(url, { ...init, dispatcher });
    const outcome = await acorn({ fetch }).refund(acornRequest);
    expect(outcome).toMatchObject(refused);
  });
});
