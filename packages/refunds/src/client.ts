import type { CallOptions, Outcome, QueryOutcome } from "@refunds/core";
import { refuse } from "./refuse.ts";

/** Any account's client: the facade's types have tied each request to its account, so here anything goes. */
export interface Client {
  readonly provider: string;
  readonly timeoutMs: number;
  check(request: object): void;
  refund(request: object, options?: CallOptions): Promise<Outcome>;
  query?(request: object, options?: CallOptions): Promise<QueryOutcome>;
}

/** Finds clients by their accounts' names; throws a `RefundError` where there is no such account. */
export function clientsOf(accounts: object): (account: unknown) => Client {
  const named = new Map<unknown, Client>(Object.entries(accounts));
  return (account) =>
    named.get(account) ?? refuse("account", `must be one of ${[...named.keys()].join(", ")}`);
}
