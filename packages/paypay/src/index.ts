// Generated from specs/paypay.yaml by `npm run generate`. Do not edit: edit the spec.
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

/** Which payment, in PayPay's identifiers. */
export interface PaypayPayment {
  /** PayPay's id of the payment, and not your own (`merchantPaymentId`). */
  readonly paymentId: string;
}

/** Refund a completed payment, in full or in part. */
export interface PaypayRefundRequest {
  /** Which payment to refund. */
  readonly payment: PaypayPayment;
  /** In minor units: 1050 is 10.50 in a currency with two decimals. Only JPY. */
  readonly amount: Amount<"JPY">;
  /** Why. */
  readonly reason?: string;
  /** Your own id of this refund. */
  readonly key: string;
}

/** Read a refund by your own id and its payment. */
export interface PaypayQueryRequest {
  /** Which payment to read. */
  readonly payment: PaypayPayment;
  /** Your own id of the refund. */
  readonly key: string;
}

/** Proves to PayPay who is calling. */
export interface PaypayCredentials {
  /** Your API key. */
  readonly apiKey: string;
  /** The secret of your API key. */
  readonly apiSecret: string;
}

/** What a client of PayPay needs to know of the account, next to the credentials. */
export interface PaypaySettings {
  /** The merchant that you act for, if you are an agent. */
  readonly merchantId?: string;
}

/**
 * What a client of PayPay is made with: `environment` or `baseUrl`, the credentials, and what is
 * optional.
 */
export type PaypayOptions = ClientOptions & PaypayCredentials & PaypaySettings;

/**
 * The codes that PayPay's documentation lists. Others can occur, so compare and keep a default.
 */
export type PaypayErrorCode =
  | "INVALID_PARAMS"
  | "INVALID_REQUEST_PARAMS"
  | "MISSING_REQUEST_PARAMS"
  | "UNAUTHORIZED"
  | "OP_OUT_OF_SCOPE"
  | "RATE_LIMIT"
  | "UNACCEPTABLE_OP"
  | "CANCELED_USER"
  | "USER_STATE_IS_NOT_ACTIVE"
  | "REFUND_LIMIT_EXCEEDED"
  | "REFUND_WINDOW_EXCEED"
  | "ORDER_NO_LONGER_AVAILABLE"
  | "MERCHANT_MULTIPLE_REFUND_REJECTED"
  | "NO_SUCH_REFUND_ORDER"
  | "RESOURCE_NOT_FOUND"
  | "THROTTLED_MULTIPLE_REFUND_REJECTED"
  | "SERVICE_ERROR"
  | "INTERNAL_SERVER_ERROR"
  | "MAINTENANCE_MODE";

/**
 * What PayPay answers when the refund went well, as documented. Fields it adds later come through
 * too.
 */
export type PaypayRefundAnswer =
  | components["schemas"]["RefundAnswer"]
  | components["schemas"]["Failure"];

/** How a refund ended. Switch on `status`. */
export type PaypayOutcome = Outcome<PaypayRefundAnswer, PaypayErrorCode>;

/**
 * What PayPay answers when the query went well, as documented. Fields it adds later come through
 * too.
 */
export type PaypayQueryAnswer =
  | components["schemas"]["RefundAnswer"]
  | components["schemas"]["Failure"];

/** How a query ended. */
export type PaypayQueryOutcome = QueryOutcome<PaypayQueryAnswer, PaypayErrorCode>;

/** Refunds through one account at PayPay. It keeps no keys: each call is a new refund. */
export interface PaypayClient {
  /** The provider's one-word name. */
  readonly provider: "paypay";
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
  check(request: PaypayRefundRequest): CheckedRequest;
  /**
   * Refund a completed payment, in full or in part.
   *
   * Resolves to an outcome whatever happens once something may have been sent; only `not_sent` may
   * be sent again.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  refund(request: PaypayRefundRequest, options?: CallOptions): Promise<PaypayOutcome>;
  /**
   * Read a refund by your own id and its payment.
   *
   * Moves no money, so it may always be repeated.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  query(request: PaypayQueryRequest, options?: CallOptions): Promise<PaypayQueryOutcome>;
  /**
   * What PayPay's answer to `query()` proves about a refund whose outcome is not certain; what is
   * not listed proves nothing.
   */
  readonly evidence: EvidenceTable;
}

/**
 * Refunds through PayPay. Refunds of payments taken through PayPay (Japan), Open Payment API v2.
 *
 * Makes no connection until the first call.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://www.paypay.ne.jp/opa/doc/v1.0/dynamicqrcode#operation/refundPayment
 */
export const paypay: (options: PaypayOptions) => PaypayClient = /* @__PURE__ */ defineProvider(
  table,
  features,
  evidence,
);
