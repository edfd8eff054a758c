import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { NodeRequest, sendNodeResponse } from "srvx/node";
import { deliverOverHttp } from "./doors/http-door.ts";
import { holdRefusingPort } from "./doors/refusing-port.ts";
import { answerSite, type Site } from "./page/site.ts";
import type { Sandbox, SandboxWithin } from "./sandbox.ts";

export interface ServeOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** The loopback address to listen on; `127.0.0.1` where left out. */
  readonly host?: "127.0.0.1" | "::1" | "localhost";
}

export interface SandboxServer {
  /** Where it is reached, without a slash at the end. A provider is at `<url>/<provider>`. */
  readonly url: string;
  /** The fault `refuse`: an origin whose port is taken, so that nobody else can have it, and refuses every connection. */
  readonly refusedUrl: string;
  /** Stops listening and drops open connections. */
  close(): Promise<void>;
}

const loopback: readonly string[] = ["127.0.0.1", "::1", "localhost"];

/**
 * Serves a sandbox over HTTP on this machine only, for programs in any language. `/` is a page that says how to call
 * it, `/state.json` the same as JSON with the refunds done and the requests received; `POST /reset` starts over. Faults
 * are made with real sockets.
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
  // Every sandbox is made by this package; what its doors need is not shown to users.
  const within = sandbox as SandboxWithin;
  let site: Site = { url: "", refusedUrl: "" };

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const request = new NodeRequest({ req, res });
    const delivery = await answerSite(within, request, site);
    if (delivery instanceof Response) await sendNodeResponse(res, delivery);
    else await deliverOverHttp(delivery, res, within.dripMs);
  }

  const server = createServer((req, res) => {
    // A bug of the site itself. Providers' bugs have been told already.
    answer(req, res).catch((error) => res.destroy(error));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const { address, family, port: taken } = server.address() as AddressInfo;
  const origin = (at: number) => `http://${family === "IPv6" ? `[${address}]` : address}:${at}`;
  const refusing = await holdRefusingPort(address);
  site = { url: origin(taken), refusedUrl: origin(refusing.port) };
  within.redirectTo(site.refusedUrl);
  return {
    ...site,
    close: async () => {
      refusing.release();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
