/** A server on loopback that fails in several ways, and counts the requests that arrive. */
import { randomBytes } from "node:crypto";
import { createServer as createHttpServer, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Server } from "node:net";
import { gzipSync } from "node:zlib";
import { generate } from "selfsigned";
import type { Addresses } from "./network-program.ts";

export interface FailingNetwork {
  readonly addresses: Addresses;
  /** The requests since the last call, by the name of the failure, and those with wrong framing. */
  arrived(): { readonly times: Readonly<Record<string, number>>; readonly odd: readonly string[] };
  close(): Promise<void>;
}

export async function openNetwork(): Promise<FailingNetwork> {
  let times: Record<string, number> = {};
  let odd: string[] = [];
  const answering = createHttpServer(async (request, response) => {
    const name = request.url?.split("/")[1] ?? "";
    let body = "";
    for await (const chunk of request) body += chunk;
    times[name] = (times[name] ?? 0) + 1;
    const { "content-length": length, "transfer-encoding": encoding } = request.headers;
    // Deno sends an empty body with chunked encoding.
    const isOdd = encoding !== undefined || length !== String(Buffer.byteLength(body));
    if (isOdd && body !== "") {
      odd.push(`${name}: Content-Length ${length}, Transfer-Encoding ${encoding}`);
    }
    if (name === "reset") request.socket.resetAndDestroy();
    else if (name.startsWith("closed")) request.socket.destroy();
    else answer(name, response);
  });
  const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }]);
  const untrusted = createTlsServer({ key, cert }, (_, response) => {
    times.untrusted = (times.untrusted ?? 0) + 1;
    response.end();
  });
  const closed = createHttpServer();
  const servers = [answering, untrusted, closed];
  const [port, tlsPort, closedPort] = await Promise.all(servers.map(listen));
  await end(closed);
  const at = (name: string) => `http://127.0.0.1:${port}/${name}`;
  return {
    addresses: {
      warm: at("warm"),
      answered: at("answered"),
      closed: at("closed"),
      reset: at("reset"),
      misdirected: at("misdirected"),
      unauthorized: at("unauthorized"),
      answeredEmpty: at("answeredEmpty"),
      closedEmpty: at("closedEmpty"),
      misdirectedEmpty: at("misdirectedEmpty"),
      unauthorizedEmpty: at("unauthorizedEmpty"),
      compressed: at("compressed"),
      compressedCut: at("compressedCut"),
      compressedBroken: at("compressedBroken"),
      largeCompressed: at("largeCompressed"),
      largePlain: at("largePlain"),
      // The port of IRC, which fetch blocks or finds closed.
      blocked: "http://127.0.0.1:6667",
      refused: `http://127.0.0.1:${closedPort}`,
      injected: `http://127.0.0.1:${closedPort}`,
      answeredFirst: at("answeredFirst"),
      untrusted: `https://localhost:${tlsPort}`,
    },
    arrived() {
      const result = { times, odd };
      [times, odd] = [{}, []];
      return result;
    },
    close: async () => {
      await Promise.all([end(answering), end(untrusted)]);
    },
  };
}

const done = '{"state":"done"}';
const page = randomBytes(400 * 1024).toString("base64");
const statuses: Readonly<Record<string, number>> = { misdirected: 421, unauthorized: 401 };

/** The bodies of compressed answers. */
const compressed: Readonly<Record<string, Buffer>> = {
  compressed: gzipSync(done),
  compressedCut: gzipSync(done).subarray(0, -8),
  compressedBroken: Buffer.concat([gzipSync(done).subarray(0, -8), Buffer.alloc(8)]),
  largeCompressed: gzipSync(page),
};

function answer(name: string, response: ServerResponse) {
  const body = compressed[name];
  // Closes the connection after the answer, as servers do after an error.
  if (body) {
    response.setHeader("Content-Encoding", "gzip").setHeader("Connection", "close");
    response.setHeader("Content-Length", body.length);
  }
  const status = name.startsWith("large") ? 500 : (statuses[name.replace("Empty", "")] ?? 200);
  response.writeHead(status).end(body ?? (name === "largePlain" ? page : done));
}

const listen = (server: Server) =>
  new Promise<number>((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port)),
  );

const end = (server: ReturnType<typeof createHttpServer>) =>
  new Promise<void>((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });
