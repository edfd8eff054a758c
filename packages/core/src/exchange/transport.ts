/** Sends one request, once, and reports what is known about it afterwards. */
import type { SendResult } from "../answer/send-result.ts";
import type { Fetch, FetchInit, FetchResponse } from "../fetch.ts";
import type { FailureCause, RawAnswer, UnknownBecause } from "../outcome.ts";
import type { RequestParts } from "../request/request.ts";
import type { OperationTable } from "../table.ts";
import type { Deadline } from "./deadline.ts";
import { isNode } from "./runtime.ts";
import { describeFailure, whyNotSent } from "./transport-failure.ts";

/** Refund answers are a few hundred bytes. A larger answer cannot be one. */
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
): Promise<SendResult> {
  let left = false;
  let raw: RawAnswer | undefined;
  const unknown = (because: UnknownBecause, message: string, cause?: FailureCause): SendResult => ({
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
      // Node does not notice a truncated compressed answer, and a large one ends the process on some versions.
      "Accept-Encoding": "identity",
      ...(media && { "Content-Type": contentTypes[media] }),
      ...given,
      // The server may be closing a reused connection. Then it is uncertain whether the request arrived.
      Connection: "close",
      // The runtime adds 0 by itself. If it is given here, Node 26.0 never ends an empty body over HTTP/2.
      ...(bytes?.size && { "Content-Length": `${bytes.size}` }),
    };
    const init = {
      method,
      headers,
      // Following a redirect would send the refund a second time.
      redirect: "manual",
      // With credentials, Node 24.14 to 26.0 fail on a 401, because they try to send the body again.
      credentials: "omit",
    } as const;
    // Without this, Next.js 14 answers a second refund with the answer to the first.
    let cache: Pick<FetchInit, "cache"> = { cache: "no-store" };
    // Finds out, without sending, whether the runtime accepts the `cache` option. workerd before November 2024 does not.
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
      // Cancelled at once: enough of it would end the process on some versions of Node.
      response.body?.cancel().catch(() => {});
      return unknown(
        "unreadable_answer",
        "The answer is compressed, although the request asked for no compression.",
      );
    }
    const whole = await readText(response, deadline, (text) => {
      raw = { status, body: text };
    });
    return whole
      ? { status: "answered", raw, headers: response.headers }
      : unknown("answer_too_large", "The answer is larger than 1 MiB.");
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

/** Passes on the text so far after each chunk. Resolves to false if the answer is too large. */
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
    // One race for all chunks, because each race is kept in memory until the deadline ends.
    return await deadline.race(read());
  } finally {
    // Not awaited, because cancelling a stalled body can stall, too.
    reader.cancel().catch(() => {});
  }
}
