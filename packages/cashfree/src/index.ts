// Generated from specs/cashfree.yaml by `npm run generate`. Do not edit: edit the spec.
import type {
  Amount,
  CallOptions,
  CheckedRequest,
  ClientOptions,
  Notification,
  NotificationRequest,
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

/** Which payment, in Cashfree's identifiers. */
export interface CashfreePayment {
  /** The order's id, which you or Cashfree gave it. */
  readonly orderId: string;
}

/** Fields that only Cashfree has. */
export interface CashfreeExtra {
  /** How fast: `STANDARD`, or `INSTANT` where that is possible. */
  readonly speed?: "STANDARD" | "INSTANT";
}

/** Refund a paid order, in full or in part. */
export interface CashfreeRefundRequest {
  /** Which payment to refund. */
  readonly payment: CashfreePayment;
  /** In minor units: 1050 is 10.50 in a currency with two decimals. */
  readonly amount: Amount;
  /** A note of your own. */
  readonly reason?: string;
  /** Your own id of this refund. */
  readonly key: string;
  /** Fields that only Cashfree has. */
  readonly extra?: CashfreeExtra;
}

/** Read a refund by your own id. */
export interface CashfreeQueryRequest {
  /** Which payment to read. */
  readonly payment: CashfreePayment;
  /** Your own id of the refund. */
  readonly key: string;
}

/** Proves to Cashfree who is calling. */
export interface CashfreeCredentials {
  /** Your app id. */
  readonly clientId: string;
  /** Your secret key. */
  readonly clientSecret: string;
}

/**
 * What a client of Cashfree is made with: `environment` or `baseUrl`, the credentials, and what is
 * optional.
 */
export type CashfreeOptions = ClientOptions & CashfreeCredentials;

/**
 * The codes that Cashfree's documentation lists. Others can occur, so compare and keep a default.
 */
export type CashfreeErrorCode =
  | "order_not_found"
  | "order_get_not_found"
  | "order_id_post_not_found"
  | "order_id_invalid"
  | "order_id_not_paid"
  | "order_id_voided"
  | "refund_amount_invalid"
  | "refund_unsupported"
  | "version_invalid"
  | "refund_id_missing"
  | "request_failed"
  | "refund_post_failed"
  | "refund_id_invalid"
  | "refund_invalid"
  | "api_request_timeout"
  | "api_request_failed"
  | "bank_processing_failure";

/**
 * What Cashfree answers when the refund went well, as documented. Fields it adds later come
 * through too.
 */
export type CashfreeRefundAnswer = components["schemas"]["Refund"];

/** How a refund ended. Switch on `status`. */
export type CashfreeOutcome = Outcome<CashfreeRefundAnswer, CashfreeErrorCode>;

/**
 * What Cashfree answers when the query went well, as documented. Fields it adds later come through
 * too.
 */
export type CashfreeQueryAnswer = components["schemas"]["Refund"];

/** How a query ended. */
export type CashfreeQueryOutcome = QueryOutcome<CashfreeQueryAnswer, CashfreeErrorCode>;

/** Refunds through one account at Cashfree. It keeps no keys: each call is a new refund. */
export interface CashfreeClient {
  /** The provider's one-word name. */
  readonly provider: "cashfree";
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
  check(request: CashfreeRefundRequest): CheckedRequest;
  /**
   * Refund a paid order, in full or in part.
   *
   * Resolves to an outcome whatever happens once something may have been sent; only `not_sent` may
   * be sent again.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  refund(request: CashfreeRefundRequest, options?: CallOptions): Promise<CashfreeOutcome>;
  /**
   * Read a refund by your own id.
   *
   * Moves no money, so it may always be repeated.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  query(request: CashfreeQueryRequest, options?: CallOptions): Promise<CashfreeQueryOutcome>;
  /**
   * What Cashfree's answer to `query()` proves about a refund whose outcome is not certain; what
   * is not listed proves nothing.
   */
  readonly evidence: EvidenceTable;
  /**
   * Cashfree reports what became of a refund.
   *
   * Verifies its signature first: nothing in an unverified one is believed. Takes a `Request`, or
   * the raw body with the headers. Sends nothing: answer with the result's `response`.
   * @throws {RefundError} for your mistakes, such as a parsed body or an option that is missing;
   * never for what a stranger sent.
   */
  notification(request: NotificationRequest): Promise<Notification>;
}

/**
 * Refunds through Cashfree. Refunds of orders that were paid through Cashfree Payments (India).
 *
 * Makes no connection until the first call.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://www.cashfree.com/docs/api-reference/payments/latest/refunds/create
 */
export const cashfree: (options: CashfreeOptions) => CashfreeClient =
  /* @__PURE__ */ defineProvider(table, features, evidence, () => import("./notifications.ts"));
