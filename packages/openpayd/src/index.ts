// Generated from specs/openpayd.yaml by `npm run generate`. Do not edit: edit the spec.
import type { Amount, CallOptions, CheckedRequest, ClientOptions, Outcome } from "@refunds/core";
import { defineProvider } from "@refunds/core/provider";
import { features } from "./features.ts";
import type { components } from "./schema.ts";
import { table } from "./table.ts";

export type * from "@refunds/core";
export { isRefundError, keptConnections, RefundError } from "@refunds/core";

/** Which payment, in OpenPayd PSP's identifiers. */
export interface OpenpaydPayment {
  /** OpenPayd's id of the payment, such as 529-1438673740-2. */
  readonly transactionId: string;
  /** Your own id of the payment. */
  readonly referenceNo: string;
}

/** Refund a card payment, in full or, where OpenPayd has enabled it for you, in part. */
export interface OpenpaydRefundRequest {
  /** Which payment to refund. */
  readonly payment: OpenpaydPayment;
  /**
   * Left out, the whole payment is refunded. In minor units: 1050 is 10.50 in a currency with two
   * decimals. Only currencies with 2 decimals.
   */
  readonly amount?: Amount;
}

/** Proves to OpenPayd PSP who is calling. */
export interface OpenpaydCredentials {
  /** Your API key, given to you by OpenPayd; at most 32 characters. */
  readonly apiKey: string;
}

/**
 * What a client of OpenPayd PSP is made with: `environment` or `baseUrl`, the credentials, and
 * what is optional.
 */
export type OpenpaydOptions = ClientOptions & OpenpaydCredentials;

/**
 * The codes that OpenPayd PSP's documentation lists. Others can occur, so compare and keep a
 * default.
 */
export type OpenpaydErrorCode = "32";

/**
 * What OpenPayd PSP answers when the refund went well, as documented. Fields it adds later come
 * through too.
 */
export type OpenpaydRefundAnswer = components["schemas"]["RefundAnswer"];

/** How a refund ended. Switch on `status`. */
export type OpenpaydOutcome = Outcome<OpenpaydRefundAnswer, OpenpaydErrorCode>;

/** Refunds through one account at OpenPayd PSP. It keeps no keys: each call is a new refund. */
export interface OpenpaydClient {
  /** The provider's one-word name. */
  readonly provider: "openpayd";
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
  check(request: OpenpaydRefundRequest): CheckedRequest;
  /**
   * Refund a card payment, in full or, where OpenPayd has enabled it for you, in part.
   *
   * Resolves to an outcome whatever happens once something may have been sent; only `not_sent` may
   * be sent again.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  refund(request: OpenpaydRefundRequest, options?: CallOptions): Promise<OpenpaydOutcome>;
}

/**
 * Refunds through OpenPayd PSP. Refunds of card payments taken through OpenPayd PSP.
 *
 * Makes no connection until the first call.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://apidocs.openpaydpsp.com/docs/payment-refund
 */
export const openpayd: (options: OpenpaydOptions) => OpenpaydClient =
  /* @__PURE__ */ defineProvider(table, features);
