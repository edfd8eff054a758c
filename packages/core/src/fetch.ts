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
  readonly method: string;
  readonly headers: Record<string, string>;
  /** A `Blob` or a `ReadableStream`; absent where there is no body. */
  // biome-ignore lint/suspicious/noExplicitAny: every set of types has another Blob and another ReadableStream.
  readonly body?: any;
  /** There where the body is a stream. */
  readonly duplex?: "half";
  readonly redirect: "manual";
  readonly credentials?: "omit";
  readonly cache?: "no-store";
  readonly signal: AbortSignal;
}

/** What is read of an answer; every `Response` is one. */
export interface FetchResponse {
  readonly status: number;
  readonly redirected: boolean;
  readonly headers: { get(name: string): string | null };
  readonly body: FetchBody | null;
}

/** What is read of an answer's body; every `ReadableStream` of bytes is one. */
export interface FetchBody {
  getReader(): {
    read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
    cancel(): Promise<void>;
  };
  cancel(): Promise<void>;
}
