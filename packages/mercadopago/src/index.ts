// Generated from specs/mercadopago.yaml by `npm run generate`. Do not edit: edit the spec.
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

/** Which payment, in Mercado Pago's identifiers. */
export interface MercadopagoPayment {
  /** The payment's id. */
  readonly id: string | number;
}

/** Refund a payment, in full or in part. */
export interface MercadopagoRefundRequest {
  /** Which payment to refund. */
  readonly payment: MercadopagoPayment;
  /**
   * Left out, the whole payment is refunded. In minor units: 1050 is 10.50 in a currency with two
   * decimals. Only ARS and BRL and CLP and COP and MXN and PEN and UYU.
   */
  readonly amount?: Amount<"ARS" | "BRL" | "CLP" | "COP" | "MXN" | "PEN" | "UYU">;
  /** Your own id of this refund. */
  readonly key: string;
}

/** Read a payment, with what has been refunded of it. */
export interface MercadopagoQueryRequest {
  /** Which payment to read. */
  readonly payment: MercadopagoPayment;
}

/** Proves to Mercado Pago who is calling. */
export interface MercadopagoCredentials {
  /** The access token of your application. */
  readonly accessToken: string;
}

/** What a client of Mercado Pago needs to know of the account, next to the credentials. */
export interface MercadopagoSettings {
  /** The secret signature of your application's webhooks. A list while you replace it. */
  readonly webhookSecret?: string | readonly string[];
}

/**
 * What a client of Mercado Pago is made with: `environment` or `baseUrl`, the credentials, and
 * what is optional.
 */
export type MercadopagoOptions = ClientOptions & MercadopagoCredentials & MercadopagoSettings;

/**
 * The codes that Mercado Pago's documentation lists. Others can occur, so compare and keep a
 * default.
 */
export type MercadopagoErrorCode =
  | "2063"
  | "2085"
  | "401"
  | "4040"
  | "4041"
  | "2000"
  | "2024"
  | "2032"
  | "3012"
  | "3024"
  | "4292"
  | "15016";

/**
 * What Mercado Pago answers when the refund went well, as documented. Fields it adds later come
 * through too.
 */
export type MercadopagoRefundAnswer =
  | components["schemas"]["Refund"]
  | components["schemas"]["Failure"];

/** How a refund ended. Switch on `status`. */
export type MercadopagoOutcome = Outcome<MercadopagoRefundAnswer, MercadopagoErrorCode>;

/**
 * What Mercado Pago answers when the query went well, as documented. Fields it adds later come
 * through too.
 */
export type MercadopagoQueryAnswer = components["schemas"]["Payment"];

/** How a query ended. */
export type MercadopagoQueryOutcome = QueryOutcome<MercadopagoQueryAnswer, MercadopagoErrorCode>;

/** Refunds through one account at Mercado Pago. It keeps no keys: each call is a new refund. */
export interface MercadopagoClient {
  /** The provider's one-word name. */
  readonly provider: "mercadopago";
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
  check(request: MercadopagoRefundRequest): CheckedRequest;
  /**
   * Refund a payment, in full or in part.
   *
   * Resolves to an outcome whatever happens once something may have been sent; only `not_sent` may
   * be sent again.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  refund(request: MercadopagoRefundRequest, options?: CallOptions): Promise<MercadopagoOutcome>;
  /**
   * Read a payment, with what has been refunded of it.
   *
   * Moves no money, so it may always be repeated.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  query(request: MercadopagoQueryRequest, options?: CallOptions): Promise<MercadopagoQueryOutcome>;
  /**
   * What Mercado Pago's answer to `query()` proves about a refund whose outcome is not certain;
   * what is not listed proves nothing.
   */
  readonly evidence: EvidenceTable;
  /**
   * Mercado Pago says that a payment changed.
   *
   * Verifies its signature first: nothing in an unverified one is believed. Takes a `Request`, or
   * the raw body with the headers. Sends nothing: answer with the result's `response`.
   * @throws {RefundError} for your mistakes, such as a parsed body or an option that is missing;
   * never for what a stranger sent.
   */
  notification(request: NotificationRequest): Promise<Notification>;
}

/**
 * Refunds through Mercado Pago. Refunds of payments taken through Mercado Pago's Payments API.
 *
 * Makes no connection until the first call.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see
 * https://www.mercadopago.com.co/developers/es/reference/chargebacks/_payments_id_refunds/post
 */
export const mercadopago: (options: MercadopagoOptions) => MercadopagoClient =
  /* @__PURE__ */ defineProvider(table, features, evidence, () => import("./notifications.ts"));
