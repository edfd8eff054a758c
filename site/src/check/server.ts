/** Serves the built site as a host would: addresses without `.html`, and compressed. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
};

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/** @param base - where the host has it, such as `/` or `/refunds/` */
export async function serveFolder(folder: string, base: string): Promise<Served> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const path = `${pathname}/`.startsWith(base) ? pathname.slice(base.length - 1) : undefined;
    const file = path === undefined ? undefined : fileOf(folder, decodeURIComponent(path));
    const body = gzipSync(readFileSync(file ?? join(folder, "404.html")));
    response.writeHead(file ? 200 : 404, {
      "content-type": types[extname(file ?? ".html")] ?? "application/octet-stream",
      "content-encoding": "gzip",
      "content-length": body.length,
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base.replace(/\/$/, "")}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function fileOf(folder: string, path: string): string | undefined {
  const file = join(folder, normalize(path));
  if (!file.startsWith(folder)) return undefined;
  const candidates = [file, `${file}.html`, join(file, "index.html")];
  return candidates.find((each) => existsSync(each) && statSync(each).isFile());
}
