// Generated from specs/rapyd.yaml by `npm run generate`. Do not edit: edit the spec.
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

/** Which payment, in Rapyd's identifiers. */
export interface RapydPayment {
  /** The payment's id, starting with payment_. */
  readonly id: string;
}

/** Fields that only Rapyd has. */
export interface RapydExtra {
  /** Your own fields. */
  readonly metadata?: {
    readonly [name: string]: unknown;
  };
  /** The wallets that a split payment is refunded from. */
  readonly ewallets?: readonly {
    /** The wallet's id, starting with ewallet_. */
    readonly ewallet: string;
    /** How much, in major units. */
    readonly amount?: number;
    readonly [name: string]: unknown;
  }[];
}

/** Refund a payment, in full or in part. */
export interface RapydRefundRequest {
  /** Which payment to refund. */
  readonly payment: RapydPayment;
  /**
   * Left out, the whole payment is refunded. In minor units: 1050 is 10.50 in a currency with two
   * decimals.
   */
  readonly amount?: Amount;
  /** Why it is refunded. */
  readonly reason?: string;
  /** Your own id of this refund. */
  readonly key: string;
  /** Fields that only Rapyd has. */
  readonly extra?: RapydExtra;
}

/** List the refunds of a payment, and find this one by your own id. */
export interface RapydQueryRequest {
  /** Which payment to read. */
  readonly payment: RapydPayment;
}

/** Proves to Rapyd who is calling. */
export interface RapydCredentials {
  /** Your access key. */
  readonly accessKey: string;
  /** Your secret key. */
  readonly secretKey: string;
}

/** What a client of Rapyd needs to know of the account, next to the credentials. */
export interface RapydSettings {
  /**
   * The address of your webhook, exactly as you entered it at Rapyd. Needed for notifications.
   */
  readonly notificationUrl?: string;
}

/**
 * What a client of Rapyd is made with: `environment` or `baseUrl`, the credentials, and what is
 * optional.
 */
export type RapydOptions = ClientOptions & RapydCredentials & RapydSettings;

/**
 * The codes that Rapyd's documentation lists. Others can occur, so compare and keep a default.
 */
export type RapydErrorCode =
  | "ERROR_ADDING_REFUND"
  | "ERROR_GET_PAYMENT"
  | "ERROR_CREATE_PARTIAL_REFUND_NOT_READY"
  | "ERROR_CREATE_REFUND_CURRENCY_NOT_VALID"
  | "ERROR_CREATE_REFUND_DUPLICATE_EWALLET"
  | "ERROR_CREATE_REFUND_EWALLET_ALREADY_FULLY_REFUNDED"
  | "ERROR_CREATE_REFUND_EWALLET_NOT_FOUND_IN_PAYMENT"
  | "ERROR_CREATE_REFUND_EWALLETS_INCONSISTENCY"
  | "ERROR_REFUND_AMOUNT_EXCEEDS_PAYMENT_AMOUNT"
  | "ERROR_CREATE_REFUND"
  | "UNAUTHORIZED_API_CALL"
  | "UNAUTHENTICATED_API_CALL"
  | "MISSING_AUTHENTICATION_HEADERS";

/**
 * What Rapyd answers when the refund went well, as documented. Fields it adds later come through
 * too.
 */
export type RapydRefundAnswer = components["schemas"]["RefundAnswer"];

/** How a refund ended. Switch on `status`. */
export type RapydOutcome = Outcome<RapydRefundAnswer, RapydErrorCode>;

/**
 * What Rapyd answers when the query went well, as documented. Fields it adds later come through
 * too.
 */
export type RapydQueryAnswer = components["schemas"]["ListAnswer"];

/** How a query ended. */
export type RapydQueryOutcome = QueryOutcome<RapydQueryAnswer, RapydErrorCode>;

/** Refunds through one account at Rapyd. It keeps no keys: each call is a new refund. */
export interface RapydClient {
  /** The provider's one-word name. */
  readonly provider: "rapyd";
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
  check(request: RapydRefundRequest): CheckedRequest;
  /**
   * Refund a payment, in full or in part.
   *
   * Resolves to an outcome whatever happens once something may have been sent; only `not_sent` may
   * be sent again.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  refund(request: RapydRefundRequest, options?: CallOptions): Promise<RapydOutcome>;
  /**
   * List the refunds of a payment, and find this one by your own id.
   *
   * Moves no money, so it may always be repeated.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  query(request: RapydQueryRequest, options?: CallOptions): Promise<RapydQueryOutcome>;
  /**
   * What Rapyd's answer to `query()` proves about a refund whose outcome is not certain; what is
   * not listed proves nothing.
   */
  readonly evidence: EvidenceTable;
  /**
   * Rapyd reports what became of a refund.
   *
   * Verifies its signature first: nothing in an unverified one is believed. Takes a `Request`, or
   * the raw body with the headers. Sends nothing: answer with the result's `response`.
   * @throws {RefundError} for your mistakes, such as a parsed body or an option that is missing;
   * never for what a stranger sent.
   */
  notification(request: NotificationRequest): Promise<Notification>;
}

/**
 * Refunds through Rapyd. Refunds of payments taken through Rapyd.
 *
 * Makes no connection until the first call.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://docs.rapyd.net/en/create-refund.html
 */
export const rapyd: (options: RapydOptions) => RapydClient = /* @__PURE__ */ defineProvider(
  table,
  features,
  evidence,
  () => import("./notifications.ts"),
);
