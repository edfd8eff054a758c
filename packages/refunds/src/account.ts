import type { Amount, CallOptions, CheckedRequest, Outcome, QueryOutcome } from "@refunds/core";
import type { EvidenceTable } from "@refunds/core/provider";
import type { RefundOutcome } from "@refunds/journal";

/** What an account can be: the client of any provider. */
export interface Account {
  /** The provider's one-word name, such as `yedpay`. */
  readonly provider: string;
  /** Milliseconds that `refund()` takes at most, and after which it does not begin to send. */
  readonly timeoutMs: number;
  /**
   * The request as it will be sent, and the payment that it names. Sends nothing.
   * @throws {RefundError} for what is wrong with the request, so that nothing wrong gets into the journal
   */
  check(request: never): CheckedRequest;
  // A parameter of type never lets every client's narrower request in.
  /** Refunds a payment. */
  refund(request: never, options?: CallOptions): Promise<Outcome>;
  /** Reads a payment, where the provider documents a query. */
  query?(request: never, options?: CallOptions): Promise<QueryOutcome>;
  /** What an answer to the query proves. Needed only where the provider is not one of this package's. */
  readonly evidence?: EvidenceTable;
}

/** What any provider's refund can have, for accounts whose provider is known only at run time. */
export interface AnyRefundRequest {
  /** Which payment, in the provider's identifiers. */
  readonly payment: Readonly<Record<string, string | number>>;
  /** How much of it, for providers that refund in part. */
  readonly amount?: Amount;
  /** Why, for providers that take a reason. */
  readonly reason?: string;
  /** Fields that only this provider has. */
  readonly extra?: Readonly<Record<string, string | number>>;
}

/** What any provider's query can have, for accounts whose provider is known only at run time. */
export type AnyQueryRequest = Pick<AnyRefundRequest, "payment">;

/** The request that a client takes. */
export type RequestOf<A extends Account> = [Parameters<A["refund"]>[0]] extends [never]
  ? AnyRefundRequest
  : Parameters<A["refund"]>[0];

/** What a client's `refund()` resolves with. */
type ClientOutcome<A extends Account> = Awaited<ReturnType<A["refund"]>>;

/** The answer of a client's provider when a refund went well. */
type AnswerOf<A extends Account> = Extract<
  ClientOutcome<A>,
  { readonly status: "succeeded" }
>["answer"];

/** The error codes that a client's provider documents. */
type CodeOf<A extends Account> = Extract<
  ClientOutcome<A>,
  { readonly status: "declined" }
>["code"] &
  string;

/** How a refund through an account ends. */
export type OutcomeOf<A extends Account> = RefundOutcome<AnswerOf<A>, CodeOf<A>>;

/** The query that a client takes; never where its provider documents none. */
export type QueryOf<A extends Account> = A extends {
  query(request: infer Q, options?: CallOptions): unknown;
}
  ? Q
  : "query" extends keyof A
    ? AnyQueryRequest
    : never;

/** How a query through an account ends. */
export type QueryOutcomeOf<A extends Account> = A extends {
  query(request: never, options?: CallOptions): Promise<infer O>;
}
  ? O
  : QueryOutcome;

/** A refund through a named account: the provider's own request, the account's name, and your key. */
export type AccountRefund<Name extends string, A extends Account> = {
  /** The name of one of the accounts given to `createRefunds`. */
  readonly account: Name;
  /** Your own id of this refund, such as `order-1042/refund-1`: one key, one refund. Up to 1,024 characters. */
  readonly key: string;
  /**
   * What of this payment can be refunded in all, including refunds so far: what was captured. The journal declines a
   * refund that would exceed it. It also counts for later refunds of the payment that leave it out, once this one was
   * sent. It is never sent, and not part of the request that the key stands for.
   */
  readonly refundable?: Amount;
} & Omit<RequestOf<A>, "key">;

/** Options of a refund through an account. */
export interface RefundOptions {
  /** Aborting before the request has left makes the outcome `not_sent`; later, `unknown`. */
  readonly signal?: AbortSignal;
  /**
   * Sends a refund again, under the same key, that is known not to have happened: by `reconcile()`, or by what was passed
   * to `record()`. Without it, such a key stays `declined`. Any other outcome is returned and nothing is sent.
   */
  readonly resend?: boolean;
}

/** A query through a named account. Does not compile for a provider that documents none. */
export type AccountQuery<Name extends string, A extends Account> = {
  /** The name of one of the accounts given to `createRefunds`. */
  readonly account: Name;
} & QueryOf<A>;
