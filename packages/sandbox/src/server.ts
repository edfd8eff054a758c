import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { NodeRequest, sendNodeResponse } from "srvx/node";
import { deliverOverHttp } from "./interfaces/http.ts";
import { holdRefusingPort } from "./interfaces/refusing-port.ts";
import type { Sandbox, SandboxInternals } from "./sandbox.ts";
import { refusalOf } from "./served/guard.ts";
import { allowedHosts, hostName, reachable } from "./served/hosts.ts";
import { answerSite, textResponse } from "./served/site.ts";

export interface ServeOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /**
   * The address to listen on; `127.0.0.1`, which only this machine reaches, where left out. `0.0.0.0` listens on every
   * address, as a container has to.
   */
  readonly host?: string;
  /**
   * Names that callers may know it by, beside loopback and `host`: in Docker Compose the name of its service, such as
   * `sandbox`. A request whose `Host` names another is refused.
   */
  readonly allowHosts?: readonly string[];
}

export interface SandboxServer {
  /** Where it is reached, without a slash at the end. A provider is at `<url>/<provider>`. */
  readonly url: string;
  /** The fault `refuse`: an origin whose port is taken, so that nobody else can have it, and refuses every connection. */
  readonly refusedUrl: string;
  /** Stops listening and drops open connections. */
  close(): Promise<void>;
}

/**
 * Serves a sandbox over HTTP, for programs in any language. `/` is a page that says how to call it, `/state.json` the
 * same as JSON with the refunds done and the requests received; `POST /reset` starts over. Faults are made with real
 * sockets. Web pages of other sites are refused: what has a foreign `Origin`, or a `Host` that is not allowed.
 *
 * Rejects where the port is taken (`code` is `EADDRINUSE`), the host cannot be listened on, or a name is none. A bug in
 * the sandbox cuts the connection instead of answering 500, and goes to the sandbox's `onFault`.
 */
export async function serve(
  sandbox: Sandbox,
  { port = 0, host = "127.0.0.1", allowHosts = [] }: ServeOptions = {},
): Promise<SandboxServer> {
  const allowed = allowedHosts(host, allowHosts);
  // Every sandbox is made by this package; what its doors need is not shown to users.
  const internals = sandbox as SandboxInternals;
  let refusingPort = 0;

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const refusal = refusalOf(req, allowed);
    if (refusal) return sendNodeResponse(res, textResponse(refusal.status, refusal.message));
    const request = new NodeRequest({ req, res });
    const { origin, protocol, hostname } = new URL(`http://${req.headers.host}`);
    const site = { url: origin, refusedUrl: `${protocol}//${hostname}:${refusingPort}` };
    const delivery = await answerSite(internals, request, site);
    if (delivery instanceof Response) await sendNodeResponse(res, delivery);
    else await deliverOverHttp(delivery, res, internals.dripMs);
  }

  const server = createServer((req, res) => {
    // A bug of the site itself. Providers' bugs have been told already.
    answer(req, res).catch((error) => res.destroy(error));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host.replace(/^\[|\]$/g, ""), resolve);
  });
  const { address, port: taken } = server.address() as AddressInfo;
  const refusing = await holdRefusingPort(reachable(address));
  refusingPort = refusing.port;
  const origin = (at: number) => `http://${hostName(reachable(address), "host")}:${at}`;
  return {
    url: origin(taken),
    refusedUrl: origin(refusingPort),
    close: async () => {
      refusing.release();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
