import {
  type Answer,
  cutBytes,
  type Delivery,
  dripOf,
  floodOf,
  hasNoBody,
} from "../faults/delivery.ts";
import {
  bodyTerminated,
  connectionRefused,
  connectionReset,
  unexpectedRedirect,
} from "./node-errors.ts";

export interface SandboxFetch {
  /** Resolves with the response, or rejects with the same error as Node's `fetch`. */
  deliver(delivery: Delivery, request: Request): Promise<Response>;
  /** Releases the references to hanging requests. They never settle. */
  forget(): void;
}

export function createSandboxFetch(dripMs: number): SandboxFetch {
  // A Request forwards its caller's abort only while it is not garbage collected, and nothing else references a hanging one.
  const hanging = new Set<Request>();

  const hang = (request: Request) =>
    new Promise<never>((_, reject) => {
      hanging.add(request);
      const stop = () => {
        hanging.delete(request);
        reject(request.signal.reason);
      };
      request.signal.addEventListener("abort", stop, { once: true });
    });

  return {
    forget: () => hanging.clear(),
    async deliver(delivery, request) {
      switch (delivery.by) {
        case "refuse":
          throw connectionRefused(request.url);
        case "reset":
          throw connectionReset();
        case "hang":
          return hang(request);
        case "no_answer":
          throw noAnswer(delivery.error);
        case "invalid_use":
          throw new TypeError(delivery.message);
        case "answer":
          return answered(delivery.answer, delivery.answer.body, request);
        case "drip":
          return answered(
            delivery.answer,
            abortable(dripOf(delivery.answer, dripMs), request),
            request,
          );
        case "flood":
          return answered(delivery.answer, abortable(floodOf(delivery.answer), request), request);
        case "cut":
          return answered(delivery.answer, cutBody(delivery.answer), request);
      }
    },
  };
}

function answered({ status, headers }: Answer, body: BodyInit, request: Request): Response {
  // An answer that is not a redirect may say where the refund is.
  const location = status >= 300 && status < 400 ? headers.location : undefined;
  if (location !== undefined && request.redirect === "error") throw unexpectedRedirect();
  if (location !== undefined && request.redirect === "follow") throw connectionRefused(location);
  return new Response(hasNoBody(status) ? null : body, { status, headers });
}

function cutBody(answer: Answer): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { half } = cutBytes(answer);
  let sentHalf = false;
  return new ReadableStream(
    {
      pull(controller) {
        if (sentHalf) return controller.error(bodyTerminated());
        sentHalf = true;
        controller.enqueue(half);
      },
    },
    { highWaterMark: 0 },
  );
}

/** Makes reading reject with the caller's abort reason once the caller aborts, as with a real response. */
function abortable<Bytes>(body: ReadableStream<Bytes>, request: Request): ReadableStream<Bytes> {
  const reader = body.getReader();
  return new ReadableStream<Bytes>(
    {
      start(controller) {
        const stop = () => {
          reader.cancel().catch(() => {});
          controller.error(request.signal.reason);
        };
        request.signal.addEventListener("abort", stop, { once: true });
      },
      async pull(controller) {
        const { done, value } = await reader.read();
        if (request.signal.aborted) return;
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

function noAnswer(error: unknown): TypeError {
  if (error === undefined)
    return new TypeError("The sandbox gave no answer: the request's body could not be read.");
  const message = error instanceof Error ? error.message : String(error);
  return new TypeError(`The sandbox gave no answer, because it failed itself: ${message}`, {
    cause: error,
  });
}
