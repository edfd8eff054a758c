// Generated from specs/sumup.yaml by `npm run generate`. Do not edit: edit the spec.
import type { Amount, CallOptions, CheckedRequest, ClientOptions, Outcome } from "@refunds/core";
import { defineProvider } from "@refunds/core/provider";
import { features } from "./features.ts";
import type { components } from "./schema.ts";
import { table } from "./table.ts";

export type * from "@refunds/core";
export { isRefundError, keptConnections, RefundError } from "@refunds/core";

/** Which payment, in SumUp's identifiers. */
export interface SumupPayment {
  /** The transaction's id. */
  readonly transactionId: string;
}

/** Refund a transaction, in full or in part. */
export interface SumupRefundRequest {
  /** Which payment to refund. */
  readonly payment: SumupPayment;
  /**
   * Left out, the whole payment is refunded. In minor units: 1050 is 10.50 in a currency with two
   * decimals. Only BRL and CHF and CLP and COP and CZK and DKK and EUR and GBP and HUF and NOK and
   * PLN and RON and SEK and USD.
   */
  readonly amount?: Amount<
    | "BRL"
    | "CHF"
    | "CLP"
    | "COP"
    | "CZK"
    | "DKK"
    | "EUR"
    | "GBP"
    | "HUF"
    | "NOK"
    | "PLN"
    | "RON"
    | "SEK"
    | "USD"
  >;
}

/** Proves to SumUp who is calling. */
export interface SumupCredentials {
  /**
   * Your API key, or an access token of your merchant. Under `test`, that of a sandbox merchant
   * account.
   */
  readonly apiKey: string;
}

/** What a client of SumUp needs to know of the account, next to the credentials. */
export interface SumupSettings {
  /** The code of your merchant account, such as MH4H92C7. */
  readonly merchantCode: string;
}

/**
 * What a client of SumUp is made with: `environment` or `baseUrl`, the credentials, and what is
 * optional.
 */
export type SumupOptions = ClientOptions & SumupCredentials & SumupSettings;

/**
 * The codes that SumUp's documentation lists. Others can occur, so compare and keep a default.
 */
export type SumupErrorCode =
  | "INVALID_AMOUNT"
  | "https://developer.sumup.com/problem/bad-request"
  | "https://developer.sumup.com/problem/unauthorized"
  | "https://developer.sumup.com/problem/forbidden"
  | "https://developer.sumup.com/problem/not-found"
  | "https://developer.sumup.com/problem/conflict"
  | "https://developer.sumup.com/problem/unprocessable-entity"
  | "https://developer.sumup.com/problem/internal-server-error";

/**
 * What SumUp answers when the refund went well, as documented. Fields it adds later come through
 * too.
 */
export type SumupRefundAnswer =
  | components["schemas"]["Refunded"]
  | components["schemas"]["Problem"];

/** How a refund ended. Switch on `status`. */
export type SumupOutcome = Outcome<SumupRefundAnswer, SumupErrorCode>;

/** Refunds through one account at SumUp. It keeps no keys: each call is a new refund. */
export interface SumupClient {
  /** The provider's one-word name. */
  readonly provider: "sumup";
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
  check(request: SumupRefundRequest): CheckedRequest;
  /**
   * Refund a transaction, in full or in part.
   *
   * Resolves to an outcome whatever happens once something may have been sent; only `not_sent` may
   * be sent again.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  refund(request: SumupRefundRequest, options?: CallOptions): Promise<SumupOutcome>;
}

/**
 * Refunds through SumUp. Refunds of transactions taken through SumUp, online or with a terminal.
 *
 * Makes no connection until the first call.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://raw.githubusercontent.com/sumup/sumup-ts/main/openapi.json
 */
export const sumup: (options: SumupOptions) => SumupClient = /* @__PURE__ */ defineProvider(
  table,
  features,
);
