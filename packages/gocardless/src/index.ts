// Generated from specs/gocardless.yaml by `npm run generate`. Do not edit: edit the spec.
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

/** Which payment, in GoCardless's identifiers. */
export interface GocardlessPayment {
  /** The payment's id, such as PM123. */
  readonly id: string;
}

/** Fields that only GoCardless has. */
export interface GocardlessExtra {
  /** The sum of all refunds of the payment, with this one, in minor units. */
  readonly totalAmountConfirmation: number;
  /**
   * A text on the customer's bank statement. How long it can be depends on the scheme: 10
   * characters for Bacs and ACH, 140 for SEPA.
   */
  readonly reference?: string;
}

/** Refund a payment, in full or in part. */
export interface GocardlessRefundRequest {
  /** Which payment to refund. */
  readonly payment: GocardlessPayment;
  /**
   * In minor units: 1050 is 10.50 in a currency with two decimals. Only AUD and CAD and DKK and
   * EUR and GBP and NZD and SEK and USD.
   */
  readonly amount: Amount<"AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD">;
  /** Your own id of this refund. */
  readonly key: string;
  /** Fields that only GoCardless has. */
  readonly extra: GocardlessExtra;
}

/** List the refunds of a payment, and find this one by its key. */
export interface GocardlessQueryRequest {
  /** Which payment to read. */
  readonly payment: GocardlessPayment;
}

/** Proves to GoCardless who is calling. */
export interface GocardlessCredentials {
  /** An access token of your account, or of the merchant that you act for. */
  readonly accessToken: string;
}

/** What a client of GoCardless needs to know of the account, next to the credentials. */
export interface GocardlessSettings {
  /**
   * The secret of your webhook endpoint. Only needed for notifications. While you replace it, list
   * both.
   */
  readonly webhookSecret?: string | readonly string[];
}

/**
 * What a client of GoCardless is made with: `environment` or `baseUrl`, the credentials, and what
 * is optional.
 */
export type GocardlessOptions = ClientOptions & GocardlessCredentials & GocardlessSettings;

/**
 * The codes that GoCardless's documentation lists. Others can occur, so compare and keep a
 * default.
 */
export type GocardlessErrorCode =
  | "refund_payment_invalid_state"
  | "total_amount_confirmation_invalid"
  | "number_of_refunds_exceeded"
  | "link_not_found"
  | "resource_not_found"
  | "access_token_not_found"
  | "access_token_not_active"
  | "access_token_revoked"
  | "insufficient_permissions"
  | "rate_limit_exceeded"
  | "idempotency_key_too_long"
  | "version_not_found"
  | "invalid_document_structure"
  | "idempotent_creation_conflict";

/**
 * What GoCardless answers when the refund went well, as documented. Fields it adds later come
 * through too.
 */
export type GocardlessRefundAnswer = components["schemas"]["RefundAnswer"];

/** How a refund ended. Switch on `status`. */
export type GocardlessOutcome = Outcome<GocardlessRefundAnswer, GocardlessErrorCode>;

/**
 * What GoCardless answers when the query went well, as documented. Fields it adds later come
 * through too.
 */
export type GocardlessQueryAnswer = components["schemas"]["RefundList"];

/** How a query ended. */
export type GocardlessQueryOutcome = QueryOutcome<GocardlessQueryAnswer, GocardlessErrorCode>;

/** Refunds through one account at GoCardless. It keeps no keys: each call is a new refund. */
export interface GocardlessClient {
  /** The provider's one-word name. */
  readonly provider: "gocardless";
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
  check(request: GocardlessRefundRequest): CheckedRequest;
  /**
   * Refund a payment, in full or in part.
   *
   * Resolves to an outcome whatever happens once something may have been sent; only `not_sent` may
   * be sent again.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  refund(request: GocardlessRefundRequest, options?: CallOptions): Promise<GocardlessOutcome>;
  /**
   * List the refunds of a payment, and find this one by its key.
   *
   * Moves no money, so it may always be repeated.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  query(request: GocardlessQueryRequest, options?: CallOptions): Promise<GocardlessQueryOutcome>;
  /**
   * What GoCardless's answer to `query()` proves about a refund whose outcome is not certain; what
   * is not listed proves nothing.
   */
  readonly evidence: EvidenceTable;
  /**
   * GoCardless reports what became of refunds, many at once.
   *
   * Verifies its signature first: nothing in an unverified one is believed. Takes a `Request`, or
   * the raw body with the headers. Sends nothing: answer with the result's `response`.
   * @throws {RefundError} for your mistakes, such as a parsed body or an option that is missing;
   * never for what a stranger sent.
   */
  notification(request: NotificationRequest): Promise<Notification>;
}

/**
 * Refunds through GoCardless. Refunds of bank debits and bank payments taken through GoCardless.
 *
 * Makes no connection until the first call.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://developer.gocardless.com/api-reference/
 */
export const gocardless: (options: GocardlessOptions) => GocardlessClient =
  /* @__PURE__ */ defineProvider(table, features, evidence, () => import("./notifications.ts"));
