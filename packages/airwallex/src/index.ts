// Generated from specs/airwallex.yaml by `npm run generate`. Do not edit: edit the spec.
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

/** Which payment, in Airwallex's identifiers. */
export type AirwallexPayment =
  | {
      /** The PaymentIntent's id. */
      readonly paymentIntentId: string;
      readonly paymentAttemptId?: never;
    }
  | {
      readonly paymentIntentId?: never;
      /** The payment attempt's id. */
      readonly paymentAttemptId: string;
    };

/** Fields that only Airwallex has. */
export interface AirwallexExtra {
  /** Your own fields. */
  readonly metadata?: {
    readonly [name: string]: string;
  };
}

/** Refund a captured payment, in full or in part. */
export interface AirwallexRefundRequest {
  /** Which payment to refund. */
  readonly payment: AirwallexPayment;
  /**
   * Left out, the whole payment is refunded. In minor units: 1050 is 10.50 in a currency with two
   * decimals.
   */
  readonly amount?: Amount;
  /** Why it is refunded. */
  readonly reason?: string;
  /** Your own id of this refund. */
  readonly key: string;
  /** Fields that only Airwallex has. */
  readonly extra?: AirwallexExtra;
}

/** List the refunds of a payment, and find this one by its request id. */
export interface AirwallexQueryRequest {
  /** Which payment to read. */
  readonly payment: AirwallexPayment;
}

/** Proves to Airwallex who is calling, by `accessToken`. */
export interface AirwallexAccessTokenCredentials {
  /** An access token that you got yourself. It ends after 30 minutes. */
  readonly accessToken: string;
  readonly clientId?: never;
  readonly apiKey?: never;
}

/** Proves to Airwallex who is calling, by `clientId` and `apiKey`. */
export interface AirwallexClientIdApiKeyCredentials {
  /** Your client id. */
  readonly clientId: string;
  /** Your API key. */
  readonly apiKey: string;
  readonly accessToken?: never;
}

/** Proves to Airwallex who is calling, in one of the ways it documents. */
export type AirwallexCredentials =
  | AirwallexAccessTokenCredentials
  | AirwallexClientIdApiKeyCredentials;

/** What a client of Airwallex needs to know of the account, next to the credentials. */
export interface AirwallexSettings {
  /** The secret of your webhook; several while you replace it. Needed for notifications. */
  readonly webhookSecret?: string | readonly string[];
  /** The id of the connected account that you act for. */
  readonly onBehalfOf?: string;
}

/**
 * What a client of Airwallex is made with: `environment` or `baseUrl`, the credentials, and what
 * is optional.
 */
export type AirwallexOptions = ClientOptions & AirwallexCredentials & AirwallexSettings;

/**
 * The codes that Airwallex's documentation lists. Others can occur, so compare and keep a default.
 */
export type AirwallexErrorCode =
  | "unauthorized"
  | "credentials_invalid"
  | "too_many_requests"
  | "validation_error"
  | "resource_not_found"
  | "amount_above_limit"
  | "amount_below_limit"
  | "invalid_status_for_operation"
  | "operation_not_supported"
  | "duplicate_request"
  | "provider_declined"
  | "provider_unavailable";

/**
 * What Airwallex answers when the refund went well, as documented. Fields it adds later come
 * through too.
 */
export type AirwallexRefundAnswer = components["schemas"]["Refund"];

/** How a refund ended. Switch on `status`. */
export type AirwallexOutcome = Outcome<AirwallexRefundAnswer, AirwallexErrorCode>;

/**
 * What Airwallex answers when the query went well, as documented. Fields it adds later come
 * through too.
 */
export type AirwallexQueryAnswer = components["schemas"]["RefundList"];

/** How a query ended. */
export type AirwallexQueryOutcome = QueryOutcome<AirwallexQueryAnswer, AirwallexErrorCode>;

/** Refunds through one account at Airwallex. It keeps no keys: each call is a new refund. */
export interface AirwallexClient {
  /** The provider's one-word name. */
  readonly provider: "airwallex";
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
  check(request: AirwallexRefundRequest): CheckedRequest;
  /**
   * Refund a captured payment, in full or in part.
   *
   * Resolves to an outcome whatever happens once something may have been sent; only `not_sent` may
   * be sent again.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  refund(request: AirwallexRefundRequest, options?: CallOptions): Promise<AirwallexOutcome>;
  /**
   * List the refunds of a payment, and find this one by its request id.
   *
   * Moves no money, so it may always be repeated.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  query(request: AirwallexQueryRequest, options?: CallOptions): Promise<AirwallexQueryOutcome>;
  /**
   * What Airwallex's answer to `query()` proves about a refund whose outcome is not certain; what
   * is not listed proves nothing.
   */
  readonly evidence: EvidenceTable;
  /**
   * Airwallex reports what became of a refund.
   *
   * Verifies its signature first: nothing in an unverified one is believed. Takes a `Request`, or
   * the raw body with the headers. Sends nothing: answer with the result's `response`.
   * @throws {RefundError} for your mistakes, such as a parsed body or an option that is missing;
   * never for what a stranger sent.
   */
  notification(request: NotificationRequest): Promise<Notification>;
}

/**
 * Refunds through Airwallex. Refunds of payments taken through Airwallex.
 *
 * Makes no connection until the first call.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://www.airwallex.com/docs/api/payments/refunds
 */
export const airwallex: (options: AirwallexOptions) => AirwallexClient =
  /* @__PURE__ */ defineProvider(table, features, evidence, () => import("./notifications.ts"));
