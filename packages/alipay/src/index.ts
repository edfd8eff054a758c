// Generated from specs/alipay.yaml by `npm run generate`. Do not edit: edit the spec.
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

/** Which payment, in Alipay's identifiers. */
export type AlipayPayment =
  | {
      /** Alipay's number of the payment. */
      readonly tradeNo: string;
      readonly outTradeNo?: never;
    }
  | {
      readonly tradeNo?: never;
      /** Your own number of the payment. */
      readonly outTradeNo: string;
    };

/** Fields that only Alipay has. */
export interface AlipayExtra {
  /** Who refunds. */
  readonly operatorId?: string;
  /** Your number of the store. */
  readonly storeId?: string;
  /** Your number of the terminal. */
  readonly terminalId?: string;
  /** The goods that are refunded. */
  readonly refundGoodsDetail?: readonly {
    /** The number of the goods that the payment had. */
    readonly goods_id?: string;
    /** Your mini program's number of the goods. */
    readonly out_item_id?: string;
    /** Your mini program's number of the variant. */
    readonly out_sku_id?: string;
    /** How much is refunded for it, in yuan. */
    readonly refund_amount: string;
  }[];
}

/** Refund a payment, in full or in part. */
export interface AlipayRefundRequest {
  /** Which payment to refund. */
  readonly payment: AlipayPayment;
  /** In minor units: 1050 is 10.50 in a currency with two decimals. Only CNY. */
  readonly amount: Amount<"CNY">;
  /** Shown to the merchant and to the payer. */
  readonly reason?: string;
  /** Your own id of this refund. */
  readonly key: string;
  /** Fields that only Alipay has. */
  readonly extra?: AlipayExtra;
}

/** Read a refund by your own number of it. */
export interface AlipayQueryRequest {
  /** Which payment to read. */
  readonly payment: AlipayPayment;
  /** Your own id of the refund. */
  readonly key: string;
}

/** Proves to Alipay who is calling. */
export interface AlipayCredentials {
  /** Your app id. */
  readonly appId: string;
  /** The private key of your app, whose public half is registered with Alipay. */
  readonly privateKey: string;
  /** Alipay's public key for your app, in PEM. It verifies what Alipay answers. */
  readonly alipayKey: string;
}

/**
 * What a client of Alipay is made with: `environment` or `baseUrl`, the credentials, and what is
 * optional.
 */
export type AlipayOptions = ClientOptions & AlipayCredentials;

/**
 * The codes that Alipay's documentation lists. Others can occur, so compare and keep a default.
 */
export type AlipayErrorCode =
  | "ACQ.SYSTEM_ERROR"
  | "ACQ.INVALID_PARAMETER"
  | "ACQ.SELLER_BALANCE_NOT_ENOUGH"
  | "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL"
  | "ACQ.REASON_TRADE_BEEN_FREEZEN"
  | "ACQ.TRADE_NOT_EXIST"
  | "ACQ.TRADE_HAS_FINISHED"
  | "ACQ.TRADE_STATUS_ERROR"
  | "ACQ.DISCORDANT_REPEAT_REQUEST"
  | "ACQ.REASON_TRADE_REFUND_FEE_ERR"
  | "ACQ.TRADE_NOT_ALLOW_REFUND"
  | "ACQ.REFUND_FEE_ERROR"
  | "ACQ.TRADE_HAS_CLOSE"
  | "ACQ.NOT_ALLOW_PARTIAL_REFUND"
  | "invalid-signature"
  | "invalid-app-id"
  | "insufficient-isv-permissions"
  | "insufficient-user-permissions";

/**
 * What Alipay answers when the refund went well, as documented. Fields it adds later come through
 * too.
 */
export type AlipayRefundAnswer = components["schemas"]["Refund"];

/** How a refund ended. Switch on `status`. */
export type AlipayOutcome = Outcome<AlipayRefundAnswer, AlipayErrorCode>;

/**
 * What Alipay answers when the query went well, as documented. Fields it adds later come through
 * too.
 */
export type AlipayQueryAnswer = components["schemas"]["QueriedRefund"];

/** How a query ended. */
export type AlipayQueryOutcome = QueryOutcome<AlipayQueryAnswer, AlipayErrorCode>;

/** Refunds through one account at Alipay. It keeps no keys: each call is a new refund. */
export interface AlipayClient {
  /** The provider's one-word name. */
  readonly provider: "alipay";
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
  check(request: AlipayRefundRequest): CheckedRequest;
  /**
   * Refund a payment, in full or in part.
   *
   * Resolves to an outcome whatever happens once something may have been sent; only `not_sent` may
   * be sent again.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  refund(request: AlipayRefundRequest, options?: CallOptions): Promise<AlipayOutcome>;
  /**
   * Read a refund by your own number of it.
   *
   * Moves no money, so it may always be repeated.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  query(request: AlipayQueryRequest, options?: CallOptions): Promise<AlipayQueryOutcome>;
  /**
   * What Alipay's answer to `query()` proves about a refund whose outcome is not certain; what is
   * not listed proves nothing.
   */
  readonly evidence: EvidenceTable;
}

/**
 * Refunds through Alipay. Refunds of payments taken by a merchant in mainland China through
 * Alipay, OpenAPI v3.
 *
 * Makes no connection until the first call.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://raw.githubusercontent.com/alipay/alipay-sdk-php-all/master/v3/api/oasSchema.json
 */
export const alipay: (options: AlipayOptions) => AlipayClient = /* @__PURE__ */ defineProvider(
  table,
  features,
  evidence,
);
