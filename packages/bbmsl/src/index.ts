// Generated from specs/bbmsl.yaml by `npm run generate`. Do not edit: edit the spec.
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

/** Which payment, in BBMSL's identifiers. */
export type BbmslPayment =
  | {
      /** BBMSL's id of the order that took the payment. */
      readonly orderId: number;
      readonly merchantReference?: never;
    }
  | {
      readonly orderId?: never;
      /** Your own reference of the order that took the payment. */
      readonly merchantReference: string;
    };

/** Refund an order once, in full or in part. */
export interface BbmslRefundRequest {
  /** Which payment to refund. */
  readonly payment: BbmslPayment;
  /** In minor units: 1050 is 10.50 in a currency with two decimals. Only HKD and USD. */
  readonly amount: Amount<"HKD" | "USD">;
}

/** Read an order, to settle a refund whose answer was lost. */
export interface BbmslQueryRequest {
  /** Which payment to read. */
  readonly payment: BbmslPayment;
}

/** Proves to BBMSL who is calling. */
export interface BbmslCredentials {
  /** Your merchant id, as text or as a number; it is sent as you give it. */
  readonly merchantId: string | number;
  /** Your RSA private key of 2048 bits in PEM, whose public half is registered with BBMSL. */
  readonly privateKey: string;
}

/**
 * What a client of BBMSL is made with: `environment` or `baseUrl`, the credentials, and what is
 * optional.
 */
export type BbmslOptions = ClientOptions & BbmslCredentials;

/**
 * The codes that BBMSL's documentation lists. Others can occur, so compare and keep a default.
 */
export type BbmslErrorCode = never;

/**
 * What BBMSL answers when the refund went well, as documented. Fields it adds later come through
 * too.
 */
export type BbmslRefundAnswer = components["schemas"]["RefundSuccess"];

/** How a refund ended. Switch on `status`. */
export type BbmslOutcome = Outcome<BbmslRefundAnswer, BbmslErrorCode>;

/**
 * What BBMSL answers when the query went well, as documented. Fields it adds later come through
 * too.
 */
export type BbmslQueryAnswer =
  | components["schemas"]["QuerySuccess"]
  | components["schemas"]["Failure"];

/** How a query ended. */
export type BbmslQueryOutcome = QueryOutcome<BbmslQueryAnswer, BbmslErrorCode>;

/** Refunds through one account at BBMSL. It keeps no keys: each call is a new refund. */
export interface BbmslClient {
  /** The provider's one-word name. */
  readonly provider: "bbmsl";
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
  check(request: BbmslRefundRequest): CheckedRequest;
  /**
   * Refund an order once, in full or in part.
   *
   * Resolves to an outcome whatever happens once something may have been sent; only `not_sent` may
   * be sent again.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  refund(request: BbmslRefundRequest, options?: CallOptions): Promise<BbmslOutcome>;
  /**
   * Read an order, to settle a refund whose answer was lost.
   *
   * Moves no money, so it may always be repeated.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  query(request: BbmslQueryRequest, options?: CallOptions): Promise<BbmslQueryOutcome>;
  /**
   * What BBMSL's answer to `query()` proves about a refund whose outcome is not certain; what is
   * not listed proves nothing.
   */
  readonly evidence: EvidenceTable;
}

/**
 * Refunds through BBMSL. Refunds of payments taken through BBMSL's hosted checkout (Hong Kong).
 *
 * Makes no connection until the first call.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://docs.bbmsl.com/docs/online-hosted/API/refund
 */
export const bbmsl: (options: BbmslOptions) => BbmslClient = /* @__PURE__ */ defineProvider(
  table,
  features,
  evidence,
);
