// Generated from specs/yedpay.yaml by `npm run generate`. Do not edit: edit the spec.
import type {
  CallOptions,
  CheckedRequest,
  ClientOptions,
  Outcome,
  QueryOutcome,
  WireResult,
} from "@refunds/core";
import { defineProvider, defineWire, type EvidenceTable, writeForm } from "@refunds/core/provider";
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

/** Which payment, in Yedpay's identifiers. */
export interface YedpayPayment {
  /** The payment's id. */
  readonly id: string;
}

/** Refund a payment in full. */
export interface YedpayRefundRequest {
  readonly payment: YedpayPayment;
  /** Why the payment is refunded, in your own words. */
  readonly reason?: string;
}

/** Read a payment's state, to settle a refund whose answer was lost. */
export interface YedpayQueryRequest {
  readonly payment: YedpayPayment;
}

/** Proves to Yedpay who is calling. */
export interface YedpayCredentials {
  /** A login token, or a personal token that lives one year. */
  readonly accessToken: string;
}

export type YedpayOptions = ClientOptions & YedpayCredentials;

/**
 * The codes that Yedpay's documentation lists. Others can occur, so compare and keep a default.
 */
export type YedpayErrorCode = "500" | "401" | "403" | "400" | "406" | "422";

/**
 * What Yedpay answers when the refund went well, as documented. Fields it adds later come through
 * too.
 */
export type YedpayRefundAnswer = components["schemas"]["RefundSuccess"];

/** How a refund ended. */
export type YedpayOutcome = Outcome<YedpayRefundAnswer, YedpayErrorCode>;

/**
 * What Yedpay answers when the query went well, as documented. Fields it adds later come through
 * too.
 */
export type YedpayQueryAnswer = components["schemas"]["QuerySuccess"];

/** How a query ended. */
export type YedpayQueryOutcome = QueryOutcome<YedpayQueryAnswer, YedpayErrorCode>;

/** The refund request as Yedpay documents it; credentials and signature are added for you. */
export interface YedpayWireRefund {
  readonly path: operations["refund"]["parameters"]["path"];
  readonly body?: NonNullable<
    operations["refund"]["requestBody"]
  >["content"]["application/x-www-form-urlencoded"];
}

/** Every answer Yedpay documents for the refund. */
export type YedpayWireRefundAnswer =
  operations["refund"]["responses"]["default"]["content"]["application/json"];

/** The query request as Yedpay documents it; credentials and signature are added for you. */
export interface YedpayWireQuery {
  readonly path: operations["query"]["parameters"]["path"];
}

/** Every answer Yedpay documents for the query. */
export type YedpayWireQueryAnswer =
  operations["query"]["responses"]["default"]["content"]["application/json"];

export interface YedpayClient {
  readonly provider: "yedpay";
  /** Milliseconds for a whole call, from `options`. */
  readonly timeoutMs: number;
  /**
   * Finds out whether `refund()` would take this request. Sends nothing.
   * @throws {RefundError} for what is wrong with the request.
   */
  check(request: YedpayRefundRequest): CheckedRequest;
  /**
   * Refund a payment in full.
   *
   * Resolves to an outcome whatever happens once something may have been sent; only `not_sent` may
   * be sent again.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  refund(request: YedpayRefundRequest, options?: CallOptions): Promise<YedpayOutcome>;
  /**
   * Read a payment's state, to settle a refund whose answer was lost.
   *
   * Moves no money, so it may always be repeated.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  query(request: YedpayQueryRequest, options?: CallOptions): Promise<YedpayQueryOutcome>;
}

/** Yedpay's own operations, uninterpreted: exact types in, the documented answer out. */
export interface YedpayWire {
  refund(
    request: YedpayWireRefund,
    options?: CallOptions,
  ): Promise<WireResult<YedpayWireRefundAnswer>>;
  query(
    request: YedpayWireQuery,
    options?: CallOptions,
  ): Promise<WireResult<YedpayWireQueryAnswer>>;
}

/** What of core this provider needs beside the basics. */
const features = { body: writeForm };

/**
 * Refunds through Yedpay. Full refunds of payments taken through Yedpay (Hong Kong).
 *
 * Makes no connection until the first call.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://api.yedpay.com/document/owner/refundTransaction
 */
export const yedpay: (options: YedpayOptions) => YedpayClient = /* @__PURE__ */ defineProvider(
  table,
  features,
);

/**
 * Yedpay's raw API with the same options: credentials and signatures are added, nothing is
 * interpreted.
 *
 * A refund sent here moves money like any other; whether it did is the caller's to read.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://api.yedpay.com/document/owner/refundTransaction
 */
export const yedpayWire: (options: YedpayOptions) => YedpayWire = /* @__PURE__ */ defineWire(
  table,
  features,
);

/**
 * What Yedpay's answer to `query()` proves about a refund whose outcome is not certain; what is
 * not listed proves nothing.
 *
 * Data for whoever settles such refunds. A bundle that does not use it does not hold it.
 */
export const yedpayEvidence: EvidenceTable = evidence;
