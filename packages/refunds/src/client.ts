/** The clients behind the account names. */
import {
  type CallOptions,
  type CheckedRequest,
  type Outcome,
  type Problem,
  type QueryOutcome,
  RefundError,
} from "@refunds/core";
import type { EvidenceTable } from "@refunds/core/provider";
import { evidence as evidenceByProvider } from "./generated/evidence.ts";

/** Any account's client: the facade's types have tied each request to its account, so here anything goes. */
export interface Client {
  readonly provider: string;
  readonly timeoutMs: number;
  readonly evidence?: EvidenceTable;
  check(request: object): CheckedRequest;
  refund(request: object, options?: CallOptions): Promise<Outcome>;
  query?(request: object, options?: CallOptions): Promise<QueryOutcome>;
}

/** Which of the accounts are not clients. */
export function problemsOfAccounts(accounts: unknown): Problem[] {
  if (typeof accounts !== "object" || accounts === null) {
    return [
      {
        field: "accounts",
        message: "must be an object: providers' clients, by names of your choice",
      },
    ];
  }
  return Object.entries(accounts).flatMap(([name, client]) => {
    const fits = typeof client?.refund === "function" && typeof client.check === "function";
    const made = typeof client === "function" ? "; call it with its options" : "";
    return fits
      ? []
      : [{ field: `accounts.${name}`, message: `must be a provider's client${made}` }];
  });
}

/** @throws {RefundError} `unknown_account` where no account has that name */
export type ClientOf = (account: unknown) => Client;

/** Finds clients by their accounts' names. */
export function clientsOf(accounts: object): ClientOf {
  const named = new Map<unknown, Client>(Object.entries(accounts));
  return (account) => {
    const client = named.get(account);
    if (client) return client;
    const message = `must be one of ${[...named.keys()].join(", ")}`;
    throw new RefundError("unknown_account", "refunds", [{ field: "account", message }]);
  };
}

/** What an answer to the client's query proves; undefined where it proves nothing. */
export const evidenceOf = ({ provider, evidence }: Client): EvidenceTable | undefined =>
  evidence ??
  (Object.hasOwn(evidenceByProvider, provider) ? evidenceByProvider[provider] : undefined);
