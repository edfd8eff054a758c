// Generated from specs/adyen.yaml by `npm run generate`. Do not edit: edit the spec.
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

/** Which payment, in Adyen's identifiers. */
export interface AdyenPayment {
  /** The payment's pspReference. */
  readonly pspReference: string;
}

/** Fields that only Adyen has. */
export interface AdyenExtra {
  /** The capture to refund. For PayPal only. */
  readonly capturePspReference?: string;
  /** The store that refunds, by its configured name. */
  readonly store?: string;
  /** The refunded items. Some payment methods need them for a part of a payment. */
  readonly lineItems?: readonly {
    /** The item's id. */
    readonly id?: string;
    /** What it is. */
    readonly description?: string;
    /** How many. */
    readonly quantity?: number;
    /** With tax, in minor units. */
    readonly amountIncludingTax?: number;
    /** Without tax, in minor units. */
    readonly amountExcludingTax?: number;
    /** The tax, in minor units. */
    readonly taxAmount?: number;
    /** The tax rate in basis points. */
    readonly taxPercentage?: number;
    readonly [name: string]: unknown;
  }[];
  /** How the amount is split between accounts of a platform. */
  readonly splits?: readonly {
    /** Which part is booked. */
    readonly type:
      | "AcquiringFees"
      | "AdyenCommission"
      | "AdyenFees"
      | "AdyenMarkup"
      | "BalanceAccount"
      | "Commission"
      | "Default"
      | "Interchange"
      | "MarketPlace"
      | "PaymentFee"
      | "Remainder"
      | "SchemeFee"
      | "Surcharge"
      | "Tip"
      | "TopUp"
      | "VAT";
    /** The account that it is booked to. */
    readonly account?: string;
    /** How much. */
    readonly amount?: {
      /** In minor units. */
      readonly value: number;
      /** The ISO 4217 code. */
      readonly currency?: string;
    };
    /** Your reference of the part. */
    readonly reference?: string;
    /** Your description of the part. */
    readonly description?: string;
    readonly [name: string]: unknown;
  }[];
}

/** Refund a captured payment, in full or in part. */
export interface AdyenRefundRequest {
  /** Which payment to refund. */
  readonly payment: AdyenPayment;
  /** In minor units: 1050 is 10.50 in a currency with two decimals. */
  readonly amount: Amount;
  /** Why it is refunded. */
  readonly reason?: "FRAUD" | "CUSTOMER REQUEST" | "RETURN" | "DUPLICATE" | "OTHER";
  /** Your own id of this refund. */
  readonly key: string;
  /** Fields that only Adyen has. */
  readonly extra?: AdyenExtra;
}

/** Proves to Adyen who is calling. */
export interface AdyenCredentials {
  /** The API key of your API credential. */
  readonly apiKey: string;
}

/** What a client of Adyen needs to know of the account, next to the credentials. */
export interface AdyenSettings {
  /**
   * The HMAC key of your standard webhook, in hexadecimal. Only needed for notifications. While
   * you replace it, list both.
   */
  readonly hmacKey?: string | readonly string[];
  /** The merchant account that took the payment. */
  readonly merchantAccount: string;
  /**
   * The prefix of your live endpoints, in your live Customer Area under Developers, API URLs.
   * Needed for `live`.
   */
  readonly livePrefix?: string;
}

/**
 * What a client of Adyen is made with: `environment` or `baseUrl`, the credentials, and what is
 * optional.
 */
export type AdyenOptions = ClientOptions & AdyenCredentials & AdyenSettings;

/**
 * The codes that Adyen's documentation lists. Others can occur, so compare and keep a default.
 */
export type AdyenErrorCode = "010" | "100" | "167" | "702" | "704" | "901";

/**
 * What Adyen answers when the refund went well, as documented. Fields it adds later come through
 * too.
 */
export type AdyenRefundAnswer = components["schemas"]["Refund"] | components["schemas"]["Failure"];

/** How a refund ended. Switch on `status`. */
export type AdyenOutcome = Outcome<AdyenRefundAnswer, AdyenErrorCode>;

/** Refunds through one account at Adyen. It keeps no keys: each call is a new refund. */
export interface AdyenClient {
  /** The provider's one-word name. */
  readonly provider: "adyen";
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
  check(request: AdyenRefundRequest): CheckedRequest;
  /**
   * Refund a captured payment, in full or in part.
   *
   * Resolves to an outcome whatever happens once something may have been sent; only `not_sent` may
   * be sent again.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  refund(request: AdyenRefundRequest, options?: CallOptions): Promise<AdyenOutcome>;
  /**
   * Adyen reports what became of refunds.
   *
   * Verifies its signature first: nothing in an unverified one is believed. Takes a `Request`, or
   * the raw body with the headers. Sends nothing: answer with the result's `response`.
   * @throws {RefundError} for your mistakes, such as a parsed body or an option that is missing;
   * never for what a stranger sent.
   */
  notification(request: NotificationRequest): Promise<Notification>;
}

/**
 * Refunds through Adyen. Refunds of captured payments taken through Adyen.
 *
 * Makes no connection until the first call.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://raw.githubusercontent.com/Adyen/adyen-openapi/main/json/CheckoutService-v72.json
 */
export const adyen: (options: AdyenOptions) => AdyenClient = /* @__PURE__ */ defineProvider(
  table,
  features,
  undefined,
  () => import("./notifications.ts"),
);
