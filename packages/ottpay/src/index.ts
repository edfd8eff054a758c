// Generated from specs/ottpay.yaml by `npm run generate`. Do not edit: edit the spec.
import type {
  Amount,
  CallOptions,
  CheckedRequest,
  ClientOptions,
  Outcome,
  QueryOutcome,
  WireResult,
} from "@refunds/core";
import {
  defineProvider,
  defineWire,
  type EvidenceTable,
  minorUnits,
  tokenSource,
  twoDecimals,
} from "@refunds/core/provider";
import type { components, operations } from "./schema.ts";
import { evidence, table } from "./table.ts";

export type {
  Amount,
  CallOptions,
  CheckedRequest,
  Currency,
  LogEvent,
  Logger,
  Outcome,
  QueryOutcome,
  Reason,
} from "@refunds/core";
export { isRefundError, RefundError } from "@refunds/core";

/** Which payment, in OTT Pay's identifiers. */
export interface OttpayPayment {
  /** Id of the original payment. */
  readonly oriPaymentId: string;
}

/** Refund a captured local-card payment, in full or in part. */
export interface OttpayRefundRequest {
  readonly payment: OttpayPayment;
  /**
   * In minor units: 1050 is 10.50 in a currency with two decimals. Only currencies with 2
   * decimals.
   */
  readonly amount: Amount;
}

/** Read a payment's state, to settle a refund whose answer was lost. */
export interface OttpayQueryRequest {
  readonly payment: OttpayPayment;
}

/** Proves to OTT Pay who is calling, in one of the ways it documents. */
export type OttpayCredentials =
  | {
      /** A bearer token you obtained yourself. OTT Pay's tokens live about 15 minutes. */
      readonly accessToken: string;
      readonly appId?: never;
      readonly appKey?: never;
    }
  | {
      /** Your application's id. With `appKey`, tokens are obtained and renewed for you. */
      readonly appId: string;
      /** Your application's secret key. */
      readonly appKey: string;
      readonly accessToken?: never;
    };

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

/** How a refund ended. */
export type OttpayOutcome = Outcome<OttpayRefundAnswer, OttpayErrorCode>;

/**
 * What OTT Pay answers when the query went well, as documented. Fields it adds later come through
 * too.
 */
export type OttpayQueryAnswer = components["schemas"]["QuerySuccess"];

/** How a query ended. */
export type OttpayQueryOutcome = QueryOutcome<OttpayQueryAnswer, OttpayErrorCode>;

/** The refund request as OTT Pay documents it; credentials and signature are added for you. */
export interface OttpayWireRefund {
  readonly body: operations["refund"]["requestBody"]["content"]["application/json"];
}

/** Every answer OTT Pay documents for the refund. */
export type OttpayWireRefundAnswer =
  operations["refund"]["responses"]["default"]["content"]["application/json"];

/** The query request as OTT Pay documents it; credentials and signature are added for you. */
export interface OttpayWireQuery {
  readonly body: operations["query"]["requestBody"]["content"]["application/json"];
}

/** Every answer OTT Pay documents for the query. */
export type OttpayWireQueryAnswer =
  operations["query"]["responses"]["default"]["content"]["application/json"];

export interface OttpayClient {
  readonly provider: "ottpay";
  /** Milliseconds for a whole call, from `options`. */
  readonly timeoutMs: number;
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
}

/** OTT Pay's own operations, uninterpreted: exact types in, the documented answer out. */
export interface OttpayWire {
  refund(
    request: OttpayWireRefund,
    options?: CallOptions,
  ): Promise<WireResult<OttpayWireRefundAnswer>>;
  query(
    request: OttpayWireQuery,
    options?: CallOptions,
  ): Promise<WireResult<OttpayWireQueryAnswer>>;
}

/** What of core this provider needs beside the basics. */
const features = { money: { minor: minorUnits }, currencies: twoDecimals, tokens: tokenSource };

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
);

/**
 * OTT Pay's raw API with the same options: credentials and signatures are added, nothing is
 * interpreted.
 *
 * A refund sent here moves money like any other; whether it did is the caller's to read.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://apidocs.ottpay.com/api/local-card/refund-api/api/
 */
export const ottpayWire: (options: OttpayOptions) => OttpayWire = /* @__PURE__ */ defineWire(
  table,
  features,
);

/**
 * What OTT Pay's answer to `query()` proves about a refund whose outcome is not certain; what is
 * not listed proves nothing.
 *
 * Data for whoever settles such refunds. A bundle that does not use it does not hold it.
 */
export const ottpayEvidence: EvidenceTable = evidence;
