import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { acorn, acornAnswer, acornRequest } from "./support/acorn.ts";
import { serve, serveSocket } from "./support/loopback.ts";

const done = JSON.stringify(acornAnswer);
const gzip = gzipSync(done);
const brokenTrailer = Buffer.from(gzip);
brokenTrailer[gzip.length - 6] = ~(gzip[gzip.length - 6] ?? 0) & 0xff;

test("a compressed answer is not asked for", async () => {
  const asked: unknown[] = [];
  const server = await serve(({ headers }, response) => {
    asked.push(headers["accept-encoding"]);
    response.end(done);
  });
  expect((await acorn({ baseUrl: server.baseUrl }).refund(acornRequest)).status).toBe("succeeded");
  expect(asked).toEqual(["identity"]);
});

describe("an answer that comes compressed all the same is not believed", () => {
  test.each([
    ["gzip", gzip],
    ["gzip", gzip.subarray(0, -8)],
    ["gzip", brokenTrailer],
    ["gzip", Buffer.from(done)],
    ["deflate", deflateSync(done)],
    ["deflate", deflateSync(done).subarray(0, -4)],
    ["br", brotliCompressSync(done)],
    ["br", brotliCompressSync(done).subarray(0, -1)],
    ["zstd", zstdCompressSync(done)],
    ["gzip, identity", gzip],
    ["something-new", Buffer.from(done)],
  ])("%s", async (coding, body) => {
    const server = await serve((_, response) => {
      response.writeHead(200, { "Content-Encoding": coding, "Content-Length": body.length });
      response.end(body);
    });
    const outcome = await acorn({ baseUrl: server.baseUrl }).refund(acornRequest);
    expect(outcome).toMatchObject({
      status: "unknown",
      because: "unreadable_answer",
      raw: { status: 200, body: "" },
    });
    expect(server.arrived).toHaveLength(1);
  });
});

test("an answer that says it is not compressed is read", async () => {
  const server = await serve((_, response) => {
    response.setHeader("Content-Encoding", "identity").end(done);
  });
  expect((await acorn({ baseUrl: server.baseUrl }).refund(acornRequest)).status).toBe("succeeded");
});

test("thirty large compressed error pages at once leave the process alive, and every outcome is known", async () => {
  const page = gzipSync(randomBytes(400 * 1024).toString("base64"));
  const head = "HTTP/1.1 500 X\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n";
  const server = await serveSocket((socket) =>
    socket.end(Buffer.concat([Buffer.from(head), page])),
  );
  const program = fileURLToPath(new URL("support/thirty-refunds.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [
    "--conditions=refunds-source",
    program,
    server.baseUrl,
  ]);
  expect(JSON.parse(stdout)).toEqual(Array(30).fill("unknown unreadable_answer 500"));
  expect(server.arrived).toHaveLength(30);
});
