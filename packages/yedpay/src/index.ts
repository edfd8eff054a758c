// Generated from specs/yedpay.yaml by `npm run generate`. Do not edit: edit the spec.
import type {
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

/** Which payment, in Yedpay's identifiers. */
export interface YedpayPayment {
  /** The payment's id. */
  readonly id: string;
}

/** Refund a payment in full. */
export interface YedpayRefundRequest {
  /** Which payment to refund. */
  readonly payment: YedpayPayment;
  /** Why the payment is refunded, in your own words. */
  readonly reason?: string;
}

/** Read a payment's state, to settle a refund whose answer was lost. */
export interface YedpayQueryRequest {
  /** Which payment to read. */
  readonly payment: YedpayPayment;
}

/** Proves to Yedpay who is calling. */
export interface YedpayCredentials {
  /** A login token, or a personal token that lives one year. */
  readonly accessToken: string;
}

/** What a client of Yedpay needs to know of the account, next to the credentials. */
export interface YedpaySettings {
  /** The company's sign key of 32 characters. Needed for notifications. */
  readonly signKey?: string | readonly string[];
}

/**
 * What a client of Yedpay is made with: `environment` or `baseUrl`, the credentials, and what is
 * optional.
 */
export type YedpayOptions = ClientOptions & YedpayCredentials & YedpaySettings;

/**
 * The codes that Yedpay's documentation lists. Others can occur, so compare and keep a default.
 */
export type YedpayErrorCode = "500" | "401" | "403" | "400" | "406" | "422";

/**
 * What Yedpay answers when the refund went well, as documented. Fields it adds later come through
 * too.
 */
export type YedpayRefundAnswer = components["schemas"]["RefundSuccess"];

/** How a refund ended. Switch on `status`. */
export type YedpayOutcome = Outcome<YedpayRefundAnswer, YedpayErrorCode>;

/**
 * What Yedpay answers when the query went well, as documented. Fields it adds later come through
 * too.
 */
export type YedpayQueryAnswer = components["schemas"]["QuerySuccess"];

/** How a query ended. */
export type YedpayQueryOutcome = QueryOutcome<YedpayQueryAnswer, YedpayErrorCode>;

/** Refunds through one account at Yedpay. It keeps no keys: each call is a new refund. */
export interface YedpayClient {
  /** The provider's one-word name. */
  readonly provider: "yedpay";
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
  check(request: YedpayRefundRequest): CheckedRequest;
  /**
   * Refund a payment in full.
   *
   * Resolves to an outcome whatever happens once something may have been sent; only `not_sent` may
   * be sent again.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  refund(request: YedpayRefundRequest, options?: CallOptions): Promise<YedpayOutcome>;
  /**
   * Read a payment's state, to settle a refund whose answer was lost.
   *
   * Moves no money, so it may always be repeated.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  query(request: YedpayQueryRequest, options?: CallOptions): Promise<YedpayQueryOutcome>;
  /**
   * What Yedpay's answer to `query()` proves about a refund whose outcome is not certain; what is
   * not listed proves nothing.
   */
  readonly evidence: EvidenceTable;
  /**
   * Yedpay reports the state of a payment.
   *
   * Verifies its signature first: nothing in an unverified one is believed. Takes a `Request`, or
   * the raw body with the headers. Sends nothing: answer with the result's `response`.
   * @throws {RefundError} for your mistakes, such as a parsed body or an option that is missing;
   * never for what a stranger sent.
   */
  notification(request: NotificationRequest): Promise<Notification>;
}

/**
 * Refunds through Yedpay. Full refunds of payments taken through Yedpay (Hong Kong).
 *
 * Makes no connection until the first call.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://api.yedpay.com/document/owner/refundTransaction
 */
export const yedpay: (options: YedpayOptions) => YedpayClient = /* @__PURE__ */ defineProvider(
  table,
  features,
  evidence,
  () => import("./notifications.ts"),
);
