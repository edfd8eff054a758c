// Generated from specs/dlocal.yaml by `npm run generate`. Do not edit: edit the spec.
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

/** Which payment, in dLocal's identifiers. */
export interface DlocalPayment {
  /** The payment's id. */
  readonly paymentId: string;
}

/** Fields that only dLocal has. */
export interface DlocalExtra {
  /** Where dLocal sends what becomes of the refund. */
  readonly notificationUrl?: string;
  /** The payer's name, for a bank transfer. */
  readonly beneficiaryName?: string;
  /** The payer's bank, for a bank transfer. */
  readonly bank?: string;
  /** The payer's account, for a bank transfer. */
  readonly bankAccount?: string;
  /** C: current, S: savings, I: international. */
  readonly bankAccountType?: "C" | "S" | "I";
  /** The payer's branch, for a bank transfer. */
  readonly bankBranch?: string;
}

/** Refund a payment, in full or in part. */
export interface DlocalRefundRequest {
  /** Which payment to refund. */
  readonly payment: DlocalPayment;
  /**
   * Left out, the whole payment is refunded. In minor units: 1050 is 10.50 in a currency with two
   * decimals.
   */
  readonly amount?: Amount;
  /** Why the payment is refunded. */
  readonly reason?: string;
  /** Your own id of this refund. */
  readonly key: string;
  /** Fields that only dLocal has. */
  readonly extra?: DlocalExtra;
}

/** Read a refund by dLocal's id, to see what became of it. */
export interface DlocalQueryRequest {
  /** The provider's own id of the refund, from its outcome. */
  readonly refund: {
    /** dLocal's id of the refund. */
    readonly id: string;
  };
}

/** Proves to dLocal who is calling. */
export interface DlocalCredentials {
  /** Your X-Login. */
  readonly login: string;
  /** Your X-Trans-Key. */
  readonly transKey: string;
  /** Your secret key, which signs. */
  readonly secretKey: string;
}

/**
 * What a client of dLocal is made with: `environment` or `baseUrl`, the credentials, and what is
 * optional.
 */
export type DlocalOptions = ClientOptions & DlocalCredentials;

/**
 * The codes that dLocal's documentation lists. Others can occur, so compare and keep a default.
 */
export type DlocalErrorCode =
  | "3001"
  | "3002"
  | "3003"
  | "4000"
  | "4001"
  | "5000"
  | "5001"
  | "5002"
  | "5003"
  | "5004"
  | "5005"
  | "5006"
  | "5007"
  | "5010"
  | "5011"
  | "5012"
  | "5013"
  | "5016"
  | "5017"
  | "5018"
  | "5020"
  | "5021"
  | "5022"
  | "5023"
  | "5050"
  | "6000"
  | "7000";

/**
 * What dLocal answers when the refund went well, as documented. Fields it adds later come through
 * too.
 */
export type DlocalRefundAnswer = components["schemas"]["Refund"];

/** How a refund ended. Switch on `status`. */
export type DlocalOutcome = Outcome<DlocalRefundAnswer, DlocalErrorCode>;

/**
 * What dLocal answers when the query went well, as documented. Fields it adds later come through
 * too.
 */
export type DlocalQueryAnswer = components["schemas"]["Refund"];

/** How a query ended. */
export type DlocalQueryOutcome = QueryOutcome<DlocalQueryAnswer, DlocalErrorCode>;

/** Refunds through one account at dLocal. It keeps no keys: each call is a new refund. */
export interface DlocalClient {
  /** The provider's one-word name. */
  readonly provider: "dlocal";
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
  check(request: DlocalRefundRequest): CheckedRequest;
  /**
   * Refund a payment, in full or in part.
   *
   * Resolves to an outcome whatever happens once something may have been sent; only `not_sent` may
   * be sent again.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  refund(request: DlocalRefundRequest, options?: CallOptions): Promise<DlocalOutcome>;
  /**
   * Read a refund by dLocal's id, to see what became of it.
   *
   * Moves no money, so it may always be repeated.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  query(request: DlocalQueryRequest, options?: CallOptions): Promise<DlocalQueryOutcome>;
  /**
   * What dLocal's answer to `query()` proves about a refund whose outcome is not certain; what is
   * not listed proves nothing.
   */
  readonly evidence: EvidenceTable;
  /**
   * dLocal reports that a refund changed.
   *
   * Verifies its signature first: nothing in an unverified one is believed. Takes a `Request`, or
   * the raw body with the headers. Sends nothing: answer with the result's `response`.
   * @throws {RefundError} for your mistakes, such as a parsed body or an option that is missing;
   * never for what a stranger sent.
   */
  notification(request: NotificationRequest): Promise<Notification>;
}

/**
 * Refunds through dLocal. Refunds of payments taken through dLocal (Latin America, Africa, Asia),
 * Payins API 2.1.
 *
 * Makes no connection until the first call.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://docs.dlocal.com/docs/refunds
 */
export const dlocal: (options: DlocalOptions) => DlocalClient = /* @__PURE__ */ defineProvider(
  table,
  features,
  evidence,
  () => import("./notifications.ts"),
);
