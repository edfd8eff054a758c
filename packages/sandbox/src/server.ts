import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { NodeRequest, sendNodeResponse } from "srvx/node";
import { deliverOverHttp } from "./interfaces/http.ts";
import { holdRefusingPort } from "./interfaces/refusing-port.ts";
import { readServeOptions } from "./options/read-serve-options.ts";
import type { Sandbox, SandboxInternals } from "./sandbox.ts";
import { refusalOf } from "./served/guard.ts";
import { allowedHosts, hostName, reachable } from "./served/hosts.ts";
import { answerSite, textResponse } from "./served/site.ts";

export interface ServeOptions {
  /** Default 0: any free port. */
  readonly port?: number;
  /**
   * The address to listen on. Default `127.0.0.1`, which only this machine reaches. Use `0.0.0.0` in a container, to listen
   * on every address.
   */
  readonly host?: string;
  /**
   * More host names that clients use, in addition to loopback and `host`. In Docker Compose this is the service's name,
   * such as `sandbox`. Requests with any other `Host` are answered with 403.
   */
  readonly allowHosts?: readonly string[];
}

export interface SandboxServer {
  /** The server's URL without a trailing slash. A provider is at `<url>/<provider>`. */
  readonly url: string;
  /** For the fault `refuse`: an origin that refuses all connections. Its port is reserved until `close()`. */
  readonly refusedUrl: string;
  /** Stops the server and closes open connections. */
  close(): Promise<void>;
}

/**
 * Serves a sandbox over HTTP, for programs in any language. The page at `/` shows how to call it. `/state.json` has the
 * same information as JSON, with all refunds and requests. `POST /reset` starts over. Faults happen on real sockets.
 * Requests from web pages of other sites (a foreign `Origin`, or a `Host` that is not allowed) are refused.
 *
 * An error of the sandbox itself closes the connection instead of answering 500, and goes to the sandbox's `onFault`.
 * @throws {Error} if the port is in use (`code` is `EADDRINUSE`), or a host is invalid or cannot be listened on;
 * {RefundError} `invalid_options` if an option is unknown or of another type
 */
export async function serve(sandbox: Sandbox, options: ServeOptions = {}): Promise<SandboxServer> {
  const { port = 0, host = "127.0.0.1", allowHosts = [] } = readServeOptions(options);
  const allowed = allowedHosts(host, allowHosts);
  // Only this package creates sandboxes, so the internals are always there.
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
    // An error of the site itself. The router reports errors of providers.
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
