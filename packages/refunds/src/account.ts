import type { Amount, CallOptions, Outcome, QueryOutcome } from "@refunds/core";

/** What an account can be: the client of any provider. */
export interface Account {
  readonly provider: string;
  // A parameter of type never lets every client's narrower request in.
  refund(request: never, options?: CallOptions): Promise<Outcome>;
  query?(request: never, options?: CallOptions): Promise<QueryOutcome>;
}

/** What any provider's refund can hold, for accounts whose provider is known only at run time. */
export interface AnyRefundRequest {
  readonly payment: Readonly<Record<string, string | number>>;
  readonly amount?: Amount;
  readonly reason?: string;
  readonly extra?: Readonly<Record<string, string | number>>;
}

/** The request a client takes. */
export type RequestOf<A extends Account> = [Parameters<A["refund"]>[0]] extends [never]
  ? AnyRefundRequest
  : Parameters<A["refund"]>[0];

/** The outcome a client gives. */
export type OutcomeOf<A extends Account> = Awaited<ReturnType<A["refund"]>>;

/** The query a client takes; never, where its provider documents none. */
export type QueryOf<A extends Account> = A extends {
  query(request: infer Q, options?: CallOptions): unknown;
}
  ? Q
  : never;

export type QueryOutcomeOf<A extends Account> = A extends {
  query(request: never, options?: CallOptions): Promise<infer O>;
}
  ? O
  : never;

/** A refund through a named account: the provider's own request, the account's name, and the caller's key. */
export type AccountRefund<Name extends string, A extends Account> = {
  readonly account: Name;
  /** Your own id of this refund, such as `order-1042/refund-1`: one key, one refund. */
  readonly key: string;
} & Omit<RequestOf<A>, "key">;

/** A query through a named account; does not compile for a provider that documents none. */
export type AccountQuery<Name extends string, A extends Account> = {
  readonly account: Name;
} & QueryOf<A>;
