// Generated from specs/razorpay.yaml by `npm run generate`. Do not edit: edit the spec.
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

/** Which payment, in Razorpay's identifiers. */
export interface RazorpayPayment {
  /** The payment's id. */
  readonly id: string;
}

/** Fields that only Razorpay has. */
export interface RazorpayExtra {
  /** How fast: `normal` takes days, `optimum` is instant where that is possible. */
  readonly speed?: "normal" | "optimum";
  /** Up to 15 notes of your own, with names that you choose. */
  readonly notes?: {
    readonly [name: string]: string;
  };
}

/** Refund a captured payment, in full or in part. */
export interface RazorpayRefundRequest {
  /** Which payment to refund. */
  readonly payment: RazorpayPayment;
  /**
   * Left out, the whole payment is refunded. In minor units: 1050 is 10.50 in a currency with two
   * decimals.
   */
  readonly amount?: Amount;
  /** Your own id of this refund. */
  readonly key: string;
  /** Fields that only Razorpay has. */
  readonly extra?: RazorpayExtra;
}

/** List the refunds of a payment, and find the one with your own id. */
export interface RazorpayQueryRequest {
  /** Which payment to read. */
  readonly payment: RazorpayPayment;
}

/** Proves to Razorpay who is calling. */
export interface RazorpayCredentials {
  /** Your key id. */
  readonly keyId: string;
  /** Your key secret. */
  readonly keySecret: string;
}

/** What a client of Razorpay needs to know of the account, next to the credentials. */
export interface RazorpaySettings {
  /**
   * The secret of your webhook. Add the new one to a list while you replace it, because a delivery
   * that is repeated has the old one. Needed for notifications.
   */
  readonly webhookSecret?: string | readonly string[];
}

/**
 * What a client of Razorpay is made with: `environment` or `baseUrl`, the credentials, and what is
 * optional.
 */
export type RazorpayOptions = ClientOptions & RazorpayCredentials & RazorpaySettings;

/**
 * The codes that Razorpay's documentation lists. Others can occur, so compare and keep a default.
 */
export type RazorpayErrorCode = "BAD_REQUEST_ERROR" | "SERVER_ERROR" | "GATEWAY_ERROR";

/**
 * What Razorpay answers when the refund went well, as documented. Fields it adds later come
 * through too.
 */
export type RazorpayRefundAnswer = components["schemas"]["Refund"];

/** How a refund ended. Switch on `status`. */
export type RazorpayOutcome = Outcome<RazorpayRefundAnswer, RazorpayErrorCode>;

/**
 * What Razorpay answers when the query went well, as documented. Fields it adds later come through
 * too.
 */
export type RazorpayQueryAnswer = components["schemas"]["RefundList"];

/** How a query ended. */
export type RazorpayQueryOutcome = QueryOutcome<RazorpayQueryAnswer, RazorpayErrorCode>;

/** Refunds through one account at Razorpay. It keeps no keys: each call is a new refund. */
export interface RazorpayClient {
  /** The provider's one-word name. */
  readonly provider: "razorpay";
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
  check(request: RazorpayRefundRequest): CheckedRequest;
  /**
   * Refund a captured payment, in full or in part.
   *
   * Resolves to an outcome whatever happens once something may have been sent; only `not_sent` may
   * be sent again.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  refund(request: RazorpayRefundRequest, options?: CallOptions): Promise<RazorpayOutcome>;
  /**
   * List the refunds of a payment, and find the one with your own id.
   *
   * Moves no money, so it may always be repeated.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  query(request: RazorpayQueryRequest, options?: CallOptions): Promise<RazorpayQueryOutcome>;
  /**
   * What Razorpay's answer to `query()` proves about a refund whose outcome is not certain; what
   * is not listed proves nothing.
   */
  readonly evidence: EvidenceTable;
  /**
   * Razorpay reports what became of a refund.
   *
   * Verifies its signature first: nothing in an unverified one is believed. Takes a `Request`, or
   * the raw body with the headers. Sends nothing: answer with the result's `response`.
   * @throws {RefundError} for your mistakes, such as a parsed body or an option that is missing;
   * never for what a stranger sent.
   */
  notification(request: NotificationRequest): Promise<Notification>;
}

/**
 * Refunds through Razorpay. Refunds of payments taken through Razorpay (India, Malaysia,
 * Singapore, United States).
 *
 * Makes no connection until the first call.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://razorpay.com/docs/api/refunds/normal-refunds-idempotent
 */
export const razorpay: (options: RazorpayOptions) => RazorpayClient =
  /* @__PURE__ */ defineProvider(table, features, evidence, () => import("./notifications.ts"));
