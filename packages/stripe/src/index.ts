// Generated from specs/stripe.yaml by `npm run generate`. Do not edit: edit the spec.
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

/** Which payment, in Stripe's identifiers. */
export type StripePayment =
  | {
      /** The PaymentIntent to refund. */
      readonly paymentIntent: string;
      readonly charge?: never;
    }
  | {
      readonly paymentIntent?: never;
      /** The charge to refund. */
      readonly charge: string;
    };

/** Fields that only Stripe has. */
export interface StripeExtra {
  /** Whether the application fee is refunded too. */
  readonly refundApplicationFee?: boolean;
  /** Whether the transfer to the connected account is reversed. */
  readonly reverseTransfer?: boolean;
  /** Where the customer gets instructions if the payment method has no refunds. */
  readonly instructionsEmail?: string;
}

/** Refund a payment, in full or in part. */
export interface StripeRefundRequest {
  /** Which payment to refund. */
  readonly payment: StripePayment;
  /**
   * Left out, the whole payment is refunded. In minor units: 1050 is 10.50 in a currency with two
   * decimals. All currencies except IQD and LYD.
   */
  readonly amount?: Amount<Exclude<Currency, "IQD" | "LYD">>;
  /** Why it is refunded. `fraudulent` also blocks the card and the e-mail address. */
  readonly reason?: "duplicate" | "fraudulent" | "requested_by_customer";
  /** Your own id of this refund. */
  readonly key: string;
  /** Fields that only Stripe has. */
  readonly extra?: StripeExtra;
}

/** List the refunds of a payment, and find this one by its key. */
export interface StripeQueryRequest {
  /** Which payment to read. */
  readonly payment: StripePayment;
}

/** Proves to Stripe who is calling. */
export interface StripeCredentials {
  /** Your secret key, or a restricted key that can write charges and refunds. */
  readonly secretKey: string;
}

/** What a client of Stripe needs to know of the account, next to the credentials. */
export interface StripeSettings {
  /**
   * The secret of your webhook endpoint, such as whsec_…; several while you replace it. Needed for
   * notifications.
   */
  readonly webhookSecret?: string | readonly string[];
  /** The connected account that you act for, such as acct_1032D82eZvKYlo2C. */
  readonly stripeAccount?: string;
}

/**
 * What a client of Stripe is made with: `environment` or `baseUrl`, the credentials, and what is
 * optional.
 */
export type StripeOptions = ClientOptions & StripeCredentials & StripeSettings;

/**
 * The codes that Stripe's documentation lists. Others can occur, so compare and keep a default.
 */
export type StripeErrorCode =
  | "charge_already_refunded"
  | "charge_disputed"
  | "refund_disputed_payment"
  | "charge_not_refundable"
  | "amount_too_large"
  | "amount_too_small"
  | "invalid_charge_amount"
  | "invalid_charge_amount_no_decimal_compatible"
  | "balance_insufficient"
  | "insufficient_funds"
  | "payment_intent_unexpected_state"
  | "resource_missing"
  | "livemode_mismatch"
  | "parameter_invalid_empty"
  | "parameter_invalid_integer"
  | "parameter_invalid_string_blank"
  | "parameter_invalid_string_empty"
  | "parameter_missing"
  | "parameter_unknown"
  | "parameters_exclusive"
  | "account_invalid"
  | "api_key_expired"
  | "platform_api_key_expired"
  | "platform_account_required"
  | "secret_key_required"
  | "rate_limit"
  | "lock_timeout"
  | "idempotency_key_in_use"
  | "lost_or_stolen_card"
  | "expired_or_canceled_card"
  | "charge_for_pending_refund_disputed"
  | "declined"
  | "merchant_request"
  | "unknown";

/**
 * What Stripe answers when the refund went well, as documented. Fields it adds later come through
 * too.
 */
export type StripeRefundAnswer = components["schemas"]["Refund"];

/** How a refund ended. Switch on `status`. */
export type StripeOutcome = Outcome<StripeRefundAnswer, StripeErrorCode>;

/**
 * What Stripe answers when the query went well, as documented. Fields it adds later come through
 * too.
 */
export type StripeQueryAnswer = components["schemas"]["RefundList"];

/** How a query ended. */
export type StripeQueryOutcome = QueryOutcome<StripeQueryAnswer, StripeErrorCode>;

/** Refunds through one account at Stripe. It keeps no keys: each call is a new refund. */
export interface StripeClient {
  /** The provider's one-word name. */
  readonly provider: "stripe";
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
  check(request: StripeRefundRequest): CheckedRequest;
  /**
   * Refund a payment, in full or in part.
   *
   * Resolves to an outcome whatever happens once something may have been sent; only `not_sent` may
   * be sent again.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  refund(request: StripeRefundRequest, options?: CallOptions): Promise<StripeOutcome>;
  /**
   * List the refunds of a payment, and find this one by its key.
   *
   * Moves no money, so it may always be repeated.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  query(request: StripeQueryRequest, options?: CallOptions): Promise<StripeQueryOutcome>;
  /**
   * What Stripe's answer to `query()` proves about a refund whose outcome is not certain; what is
   * not listed proves nothing.
   */
  readonly evidence: EvidenceTable;
  /**
   * Stripe reports what became of a refund.
   *
   * Verifies its signature first: nothing in an unverified one is believed. Takes a `Request`, or
   * the raw body with the headers. Sends nothing: answer with the result's `response`.
   * @throws {RefundError} for your mistakes, such as a parsed body or an option that is missing;
   * never for what a stranger sent.
   */
  notification(request: NotificationRequest): Promise<Notification>;
}

/**
 * Refunds through Stripe. Refunds of charges and PaymentIntents taken through Stripe.
 *
 * Makes no connection until the first call.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://raw.githubusercontent.com/stripe/openapi/master/latest/openapi.spec3.json
 */
export const stripe: (options: StripeOptions) => StripeClient = /* @__PURE__ */ defineProvider(
  table,
  features,
  evidence,
  () => import("./notifications.ts"),
);
