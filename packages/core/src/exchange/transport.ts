/** Sends one request, once, and says what is known of its fate. */
import type { Exchange } from "../answer/ending.ts";
import type { Fetch, FetchInit, FetchResponse } from "../fetch.ts";
import type { FailureCause, RawAnswer, UnknownBecause } from "../outcome.ts";
import type { RequestParts } from "../request/request.ts";
import type { OperationTable } from "../table.ts";
import type { Deadline } from "./deadline.ts";
import { isNode } from "./runtime.ts";
import { describeFailure, whyNotSent } from "./transport-failure.ts";

/** Refund answers are a few hundred bytes; what is larger than this is no refund answer. */
const largestAnswer = 1024 * 1024;

/** The whole URL of a request. */
export function requestUrl(
  baseUrl: string,
  { path }: OperationTable,
  { path: names, query }: RequestParts,
): string {
  const filled = path.replace(/\{([^}]+)\}/g, (_, name) =>
    encodeURIComponent(names[name] as string),
  );
  const search = new URLSearchParams(query).toString();
  return `${baseUrl}${filled}${search && "?"}${search}`;
}

/** Sends a request with exactly this body. Never throws. */
export async function send(
  url: string,
  { method, media }: OperationTable,
  given: Readonly<Record<string, string>>,
  text: string | undefined,
  fetch: Fetch,
  deadline: Deadline,
  mask: (text: string) => string,
): Promise<Exchange> {
  let left = false;
  let raw: RawAnswer | undefined;
  const unknown = (because: UnknownBecause, message: string, cause?: FailureCause): Exchange => ({
    status: "unknown",
    because,
    message,
    ...(cause && { cause }),
    ...(raw && { raw }),
  });
  try {
    const bytes = method === "GET" ? undefined : await new Response(text).blob();
    const headers = {
      Accept: "application/json",
      // Node does not notice that a compressed answer was cut, and some of its versions end the process over a large one.
      "Accept-Encoding": "identity",
      ...(media && { "Content-Type": contentTypes[media] }),
      ...given,
      // A reused connection may be closing just now, and then nobody knows whether the request arrived.
      Connection: "close",
      // Without one the runtime says 0 itself; with a 0, Node 26.0 never ends an empty body over HTTP/2.
      ...(bytes?.size && { "Content-Length": `${bytes.size}` }),
    };
    const init = {
      method,
      headers,
      // Following a redirect would send the refund a second time, to somewhere else.
      redirect: "manual",
      // With credentials, Node 24.14 to 26.0 fail on a 401: they look for a body to send again.
      credentials: "omit",
    } as const;
    // Next.js 14 answers a second refund with the answer to the first.
    let cache: Pick<FetchInit, "cache"> = { cache: "no-store" };
    // What a runtime refuses, it refuses here, where nothing is sent: workerd before November 2024 does not know the member.
    try {
      new Request(url, { ...init, ...cache });
    } catch {
      cache = {};
      new Request(url, init);
    }
    const body = bytes && (isNode() ? bytes.stream() : bytes);
    if (deadline.ended()) throw deadline.signal.reason;
    left = true;
    const response = await deadline.race(
      fetch(url, {
        ...init,
        ...cache,
        ...(body && { body, duplex: "half" }),
        signal: deadline.signal,
      }),
    );
    const status = response.redirected ? 0 : response.status;
    raw = { status, body: "" };
    const coding = response.headers.get("content-encoding");
    if (coding && coding !== "identity") {
      // At once, before there is enough of it to end the process.
      response.body?.cancel().catch(() => {});
      return unknown("unreadable_answer", "It is compressed, which was not asked for.");
    }
    const whole = await readText(response, deadline, (text) => {
      raw = { status, body: text };
    });
    return whole
      ? { status: "answered", raw, headers: response.headers }
      : unknown("answer_too_large", "It is over 1 MiB.");
  } catch (error) {
    const cause = describeFailure(error, mask);
    const ended = deadline.ended();
    const unsent = left ? !raw && !ended && whyNotSent(error) : (ended ?? "not_dispatched");
    if (unsent) {
      const message = `Nothing was sent (${unsent}): ${cause.message}`;
      return { status: "not_sent", because: unsent, message, cause };
    }
    const because = ended || "connection_lost";
    return unknown(because, `The call ended (${because}) before the answer was read.`, cause);
  }
}

const contentTypes = { json: "application/json", form: "application/x-www-form-urlencoded" };

/** Hands over the text so far, again and again; false where there is more of it than is read. */
async function readText(
  response: FetchResponse,
  deadline: Deadline,
  soFar: (text: string) => void,
): Promise<boolean> {
  const reader = response.body?.getReader();
  if (!reader) return true;
  const decoder = new TextDecoder();
  let size = 0;
  let text = "";
  const read = async () => {
    for (;;) {
      const { done, value } = await reader.read();
      const room = largestAnswer - size;
      size += value?.byteLength ?? 0;
      text += decoder.decode(value?.subarray(0, room), { stream: !done });
      soFar(text);
      if (done || size > largestAnswer) return done;
    }
  };
  try {
    // One race for all of it: each would be remembered until the deadline ends.
    return await deadline.race(read());
  } finally {
    // Not awaited: a body that stalls may also stall its cancelling.
    reader.cancel().catch(() => {});
  }
}
