// Generated from specs/worldpay.yaml by `npm run generate`. Do not edit: edit the spec.
import type {
  Amount,
  CallOptions,
  CheckedRequest,
  ClientOptions,
  Notification,
  NotificationRequest,
  Outcome,
} from "@refunds/core";
import { defineProvider } from "@refunds/core/provider";
import { features } from "./features.ts";
import type { components } from "./schema.ts";
import { table } from "./table.ts";

export type * from "@refunds/core";
export { isRefundError, keptConnections, RefundError } from "@refunds/core";

/** Which payment, in Worldpay's identifiers. */
export interface WorldpayPayment {
  /** The payment's id, which stays the same in every answer about it. */
  readonly paymentId: string;
  /** The last part of the link `cardPayments:partialRefund`, decoded (`decodeURIComponent`). */
  readonly linkData: string;
}

/** Refund an amount of a settled payment. */
export interface WorldpayRefundRequest {
  /** Which payment to refund. */
  readonly payment: WorldpayPayment;
  /**
   * In minor units: 1050 is 10.50 in a currency with two decimals. Only AUD and BRL and CAD and
   * CHF and CNY and DKK and EUR and GBP and HKD and MXN and MYR and NOK and NZD and PHP and PLN
   * and SEK and SGD and THB and USD and ZAR.
   */
  readonly amount: Amount<
    | "AUD"
    | "BRL"
    | "CAD"
    | "CHF"
    | "CNY"
    | "DKK"
    | "EUR"
    | "GBP"
    | "HKD"
    | "MXN"
    | "MYR"
    | "NOK"
    | "NZD"
    | "PHP"
    | "PLN"
    | "SEK"
    | "SGD"
    | "THB"
    | "USD"
    | "ZAR"
  >;
  /** Your own id of this refund. */
  readonly key: string;
}

/** Proves to Worldpay who is calling. */
export interface WorldpayCredentials {
  /** Your user name, which Worldpay gave you. */
  readonly username: string;
  /** Your password. */
  readonly password: string;
}

/** What a client of Worldpay needs to know of the account, next to the credentials. */
export interface WorldpaySettings {
  /**
   * The shared secret of your events, which Worldpay gives you with the header `Event-Signature`.
   * A list while it is replaced.
   */
  readonly webhookSecret?: string | readonly string[];
}

/**
 * What a client of Worldpay is made with: `environment` or `baseUrl`, the credentials, and what is
 * optional.
 */
export type WorldpayOptions = ClientOptions & WorldpayCredentials & WorldpaySettings;

/**
 * The codes that Worldpay's documentation lists. Others can occur, so compare and keep a default.
 */
export type WorldpayErrorCode =
  | "bodyDoesNotMatchSchema"
  | "accessDenied"
  | "endpointNotFound"
  | "headerHasInvalidValue";

/**
 * What Worldpay answers when the refund went well, as documented. Fields it adds later come
 * through too.
 */
export type WorldpayRefundAnswer = components["schemas"]["Accepted"];

/** How a refund ended. Switch on `status`. */
export type WorldpayOutcome = Outcome<WorldpayRefundAnswer, WorldpayErrorCode>;

/** Refunds through one account at Worldpay. It keeps no keys: each call is a new refund. */
export interface WorldpayClient {
  /** The provider's one-word name. */
  readonly provider: "worldpay";
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
  check(request: WorldpayRefundRequest): CheckedRequest;
  /**
   * Refund an amount of a settled payment.
   *
   * Resolves to an outcome whatever happens once something may have been sent; only `not_sent` may
   * be sent again.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  refund(request: WorldpayRefundRequest, options?: CallOptions): Promise<WorldpayOutcome>;
  /**
   * Worldpay reports what became of a refund.
   *
   * Verifies its signature first: nothing in an unverified one is believed. Takes a `Request`, or
   * the raw body with the headers. Sends nothing: answer with the result's `response`.
   * @throws {RefundError} for your mistakes, such as a parsed body or an option that is missing;
   * never for what a stranger sent.
   */
  notification(request: NotificationRequest): Promise<Notification>;
}

/**
 * Refunds through Worldpay. Refunds of settled card payments taken through Access Worldpay.
 *
 * Makes no connection until the first call.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see
 * https://docs.worldpay.com/access/products/card-payments/openapi/manage-payments/partialrefund
 */
export const worldpay: (options: WorldpayOptions) => WorldpayClient =
  /* @__PURE__ */ defineProvider(table, features, undefined, () => import("./notifications.ts"));
