// Generated from specs/midtrans.yaml by `npm run generate`. Do not edit: edit the spec.
import type {
  Amount,
  CallOptions,
  CheckedRequest,
  ClientOptions,
  Notification,
  NotificationRequest,
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

/** Which payment, in Midtrans's identifiers. */
export interface MidtransPayment {
  /** Midtrans' id of the transaction. */
  readonly transactionId: string;
}

/** Refund a settled transaction, in full or in part. */
export interface MidtransRefundRequest {
  /** Which payment to refund. */
  readonly payment: MidtransPayment;
  /** In minor units: 1050 is 10.50 in a currency with two decimals. Only IDR. */
  readonly amount: Amount<"IDR">;
  /** Why it is refunded. Some wallets show it to the customer. */
  readonly reason?: string;
  /** Your own id of this refund. */
  readonly key: string;
}

/** Read a transaction with its refunds, and find this one by its key. */
export interface MidtransQueryRequest {
  /** Which payment to read. */
  readonly payment: MidtransPayment;
}

/** Proves to Midtrans who is calling. */
export interface MidtransCredentials {
  /** Your server key. */
  readonly serverKey: string;
}

/**
 * What a client of Midtrans is made with: `environment` or `baseUrl`, the credentials, and what is
 * optional.
 */
export type MidtransOptions = ClientOptions & MidtransCredentials;

/**
 * The codes that Midtrans's documentation lists. Others can occur, so compare and keep a default.
 */
export type MidtransErrorCode =
  | "400"
  | "401"
  | "402"
  | "404"
  | "406"
  | "408"
  | "412"
  | "413"
  | "414"
  | "429";

/**
 * What Midtrans answers when the refund went well, as documented. Fields it adds later come
 * through too.
 */
export type MidtransRefundAnswer = components["schemas"]["Refund"];

/** How a refund ended. Switch on `status`. */
export type MidtransOutcome = Outcome<MidtransRefundAnswer, MidtransErrorCode>;

/**
 * What Midtrans answers when the query went well, as documented. Fields it adds later come through
 * too.
 */
export type MidtransQueryAnswer = components["schemas"]["Transaction"];

/** How a query ended. */
export type MidtransQueryOutcome = QueryOutcome<MidtransQueryAnswer, MidtransErrorCode>;

/** Refunds through one account at Midtrans. It keeps no keys: each call is a new refund. */
export interface MidtransClient {
  /** The provider's one-word name. */
  readonly provider: "midtrans";
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
  check(request: MidtransRefundRequest): CheckedRequest;
  /**
   * Refund a settled transaction, in full or in part.
   *
   * Resolves to an outcome whatever happens once something may have been sent; only `not_sent` may
   * be sent again.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  refund(request: MidtransRefundRequest, options?: CallOptions): Promise<MidtransOutcome>;
  /**
   * Read a transaction with its refunds, and find this one by its key.
   *
   * Moves no money, so it may always be repeated.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  query(request: MidtransQueryRequest, options?: CallOptions): Promise<MidtransQueryOutcome>;
  /**
   * What Midtrans's answer to `query()` proves about a refund whose outcome is not certain; what
   * is not listed proves nothing.
   */
  readonly evidence: EvidenceTable;
  /**
   * Midtrans reports the state of a transaction.
   *
   * Verifies its signature first: nothing in an unverified one is believed. Takes a `Request`, or
   * the raw body with the headers. Sends nothing: answer with the result's `response`.
   * @throws {RefundError} for your mistakes, such as a parsed body or an option that is missing;
   * never for what a stranger sent.
   */
  notification(request: NotificationRequest): Promise<Notification>;
}

/**
 * Refunds through Midtrans. Refunds of settled transactions taken through Midtrans (Indonesia).
 *
 * Makes no connection until the first call.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://docs.midtrans.com/reference/refund-transaction
 */
export const midtrans: (options: MidtransOptions) => MidtransClient =
  /* @__PURE__ */ defineProvider(table, features, evidence, () => import("./notifications.ts"));
