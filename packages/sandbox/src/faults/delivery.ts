/** What the caller of a request gets. Each interface (fetch, msw, HTTP) delivers it in its own way. */
import type { FaultKind } from "./fault-kind.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type Delivery =
  | { readonly by: "answer" | "drip" | "cut" | "flood"; readonly answer: Answer }
  | { readonly by: "refuse" | "hang" | "reset" }
  /** The sandbox itself failed, or the request's body did not arrive. */
  /** `error` is the sandbox's own. */
  | { readonly by: "no_answer"; readonly error?: unknown }
  /** The requested fault does not exist, or the interface cannot simulate it. The request was not processed. */
  | { readonly by: "invalid_use"; readonly message: string };

/** The faults that an interface cannot simulate, each with the message to show. */
export type UnsupportedFaults = Readonly<Partial<Record<FaultKind, string>>>;

/** Whether no answer with this status has a body. A `Response` with one cannot be made. */
export const hasNoBody = (status: number): boolean => [204, 205, 304].includes(status);

/** How much white space follows the answer. */
const floodBytes = 100_000_000;
const blank = 0x20;
const chunkBytes = 65_536;

/** The bytes of a flood. They are created while they are read, so that only one chunk is in memory. */
export function floodOf({ body }: Answer): ReadableStream<Uint8Array<ArrayBuffer>> {
  let left = floodBytes;
  return new ReadableStream(
    {
      start: (controller) => controller.enqueue(new TextEncoder().encode(body)),
      pull(controller) {
        if (left === 0) return controller.close();
        // A new array each time: a reader may keep it or transfer its buffer.
        const chunk = new Uint8Array(Math.min(chunkBytes, left)).fill(blank);
        left -= chunk.length;
        controller.enqueue(chunk);
      },
    },
    { highWaterMark: 0 },
  );
}

/** The bytes of an answer, one every `ms` milliseconds. 0 does not wait. */
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

/** The part of an answer's body that arrives before the connection closes. One byte is missing where there is no body. */
export function cutBytes({ body }: Answer): { half: Uint8Array<ArrayBuffer>; whole: number } {
  const bytes = new TextEncoder().encode(body);
  return { half: bytes.slice(0, Math.floor(bytes.length / 2)), whole: bytes.length || 1 };
}
