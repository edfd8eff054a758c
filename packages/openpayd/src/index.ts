// Generated from specs/openpayd.yaml by `npm run generate`. Do not edit: edit the spec.
import type {
  Amount,
  CallOptions,
  CheckedRequest,
  ClientOptions,
  Outcome,
  WireResult,
} from "@refunds/core";
import { defineProvider, defineWire, minorUnits, twoDecimals } from "@refunds/core/provider";
import type { components, operations } from "./schema.ts";
import { table } from "./table.ts";

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

/** Which payment, in OpenPayd PSP's identifiers. */
export interface OpenpaydPayment {
  /** OpenPayd's id of the payment, such as 529-1438673740-2. */
  readonly transactionId: string;
  /** Your own id of the payment. */
  readonly referenceNo: string;
}

/** Refund a card payment, in full or, where OpenPayd has enabled it for you, in part. */
export interface OpenpaydRefundRequest {
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

/** How a refund ended. */
export type OpenpaydOutcome = Outcome<OpenpaydRefundAnswer, OpenpaydErrorCode>;

/**
 * The refund request as OpenPayd PSP documents it; credentials and signature are added for you.
 */
export interface OpenpaydWireRefund {
  readonly body: Omit<operations["refund"]["requestBody"]["content"]["application/json"], "apiKey">;
}

/** Every answer OpenPayd PSP documents for the refund. */
export type OpenpaydWireRefundAnswer =
  operations["refund"]["responses"]["default"]["content"]["application/json"];

export interface OpenpaydClient {
  readonly provider: "openpayd";
  /** Milliseconds for a whole call, from `options`. */
  readonly timeoutMs: number;
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

/** OpenPayd PSP's own operations, uninterpreted: exact types in, the documented answer out. */
export interface OpenpaydWire {
  refund(
    request: OpenpaydWireRefund,
    options?: CallOptions,
  ): Promise<WireResult<OpenpaydWireRefundAnswer>>;
}

/** What of core this provider needs beside the basics. */
const features = { money: { minor: minorUnits }, currencies: twoDecimals };

/**
 * Refunds through OpenPayd PSP. Refunds of card payments taken through OpenPayd PSP.
 *
 * Makes no connection until the first call.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://apidocs.openpaydpsp.com/docs/payment-refund
 */
export const openpayd: (options: OpenpaydOptions) => OpenpaydClient =
  /* @__PURE__ */ defineProvider(table, features);

/**
 * OpenPayd PSP's raw API with the same options: credentials and signatures are added, nothing is
 * interpreted.
 *
 * A refund sent here moves money like any other; whether it did is the caller's to read.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://apidocs.openpaydpsp.com/docs/payment-refund
 */
export const openpaydWire: (options: OpenpaydOptions) => OpenpaydWire = /* @__PURE__ */ defineWire(
  table,
  features,
);
