/** The only module that knows openapi-fetch. Sends one request, once, and says what is known of its fate. */
import createClient from "openapi-fetch";
import type { Deadline } from "./deadline.ts";
import type { FailureCause, UnknownBecause } from "./outcome.ts";
import type { OperationTable } from "./table.ts";
import { describeFailure, provesNotSent } from "./transport-failure.ts";

/** An answer as it came. */
export interface RawAnswer {
  /** The HTTP status; 0 where it is that of a redirect, hidden by a browser or followed by an injected `fetch`. */
  readonly status: number;
  /** The body as text; as much of it as came, where the outcome is `unknown` because it did not come whole. */
  readonly body: string;
}

/** A request, complete: nothing is added to it but what HTTP itself needs. */
export interface WireCall {
  readonly method: OperationTable["method"];
  /** With every path parameter and the query filled in, encoded. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export type Exchange =
  | { readonly kind: "answered"; readonly raw: RawAnswer }
  | { readonly kind: "not_sent"; readonly message: string; readonly cause: FailureCause }
  | {
      readonly kind: "unknown";
      readonly because: UnknownBecause;
      readonly message: string;
      readonly cause?: FailureCause;
      /** As much of an answer as came. */
      readonly raw?: RawAnswer;
    };

export type Send = (call: WireCall, deadline: Deadline) => Promise<Exchange>;

/** Refund answers are a few hundred bytes; what is larger than this is no refund answer. */
const largestAnswer = 1024 * 1024;

export function createTransport(
  baseUrl: string,
  fetch: typeof globalThis.fetch,
  mask: (text: string) => string,
): Send {
  // Following a redirect would send the refund a second time, to somewhere else.
  const client = createClient({ baseUrl, redirect: "manual" });
  // Its types are made for literal paths of a `paths` type; here the path comes from a table.
  const request = client.request as unknown as UntypedRequest;
  return async (call, deadline) => {
    let left = false;
    let raw: RawAnswer | undefined;
    let whole = false;
    try {
      await request(call.method, call.path, {
        headers: call.headers,
        signal: deadline.signal,
        ...(call.body !== undefined && { body: call.body, bodySerializer: (text: string) => text }),
        // openapi-fetch drops the text of what it cannot parse, and reads without limit. The answer is read here, once.
        fetch: async (request: Request) => {
          deadline.signal.throwIfAborted();
          left = true;
          const response = await deadline.race(fetch(request));
          const status = response.redirected ? 0 : response.status;
          raw = { status, body: "" };
          whole = await readText(response, deadline, (body) => {
            raw = { status, body };
          });
          return new Response(null, { status: 204 });
        },
      });
    } catch (error) {
      const cause = describeFailure(error, mask);
      if (!left || (!raw && !deadline.ended() && provesNotSent(error))) {
        return { kind: "not_sent", message: "No connection to the provider was made.", cause };
      }
      const because = deadline.ended() ?? "connection_lost";
      return { kind: "unknown", because, message: endings[because], cause, ...(raw && { raw }) };
    }
    if (raw && whole) return { kind: "answered", raw };
    const message = "The answer is larger than 1 MiB.";
    return { kind: "unknown", because: "answer_too_large", message, ...(raw && { raw }) };
  };
}

type UntypedRequest = (method: string, path: string, init: object) => Promise<unknown>;

const endings = {
  timeout: "No whole answer came within the deadline.",
  aborted: "The call was aborted after the request had left.",
  connection_lost: "The connection broke before the whole answer was read.",
};

/** Hands over the text so far, again and again; false where there is more of it than is read. */
async function readText(
  response: Response,
  deadline: Deadline,
  soFar: (text: string) => void,
): Promise<boolean> {
  const reader = response.body?.getReader();
  if (!reader) return true;
  const decoder = new TextDecoder();
  let size = 0;
  let text = "";
  try {
    for (;;) {
      const { done, value } = await deadline.race(reader.read());
      const room = largestAnswer - size;
      size += value?.byteLength ?? 0;
      text += decoder.decode(value?.subarray(0, room), { stream: !done });
      soFar(text);
      if (done || size > largestAnswer) return done;
    }
  } finally {
    // Not awaited: a body that stalls may also stall its cancelling.
    reader.cancel().catch(() => {});
  }
}
