/** Servers on loopback that close connections which could be reused, each at another moment, and count what arrives. */
import { writeFileSync } from "node:fs";
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createHttps } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { generate } from "selfsigned";
import type { ClosingFault } from "./closing-faults.ts";

export interface ClosingServers {
  /** The base URLs, by the name of the fault. */
  readonly http: Readonly<Record<string, string>>;
  readonly https: Readonly<Record<string, string>>;
  /** The file of their certificate. */
  readonly certificate: string;
  /** The requests that arrived more than once since the last call. */
  repeated(): string[];
  close(): void;
}

export async function openClosingServers(
  faults: readonly ClosingFault[],
  certificate: string,
): Promise<ClosingServers> {
  const arrived = new Map<string, number>();
  const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }], {
    extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: "localhost" }] }],
  });
  writeFileSync(certificate, cert);
  const servers: ReturnType<typeof createHttp>[] = [];
  const start = async (fault: ClosingFault, tls: boolean) => {
    const connections = new Map<number | undefined, Connection>();
    const respond = (request: IncomingMessage, response: ServerResponse) => {
      const connection = connections.get(request.socket.remotePort);
      if (connection) void handle(fault, connection, request, response, arrived);
    };
    const server = tls ? createHttps({ key, cert }, respond) : createHttp(respond);
    // Below TLS, where a reset can be sent.
    server.on("connection", (socket: Socket) =>
      connections.set(socket.remotePort, { socket, requests: 0, isGone: false }),
    );
    // The faults close, not the server; and it says nothing of a limit.
    server.keepAliveTimeout = 0;
    servers.push(server as ReturnType<typeof createHttp>);
    await new Promise<void>((resume) => server.listen(0, "localhost", resume));
    const { port } = server.address() as AddressInfo;
    return [fault.name, `${tls ? "https" : "http"}://localhost:${port}`] as const;
  };
  const all = async (tls: boolean) =>
    Object.fromEntries(await Promise.all(faults.map((fault) => start(fault, tls))));
  return {
    http: await all(false),
    https: await all(true),
    certificate,
    repeated() {
      const names = [...arrived]
        .filter(([name, times]) => name.startsWith("POST") && times > 1)
        .map(([name]) => name);
      arrived.clear();
      return names;
    },
    close() {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

interface Connection {
  readonly socket: Socket;
  requests: number;
  isGone: boolean;
  timer?: NodeJS.Timeout;
}

const done = '{"state":"done"}';
const again = `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${done.length}\r\n\r\n${done}`;

async function handle(
  fault: ClosingFault,
  connection: Connection,
  request: IncomingMessage,
  response: ServerResponse,
  arrived: Map<string, number>,
) {
  const { socket, url = "" } = request;
  clearTimeout(connection.timer);
  if (connection.isGone) return;
  await request.resume().toArray();
  const name = `${request.method} ${fault.name}: ${url}`;
  arrived.set(name, (arrived.get(name) ?? 0) + 1);
  const isReused = ++connection.requests > 1;
  if (isReused && fault.atReuse) {
    if (fault.atReuse === "close") socket.destroy();
    if (fault.atReuse === "reset") connection.socket.resetAndDestroy();
    return;
  }
  // A first request is done, and the next one refused: a client that says otherwise has read the answer of another request.
  const body = url.includes("/first/") ? done : '{"state":"refused"}';
  if (isReused && fault.twice === "late") socket.write(again);
  response.writeHead(200, { "Content-Type": "application/json", ...fault.headers });
  response.end(body, () => {
    if (fault.twice === "at once") socket.write(again);
    if (fault.idleMs !== undefined) closeLater(fault, connection, socket);
  });
}

function closeLater(
  { idleMs, reset, farMs = 0 }: ClosingFault,
  connection: Connection,
  socket: Socket,
) {
  const close = () => (reset ? connection.socket.resetAndDestroy() : socket.end());
  connection.timer = setTimeout(() => {
    if (farMs > 0) {
      connection.isGone = true;
      setTimeout(close, farMs);
    } else close();
  }, idleMs);
}
