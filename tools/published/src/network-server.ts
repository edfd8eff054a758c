/** A network that fails, on loopback: what arrives is counted. */
import { createServer as createHttpServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Server } from "node:net";
import { generate } from "selfsigned";
import type { Addresses } from "./network-program.ts";

export interface FailingNetwork {
  readonly addresses: Addresses;
  /** Requests that arrived since the last call, by what they met, and what was wrong with their framing. */
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
    if (
      request.method === "POST" &&
      (encoding !== undefined || length !== String(Buffer.byteLength(body)))
    ) {
      odd.push(`${name}: Content-Length ${length}, Transfer-Encoding ${encoding}`);
    }
    if (name === "closed" || name === "reset") {
      if (name === "reset") request.socket.resetAndDestroy();
      else request.socket.destroy();
    } else {
      response.writeHead(name === "misdirected" ? 421 : 200).end('{"state":"done"}');
    }
  });
  const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }]);
  const untrusted = createTlsServer({ key, cert }, (_, response) => {
    times.untrusted = (times.untrusted ?? 0) + 1;
    response.end();
  });
  const gone = createHttpServer();
  const servers = [answering, untrusted, gone];
  const [port, tlsPort, nobody] = await Promise.all(servers.map(listen));
  await end(gone);
  const at = (name: string) => `http://127.0.0.1:${port}/${name}`;
  return {
    addresses: {
      warm: at("warm"),
      answered: at("answered"),
      closed: at("closed"),
      reset: at("reset"),
      misdirected: at("misdirected"),
      refused: `http://127.0.0.1:${nobody}`,
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

const listen = (server: Server) =>
  new Promise<number>((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port)),
  );

const end = (server: ReturnType<typeof createHttpServer>) =>
  new Promise<void>((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });
