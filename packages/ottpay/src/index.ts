// Generated from specs/ottpay.yaml by `npm run generate`. Do not edit: edit the spec.
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

/** Which payment, in OTT Pay's identifiers. */
export interface OttpayPayment {
  /** Id of the original payment. */
  readonly oriPaymentId: string;
}

/** Refund a captured local-card payment, in full or in part. */
export interface OttpayRefundRequest {
  /** Which payment to refund. */
  readonly payment: OttpayPayment;
  /**
   * In minor units: 1050 is 10.50 in a currency with two decimals. Only currencies with 2
   * decimals.
   */
  readonly amount: Amount;
}

/** Read a payment's state, to settle a refund whose answer was lost. */
export interface OttpayQueryRequest {
  /** Which payment to read. */
  readonly payment: OttpayPayment;
}

/** Proves to OTT Pay who is calling, by `accessToken`. */
export interface OttpayAccessTokenCredentials {
  /** A bearer token you obtained yourself. OTT Pay's tokens live about 15 minutes. */
  readonly accessToken: string;
  readonly appId?: never;
  readonly appKey?: never;
}

/** Proves to OTT Pay who is calling, by `appId` and `appKey`. */
export interface OttpayAppIdAppKeyCredentials {
  /** Your application's id. With `appKey`, tokens are obtained and renewed for you. */
  readonly appId: string;
  /** Your application's secret key. */
  readonly appKey: string;
  readonly accessToken?: never;
}

/** Proves to OTT Pay who is calling, in one of the ways it documents. */
export type OttpayCredentials = OttpayAccessTokenCredentials | OttpayAppIdAppKeyCredentials;

/**
 * What a client of OTT Pay is made with: `environment` or `baseUrl`, the credentials, and what is
 * optional.
 */
export type OttpayOptions = ClientOptions & OttpayCredentials;

/**
 * The codes that OTT Pay's documentation lists. Others can occur, so compare and keep a default.
 */
export type OttpayErrorCode =
  | "10005"
  | "10200"
  | "20004"
  | "20007"
  | "20008"
  | "20014"
  | "20019"
  | "20021"
  | "20034"
  | "20041"
  | "50001"
  | "50002"
  | "50003"
  | "90000"
  | "10003";

/**
 * What OTT Pay answers when the refund went well, as documented. Fields it adds later come through
 * too.
 */
export type OttpayRefundAnswer = components["schemas"]["RefundSuccess"];

/** How a refund ended. Switch on `status`. */
export type OttpayOutcome = Outcome<OttpayRefundAnswer, OttpayErrorCode>;

/**
 * What OTT Pay answers when the query went well, as documented. Fields it adds later come through
 * too.
 */
export type OttpayQueryAnswer = components["schemas"]["QuerySuccess"];

/** How a query ended. */
export type OttpayQueryOutcome = QueryOutcome<OttpayQueryAnswer, OttpayErrorCode>;

/** Refunds through one account at OTT Pay. It keeps no keys: each call is a new refund. */
export interface OttpayClient {
  /** The provider's one-word name. */
  readonly provider: "ottpay";
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
  check(request: OttpayRefundRequest): CheckedRequest;
  /**
   * Refund a captured local-card payment, in full or in part.
   *
   * Resolves to an outcome whatever happens once something may have been sent; only `not_sent` may
   * be sent again.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  refund(request: OttpayRefundRequest, options?: CallOptions): Promise<OttpayOutcome>;
  /**
   * Read a payment's state, to settle a refund whose answer was lost.
   *
   * Moves no money, so it may always be repeated.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  query(request: OttpayQueryRequest, options?: CallOptions): Promise<OttpayQueryOutcome>;
  /**
   * What OTT Pay's answer to `query()` proves about a refund whose outcome is not certain; what is
   * not listed proves nothing.
   */
  readonly evidence: EvidenceTable;
}

/**
 * Refunds through OTT Pay. Refunds of local-card payments taken through OTT Pay (Canada).
 *
 * Makes no connection until the first call.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://apidocs.ottpay.com/api/local-card/refund-api/api/
 */
export const ottpay: (options: OttpayOptions) => OttpayClient = /* @__PURE__ */ defineProvider(
  table,
  features,
  evidence,
);
