/** Reads the request of a provider as bytes, whatever server it came through. */
import { RefundError } from "../errors.ts";
import type { Received } from "../signature/verify.ts";

/**
 * The longest body in bytes. Notifications are a few kilobytes. Some are parsed before their signature is verified, and a
 * stranger's may not take long.
 */
const longestBody = 256 * 1024;

export type Incoming = Pick<Received, "headers"> & {
  /** Absent if it is not UTF-8 text of at most 256 KiB. */
  readonly body?: string;
  readonly isTooLong: boolean;
  readonly query: URLSearchParams;
};

/** @throws {RefundError} if the caller passes something other than a request with its raw body */
export async function readIncoming(provider: string, request: unknown): Promise<Incoming> {
  const { headers, url = "" } = Object(request) as { headers?: unknown; url?: unknown };
  if (typeof headers !== "object" || headers === null) {
    return refuse(provider, "request", "must be a Request, or { headers, body, url }");
  }
  const bytes = await bytesOf(provider, request as object);
  const isTooLong = bytes.length > longestBody;
  const body = isTooLong ? undefined : textOf(bytes);
  return {
    headers: isHeaders(headers) ? headers : { get: (name) => headerOf(headers, name) },
    ...(body !== undefined && { body }),
    isTooLong,
    query: queryOf(String(url)),
  };
}

function refuse(provider: string, field: string, message: string): never {
  throw new RefundError("invalid_request", provider, [{ field, message }]);
}

async function bytesOf(provider: string, request: object): Promise<Uint8Array> {
  const { body } = request as { body?: unknown };
  if ("arrayBuffer" in request && typeof request.arrayBuffer === "function") {
    if ("bodyUsed" in request && request.bodyUsed) {
      return refuse(provider, "request", "was read before; pass it on unread, or a clone() of it");
    }
    return readStream(body as ReadableStream<Uint8Array> | null);
  }
  if (typeof body === "string") return new TextEncoder().encode(body);
  // By its tag: a Uint8Array of another realm, as in Jest, is not an instance of ours.
  if (Object.prototype.toString.call(body) === "[object Uint8Array]") return body as Uint8Array;
  return refuse(
    provider,
    "body",
    'must be the raw body, a string or Uint8Array: the signature is over its bytes. In Express, use express.raw({ type: "*/*" }) for this route, before express.json()',
  );
}

/** Stops behind the longest body: a stranger must not fill the memory. */
async function readStream(stream: ReadableStream<Uint8Array> | null): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = stream?.getReader();
  while (reader && size <= longestBody) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    size += value.length;
  }
  if (size > longestBody) reader?.cancel().catch(() => {});
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const isHeaders = (headers: object): headers is Headers =>
  "get" in headers && typeof headers.get === "function";

/** A header that came twice is not one that a provider sent. */
function headerOf(headers: object, name: string): string | null {
  const values = Object.entries(headers)
    .filter(([own]) => own.toLowerCase() === name.toLowerCase())
    .flatMap(([, value]) => value ?? []);
  return values.length === 1 ? String(values[0]) : null;
}

function queryOf(url: string): URLSearchParams {
  // Servers give a path, or the whole address.
  return new URLSearchParams(/\?([^#]*)/.exec(url)?.[1] ?? "");
}
