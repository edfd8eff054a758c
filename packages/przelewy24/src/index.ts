// Generated from specs/przelewy24.yaml by `npm run generate`. Do not edit: edit the spec.
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

/** Which payment, in Przelewy24's identifiers. */
export interface Przelewy24Payment {
  /** Przelewy24's id of the transaction. */
  readonly orderId: number;
  /** Your own id of the transaction. */
  readonly sessionId: string;
}

/** Fields that only Przelewy24 has. */
export interface Przelewy24Extra {
  /** Where Przelewy24 reports what became of the refund. */
  readonly urlStatus?: string;
}

/** Refund a transaction, in full or in part. */
export interface Przelewy24RefundRequest {
  /** Which payment to refund. */
  readonly payment: Przelewy24Payment;
  /** In minor units: 1050 is 10.50 in a currency with two decimals. */
  readonly amount: Amount;
  /** What the customer reads in the transfer. */
  readonly reason?: string;
  /** Your own id of this refund. */
  readonly key: string;
  /** Fields that only Przelewy24 has. */
  readonly extra?: Przelewy24Extra;
}

/** List the refunds of a transaction, and find this one by its key. */
export interface Przelewy24QueryRequest {
  /** Which payment to read. */
  readonly payment: {
    /** Przelewy24's id of the transaction. */
    readonly orderId: number;
  };
}

/** Proves to Przelewy24 who is calling. */
export interface Przelewy24Credentials {
  /** The id of your shop (posId), as text. */
  readonly posId: string;
  /** Your key for reports (API key), in the panel. */
  readonly apiKey: string;
}

/** What a client of Przelewy24 needs to know of the account, next to the credentials. */
export interface Przelewy24Settings {
  /** Your CRC key, in the panel. Needed for notifications. */
  readonly crc?: string;
}

/**
 * What a client of Przelewy24 is made with: `environment` or `baseUrl`, the credentials, and what
 * is optional.
 */
export type Przelewy24Options = ClientOptions & Przelewy24Credentials & Przelewy24Settings;

/**
 * The codes that Przelewy24's documentation lists. Others can occur, so compare and keep a
 * default.
 */
export type Przelewy24ErrorCode = "409" | "400";

/**
 * What Przelewy24 answers when the refund went well, as documented. Fields it adds later come
 * through too.
 */
export type Przelewy24RefundAnswer = components["schemas"]["Created"];

/** How a refund ended. Switch on `status`. */
export type Przelewy24Outcome = Outcome<Przelewy24RefundAnswer, Przelewy24ErrorCode>;

/**
 * What Przelewy24 answers when the query went well, as documented. Fields it adds later come
 * through too.
 */
export type Przelewy24QueryAnswer =
  | components["schemas"]["Refunds"]
  | components["schemas"]["NotFound"];

/** How a query ended. */
export type Przelewy24QueryOutcome = QueryOutcome<Przelewy24QueryAnswer, Przelewy24ErrorCode>;

/** Refunds through one account at Przelewy24. It keeps no keys: each call is a new refund. */
export interface Przelewy24Client {
  /** The provider's one-word name. */
  readonly provider: "przelewy24";
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
  check(request: Przelewy24RefundRequest): CheckedRequest;
  /**
   * Refund a transaction, in full or in part.
   *
   * Resolves to an outcome whatever happens once something may have been sent; only `not_sent` may
   * be sent again.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  refund(request: Przelewy24RefundRequest, options?: CallOptions): Promise<Przelewy24Outcome>;
  /**
   * List the refunds of a transaction, and find this one by its key.
   *
   * Moves no money, so it may always be repeated.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  query(request: Przelewy24QueryRequest, options?: CallOptions): Promise<Przelewy24QueryOutcome>;
  /**
   * What Przelewy24's answer to `query()` proves about a refund whose outcome is not certain; what
   * is not listed proves nothing.
   */
  readonly evidence: EvidenceTable;
  /**
   * Przelewy24 reports what became of a refund.
   *
   * Verifies its signature first: nothing in an unverified one is believed. Takes a `Request`, or
   * the raw body with the headers. Sends nothing: answer with the result's `response`.
   * @throws {RefundError} for your mistakes, such as a parsed body or an option that is missing;
   * never for what a stranger sent.
   */
  notification(request: NotificationRequest): Promise<Notification>;
}

/**
 * Refunds through Przelewy24. Refunds of payments taken through Przelewy24 (Poland).
 *
 * Makes no connection until the first call.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://developers.przelewy24.pl/yaml/en_documentation_1.0.yaml
 */
export const przelewy24: (options: Przelewy24Options) => Przelewy24Client =
  /* @__PURE__ */ defineProvider(table, features, evidence, () => import("./notifications.ts"));
