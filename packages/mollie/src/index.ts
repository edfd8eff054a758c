// Generated from specs/mollie.yaml by `npm run generate`. Do not edit: edit the spec.
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

/** Which payment, in Mollie's identifiers. */
export interface MolliePayment {
  /** The payment's id. */
  readonly id: string;
}

/** Fields that only Mollie has. */
export interface MollieExtra {
  /** Whether money that was routed to others is taken back, for a whole refund. */
  readonly reverseRouting?: boolean;
  /** What is taken back from whom. */
  readonly routingReversals?: readonly {
    /** How much. */
    readonly amount: {
      /** The ISO 4217 code. */
      readonly currency: string;
      /** The amount, with the decimals of its currency. */
      readonly value: string;
    };
    /** From whom. */
    readonly source: {
      /** Always `organization`. */
      readonly type: "organization";
      /** The organization's id. */
      readonly organizationId: string;
    };
  }[];
}

/** Refund a payment, in full or in part. */
export interface MollieRefundRequest {
  /** Which payment to refund. */
  readonly payment: MolliePayment;
  /** In minor units: 1050 is 10.50 in a currency with two decimals. */
  readonly amount: Amount;
  /** A text about the refund, which the customer may see. */
  readonly reason?: string;
  /** Your own id of this refund. */
  readonly key: string;
  /** Fields that only Mollie has. */
  readonly extra?: MollieExtra;
}

/** List the refunds of a payment, and find this one by its key. */
export interface MollieQueryRequest {
  /** Which payment to read. */
  readonly payment: MolliePayment;
}

/** Proves to Mollie who is calling. */
export interface MollieCredentials {
  /** Your API key, or an access token of your organization. */
  readonly apiKey: string;
}

/**
 * What a client of Mollie is made with: `environment` or `baseUrl`, the credentials, and what is
 * optional.
 */
export type MollieOptions = ClientOptions & MollieCredentials;

/**
 * The codes that Mollie's documentation lists. Others can occur, so compare and keep a default.
 */
export type MollieErrorCode = never;

/**
 * What Mollie answers when the refund went well, as documented. Fields it adds later come through
 * too.
 */
export type MollieRefundAnswer = components["schemas"]["Refund"];

/** How a refund ended. Switch on `status`. */
export type MollieOutcome = Outcome<MollieRefundAnswer, MollieErrorCode>;

/**
 * What Mollie answers when the query went well, as documented. Fields it adds later come through
 * too.
 */
export type MollieQueryAnswer = components["schemas"]["RefundList"];

/** How a query ended. */
export type MollieQueryOutcome = QueryOutcome<MollieQueryAnswer, MollieErrorCode>;

/** Refunds through one account at Mollie. It keeps no keys: each call is a new refund. */
export interface MollieClient {
  /** The provider's one-word name. */
  readonly provider: "mollie";
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
  check(request: MollieRefundRequest): CheckedRequest;
  /**
   * Refund a payment, in full or in part.
   *
   * Resolves to an outcome whatever happens once something may have been sent; only `not_sent` may
   * be sent again.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  refund(request: MollieRefundRequest, options?: CallOptions): Promise<MollieOutcome>;
  /**
   * List the refunds of a payment, and find this one by its key.
   *
   * Moves no money, so it may always be repeated.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  query(request: MollieQueryRequest, options?: CallOptions): Promise<MollieQueryOutcome>;
  /**
   * What Mollie's answer to `query()` proves about a refund whose outcome is not certain; what is
   * not listed proves nothing.
   */
  readonly evidence: EvidenceTable;
  /**
   * Mollie says that something happened to a payment, and not what.
   *
   * Mollie does not sign it, so it proves nothing, and is a reason to ask. Takes a `Request`, or
   * the raw body with the headers. Sends nothing: answer with the result's `response`.
   * @throws {RefundError} for your mistakes, such as a parsed body or an option that is missing;
   * never for what a stranger sent.
   */
  notification(request: NotificationRequest): Promise<Notification>;
}

/**
 * Refunds through Mollie. Refunds of payments taken through Mollie.
 *
 * Makes no connection until the first call.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://raw.githubusercontent.com/mollie/openapi/main/specs.yaml
 */
export const mollie: (options: MollieOptions) => MollieClient = /* @__PURE__ */ defineProvider(
  table,
  features,
  evidence,
  () => import("./notifications.ts"),
);
