// Generated from specs/checkoutcom.yaml by `npm run generate`. Do not edit: edit the spec.
import type {
  Amount,
  CallOptions,
  CheckedRequest,
  ClientOptions,
  Currency,
  Notification,
  NotificationRequest,
  Outcome,
  QueryOutcome,
} from "@refunds/core";
import { defineProvider, type EvidenceTable } from "@refunds/core/provider";
import { features } from "./features.ts";
import type { components, operations } from "./schema.ts";
import { evidence, table } from "./table.ts";

export type * from "@refunds/core";
export { isRefundError, keptConnections, RefundError } from "@refunds/core";
export type { EvidenceTable } from "@refunds/core/provider";

/** Which payment, in Checkout.com's identifiers. */
export interface CheckoutcomPayment {
  /** The payment's id. */
  readonly id: string;
}

/** Fields that only Checkout.com has. */
export interface CheckoutcomExtra {
  /** Names and values that are kept with the refund, of one level. */
  readonly metadata?: {
    readonly [name: string]: string | number | boolean;
  };
}

/** Refund a captured payment, in full or in part. */
export interface CheckoutcomRefundRequest {
  /** Which payment to refund. */
  readonly payment: CheckoutcomPayment;
  /**
   * Left out, the whole payment is refunded. In minor units: 1050 is 10.50 in a currency with two
   * decimals. All currencies except CLF and UYI and UYW.
   */
  readonly amount?: Amount<Exclude<Currency, "CLF" | "UYI" | "UYW">>;
  /** Your own id of this refund. */
  readonly key: string;
  /** Fields that only Checkout.com has. */
  readonly extra?: CheckoutcomExtra;
}

/** List what was done with a payment, and find this refund by its key. */
export interface CheckoutcomQueryRequest {
  /** Which payment to read. */
  readonly payment: CheckoutcomPayment;
}

/** Proves to Checkout.com who is calling. */
export interface CheckoutcomCredentials {
  /** Your secret key. */
  readonly secretKey: string;
}

/** What a client of Checkout.com needs to know of the account, next to the credentials. */
export interface CheckoutcomSettings {
  /**
   * The key of your workflow's webhook action. Add the new one to a list while you replace it,
   * because a delivery that is repeated has the old one. Needed for notifications.
   */
  readonly webhookSecret?: string | readonly string[];
  /**
   * The part of the host that is yours: the first eight characters of your client id, without
   * `cli_`.
   */
  readonly prefix: string;
}

/**
 * What a client of Checkout.com is made with: `environment` or `baseUrl`, the credentials, and
 * what is optional.
 */
export type CheckoutcomOptions = ClientOptions & CheckoutcomCredentials & CheckoutcomSettings;

/**
 * The codes that Checkout.com's documentation lists. Others can occur, so compare and keep a
 * default.
 */
export type CheckoutcomErrorCode = "amount_exceeds_balance";

/**
 * What Checkout.com answers when the refund went well, as documented. Fields it adds later come
 * through too.
 */
export type CheckoutcomRefundAnswer = components["schemas"]["Accepted"];

/** How a refund ended. Switch on `status`. */
export type CheckoutcomOutcome = Outcome<CheckoutcomRefundAnswer, CheckoutcomErrorCode>;

/**
 * What Checkout.com answers when the query went well, as documented. Fields it adds later come
 * through too.
 */
export type CheckoutcomQueryAnswer =
  | operations["query"]["responses"][200]["content"]["application/json"]
  | components["schemas"]["Failure"];

/** How a query ended. */
export type CheckoutcomQueryOutcome = QueryOutcome<CheckoutcomQueryAnswer, CheckoutcomErrorCode>;

/** Refunds through one account at Checkout.com. It keeps no keys: each call is a new refund. */
export interface CheckoutcomClient {
  /** The provider's one-word name. */
  readonly provider: "checkoutcom";
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
  check(request: CheckoutcomRefundRequest): CheckedRequest;
  /**
   * Refund a captured payment, in full or in part.
   *
   * Resolves to an outcome whatever happens once something may have been sent; only `not_sent` may
   * be sent again.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  refund(request: CheckoutcomRefundRequest, options?: CallOptions): Promise<CheckoutcomOutcome>;
  /**
   * List what was done with a payment, and find this refund by its key.
   *
   * Moves no money, so it may always be repeated.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  query(request: CheckoutcomQueryRequest, options?: CallOptions): Promise<CheckoutcomQueryOutcome>;
  /**
   * What Checkout.com's answer to `query()` proves about a refund whose outcome is not certain;
   * what is not listed proves nothing.
   */
  readonly evidence: EvidenceTable;
  /**
   * Checkout.com reports what became of a refund.
   *
   * Verifies its signature first: nothing in an unverified one is believed. Takes a `Request`, or
   * the raw body with the headers. Sends nothing: answer with the result's `response`.
   * @throws {RefundError} for your mistakes, such as a parsed body or an option that is missing;
   * never for what a stranger sent.
   */
  notification(request: NotificationRequest): Promise<Notification>;
}

/**
 * Refunds through Checkout.com. Refunds of captured payments taken through Checkout.com.
 *
 * Makes no connection until the first call.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://github.com/checkout/checkout-api-reference
 */
export const checkoutcom: (options: CheckoutcomOptions) => CheckoutcomClient =
  /* @__PURE__ */ defineProvider(table, features, evidence, () => import("./notifications.ts"));
