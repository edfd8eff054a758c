/** A server on this machine that answers every refund at once. */
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer as createHttp } from "node:http";
import { createServer as createHttps } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { generate } from "selfsigned";
import type { Sample } from "./subjects/sample.ts";

export interface Servers {
  readonly http: string;
  readonly https: string;
  /** The file of the certificate that signs itself. */
  readonly certificate: string;
  close(): void;
}

/** Answers as the provider does whose refunds have the path of the request. */
export async function startServers(samples: readonly Sample[], folder: string): Promise<Servers> {
  const [first] = samples;
  const answerTo = (path: string, body: string) =>
    (samples.find(({ written }) => new URL(written.url).pathname === path) ?? first)?.answerTo(
      body,
    );
  const { cert, private: key } = await generate([{ name: "commonName", value: "localhost" }], {
    extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: "localhost" }] }],
  });
  const certificate = join(folder, "certificate.pem");
  writeFileSync(certificate, cert);
  const respond: Parameters<typeof createHttp>[1] = (request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (text: string) => {
      body += text;
    });
    request.on("end", () => {
      const answer = answerTo(request.url ?? "", body);
      response.setHeader("content-type", "application/json").end(answer);
    });
  };
  const servers = [createHttp(respond), createHttps({ cert, key }, respond)] as const;
  const [http, https] = await Promise.all(
    servers.map(async (server) => {
      server.listen(0, "localhost");
      await once(server, "listening");
      return (server.address() as AddressInfo).port;
    }),
  );
  return {
    http: `http://localhost:${http}`,
    https: `https://localhost:${https}`,
    certificate,
    close() {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}
