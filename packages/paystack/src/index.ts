// Generated from specs/paystack.yaml by `npm run generate`. Do not edit: edit the spec.
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

/** Which payment, in Paystack's identifiers. */
export interface PaystackPayment {
  /** The payment's reference, not its number. */
  readonly reference: string;
}

/** Fields that only Paystack has. */
export interface PaystackExtra {
  /** Why, for the customer. */
  readonly customerNote?: string;
  /** Why, for you. Your own id of the refund here helps a person to find it. */
  readonly merchantNote?: string;
}

/** Refund a payment, in full or in part. */
export interface PaystackRefundRequest {
  /** Which payment to refund. */
  readonly payment: PaystackPayment;
  /**
   * Left out, the whole payment is refunded. In minor units: 1050 is 10.50 in a currency with two
   * decimals. Only GHS and KES and NGN and USD and ZAR.
   */
  readonly amount?: Amount<"GHS" | "KES" | "NGN" | "USD" | "ZAR">;
  /** Fields that only Paystack has. */
  readonly extra?: PaystackExtra;
}

/** Read a refund by its own id. */
export interface PaystackQueryRequest {
  /** The provider's own id of the refund, from its outcome. */
  readonly refund: {
    /** The refund's id. */
    readonly id: number | string;
  };
}

/** Proves to Paystack who is calling. */
export interface PaystackCredentials {
  /** Your secret key. */
  readonly secretKey: string;
}

/**
 * What a client of Paystack is made with: `environment` or `baseUrl`, the credentials, and what is
 * optional.
 */
export type PaystackOptions = ClientOptions & PaystackCredentials;

/**
 * The codes that Paystack's documentation lists. Others can occur, so compare and keep a default.
 */
export type PaystackErrorCode =
  | "invalid_params"
  | "missing_params"
  | "not_found"
  | "transaction_not_found"
  | "unknown";

/**
 * What Paystack answers when the refund went well, as documented. Fields it adds later come
 * through too.
 */
export type PaystackRefundAnswer = components["schemas"]["RefundAnswer"];

/** How a refund ended. Switch on `status`. */
export type PaystackOutcome = Outcome<PaystackRefundAnswer, PaystackErrorCode>;

/**
 * What Paystack answers when the query went well, as documented. Fields it adds later come through
 * too.
 */
export type PaystackQueryAnswer = components["schemas"]["QueryAnswer"];

/** How a query ended. */
export type PaystackQueryOutcome = QueryOutcome<PaystackQueryAnswer, PaystackErrorCode>;

/** Refunds through one account at Paystack. It keeps no keys: each call is a new refund. */
export interface PaystackClient {
  /** The provider's one-word name. */
  readonly provider: "paystack";
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
  check(request: PaystackRefundRequest): CheckedRequest;
  /**
   * Refund a payment, in full or in part.
   *
   * Resolves to an outcome whatever happens once something may have been sent; only `not_sent` may
   * be sent again.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  refund(request: PaystackRefundRequest, options?: CallOptions): Promise<PaystackOutcome>;
  /**
   * Read a refund by its own id.
   *
   * Moves no money, so it may always be repeated.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  query(request: PaystackQueryRequest, options?: CallOptions): Promise<PaystackQueryOutcome>;
  /**
   * What Paystack's answer to `query()` proves about a refund whose outcome is not certain; what
   * is not listed proves nothing.
   */
  readonly evidence: EvidenceTable;
  /**
   * Paystack reports what became of a refund.
   *
   * Verifies its signature first: nothing in an unverified one is believed. Takes a `Request`, or
   * the raw body with the headers. Sends nothing: answer with the result's `response`.
   * @throws {RefundError} for your mistakes, such as a parsed body or an option that is missing;
   * never for what a stranger sent.
   */
  notification(request: NotificationRequest): Promise<Notification>;
}

/**
 * Refunds through Paystack. Refunds of payments taken through Paystack (Nigeria, Ghana, Kenya,
 * South Africa).
 *
 * Makes no connection until the first call.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://paystack.com/docs/api/refund/
 */
export const paystack: (options: PaystackOptions) => PaystackClient =
  /* @__PURE__ */ defineProvider(table, features, evidence, () => import("./notifications.ts"));
