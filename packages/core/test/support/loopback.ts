/** Real servers on a loopback port, closed when the test ends. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import {
  type AddressInfo,
  createServer as createSocketServer,
  type Server,
  type Socket,
} from "node:net";
import { onTestFinished } from "vitest";

export interface Loopback {
  readonly baseUrl: string;
  /** Method and path of every request that arrived. */
  readonly arrived: string[];
}

async function listen(server: Server, sockets: Set<Socket>): Promise<string> {
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((done) => server.close(done));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Answers every request once its body has arrived. */
export async function serve(
  answer: (request: IncomingMessage, response: ServerResponse, body: string) => void,
): Promise<Loopback> {
  const arrived: string[] = [];
  const server = createServer(async (request, response) => {
    arrived.push(`${request.method} ${request.url}`);
    let body = "";
    for await (const chunk of request) body += chunk;
    answer(request, response, body);
  });
  return { baseUrl: await listen(server, new Set()), arrived };
}

/** Speaks below HTTP: `answer` gets the socket once the whole request has arrived. */
export async function serveSocket(answer: (socket: Socket) => void): Promise<Loopback> {
  const arrived: string[] = [];
  const server = createSocketServer((socket) => {
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk;
      const [head = "", body] = text.split("\r\n\r\n");
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
      if (body === undefined || Buffer.byteLength(body) < length) return;
      arrived.push(head.split(" HTTP")[0] ?? "");
      text = "";
      answer(socket);
    });
  });
  return { baseUrl: await listen(server, new Set()), arrived };
}

/** A port that nothing listens on. */
export async function closedPort(): Promise<string> {
  const server = createSocketServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return `http://127.0.0.1:${port}`;
}
