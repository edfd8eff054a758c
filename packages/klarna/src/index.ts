// Generated from specs/klarna.yaml by `npm run generate`. Do not edit: edit the spec.
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

/** Which payment, in Klarna's identifiers. */
export interface KlarnaPayment {
  /** The order's id, which Klarna gave it. */
  readonly orderId: string;
}

/** Fields that only Klarna has. */
export interface KlarnaExtra {
  /** Your reference. The settlement files have it. */
  readonly reference?: string;
}

/** Refund a captured order, in full or in part. */
export interface KlarnaRefundRequest {
  /** Which payment to refund. */
  readonly payment: KlarnaPayment;
  /** In minor units: 1050 is 10.50 in a currency with two decimals. */
  readonly amount: Amount;
  /** A description that the customer can see. */
  readonly reason?: string;
  /** Your own id of this refund. */
  readonly key: string;
  /** Fields that only Klarna has. */
  readonly extra?: KlarnaExtra;
}

/** Read an order, with what has been refunded of it. */
export interface KlarnaQueryRequest {
  /** Which payment to read. */
  readonly payment: KlarnaPayment;
}

/** Proves to Klarna who is calling. */
export interface KlarnaCredentials {
  /** Your user name, of the API credentials in the merchant portal. */
  readonly username: string;
  /** Your password. */
  readonly password: string;
}

/** What a client of Klarna needs to know of the account, next to the credentials. */
export interface KlarnaSettings {
  /**
   * Where your account is: `api` for Europe, `api-na` for North America, `api-oc` for Oceania.
   */
  readonly region?: "api" | "api-na" | "api-oc";
}

/**
 * What a client of Klarna is made with: `environment` or `baseUrl`, the credentials, and what is
 * optional.
 */
export type KlarnaOptions = ClientOptions & KlarnaCredentials & KlarnaSettings;

/**
 * The codes that Klarna's documentation lists. Others can occur, so compare and keep a default.
 */
export type KlarnaErrorCode =
  | "REFUND_NOT_ALLOWED"
  | "NO_SUCH_ORDER"
  | "NOT_FOUND"
  | "REQUEST_TOO_LARGE"
  | "UNPROCESSABLE_ENTITY"
  | "TOO_MANY_REQUESTS"
  | "CONFLICT"
  | "INTERNAL_SERVER_ERROR"
  | "UNEXPECTED_ERROR"
  | "TEMPORARILY_UNAVAILABLE";

/**
 * What Klarna answers when the refund went well, as documented. Fields it adds later come through
 * too.
 */
export type KlarnaRefundAnswer = components["schemas"]["Failure"] | undefined;

/** How a refund ended. Switch on `status`. */
export type KlarnaOutcome = Outcome<KlarnaRefundAnswer, KlarnaErrorCode>;

/**
 * What Klarna answers when the query went well, as documented. Fields it adds later come through
 * too.
 */
export type KlarnaQueryAnswer = components["schemas"]["Order"];

/** How a query ended. */
export type KlarnaQueryOutcome = QueryOutcome<KlarnaQueryAnswer, KlarnaErrorCode>;

/** Refunds through one account at Klarna. It keeps no keys: each call is a new refund. */
export interface KlarnaClient {
  /** The provider's one-word name. */
  readonly provider: "klarna";
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
  check(request: KlarnaRefundRequest): CheckedRequest;
  /**
   * Refund a captured order, in full or in part.
   *
   * Resolves to an outcome whatever happens once something may have been sent; only `not_sent` may
   * be sent again.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  refund(request: KlarnaRefundRequest, options?: CallOptions): Promise<KlarnaOutcome>;
  /**
   * Read an order, with what has been refunded of it.
   *
   * Moves no money, so it may always be repeated.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  query(request: KlarnaQueryRequest, options?: CallOptions): Promise<KlarnaQueryOutcome>;
  /**
   * What Klarna's answer to `query()` proves about a refund whose outcome is not certain; what is
   * not listed proves nothing.
   */
  readonly evidence: EvidenceTable;
}

/**
 * Refunds through Klarna. Refunds of captured Klarna orders, by the Order Management API.
 *
 * Makes no connection until the first call.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see
 * https://docs.klarna.com/payments/after-payments/order-management/manage-orders-with-the-api/refund-orders-and-manage-authorizations
 */
export const klarna: (options: KlarnaOptions) => KlarnaClient = /* @__PURE__ */ defineProvider(
  table,
  features,
  evidence,
);
