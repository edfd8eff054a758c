import { once } from "node:events";
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import type { Scenario } from "./scenario.ts";

/** A request that arrived completely. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** Keys are header names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The simulated provider behind the faults. */
export interface Provider {
  /** Only refunds get a fault. Other requests, such as for a token, are always answered. */
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
  /** All refund requests that arrived completely, in order. */
  readonly refunds: readonly ReceivedRequest[];
  /** Stops the server and closes open connections. Rejects if the simulated provider failed. */
  close(): Promise<void>;
}

const page: Answer = {
  status: 502,
  headers: { "content-type": "text/html" },
  body: "<!doctype html>\n<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\n",
};

/** Serves a scenario on a free loopback port; over TLS if there is a certificate. */
export async function startFaultServer(
  scenario: Scenario,
  provider: Provider,
  certificate?: Certificate,
): Promise<FaultServer> {
  const refunds: ReceivedRequest[] = [];
  const errors: unknown[] = [];
  // A TLS socket cannot send a reset, so this keeps the underlying sockets.
  const sockets = new Map<number | undefined, Socket>();

  const server: Server = certificate ? createHttpsServer(certificate) : createHttpServer();
  server.on("connection", (socket: Socket) => sockets.set(socket.remotePort, socket));
  // A client that disconnects or rejects the certificate is not a failure of the server.
  server.on("clientError", () => {}).on("tlsClientError", () => {});
  const respond = async (req: IncomingMessage, res: ServerResponse) => {
    const request = await readRequest(req);
    const { isRefund, answer } = await provider.receive(
      request,
      scenario === "declined" ? "declined" : "answered",
    );
    if (!isRefund) return answerWith(res, answer);
    refunds.push(request);
    const reset = () => sockets.get(req.socket.remotePort)?.resetAndDestroy();
    if (scenario === "reset_then_refused") server.close();
    respondToRefund(scenario, res, answer, reset);
  };
  server.on("request", (req, res) => {
    respond(req, res).catch((error) => {
      errors.push(error);
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
      if (errors.length > 0) throw errors[0];
    },
  };
}

const answerWith = (res: ServerResponse, { status, headers, body }: Answer): void => {
  res.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
};

/** Answers a refund, or lets its answer get lost, as the scenario says. */
function respondToRefund(
  scenario: Scenario,
  res: ServerResponse,
  answer: Answer,
  reset: () => void,
): void {
  switch (scenario) {
    case "hang":
      break;
    case "html_502":
      answerWith(res, page);
      break;
    case "reset":
    case "reset_then_refused":
      reset();
      break;
    case "cut": {
      const whole = Buffer.from(answer.body);
      const type = answer.headers?.["content-type"] ?? "application/json";
      // Where there is no body, one byte of it is missing.
      const length = whole.length || 1;
      res.writeHead(answer.status, {
        ...answer.headers,
        "content-type": type,
        "content-length": length,
      });
      res.write(whole.subarray(0, whole.length / 2), () => res.destroy());
      break;
    }
    case "answered":
    case "declined":
      answerWith(res, answer);
      break;
    case "refused":
      throw new Error("a request arrived although the scenario refuses connections");
  }
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
