// Generated from specs/flutterwave.yaml by `npm run generate`. Do not edit: edit the spec.
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

/** Which payment, in Flutterwave's identifiers. */
export interface FlutterwavePayment {
  /** The transaction's id. */
  readonly transactionId: string;
}

/** Fields that only Flutterwave has. */
export interface FlutterwaveExtra {
  /** Where Flutterwave reports what became of the refund. */
  readonly callbackUrl?: string;
}

/** Refund a transaction, in full or in part. */
export interface FlutterwaveRefundRequest {
  /** Which payment to refund. */
  readonly payment: FlutterwavePayment;
  /** In minor units: 1050 is 10.50 in a currency with two decimals. */
  readonly amount: Amount;
  /** Your own id of this refund. */
  readonly key: string;
  /** Fields that only Flutterwave has. */
  readonly extra?: FlutterwaveExtra;
}

/** List the refunds of a transaction, and find this one by its comment. */
export interface FlutterwaveQueryRequest {
  /** Which payment to read. */
  readonly payment: FlutterwavePayment;
}

/** Proves to Flutterwave who is calling. */
export interface FlutterwaveCredentials {
  /** Your secret key. */
  readonly secretKey: string;
}

/**
 * What a client of Flutterwave is made with: `environment` or `baseUrl`, the credentials, and what
 * is optional.
 */
export type FlutterwaveOptions = ClientOptions & FlutterwaveCredentials;

/**
 * The codes that Flutterwave's documentation lists. Others can occur, so compare and keep a
 * default.
 */
export type FlutterwaveErrorCode = never;

/**
 * What Flutterwave answers when the refund went well, as documented. Fields it adds later come
 * through too.
 */
export type FlutterwaveRefundAnswer = components["schemas"]["RefundAnswer"];

/** How a refund ended. Switch on `status`. */
export type FlutterwaveOutcome = Outcome<FlutterwaveRefundAnswer, FlutterwaveErrorCode>;

/**
 * What Flutterwave answers when the query went well, as documented. Fields it adds later come
 * through too.
 */
export type FlutterwaveQueryAnswer = components["schemas"]["RefundList"];

/** How a query ended. */
export type FlutterwaveQueryOutcome = QueryOutcome<FlutterwaveQueryAnswer, FlutterwaveErrorCode>;

/** Refunds through one account at Flutterwave. It keeps no keys: each call is a new refund. */
export interface FlutterwaveClient {
  /** The provider's one-word name. */
  readonly provider: "flutterwave";
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
  check(request: FlutterwaveRefundRequest): CheckedRequest;
  /**
   * Refund a transaction, in full or in part.
   *
   * Resolves to an outcome whatever happens once something may have been sent; only `not_sent` may
   * be sent again.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  refund(request: FlutterwaveRefundRequest, options?: CallOptions): Promise<FlutterwaveOutcome>;
  /**
   * List the refunds of a transaction, and find this one by its comment.
   *
   * Moves no money, so it may always be repeated.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  query(request: FlutterwaveQueryRequest, options?: CallOptions): Promise<FlutterwaveQueryOutcome>;
  /**
   * What Flutterwave's answer to `query()` proves about a refund whose outcome is not certain;
   * what is not listed proves nothing.
   */
  readonly evidence: EvidenceTable;
}

/**
 * Refunds through Flutterwave. Refunds of payments taken through Flutterwave (Africa), version 3
 * of its API.
 *
 * Makes no connection until the first call.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://developer.flutterwave.com/v3.0.0/reference/transaction-refund
 */
export const flutterwave: (options: FlutterwaveOptions) => FlutterwaveClient =
  /* @__PURE__ */ defineProvider(table, features, evidence);
