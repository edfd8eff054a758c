import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Answer, cutBytes, type Delivery, dripOf, floodOf } from "../faults/delivery.ts";

/** Delivers over a real socket. Resolves once there is nothing more to do, whether or not the caller stayed. */
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

/** As fast as the caller reads, so that no more than a piece of it is in memory. */
async function stream(body: ReadableStream<Uint8Array>, res: ServerResponse): Promise<void> {
  // A byte a time is a packet a time only if the kernel does not wait for more.
  res.socket?.setNoDelay(true);
  // A caller that leaves ends the stream; that is its right, and no failure of the sandbox.
  await pipeline(Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]), res).catch(
    () => {},
  );
}
