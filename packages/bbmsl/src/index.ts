// Generated from specs/bbmsl.yaml by `npm run generate`. Do not edit: edit the spec.
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
  base64,
  defineProvider,
  defineWire,
  type EvidenceTable,
  majorUnits,
  rsaSigner,
  writeTexts,
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
  readonly payment: BbmslPayment;
  /** In minor units: 1050 is 10.50 in a currency with two decimals. Only HKD and USD. */
  readonly amount: Amount<"HKD" | "USD">;
}

/** Read an order, to settle a refund whose answer was lost. */
export interface BbmslQueryRequest {
  readonly payment: BbmslPayment;
}

/** Proves to BBMSL who is calling. */
export interface BbmslCredentials {
  /** Your merchant id, as text or as a number; it is sent as you give it. */
  readonly merchantId: string | number;
  /** Your RSA private key of 2048 bits in PEM, whose public half is registered with BBMSL. */
  readonly privateKey: string;
}

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

/** How a refund ended. */
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

/** The refund request as BBMSL documents it; credentials and signature are added for you. */
export interface BbmslWireRefund {
  readonly body: Omit<
    operations["refund"]["requestBody"]["content"]["application/json"],
    "signature"
  >;
}

/** Every answer BBMSL documents for the refund. */
export type BbmslWireRefundAnswer =
  operations["refund"]["responses"]["default"]["content"]["application/json"];

/** The query request as BBMSL documents it; credentials and signature are added for you. */
export interface BbmslWireQuery {
  readonly body: Omit<
    operations["query"]["requestBody"]["content"]["application/json"],
    "signature"
  >;
}

/** Every answer BBMSL documents for the query. */
export type BbmslWireQueryAnswer =
  operations["query"]["responses"]["default"]["content"]["application/json"];

export interface BbmslClient {
  readonly provider: "bbmsl";
  /** Milliseconds for a whole call, from `options`. */
  readonly timeoutMs: number;
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
}

/** BBMSL's own operations, uninterpreted: exact types in, the documented answer out. */
export interface BbmslWire {
  refund(
    request: BbmslWireRefund,
    options?: CallOptions,
  ): Promise<WireResult<BbmslWireRefundAnswer>>;
  query(request: BbmslWireQuery, options?: CallOptions): Promise<WireResult<BbmslWireQueryAnswer>>;
}

/** What of core this provider needs beside the basics. */
const features = {
  texts: writeTexts,
  signer: /* @__PURE__ */ rsaSigner({ base64 }),
  money: { major: majorUnits },
};

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
);

/**
 * BBMSL's raw API with the same options: credentials and signatures are added, nothing is
 * interpreted.
 *
 * A refund sent here moves money like any other; whether it did is the caller's to read.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://docs.bbmsl.com/docs/online-hosted/API/refund
 */
export const bbmslWire: (options: BbmslOptions) => BbmslWire = /* @__PURE__ */ defineWire(
  table,
  features,
);

/**
 * What BBMSL's answer to `query()` proves about a refund whose outcome is not certain; what is not
 * listed proves nothing.
 *
 * Data for whoever settles such refunds. A bundle that does not use it does not hold it.
 */
export const bbmslEvidence: EvidenceTable = evidence;
