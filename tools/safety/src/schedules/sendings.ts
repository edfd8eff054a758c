/** Which refund a request belongs to: `resume()` sends several at once, and under other keys than the callers'. */
import { AsyncLocalStorage } from "node:async_hooks";
import type { Account, RefundEvent } from "refunds";

interface Sending {
  readonly operation: "refund" | "query";
  /** The key as the provider gets it with a refund. */
  readonly sentKey?: string;
  /** The caller's key. */
  key?: string;
}

const current = new AsyncLocalStorage<Sending>();

/** What the running code sends. */
export const currentSending = (): Sending | undefined => current.getStore();

/** The facade reports the caller's key right before it sends. */
export function noteSending({ event, key }: RefundEvent): void {
  const sending = currentSending();
  if (sending && event === "sent") sending.key = key;
}

type Call = (request: { readonly key?: string }, ...rest: unknown[]) => unknown;

/** The client, with each of its calls noted. */
export function followed(client: Account): Account {
  const { query, refund } = client as unknown as { readonly query?: Call; readonly refund: Call };
  const followedRefund: Call = (request, ...rest) => {
    const { key: sentKey } = request;
    const sending = { operation: "refund", ...(sentKey !== undefined && { sentKey }) } as const;
    return current.run(sending, () => refund(request, ...rest));
  };
  const followedQuery =
    query && ((...given: Parameters<Call>) => current.run({ operation: "query" }, query, ...given));
  return {
    ...client,
    refund: followedRefund,
    ...(followedQuery && { query: followedQuery }),
  } as unknown as Account;
}

/** The key under which a request is a refund, as the provider gets it. Requests for tokens have none. */
export async function sentKeyOf(request: Request): Promise<string | undefined> {
  const { sentKey } = currentSending() ?? {};
  if (sentKey === undefined) return undefined;
  const has = (text: string) => text.includes(sentKey);
  // The body is read only where it must be: after that, a refused connection proves nothing.
  return [...request.headers.values()].some(has) || has(await request.clone().text())
    ? sentKey
    : undefined;
}
