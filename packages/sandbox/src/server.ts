import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import type { ServerRequest } from "srvx";
import { toNodeHandler } from "srvx/node";
import { answerSite } from "./page/site.ts";
import type { Sandbox } from "./sandbox.ts";

export interface ServeOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** The loopback address to listen on; `127.0.0.1` where left out. */
  readonly host?: "127.0.0.1" | "::1" | "localhost";
}

export interface SandboxServer {
  /** Where it is reached, without a slash at the end. A provider is at `<url>/<provider>`. */
  readonly url: string;
  /** Stops listening and drops open connections. */
  close(): Promise<void>;
}

const loopback: readonly string[] = ["127.0.0.1", "::1", "localhost"];

/**
 * Serves a sandbox over HTTP on this machine only, for programs in any language. `/` is a page that says how to call
 * it, `/state.json` the same as JSON with the refunds done and the requests received; `POST /reset` starts over.
 *
 * Rejects where the port is taken (`code` is `EADDRINUSE`) or the host is not a loopback address. A bug in the
 * sandbox cuts the connection instead of answering 500, and goes to the sandbox's `onFault`.
 */
export async function serve(
  sandbox: Sandbox,
  { port = 0, host = "127.0.0.1" }: ServeOptions = {},
): Promise<SandboxServer> {
  if (!loopback.includes(host)) {
    throw new Error(`host is "${host}". The sandbox listens on ${loopback.join(", ")} only.`);
  }
  let url = "";
  const site = toNodeHandler(async (request: ServerRequest) => {
    const answer = await answerSite(sandbox, request, url);
    if (!answer) request.runtime?.node?.req.socket.destroy();
    return answer ?? new Response();
  });
  // srvx types its handlers for HTTP/1 and HTTP/2 at once; node:http calls them with HTTP/1 only.
  const server = createServer(site as RequestListener);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const { address, family, port: taken } = server.address() as AddressInfo;
  url = `http://${family === "IPv6" ? `[${address}]` : address}:${taken}`;
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
