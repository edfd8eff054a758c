import { type CallOptions, type Outcome, type QueryOutcome, RefundError } from "@refunds/core";
import type { EvidenceTable } from "@refunds/core/provider";
import { evidence as evidenceByProvider } from "./generated/evidence.ts";
import { refuse } from "./refuse.ts";

/** Any account's client: the facade's types have tied each request to its account, so here anything goes. */
export interface Client {
  readonly provider: string;
  readonly timeoutMs: number;
  readonly evidence?: EvidenceTable;
  check(request: object): void;
  refund(request: object, options?: CallOptions): Promise<Outcome>;
  query?(request: object, options?: CallOptions): Promise<QueryOutcome>;
}

/**
 * Finds clients by their accounts' names, and throws a `RefundError` where there is no such account.
 * @throws {RefundError} for accounts that are no clients
 */
export function clientsOf(accounts: object): (account: unknown) => Client {
  const named = new Map<unknown, Client>(Object.entries(Object(accounts)));
  const problems = [...named].flatMap(([name, client]) => {
    const fits = typeof client?.refund === "function" && typeof client.check === "function";
    const made = typeof client === "function" ? "; call it with its options" : "";
    return fits
      ? []
      : [{ field: `accounts.${name}`, message: `must be a provider's client${made}` }];
  });
  if (problems.length > 0) throw new RefundError("invalid_options", "refunds", problems);
  return (account) =>
    named.get(account) ?? refuse("account", `must be one of ${[...named.keys()].join(", ")}`);
}

/** What an answer to the client's query proves; undefined where it proves nothing. */
export const evidenceOf = ({ provider, evidence }: Client): EvidenceTable | undefined =>
  evidence ??
  (Object.hasOwn(evidenceByProvider, provider) ? evidenceByProvider[provider] : undefined);
