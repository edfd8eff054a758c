/** The only module that knows openapi-fetch. Sends one request, once, and says what is known of its fate. */
import { createFinalURL } from "openapi-fetch";
import type { Exchange } from "../answer/ending.ts";
import type { RawAnswer } from "../outcome.ts";
import type { RequestParts } from "../request/request.ts";
import type { OperationTable } from "../table.ts";
import type { Deadline } from "./deadline.ts";
import { describeFailure, provesNotSent } from "./transport-failure.ts";

/** Refund answers are a few hundred bytes; what is larger than this is no refund answer. */
const largestAnswer = 1024 * 1024;

/** The whole URL of a request. */
export const requestUrl = (
  baseUrl: string,
  { path }: OperationTable,
  { path: names, query }: RequestParts,
): string =>
  createFinalURL(path, {
    baseUrl,
    params: { path: names, query },
    pathSerializer: (url, values) =>
      url.replace(/\{([^}]+)\}/g, (_, name) => encodeURIComponent(values[name] as string)),
    querySerializer: (values) => new URLSearchParams(values as Record<string, string>).toString(),
  });

/** Sends a request with exactly this body. Never throws. */
export async function send(
  url: string,
  { method, media }: OperationTable,
  headers: Readonly<Record<string, string>>,
  body: string | undefined,
  fetch: typeof globalThis.fetch,
  deadline: Deadline,
  mask: (text: string) => string,
): Promise<Exchange> {
  let left = false;
  let raw: RawAnswer | undefined;
  try {
    const bytes = await new Response(body).blob();
    const request = new Request(url, {
      method,
      headers: {
        Accept: "application/json",
        ...(media && { "Content-Type": contentTypes[media] }),
        ...headers,
        // A reused connection may be closing just now, and then nobody knows whether the request arrived.
        Connection: "close",
        ...(method !== "GET" && { "Content-Length": `${bytes.size}` }),
      },
      ...(method !== "GET" && { body: once(bytes), duplex: "half" }),
      signal: deadline.signal,
      // Following a redirect would send the refund a second time, to somewhere else.
      redirect: "manual",
    });
    if (deadline.ended()) throw deadline.signal.reason;
    left = true;
    const response = await deadline.race(fetch(request));
    const status = response.redirected ? 0 : response.status;
    raw = { status, body: "" };
    const whole = await readText(response, deadline, (text) => {
      raw = { status, body: text };
    });
    if (whole) return { status: "answered", raw, headers: response.headers };
    const message = "It is over 1 MiB.";
    return { status: "unknown", because: "answer_too_large", message, raw };
  } catch (error) {
    const cause = describeFailure(error, mask);
    const ended = deadline.ended();
    if (!left || (!raw && !ended && provesNotSent(error))) {
      const because = (left ? undefined : ended) ?? "not_connected";
      return { status: "not_sent", because, message: "No connection was made.", cause };
    }
    const because = ended ?? "connection_lost";
    const message = `The call ended (${because}) before the answer was read.`;
    return { status: "unknown", because, message, cause, ...(raw && { raw }) };
  }
}

/**
 * The bytes as a body that the runtime itself cannot send again: Node would send what is no stream a second time after a
 * 421, and Deno what is no blob where a connection closes unanswered. Elsewhere a stream may go out without its length,
 * or not at all. Only Node says nothing of itself, or that it is jsdom.
 */
const once = (bytes: Blob): BodyInit =>
  /^(node|$)|jsdom/i.test(globalThis.navigator?.userAgent ?? "") ? bytes.stream() : bytes;

const contentTypes = { json: "application/json", form: "application/x-www-form-urlencoded" };

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
