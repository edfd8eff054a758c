import type { Amount, CallOptions, Outcome, QueryOutcome } from "@refunds/core";
import type { EvidenceTable } from "@refunds/core/provider";
import type { RecordedOutcome } from "@refunds/journal";

/** What an account can be: the client of any provider. */
export interface Account {
  /** The provider's one-word name. */
  readonly provider: string;
  /** Milliseconds that `refund()` takes at most, and after which it does not begin to send. */
  readonly timeoutMs: number;
  /** Throws a `RefundError` for what is wrong with a refund's request, so that nothing wrong gets into the journal. */
  check(request: never): void;
  // A parameter of type never lets every client's narrower request in.
  /** Refunds a payment. */
  refund(request: never, options?: CallOptions): Promise<Outcome>;
  /** Reads a payment, where the provider documents a query. */
  query?(request: never, options?: CallOptions): Promise<QueryOutcome>;
  /** What an answer to the query proves; needed only where the provider is none of this package's. */
  readonly evidence?: EvidenceTable;
}

/** What any provider's refund can hold, for accounts whose provider is known only at run time. */
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

/** The request a client takes. */
export type RequestOf<A extends Account> = [Parameters<A["refund"]>[0]] extends [never]
  ? AnyRefundRequest
  : Parameters<A["refund"]>[0];

/** The outcome a client gives. */
export type OutcomeOf<A extends Account> = A extends {
  refund(request: never, options?: CallOptions): Promise<infer O extends Outcome>;
}
  ? O
  : never;

/**
 * How a refund through an account ended. `answer` and `raw` are those of the provider; they are absent where there was
 * no answer (somebody's word settled the refund, or the journal declined it), or where the journal was told not to keep it.
 */
export type AccountOutcome<O extends Outcome = Outcome> = RecordedOutcome<O> & {
  readonly account: string;
  /**
   * False where the refund was sent and the journal did not take what came of it, because it failed or had been told
   * otherwise. The outcome is right all the same; until `record()` tells the journal, it holds the payment's refunds back.
   */
  readonly recorded?: false;
};

/** The query a client takes; never, where its provider documents none. */
export type QueryOf<A extends Account> = A extends {
  query(request: infer Q, options?: CallOptions): unknown;
}
  ? Q
  : never;

/** The outcome of a query through a client. */
export type QueryOutcomeOf<A extends Account> = A extends {
  query(request: never, options?: CallOptions): Promise<infer O>;
}
  ? O
  : never;

/** A refund through a named account: the provider's own request, the account's name, and the caller's key. */
export type AccountRefund<Name extends string, A extends Account> = {
  /** Which of your accounts to refund through: a name that you gave to `createRefunds`. */
  readonly account: Name;
  /** Your own id of this refund, such as `order-1042/refund-1`: one key, one refund. Up to 1,024 characters. */
  readonly key: string;
  /**
   * What of this payment can be refunded in all, refunds so far included: what was captured. Where it is given, the
   * journal declines by itself what would exceed it; later refunds of the payment need not repeat it. Never sent, and
   * no part of the request that the key stands for.
   */
  readonly refundable?: Amount;
} & Omit<RequestOf<A>, "key">;

/** Options of a refund through an account. */
export interface RefundOptions extends CallOptions {
  /**
   * Sends a refund again under the same key that is known not to have happened: by `reconcile()`, or by somebody's word
   * to `record()`. Without it such a key stays `declined`. Whatever else is recorded is given back and not sent.
   */
  readonly resend?: boolean;
}

/** A query through a named account; does not compile for a provider that documents none. */
export type AccountQuery<Name extends string, A extends Account> = {
  /** Which of your accounts to ask through: a name that you gave to `createRefunds`. */
  readonly account: Name;
} & QueryOf<A>;
