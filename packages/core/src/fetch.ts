/**
 * What is asked of an injected `fetch`. The types of DOM, Node, Bun, Deno and undici differ in members that no refund
 * needs, so that one's `fetch` does not fit another's type; these have only what is used, and every one of them fits.
 */

/**
 * A `fetch`, or any function that stands in for one: `(url, init) => fetch(url, { ...init, dispatcher })`.
 * @param url - the whole address
 */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

/** How a request is to be sent. Hand all of it on. */
export interface FetchInit {
  /** The HTTP method, in upper case. */
  readonly method: string;
  /** Every header of the request, by name. */
  readonly headers: Record<string, string>;
  /** A `Blob` or a `ReadableStream`; absent where there is no body. */
  // biome-ignore lint/suspicious/noExplicitAny: every set of types has another Blob and another ReadableStream.
  readonly body?: any;
  /** There where the body is a stream. */
  readonly duplex?: "half";
  /** Redirects are not followed: following one would send the refund again, to somewhere else. */
  readonly redirect: "manual";
  /** No cookies and no stored credentials. */
  readonly credentials?: "omit";
  /** An answer from a cache is never an answer to this refund. */
  readonly cache?: "no-store";
  /** Fires when the deadline has passed, or the caller aborts. */
  readonly signal: AbortSignal;
}

/** What is read of an answer; every `Response` is one. */
export interface FetchResponse {
  /** The HTTP status. */
  readonly status: number;
  /** Whether a redirect was followed all the same. */
  readonly redirected: boolean;
  /** The headers of the answer. */
  readonly headers: { get(name: string): string | null };
  /** The body of the answer; null where there is none. */
  readonly body: FetchBody | null;
}

/** What is read of an answer's body; every `ReadableStream` of bytes is one. */
export interface FetchBody {
  /** Reads the body, piece by piece. */
  getReader(): {
    read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
    cancel(): Promise<void>;
  };
  /** Gives up the rest of the body. */
  cancel(): Promise<void>;
}
