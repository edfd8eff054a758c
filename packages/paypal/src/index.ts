// Generated from specs/paypal.yaml by `npm run generate`. Do not edit: edit the spec.
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

/** Which payment, in PayPal's identifiers. */
export interface PaypalPayment {
  /** The capture's id. */
  readonly captureId: string;
}

/** Fields that only PayPal has. */
export interface PaypalExtra {
  /** Your invoice number. */
  readonly invoiceId?: string;
  /** Your own id, which appears in PayPal's reports. */
  readonly customId?: string;
}

/** Refund a captured payment, in full or in part. */
export interface PaypalRefundRequest {
  /** Which payment to refund. */
  readonly payment: PaypalPayment;
  /**
   * Left out, the whole payment is refunded. In minor units: 1050 is 10.50 in a currency with two
   * decimals. Only AUD and BRL and CAD and CHF and CNY and CZK and DKK and EUR and GBP and HKD and
   * HUF and ILS and JPY and MXN and MYR and NOK and NZD and PHP and PLN and RUB and SEK and SGD
   * and THB and TWD and USD.
   */
  readonly amount?: Amount<
    | "AUD"
    | "BRL"
    | "CAD"
    | "CHF"
    | "CNY"
    | "CZK"
    | "DKK"
    | "EUR"
    | "GBP"
    | "HKD"
    | "HUF"
    | "ILS"
    | "JPY"
    | "MXN"
    | "MYR"
    | "NOK"
    | "NZD"
    | "PHP"
    | "PLN"
    | "RUB"
    | "SEK"
    | "SGD"
    | "THB"
    | "TWD"
    | "USD"
  >;
  /** The reason, which the payer sees. */
  readonly reason?: string;
  /** Your own id of this refund. */
  readonly key: string;
  /** Fields that only PayPal has. */
  readonly extra?: PaypalExtra;
}

/** Read a refund by its id, to see what became of it. */
export interface PaypalQueryRequest {
  /** The provider's own id of the refund, from its outcome. */
  readonly refund: {
    /** The refund's id. */
    readonly id: string;
  };
}

/** Proves to PayPal who is calling, by `accessToken`. */
export interface PaypalAccessTokenCredentials {
  /** An access token that you obtained yourself. */
  readonly accessToken: string;
  readonly clientId?: never;
  readonly clientSecret?: never;
}

/** Proves to PayPal who is calling, by `clientId` and `clientSecret`. */
export interface PaypalClientIdClientSecretCredentials {
  /** The client id of your app. */
  readonly clientId: string;
  /** The secret of your app. */
  readonly clientSecret: string;
  readonly accessToken?: never;
}

/** Proves to PayPal who is calling, in one of the ways it documents. */
export type PaypalCredentials =
  | PaypalAccessTokenCredentials
  | PaypalClientIdClientSecretCredentials;

/** What a client of PayPal needs to know of the account, next to the credentials. */
export interface PaypalSettings {
  /** The JSON Web Token that names the merchant for whom a platform acts. */
  readonly authAssertion?: string;
}

/**
 * What a client of PayPal is made with: `environment` or `baseUrl`, the credentials, and what is
 * optional.
 */
export type PaypalOptions = ClientOptions & PaypalCredentials & PaypalSettings;

/**
 * The codes that PayPal's documentation lists. Others can occur, so compare and keep a default.
 */
export type PaypalErrorCode =
  | "MISSING_REQUIRED_PARAMETER"
  | "INVALID_PARAMETER_SYNTAX"
  | "INVALID_STRING_LENGTH"
  | "INVALID_REQUEST"
  | "AUTHENTICATION_FAILURE"
  | "INVALID_ACCOUNT_STATUS"
  | "PERMISSION_DENIED"
  | "NOT_AUTHORIZED"
  | "INVALID_RESOURCE_ID"
  | "RESOURCE_NOT_FOUND"
  | "PREVIOUS_REQUEST_IN_PROGRESS"
  | "CANNOT_BE_ZERO_OR_NEGATIVE"
  | "CANNOT_BE_NEGATIVE"
  | "DECIMAL_PRECISION"
  | "DECIMALS_NOT_SUPPORTED"
  | "INVALID_CURRENCY_CODE"
  | "CURRENCY_MISMATCH"
  | "REFUND_CAPTURE_CURRENCY_MISMATCH"
  | "CAPTURE_FULLY_REFUNDED"
  | "DUPLICATE_INVOICE_ID"
  | "REFUND_NOT_ALLOWED"
  | "REFUND_TIME_LIMIT_EXCEEDED"
  | "REFUND_AMOUNT_EXCEEDED"
  | "REFUND_AMOUNT_TOO_LOW"
  | "REFUND_FAILED_INSUFFICIENT_FUNDS"
  | "PARTIAL_REFUND_NOT_ALLOWED"
  | "MAX_NUMBER_OF_REFUNDS_EXCEEDED"
  | "PENDING_CAPTURE"
  | "PAYEE_ACCOUNT_LOCKED_OR_CLOSED"
  | "PAYER_ACCOUNT_LOCKED_OR_CLOSED"
  | "PAYEE_ACCOUNT_RESTRICTED"
  | "REFUND_NOT_PERMITTED_DUE_TO_CHARGEBACK"
  | "TRANSACTION_DISPUTED"
  | "PLATFORM_FEE_EXCEEDED"
  | "PLATFORM_FEE_NOT_ENABLED"
  | "REFUND_IS_RESTRICTED"
  | "RATE_LIMIT_REACHED";

/**
 * What PayPal answers when the refund went well, as documented. Fields it adds later come through
 * too.
 */
export type PaypalRefundAnswer = components["schemas"]["Refund"];

/** How a refund ended. Switch on `status`. */
export type PaypalOutcome = Outcome<PaypalRefundAnswer, PaypalErrorCode>;

/**
 * What PayPal answers when the query went well, as documented. Fields it adds later come through
 * too.
 */
export type PaypalQueryAnswer = components["schemas"]["Refund"];

/** How a query ended. */
export type PaypalQueryOutcome = QueryOutcome<PaypalQueryAnswer, PaypalErrorCode>;

/** Refunds through one account at PayPal. It keeps no keys: each call is a new refund. */
export interface PaypalClient {
  /** The provider's one-word name. */
  readonly provider: "paypal";
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
  check(request: PaypalRefundRequest): CheckedRequest;
  /**
   * Refund a captured payment, in full or in part.
   *
   * Resolves to an outcome whatever happens once something may have been sent; only `not_sent` may
   * be sent again.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  refund(request: PaypalRefundRequest, options?: CallOptions): Promise<PaypalOutcome>;
  /**
   * Read a refund by its id, to see what became of it.
   *
   * Moves no money, so it may always be repeated.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  query(request: PaypalQueryRequest, options?: CallOptions): Promise<PaypalQueryOutcome>;
  /**
   * What PayPal's answer to `query()` proves about a refund whose outcome is not certain; what is
   * not listed proves nothing.
   */
  readonly evidence: EvidenceTable;
  /**
   * PayPal reports what became of a refund.
   *
   * PayPal does not sign it, so it proves nothing, and is a reason to ask. Takes a `Request`, or
   * the raw body with the headers. Sends nothing: answer with the result's `response`.
   * @throws {RefundError} for your mistakes, such as a parsed body or an option that is missing;
   * never for what a stranger sent.
   */
  notification(request: NotificationRequest): Promise<Notification>;
}

/**
 * Refunds through PayPal. Refunds of payments captured through PayPal, in full or in part.
 *
 * Makes no connection until the first call.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see
 * https://raw.githubusercontent.com/paypal/paypal-rest-api-specifications/main/openapi/payments_payment_v2.json
 */
export const paypal: (options: PaypalOptions) => PaypalClient = /* @__PURE__ */ defineProvider(
  table,
  features,
  evidence,
  () => import("./notifications.ts"),
);
