/**
 * The types of an injected `fetch`. Those of DOM, Node, Bun, Deno and undici differ in members that refunds do not need.
 * These types have only what is used, so each of their `fetch` functions fits.
 */

/**
 * A `fetch`, or any function that stands in for one: `(url, init) => fetch(url, { ...init, dispatcher })`.
 * @param url - the whole address
 */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

/** How to send the request. Pass all of it on. */
export interface FetchInit {
  /** The HTTP method, in upper case. */
  readonly method: string;
  /** Every header of the request, by name. */
  readonly headers: Record<string, string>;
  /** A `Blob` or a `ReadableStream`, to pass on unread: what was read counts as sent. Absent for a request without a body. */
  // biome-ignore lint/suspicious/noExplicitAny: every set of types has another Blob and another ReadableStream.
  readonly body?: any;
  /** Present if the body is a stream. */
  readonly duplex?: "half";
  /** Redirects must not be followed: that would send the refund again. */
  readonly redirect: "manual";
  /** No cookies and no stored credentials. */
  readonly credentials?: "omit";
  /** Answers must not come from a cache. */
  readonly cache?: "no-store";
  /** Aborts when the deadline has passed or the caller aborts. */
  readonly signal: AbortSignal;
}

/** The members of a `Response` that are read. */
export interface FetchResponse {
  /** The HTTP status. */
  readonly status: number;
  /** Whether a redirect was followed. */
  readonly redirected: boolean;
  /** The headers of the answer. */
  readonly headers: { get(name: string): string | null };
  /** The body of the answer, or null. */
  readonly body: FetchBody | null;
}

/** The members of a `ReadableStream` of bytes that are used. */
export interface FetchBody {
  /** Reads the body in chunks. */
  getReader(): {
    read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
    cancel(): Promise<void>;
  };
  /** Cancels the rest of the body. */
  cancel(): Promise<void>;
}
