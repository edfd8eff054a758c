/** A `fetch` for runs of many refunds, which lets a connection carry the next refund too. */
import type { Fetch, FetchBody, FetchResponse } from "../fetch.ts";
import { agentOfNode, clocks, type Kept, open, usable } from "./kept-connection.ts";

/**
 * For `fetch` in a client's options: on Node, a connection is kept for up to 250 ms, for the next request to the same host.
 * Saves most of the time and CPU of many refunds in a row. A refund is still sent once. But if the server closes a connection
 * just when the next refund leaves, that refund is `unknown`, where a new connection would have made it certain. From then on
 * no connection to that host is kept.
 *
 * Elsewhere than on Node, and where a program has set a dispatcher of its own, every connection is closed, as it
 * is without this.
 */
export function keptConnections(): Fetch {
  const idle = new Map<string, Kept[]>();
  /** Hosts that close connections earlier than is assumed here. */
  const closing = new Set<string>();
  return async (url, init) => {
    const { origin } = new URL(url);
    const Agent = agentOfNode();
    if (!Agent || closing.has(origin)) return globalThis.fetch(url, init);
    const free = idle.get(origin) ?? [];
    idle.set(origin, free);
    const reused = await usable(free);
    if (closing.has(origin)) {
      reused?.drop();
      return globalThis.fetch(url, init);
    }
    const kept = reused ?? open(Agent, free, () => closing.add(origin));
    const { Connection: _, ...headers } = init.headers;
    const failed = (error: unknown) => {
      if (reused) closing.add(origin);
      kept.drop();
      throw error;
    };
    const response = await globalThis
      .fetch(url, { ...init, headers, dispatcher: kept.agent } as RequestInit)
      .catch(failed);
    const isLast = /close/i.test(response.headers.get("connection") ?? "");
    return whenRead(response, failed, (whole) => {
      if (kept.closed && whole && !isLast) closing.add(origin);
      if (kept.closed || isLast || !whole) return kept.drop();
      kept.restedSince = clocks();
      kept.idle = true;
      free.push(kept);
    });
  };
}

/** The response, with a call when its body has been read, or not all of it. */
function whenRead(
  response: Response,
  failed: (error: unknown) => never,
  over: (whole: boolean) => void,
): FetchResponse {
  let once = (whole: boolean) => {
    once = () => {};
    over(whole);
  };
  const { status, redirected, headers, body } = response;
  const cancel = (of: { cancel(): Promise<void> }) => {
    once(false);
    return of.cancel();
  };
  if (!body) once(true);
  const watched = (bytes: NonNullable<typeof body>): FetchBody => ({
    getReader() {
      const reader = bytes.getReader();
      return {
        async read() {
          const part = await reader.read().catch(failed);
          if (part.done) once(true);
          return part;
        },
        cancel: () => cancel(reader),
      };
    },
    cancel: () => cancel(bytes),
  });
  return { status, redirected, headers, body: body && watched(body) };
}
