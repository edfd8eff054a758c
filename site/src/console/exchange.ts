/** What went over the wire: each request as the client made it, and its answer. */

export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Absent where none came. */
  answer?: { readonly status: number; readonly body: string };
  /** What the caller of `fetch` got instead of an answer. */
  failure?: string;
}

/** @param exchanges - gets each one, in the order in which they were sent */
export const recording =
  (fetch: typeof globalThis.fetch, exchanges: Exchange[]): typeof globalThis.fetch =>
  async (input, init) => {
    const { exchange, bytes } = await exchangeOf(input, init);
    exchanges.push(exchange);
    try {
      // A body that is a stream can be read only once, and was.
      const response = await fetch(input, { ...init, ...(init?.body != null && { body: bytes }) });
      const body = await whatArrives(response.clone());
      exchange.answer = { status: response.status, body };
      return response;
    } catch (error) {
      exchange.failure = failureOf(error);
      throw error;
    }
  };

/** The headers are those of `init`: a browser's `Request` would leave out the ones that only a browser may set. */
async function exchangeOf(input: RequestInfo | URL, init: RequestInit = {}) {
  const request = new Request(input, init);
  const { method, url } = request;
  const bytes = await request.arrayBuffer();
  const headers = headersOf(init.headers ?? request.headers);
  const exchange: Exchange = { method, url, headers, body: new TextDecoder().decode(bytes) };
  return { exchange, bytes };
}

function headersOf(given: HeadersInit): Record<string, string> {
  const pairs: Iterable<readonly string[]> =
    given instanceof Headers || Array.isArray(given) ? given : Object.entries(given);
  return Object.fromEntries([...pairs].map(([name = "", value = ""]) => [name, value]));
}

/** Long answers are shown in part. A cut one is shown as far as it came. */
async function whatArrives(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  while (reader && text.length < 20_000) {
    const next = await reader.read().catch(() => undefined);
    if (!next || next.done) return text + (next ? "" : " … the connection closed here");
    text += decoder.decode(next.value, { stream: true });
  }
  await reader?.cancel().catch(() => {});
  return text && `${text.slice(0, 2000)} …`;
}

function failureOf(error: unknown): string {
  const { name, message, cause } = Object(error) as Error;
  const { code } = Object(cause) as { code?: string };
  return [`${name}: ${message}`, code].filter(Boolean).join(", ");
}
