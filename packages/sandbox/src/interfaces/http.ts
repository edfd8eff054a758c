import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Answer, cutBytes, type Delivery, dripOf, floodOf } from "../faults/delivery.ts";

/** Delivers over a real socket. Resolves once nothing is left to send, even if the caller has disconnected. */
export async function deliverOverHttp(
  delivery: Delivery,
  res: ServerResponse,
  dripMs: number,
): Promise<void> {
  switch (delivery.by) {
    case "hang":
      return;
    case "reset":
      res.socket?.resetAndDestroy();
      return;
    case "cut":
      return cut(delivery.answer, res);
    case "drip":
      begin(delivery.answer, res);
      return stream(dripOf(delivery.answer, dripMs), res);
    case "flood":
      begin(delivery.answer, res);
      return stream(floodOf(delivery.answer), res);
    case "answer":
      begin(delivery.answer, res);
      res.end(delivery.answer.body);
      return;
    default:
      res.destroy();
  }
}

const begin = ({ status, headers }: Answer, res: ServerResponse) => res.writeHead(status, headers);

function cut(answer: Answer, res: ServerResponse): void {
  const { half, whole } = cutBytes(answer);
  res.writeHead(answer.status, { ...answer.headers, "content-length": whole });
  res.write(half, () => res.destroy());
}

/** Streams as fast as the caller reads, so that only one chunk is in memory. */
async function stream(body: ReadableStream<Uint8Array>, res: ServerResponse): Promise<void> {
  // Without this, the kernel would collect several bytes of a drip in one packet.
  res.socket?.setNoDelay(true);
  // A caller that disconnects ends the stream. This is not a failure of the sandbox.
  await pipeline(Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]), res).catch(
    () => {},
  );
}
