/** Finds the client of an account. */
import {
  type CallOptions,
  type CheckedRequest,
  type Notification,
  type NotificationRequest,
  type Outcome,
  type Problem,
  type QueryOutcome,
  RefundError,
} from "@refunds/core";
import type { EvidenceTable } from "@refunds/core/provider";

/** The client of any account. Requests are untyped here, because the facade's types already match them to their accounts. */
export interface Client {
  readonly provider: string;
  readonly timeoutMs: number;
  /** Where it sends. */
  readonly sentTo?: string;
  /** What an answer to the query proves. Without it, nothing does. */
  readonly evidence?: EvidenceTable;
  check(request: object): CheckedRequest;
  refund(request: object, options?: CallOptions): Promise<Outcome>;
  query?(request: object, options?: CallOptions): Promise<QueryOutcome>;
  notification?(request: NotificationRequest): Promise<Notification>;
}

/** Reports each account that is not a client. */
export function problemsOfAccounts(accounts: unknown): Problem[] {
  if (typeof accounts !== "object" || accounts === null) {
    return [
      {
        field: "accounts",
        message: "must be an object of providers' clients, such as { europe: openpayd(options) }",
      },
    ];
  }
  return Object.entries(accounts).flatMap(([name, client]) => {
    const isClient = typeof client?.refund === "function" && typeof client.check === "function";
    const advice = typeof client === "function" ? "; call it with its options" : "";
    return isClient
      ? []
      : [{ field: `accounts.${name}`, message: `must be a provider's client${advice}` }];
  });
}

/** @throws {RefundError} `unknown_account` if no account has this name */
export type ClientOf = (account: unknown) => Client;

export function clientsOf(accounts: object): ClientOf {
  const named = new Map<unknown, Client>(Object.entries(accounts));
  return (account) => {
    const client = named.get(account);
    if (client) return client;
    const message = `must be one of ${[...named.keys()].join(", ")}`;
    throw new RefundError("unknown_account", "refunds", [{ field: "account", message }]);
  };
}
