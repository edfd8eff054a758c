import type {
  Amount,
  CallOptions,
  CheckedRequest,
  Notification,
  NotificationRequest,
  Outcome,
  QueryOutcome,
} from "@refunds/core";
import type { EvidenceTable } from "@refunds/core/provider";
import type { RefundOutcome } from "@refunds/journal";

/** An account: the client of any provider. */
export interface Account {
  /** The provider's one-word name, such as `yedpay`. */
  readonly provider: string;
  /** Maximum duration of `refund()` in milliseconds. After this time it must not start to send. */
  readonly timeoutMs: number;
  /**
   * Where it sends: `live`, `test`, `sandbox`, or the origin of its `baseUrl`. A key is of one of them. If you know what is behind
   * a proxy, name it, and the address of the proxy may change: `{ ...client, sentTo: "live" }`. The journal stores it.
   */
  readonly sentTo?: string;
  /**
   * Returns the request as it will be sent, and the payment that it identifies. Sends nothing.
   * @throws {RefundError} if the request is invalid, so that the journal holds valid requests only
   */
  check(request: never): CheckedRequest;
  // With a parameter of type never, the client of any provider is assignable.
  /** Refunds a payment. */
  refund(request: never, options?: CallOptions): Promise<Outcome>;
  /** Reads a payment. Present if the provider documents a query. */
  query?(request: never, options?: CallOptions): Promise<QueryOutcome>;
  /** Verifies and reads a notification. Present if the provider documents notifications about refunds. */
  notification?(request: NotificationRequest): Promise<Notification>;
  /** What an answer to the query proves. Without it, `reconcile()` proves nothing. */
  readonly evidence?: EvidenceTable;
}

/** A refund request of any provider, for accounts whose provider is known only at run time. */
export interface AnyRefundRequest {
  /** The provider's identifiers of the payment. */
  readonly payment: Readonly<Record<string, string | number>>;
  /** The amount to refund, for providers with partial refunds. */
  readonly amount?: Amount;
  /** The reason, for providers that accept one. */
  readonly reason?: string;
  /** Fields that only this provider has. Objects and lists are plain data, as in JSON. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** A query request of any provider, for accounts whose provider is known only at run time. */
export type AnyQueryRequest = Pick<AnyRefundRequest, "payment">;

/** The refund request of a client. */
export type RequestOf<A extends Account> = [Parameters<A["refund"]>[0]] extends [never]
  ? AnyRefundRequest
  : Parameters<A["refund"]>[0];

/** The outcome of a client's `refund()`. */
type ClientOutcome<A extends Account> = Awaited<ReturnType<A["refund"]>>;

/** The answer of a client's provider to a successful refund. */
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

/** The outcome of a refund through an account. */
export type OutcomeOf<A extends Account> = RefundOutcome<AnswerOf<A>, CodeOf<A>>;

/** The names of the accounts whose provider documents notifications about refunds. */
export type NotifiedAccount<Accounts extends Record<string, Account>> = {
  [Name in keyof Accounts & string]: "notification" extends keyof Accounts[Name] ? Name : never;
}[keyof Accounts & string];

/** The query request of a client; never if its provider documents no query. */
export type QueryOf<A extends Account> = A extends {
  query(request: infer Q, options?: CallOptions): unknown;
}
  ? Q
  : "query" extends keyof A
    ? AnyQueryRequest
    : never;

/** The outcome of a query through an account. */
export type QueryOutcomeOf<A extends Account> = A extends {
  query(request: never, options?: CallOptions): Promise<infer O>;
}
  ? O
  : QueryOutcome;

/** A refund through a named account: the provider's own request, the account's name, and your key. */
export type AccountRefundRequest<Name extends string, A extends Account> = {
  /** The name of one of the accounts given to `createRefunds`. */
  readonly account: Name;
} & RefundRequestOf<A>;

/** A refund through an account: the provider's own request, and your key. */
export type RefundRequestOf<A extends Account> = {
  /** Your own id of this refund, such as `order-1042/refund-1`. One key, one refund. At most 1,024 characters. */
  readonly key: string;
  /**
   * The total that can be refunded of this payment, including earlier refunds: the captured amount. A refund that would
   * exceed it is declined and not sent. Once this refund was sent, the value also applies to later refunds of the payment
   * that do not set it. It is never sent, and a repeated call of the key may change it.
   */
  readonly refundable?: Amount;
} & Omit<RequestOf<A>, "key">;

/** Options of a refund through an account. */
export interface RefundOptions {
  /** Aborting before the request was sent makes the outcome `not_sent`. Aborting later makes it `unknown`. */
  readonly signal?: AbortSignal;
  /**
   * Sends a refund again under the same key, if `reconcile()` or `record()` established that it did not happen. Without
   * `resend`, such a refund stays `declined`. With any other outcome, the outcome is returned and nothing is sent.
   */
  readonly resend?: boolean;
  /**
   * Who asks for the refund: a person or a service, such as `Ana` or `returns-service`. Stored in the history with what is sent. It is not part of
   * the request, so a repeated call of the key may have another one.
   */
  readonly by?: string;
}

/** A query through a named account. Does not compile for a provider without a documented query. */
export type AccountQueryRequest<Name extends string, A extends Account> = {
  /** The name of one of the accounts given to `createRefunds`. */
  readonly account: Name;
} & QueryOf<A>;
