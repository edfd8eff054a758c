/** Patched `fetch` functions, as in frameworks. None of them sends a request twice. */

export type Fetch = (request: Request) => Promise<Response>;

export interface Patching {
  readonly random: (bound: number) => number;
  /** Called when a cached answer is used and no request is sent. */
  readonly cached: () => void;
  /** Whether the last request to this URL was a refund. */
  readonly isRefund: (url: string) => boolean;
}

/** The header of the sandbox on answers with a fault. */
const faultHeader = "x-refunds-fault";

const maxDelayMs = 1500;

export const fetches = {
  "as it is": (fetch) => fetch,
  /** Like Next.js 14: reuses the first successful answer for a URL, unless the request forbids caching. */
  caching: (fetch, { cached }) => caching(fetch, cached, ({ cache }) => cache !== "no-store"),
  /** Ignores `no-store`. Caches refunds only, because an outdated answer to a query cannot be detected. */
  "caching everything": (fetch, { cached, isRefund }) =>
    caching(fetch, cached, ({ url }) => isRefund(url)),
  /** Fails like a dispatcher of another undici version, or with an error without details. */
  "failing before dispatch": (fetch, { random }) => {
    const causes = [
      { code: "UND_ERR_INVALID_ARG", message: "invalid onRequestStart method" },
      { message: "interceptor failed" },
    ];
    return async (request) => {
      const cause = causes[random(4)];
      if (cause) throw new TypeError("fetch failed", { cause });
      return fetch(request);
    };
  },
  /** Delays the request and its answer. */
  slow:
    (fetch, { random }) =>
    async (request) => {
      await pause(random(maxDelayMs));
      const answer = await fetch(request);
      await pause(random(maxDelayMs));
      return answer;
    },
} satisfies Record<string, (fetch: Fetch, patching: Patching) => Fetch>;

export type FetchKind = keyof typeof fetches;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function caching(fetch: Fetch, cached: () => void, mayCache: (request: Request) => boolean): Fetch {
  const kept = new Map<string, Response>();
  return async (request) => {
    const { url } = request;
    const found = kept.get(url);
    if (found && mayCache(request)) {
      cached();
      return found.clone();
    }
    const answer = await fetch(request);
    const { ok, status, headers } = answer;
    // An answer with a fault may never end.
    if (!ok || headers.has(faultHeader) || !mayCache(request)) return answer;
    const body = await answer.arrayBuffer();
    kept.set(url, new Response(body, { status, headers }));
    return new Response(body, { status, headers });
  };
}
