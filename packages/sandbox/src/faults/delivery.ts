/** What becomes of a request on the wire, whichever door it came through: fetch, msw or HTTP. */
import type { FaultKind } from "./fault-kind.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type Delivery =
  | { readonly by: "answer" | "drip" | "cut" | "flood"; readonly answer: Answer }
  | { readonly by: "refuse" | "hang" | "reset" }
  /** The sandbox itself failed or the request's body never came: there is nothing to say. */
  | { readonly by: "no_answer" }
  /** The caller asked the sandbox for something that does not exist, or that its door cannot do. Nothing was done. */
  | { readonly by: "invalid_use"; readonly message: string };

/** Why a door cannot make a fault, for those it cannot. */
export type UnsupportedFaults = Readonly<Partial<Record<FaultKind, string>>>;

/** How much white space follows a flooding answer. */
const floodBytes = 100_000_000;
const blank = 0x20;
const chunkBytes = 65_536;

/** The bytes of a flood, made as they are read: at no time is there more than one piece of it. */
export function floodOf({ body }: Answer): ReadableStream<Uint8Array<ArrayBuffer>> {
  let left = floodBytes;
  return new ReadableStream(
    {
      start: (controller) => controller.enqueue(new TextEncoder().encode(body)),
      pull(controller) {
        if (left === 0) return controller.close();
        // A fresh piece each time: a reader may keep it, or hand its memory on.
        const piece = new Uint8Array(Math.min(chunkBytes, left)).fill(blank);
        left -= piece.length;
        controller.enqueue(piece);
      },
    },
    { highWaterMark: 0 },
  );
}

/** The bytes of an answer, one every `ms` milliseconds; 0 does not wait. */
export function dripOf({ body }: Answer, ms: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  const bytes = new TextEncoder().encode(body);
  let at = 0;
  return new ReadableStream(
    {
      async pull(controller) {
        if (at === bytes.length) return controller.close();
        if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
        controller.enqueue(bytes.slice(at, at + 1));
        at += 1;
      },
    },
    { highWaterMark: 0 },
  );
}

/** The part of an answer's body that arrives before the connection closes. */
export function cutBytes({ body }: Answer): { half: Uint8Array<ArrayBuffer>; whole: number } {
  const bytes = new TextEncoder().encode(body);
  return { half: bytes.slice(0, Math.floor(bytes.length / 2)), whole: bytes.length };
}
