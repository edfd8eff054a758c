/** The `fetch` of a process, as frameworks patch it. None sends a request twice: the contract forbids that. */

/** @param request what is to leave */
export type Fetch = (request: Request) => Promise<Response>;

export interface Patching {
  readonly random: (bound: number) => number;
  /** Called where an answer comes from a cache, and no request leaves. */
  readonly cached: () => void;
  /** Whether the last request with this URL was a refund. */
  readonly isRefund: (url: string) => boolean;
}

/** How the sandbox marks an answer that met a fault. */
const faultHeader = "x-refunds-fault";

const mostMs = 1500;

export const fetches = {
  "as it is": (fetch) => fetch,
  /** As Next.js 14 does: the first good answer for an address again, unless the request forbids it. */
  caching: (fetch, { cached }) => caching(fetch, cached, ({ cache }) => cache !== "no-store"),
  /** A cache that requests nobody, of refunds only: nothing could notice that a query's answer is an old one. */
  "caching whatever it is told": (fetch, { cached, isRefund }) =>
    caching(fetch, cached, ({ url }) => isRefund(url)),
  /** A dispatcher of another version of undici, and one whose error says nothing. */
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
  /** Before the request leaves, and before its answer is handed over. */
  slow:
    (fetch, { random }) =>
    async (request) => {
      await pause(random(mostMs));
      const answer = await fetch(request);
      await pause(random(mostMs));
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
    // What met a fault may never end.
    if (!ok || headers.has(faultHeader) || !mayCache(request)) return answer;
    const body = await answer.arrayBuffer();
    kept.set(url, new Response(body, { status, headers }));
    return new Response(body, { status, headers });
  };
}
