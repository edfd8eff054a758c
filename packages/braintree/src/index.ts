// Generated from specs/braintree.yaml by `npm run generate`. Do not edit: edit the spec.
import type {
  Amount,
  CallOptions,
  CheckedRequest,
  ClientOptions,
  Outcome,
  QueryOutcome,
} from "@refunds/core";
import { defineProvider, type EvidenceTable } from "@refunds/core/provider";
import { features } from "./features.ts";
import type { components } from "./schema.ts";
import { evidence, table } from "./table.ts";

export type * from "@refunds/core";
export { isRefundError, keptConnections, RefundError } from "@refunds/core";
export type { EvidenceTable } from "@refunds/core/provider";

/** Which payment, in Braintree's identifiers. */
export interface BraintreePayment {
  /** The transaction's GraphQL id, and not its `legacyId`. */
  readonly transactionId: string;
}

/** Fields that only Braintree has. */
export interface BraintreeExtra {
  /** What PayPal's receipt says to the customer. */
  readonly description?: string;
  /** The merchant account that refunds. */
  readonly merchantAccountId?: string;
}

/** Refund a settled transaction, in full or in part. */
export interface BraintreeRefundRequest {
  /** Which payment to refund. */
  readonly payment: BraintreePayment;
  /**
   * Left out, the whole payment is refunded. In minor units: 1050 is 10.50 in a currency with two
   * decimals.
   */
  readonly amount?: Amount;
  /** Your own id of this refund. */
  readonly key: string;
  /** Fields that only Braintree has. */
  readonly extra?: BraintreeExtra;
}

/** Read a transaction with its refunds, and find this one by your own id. */
export interface BraintreeQueryRequest {
  /** Which payment to read. */
  readonly payment: BraintreePayment;
}

/** Proves to Braintree who is calling. */
export interface BraintreeCredentials {
  /** The public key of your API key. */
  readonly publicKey: string;
  /** The private key of your API key. */
  readonly privateKey: string;
}

/**
 * What a client of Braintree is made with: `environment` or `baseUrl`, the credentials, and what
 * is optional.
 */
export type BraintreeOptions = ClientOptions & BraintreeCredentials;

/**
 * The codes that Braintree's documentation lists. Others can occur, so compare and keep a default.
 */
export type BraintreeErrorCode =
  | "AUTHENTICATION"
  | "AUTHORIZATION"
  | "NOT_FOUND"
  | "RESOURCE_LIMIT"
  | "INTERNAL"
  | "SERVICE_AVAILABILITY"
  | "91505"
  | "91506"
  | "91574"
  | "91512"
  | "91521"
  | "91538"
  | "91547"
  | "91559"
  | "91563"
  | "81501"
  | "81503"
  | "81528"
  | "81531"
  | "91501"
  | "91513"
  | "915200"
  | "915201";

/**
 * What Braintree answers when the refund went well, as documented. Fields it adds later come
 * through too.
 */
export type BraintreeRefundAnswer = components["schemas"]["RefundData"];

/** How a refund ended. Switch on `status`. */
export type BraintreeOutcome = Outcome<BraintreeRefundAnswer, BraintreeErrorCode>;

/**
 * What Braintree answers when the query went well, as documented. Fields it adds later come
 * through too.
 */
export type BraintreeQueryAnswer = components["schemas"]["NodeData"];

/** How a query ended. */
export type BraintreeQueryOutcome = QueryOutcome<BraintreeQueryAnswer, BraintreeErrorCode>;

/** Refunds through one account at Braintree. It keeps no keys: each call is a new refund. */
export interface BraintreeClient {
  /** The provider's one-word name. */
  readonly provider: "braintree";
  /** Milliseconds for a whole call, from `options`. */
  readonly timeoutMs: number;
  /**
   * Where it sends: `live`, `test`, the origin of `baseUrl`, or `sandbox` with the `fetch` of the
   * sandbox. A journal keeps what is sent elsewhere apart.
   */
  readonly sentTo: string;
  /**
   * Finds out whether `refund()` would take this request. Sends nothing.
   * @throws {RefundError} for what is wrong with the request.
   */
  check(request: BraintreeRefundRequest): CheckedRequest;
  /**
   * Refund a settled transaction, in full or in part.
   *
   * Resolves to an outcome whatever happens once something may have been sent; only `not_sent` may
   * be sent again.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  refund(request: BraintreeRefundRequest, options?: CallOptions): Promise<BraintreeOutcome>;
  /**
   * Read a transaction with its refunds, and find this one by your own id.
   *
   * Moves no money, so it may always be repeated.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  query(request: BraintreeQueryRequest, options?: CallOptions): Promise<BraintreeQueryOutcome>;
  /**
   * What Braintree's answer to `query()` proves about a refund whose outcome is not certain; what
   * is not listed proves nothing.
   */
  readonly evidence: EvidenceTable;
}

/**
 * Refunds through Braintree. Refunds of settled transactions through Braintree's GraphQL API.
 *
 * Makes no connection until the first call.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://developer.paypal.com/braintree/graphql/reference/mutations/refund-transaction
 */
export const braintree: (options: BraintreeOptions) => BraintreeClient =
  /* @__PURE__ */ defineProvider(table, features, evidence);
