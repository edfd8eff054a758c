import { once } from "node:events";
import { createServer as createHttpServer, type IncomingMessage, type Server } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import type { Scenario } from "./scenario.ts";

/** A request that came whole. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What answers behind the faults. */
export interface Provider {
  /** Only a refund meets a fault; a token, say, is always given. */
  receive(
    request: ReceivedRequest,
    situation: "answered" | "declined",
  ): Promise<{ readonly isRefund: boolean; readonly answer: Answer }>;
}

export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

export interface FaultServer {
  readonly port: number;
  /** Every refund request that came whole, in order. */
  readonly refunds: readonly ReceivedRequest[];
  /** Stops listening and drops open connections. Rejects with what failed inside the provider, if anything did. */
  close(): Promise<void>;
}

const page: Answer = {
  status: 502,
  headers: { "content-type": "text/html" },
  body: "<!doctype html>\n<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\n",
};

/** Serves on a free loopback port what the scenario says; over TLS where there is a certificate. */
export async function startFaultServer(
  scenario: Scenario,
  provider: Provider,
  certificate?: Certificate,
): Promise<FaultServer> {
  const refunds: ReceivedRequest[] = [];
  const broken: unknown[] = [];
  // A TLS socket cannot reset: the one beneath it has to.
  const sockets = new Map<number | undefined, Socket>();

  const server: Server = certificate ? createHttpsServer(certificate) : createHttpServer();
  server.on("connection", (socket: Socket) => sockets.set(socket.remotePort, socket));
  // Clients that leave, or that do not like the certificate, are no failure of the server.
  server.on("clientError", () => {}).on("tlsClientError", () => {});
  server.on("request", (req, res) => {
    const answerWith = ({ status, headers, body }: Answer) => {
      res.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
    };
    const reset = () => sockets.get(req.socket.remotePort)?.resetAndDestroy();

    async function react() {
      const request = await readRequest(req);
      const { isRefund, answer } = await provider.receive(
        request,
        scenario === "declined" ? "declined" : "answered",
      );
      if (!isRefund) return answerWith(answer);
      refunds.push(request);
      switch (scenario) {
        case "hang":
          return;
        case "html_502":
          return answerWith(page);
        case "reset":
          return reset();
        case "reset_then_refused":
          server.close();
          return reset();
        case "cut": {
          const whole = Buffer.from(answer.body);
          const type = answer.headers?.["content-type"] ?? "application/json";
          res.writeHead(answer.status, { "content-type": type, "content-length": whole.length });
          return void res.write(whole.subarray(0, whole.length / 2), () => res.destroy());
        }
        case "answered":
        case "declined":
          return answerWith(answer);
        case "refused":
          throw new Error("a request arrived where connections are refused");
      }
    }
    react().catch((error) => {
      broken.push(error);
      res.destroy();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  if (scenario === "refused") server.close();
  return {
    port,
    refunds,
    async close() {
      if (server.listening) server.close();
      server.closeAllConnections();
      for (const socket of sockets.values()) socket.destroy();
      if (broken.length > 0) throw broken[0];
    },
  };
}

async function readRequest(req: IncomingMessage): Promise<ReceivedRequest> {
  const pieces: Buffer[] = [];
  for await (const piece of req) pieces.push(piece);
  const headers = Object.entries(req.headers).map(([name, value]) => [name, String(value)]);
  return {
    method: req.method ?? "",
    url: req.url ?? "",
    headers: Object.fromEntries(headers),
    body: Buffer.concat(pieces).toString(),
  };
}
