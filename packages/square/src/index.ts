// Generated from specs/square.yaml by `npm run generate`. Do not edit: edit the spec.
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
import type { components } from "./schema.ts";
import { evidence, table } from "./table.ts";

export type * from "@refunds/core";
export { isRefundError, keptConnections, RefundError } from "@refunds/core";
export type { EvidenceTable } from "@refunds/core/provider";

/** Which payment, in Square's identifiers. */
export interface SquarePayment {
  /** The payment's id. */
  readonly id: string;
}

/** Fields that only Square has. */
export interface SquareExtra {
  /** What the application contributes to the refund, in the smallest denomination. */
  readonly appFeeMoney?: {
    /** In the smallest denomination of the currency. */
    readonly amount: number;
    /** The ISO 4217 code. */
    readonly currency: string;
  };
  /** The version of the payment that you expect. Another version is refused. */
  readonly paymentVersionToken?: string;
  /** The team member who refunds. */
  readonly teamMemberId?: string;
}

/** Refund a payment, in full or in part. */
export interface SquareRefundRequest {
  /** Which payment to refund. */
  readonly payment: SquarePayment;
  /**
   * In minor units: 1050 is 10.50 in a currency with two decimals. All currencies except BYN and
   * MRU and STN and UYW and VED and VES and XCG and ZWG.
   */
  readonly amount: Amount<
    Exclude<Currency, "BYN" | "MRU" | "STN" | "UYW" | "VED" | "VES" | "XCG" | "ZWG">
  >;
  /** Why it is refunded. */
  readonly reason?: string;
  /** Your own id of this refund. */
  readonly key: string;
  /** Fields that only Square has. */
  readonly extra?: SquareExtra;
}

/** Read a refund by its id. */
export interface SquareQueryRequest {
  /** The provider's own id of the refund, from its outcome. */
  readonly refund: {
    /** The refund's id. */
    readonly id: string;
  };
}

/** Proves to Square who is calling. */
export interface SquareCredentials {
  /** An access token with PAYMENTS_WRITE, and PAYMENTS_READ for the query. */
  readonly accessToken: string;
}

/** What a client of Square needs to know of the account, next to the credentials. */
export interface SquareSettings {
  /**
   * The signature key of your webhook subscription; several while you replace it. Needed for
   * notifications.
   */
  readonly webhookSecret?: string | readonly string[];
  /**
   * The address of your webhook, exactly as you entered it at Square. Needed for notifications.
   */
  readonly notificationUrl?: string;
}

/**
 * What a client of Square is made with: `environment` or `baseUrl`, the credentials, and what is
 * optional.
 */
export type SquareOptions = ClientOptions & SquareCredentials & SquareSettings;

/**
 * The codes that Square's documentation lists. Others can occur, so compare and keep a default.
 */
export type SquareErrorCode =
  | "UNAUTHORIZED"
  | "ACCESS_TOKEN_EXPIRED"
  | "ACCESS_TOKEN_REVOKED"
  | "FORBIDDEN"
  | "INSUFFICIENT_SCOPES"
  | "INSUFFICIENT_PERMISSIONS_FOR_REFUND"
  | "APPLICATION_DISABLED"
  | "V1_APPLICATION"
  | "V1_ACCESS_TOKEN"
  | "MERCHANT_SUBSCRIPTION_NOT_FOUND"
  | "BAD_CERTIFICATE"
  | "REFUND_AMOUNT_INVALID"
  | "PAYMENT_NOT_REFUNDABLE"
  | "PAYMENT_NOT_REFUNDABLE_DUE_TO_DISPUTE"
  | "REFUND_ALREADY_PENDING"
  | "REFUND_DECLINED"
  | "GENERIC_DECLINE"
  | "CARD_MISMATCH"
  | "CARD_PRESENCE_REQUIRED"
  | "INVALID_CARD"
  | "INVALID_CARD_DATA"
  | "UNSUPPORTED_CARD_BRAND"
  | "UNSUPPORTED_INSTRUMENT_TYPE"
  | "UNSUPPORTED_SOURCE_TYPE"
  | "UNSUPPORTED_COUNTRY"
  | "REFUND_ERROR_PAYMENT_NEEDS_COMPLETION"
  | "NOT_FOUND"
  | "GONE"
  | "LOCATION_MISMATCH"
  | "BAD_REQUEST"
  | "MISSING_REQUIRED_PARAMETER"
  | "INVALID_VALUE"
  | "INVALID_ENUM_VALUE"
  | "INVALID_FEES"
  | "UNSUPPORTED_CURRENCY"
  | "CURRENCY_MISMATCH"
  | "VERSION_MISMATCH"
  | "VALUE_TOO_HIGH"
  | "VALUE_TOO_LOW"
  | "VALUE_TOO_LONG"
  | "VALUE_TOO_SHORT"
  | "VALUE_EMPTY"
  | "VALUE_REGEX_MISMATCH"
  | "UNEXPECTED_VALUE"
  | "UNKNOWN_BODY_PARAMETER"
  | "UNKNOWN_QUERY_PARAMETER"
  | "CONFLICTING_PARAMETERS"
  | "INCORRECT_TYPE"
  | "EXPECTED_INTEGER"
  | "EXPECTED_STRING"
  | "EXPECTED_OBJECT"
  | "EXPECTED_JSON_BODY"
  | "INVALID_CONTENT_TYPE"
  | "NO_FIELDS_SET"
  | "API_VERSION_INCOMPATIBLE"
  | "INVALID_SQUARE_VERSION_FORMAT"
  | "SANDBOX_NOT_SUPPORTED"
  | "METHOD_NOT_ALLOWED"
  | "NOT_ACCEPTABLE"
  | "REQUEST_ENTITY_TOO_LARGE"
  | "UNSUPPORTED_MEDIA_TYPE"
  | "UNPROCESSABLE_ENTITY"
  | "RATE_LIMITED"
  | "IDEMPOTENCY_KEY_REUSED"
  | "CARD_TOKEN_USED"
  | "CONFLICT"
  | "REQUEST_TIMEOUT"
  | "TEMPORARY_ERROR"
  | "INTERNAL_SERVER_ERROR"
  | "NOT_IMPLEMENTED"
  | "BAD_GATEWAY"
  | "SERVICE_UNAVAILABLE"
  | "GATEWAY_TIMEOUT";

/**
 * What Square answers when the refund went well, as documented. Fields it adds later come through
 * too.
 */
export type SquareRefundAnswer = components["schemas"]["RefundDone"];

/** How a refund ended. Switch on `status`. */
export type SquareOutcome = Outcome<SquareRefundAnswer, SquareErrorCode>;

/**
 * What Square answers when the query went well, as documented. Fields it adds later come through
 * too.
 */
export type SquareQueryAnswer = components["schemas"]["RefundDone"];

/** How a query ended. */
export type SquareQueryOutcome = QueryOutcome<SquareQueryAnswer, SquareErrorCode>;

/** Refunds through one account at Square. It keeps no keys: each call is a new refund. */
export interface SquareClient {
  /** The provider's one-word name. */
  readonly provider: "square";
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
  check(request: SquareRefundRequest): CheckedRequest;
  /**
   * Refund a payment, in full or in part.
   *
   * Resolves to an outcome whatever happens once something may have been sent; only `not_sent` may
   * be sent again.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  refund(request: SquareRefundRequest, options?: CallOptions): Promise<SquareOutcome>;
  /**
   * Read a refund by its id.
   *
   * Moves no money, so it may always be repeated.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  query(request: SquareQueryRequest, options?: CallOptions): Promise<SquareQueryOutcome>;
  /**
   * What Square's answer to `query()` proves about a refund whose outcome is not certain; what is
   * not listed proves nothing.
   */
  readonly evidence: EvidenceTable;
  /**
   * Square reports what became of a refund.
   *
   * Verifies its signature first: nothing in an unverified one is believed. Takes a `Request`, or
   * the raw body with the headers. Sends nothing: answer with the result's `response`.
   * @throws {RefundError} for your mistakes, such as a parsed body or an option that is missing;
   * never for what a stranger sent.
   */
  notification(request: NotificationRequest): Promise<Notification>;
}

/**
 * Refunds through Square. Refunds of payments taken through Square.
 *
 * Makes no connection until the first call.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://raw.githubusercontent.com/square/connect-api-specification/master/api.json
 */
export const square: (options: SquareOptions) => SquareClient = /* @__PURE__ */ defineProvider(
  table,
  features,
  evidence,
  () => import("./notifications.ts"),
);
