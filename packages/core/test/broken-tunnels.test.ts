/** A proxy that opens its tunnel and then breaks it, before TLS through it is established. */
import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { acorn, acornRequest } from "./support/acorn.ts";
import { restoreOwnDispatcher } from "./support/own-dispatcher.ts";

restoreOwnDispatcher();

const libraries = {
  undici6: () => import("undici6"),
  undici7: () => import("undici7"),
  undici8: () => import("undici8"),
};

/** Breaks each tunnel at its first bytes, which it keeps. */
async function breakingProxy(breakTunnel: (socket: Socket) => void) {
  const inTunnels: Buffer[] = [];
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      socket.once("data", (bytes) => {
        inTunnels.push(bytes);
        breakTunnel(socket);
      });
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, inTunnels };
}

async function refundThrough(library: keyof typeof libraries, proxyUrl: string) {
  const undici = await libraries[library]();
  const dispatcher = new undici.ProxyAgent(proxyUrl);
  onTestFinished(() => dispatcher.close());
  const send = undici.fetch as unknown as (url: string, init: object) => Promise<Response>;
  const fetch = (url: string, init: object) => send(url, { ...init, dispatcher });
  return acorn({ fetch }).refund(acornRequest);
}

/** Where the first message of TLS begins: a handshake. */
const beginsTls = (bytes: Buffer) => bytes[0] === 0x16;

describe.each(Object.keys(libraries) as (keyof typeof libraries)[])("%s", (library) => {
  test("a tunnel that is closed: not sent, since each try sent the first message of TLS and no more", async () => {
    const { url, inTunnels } = await breakingProxy((socket) => socket.end());
    expect(await refundThrough(library, url)).toMatchObject({
      status: "not_sent",
      because: "not_connected",
      cause: { message: expect.stringContaining("before secure TLS") },
    });
    expect(inTunnels).toHaveLength(3);
    expect(inTunnels.every(beginsTls)).toBe(true);
  });

  test("a tunnel that is reset: unknown, since an established connection fails with the same error", async () => {
    const { url } = await breakingProxy((socket) => socket.resetAndDestroy());
    expect(await refundThrough(library, url)).toMatchObject({
      status: "unknown",
      because: "connection_lost",
      cause: { code: "ECONNRESET" },
    });
  });
});
