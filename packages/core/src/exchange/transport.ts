/** Sends one request, once, and reports what is known about it afterwards. */
import type { SendResult } from "../answer/send-result.ts";
import type { Fetch, FetchResponse } from "../fetch.ts";
import type { NotSentBecause, RawAnswer, UnknownBecause } from "../outcome.ts";
import type { RequestParts } from "../request/request.ts";
import type { OperationTable } from "../table.ts";
import type { Deadline } from "./deadline.ts";
import { isNode, streamOf } from "./runtime.ts";
import { describeFailure, namesRequest, whyNotSent } from "./transport-failure.ts";

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
  const search = new URLSearchParams(query);
  return `${baseUrl}${filled}${search.size > 0 ? `?${search}` : ""}`;
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
  let mayLeave = false;
  let wasRead = false;
  let raw: RawAnswer | undefined;
  const onNode = isNode();
  const reading = () => {
    wasRead = true;
    // Connecting may have taken longer than the call may, on a machine that was suspended meanwhile. A caller's `fetch` may have
    // failed at something else meanwhile: what was reported as not sent must stay here.
    if (!mayLeave || deadline.ended()) throw new Error("The call is over.");
  };
  try {
    const bytes = method === "GET" ? undefined : new TextEncoder().encode(text);
    const init = acceptedInit(url, method, {
      ...(media && { "Content-Type": contentTypes[media] }),
      ...given,
      // The runtime adds 0 by itself. If it is given here, Node 26.0 never ends an empty body over HTTP/2.
      ...(bytes?.length && { "Content-Length": `${bytes.length}` }),
    });
    const body = bytes && (onNode ? streamOf(bytes, reading) : new Blob([bytes]));
    if (deadline.ended()) throw deadline.signal.reason;
    mayLeave = true;
    const response = await deadline.race(
      fetch(url, { ...init, ...(body && { body, duplex: "half" }), signal: deadline.signal }),
    );
    const status = response.redirected ? 0 : response.status;
    raw = { status, body: "" };
    const problem = await readBody(response, deadline, (body) => {
      raw = { status, body };
    });
    return problem
      ? { status: "unknown", ...problem, raw }
      : { status: "answered", raw, headers: response.headers };
  } catch (error) {
    const ended = deadline.ended();
    // A caller's `fetch` may do more than send, so an error alone does not tell which of its connections failed.
    const mayHaveLeft = raw || ended || wasRead || (!onNode && !namesRequest(error, url));
    const unsent = mayLeave ? !mayHaveLeft && whyNotSent(error) : (ended ?? "not_dispatched");
    if (unsent) {
      mayLeave = false;
      return notSent(unsent, error, mask);
    }
    const cause = describeFailure(error, mask);
    const because = ended || "connection_lost";
    const message = `The call ended (${because}) before the answer was read.`;
    return { status: "unknown", because, message, cause, ...(raw && { raw }) };
  }
}

/** The result of a request that never left. */
export function notSent(
  because: NotSentBecause,
  error: unknown,
  mask: (text: string) => string,
): SendResult {
  const cause = describeFailure(error, mask);
  const message = `Nothing was sent (${because}): ${cause.message}`;
  return { status: "not_sent", because, message, cause };
}

const contentTypes = { json: "application/json", form: "application/x-www-form-urlencoded" };

/** The request without its body, with the `cache` option where the runtime accepts it. Sends nothing. */
function acceptedInit(
  url: string,
  method: OperationTable["method"],
  headers: Readonly<Record<string, string>>,
) {
  const init = {
    method,
    headers: {
      Accept: "application/json",
      // Node does not notice a truncated compressed answer, and a large one ends the process on some versions.
      "Accept-Encoding": "identity",
      ...headers,
      // The server may be closing a reused connection. Then it is uncertain whether the request arrived.
      Connection: "close",
    },
    // Following a redirect would send the refund a second time.
    redirect: "manual",
    // With credentials, Node 24.14 to 26.0 fail on a 401, because they try to send the body again.
    credentials: "omit",
  } as const;
  // Without `cache`, Next.js 14 answers a second refund with the answer to the first.
  const uncached = { ...init, cache: "no-store" } as const;
  try {
    // What the runtime refuses must be known before anything leaves. Plain headers need to be tried out once.
    const odd = /[^ -~]/.test(Object.values(init.headers).join());
    if (odd || accepting !== Request) new Request(url, uncached);
    accepting = Request;
    return uncached;
  } catch {
    // workerd before November 2024 does not accept it.
    new Request(url, init);
    return init;
  }
}

/** The `Request` that accepts `cache`. */
let accepting: unknown;

/**
 * Resolves with what is wrong with the answer, if anything.
 * @param soFar called with the text so far, after each chunk
 */
async function readBody(
  { headers, body }: FetchResponse,
  deadline: Deadline,
  soFar: (text: string) => void,
): Promise<{ because: UnknownBecause; message: string } | undefined> {
  const coding = headers.get("content-encoding");
  if (coding && coding !== "identity") {
    // Cancelled at once: enough of it would end the process on some versions of Node.
    body?.cancel().catch(() => {});
    return {
      because: "unreadable_answer",
      message: "The answer is compressed, although the request asked for no compression.",
    };
  }
  const reader = body?.getReader();
  if (!reader) return undefined;
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
    if (await deadline.race(read())) return undefined;
    return { because: "answer_too_large", message: "The answer is larger than 1 MiB." };
  } finally {
    // Not awaited, because cancelling a stalled body can stall, too.
    reader.cancel().catch(() => {});
  }
}
