// Generated from specs/linepay.yaml by `npm run generate`. Do not edit: edit the spec.
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

/** Which payment, in LINE Pay's identifiers. */
export interface LinepayPayment {
  /** An id of 19 digits. Give it as text: a JavaScript number cannot hold it. */
  readonly transactionId: string;
}

/** Refund a settled payment, in full or in part. */
export interface LinepayRefundRequest {
  /** Which payment to refund. */
  readonly payment: LinepayPayment;
  /**
   * Left out, the whole payment is refunded. In minor units: 1050 is 10.50 in a currency with two
   * decimals. Only TWD and THB and USD.
   */
  readonly amount?: Amount<"TWD" | "THB" | "USD">;
}

/** Read a payment with its refunds, to settle a refund whose answer was lost. */
export interface LinepayQueryRequest {
  /** Which payment to read. */
  readonly payment: LinepayPayment;
}

/** Proves to LINE Pay who is calling. */
export interface LinepayCredentials {
  /** Your channel id. */
  readonly channelId: string;
  /** Your channel secret key. */
  readonly channelSecret: string;
}

/**
 * What a client of LINE Pay is made with: `environment` or `baseUrl`, the credentials, and what is
 * optional.
 */
export type LinepayOptions = ClientOptions & LinepayCredentials;

/**
 * The codes that LINE Pay's documentation lists. Others can occur, so compare and keep a default.
 */
export type LinepayErrorCode =
  | "1101"
  | "1102"
  | "1104"
  | "1105"
  | "1106"
  | "1124"
  | "1150"
  | "1155"
  | "1163"
  | "1164"
  | "1165"
  | "1178"
  | "1179"
  | "1198"
  | "1199"
  | "1900"
  | "1902"
  | "1999"
  | "2042"
  | "2101"
  | "2102"
  | "9000";

/**
 * What LINE Pay answers when the refund went well, as documented. Fields it adds later come
 * through too.
 */
export type LinepayRefundAnswer = components["schemas"]["RefundSuccess"];

/** How a refund ended. Switch on `status`. */
export type LinepayOutcome = Outcome<LinepayRefundAnswer, LinepayErrorCode>;

/**
 * What LINE Pay answers when the query went well, as documented. Fields it adds later come through
 * too.
 */
export type LinepayQueryAnswer =
  | components["schemas"]["QuerySuccess"]
  | components["schemas"]["Failure"];

/** How a query ended. */
export type LinepayQueryOutcome = QueryOutcome<LinepayQueryAnswer, LinepayErrorCode>;

/** Refunds through one account at LINE Pay. It keeps no keys: each call is a new refund. */
export interface LinepayClient {
  /** The provider's one-word name. */
  readonly provider: "linepay";
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
  check(request: LinepayRefundRequest): CheckedRequest;
  /**
   * Refund a settled payment, in full or in part.
   *
   * Resolves to an outcome whatever happens once something may have been sent; only `not_sent` may
   * be sent again.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  refund(request: LinepayRefundRequest, options?: CallOptions): Promise<LinepayOutcome>;
  /**
   * Read a payment with its refunds, to settle a refund whose answer was lost.
   *
   * Moves no money, so it may always be repeated.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  query(request: LinepayQueryRequest, options?: CallOptions): Promise<LinepayQueryOutcome>;
  /**
   * What LINE Pay's answer to `query()` proves about a refund whose outcome is not certain; what
   * is not listed proves nothing.
   */
  readonly evidence: EvidenceTable;
}

/**
 * Refunds through LINE Pay. Refunds of payments taken through LINE Pay (Taiwan, Thailand), Online
 * API v4.
 *
 * Makes no connection until the first call.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://developers-pay.line.me/online-api-v4/refund
 */
export const linepay: (options: LinepayOptions) => LinepayClient = /* @__PURE__ */ defineProvider(
  table,
  features,
  evidence,
);
