// Generated from specs/wechatpay.yaml by `npm run generate`. Do not edit: edit the spec.
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

/** Which payment, in WeChat Pay's identifiers. */
export type WechatpayPayment =
  | {
      /** WeChat Pay's number of the payment. */
      readonly transactionId: string;
      readonly outTradeNo?: never;
    }
  | {
      readonly transactionId?: never;
      /** Your own number of the payment. */
      readonly outTradeNo: string;
    };

/** Fields that only WeChat Pay has. */
export interface WechatpayExtra {
  /**
   * Where WeChat Pay reports what became of the refund, instead of the address in the merchant
   * platform.
   */
  readonly notifyUrl?: string;
  /** Which account the refund is paid from: AVAILABLE or UNSETTLED. For some merchants only. */
  readonly fundsAccount?: string;
  /** The whole amount of the payment, in fen. WeChat Pay refuses another. */
  readonly total: number;
  /**
   * The accounts that the refund is paid from, and how much each pays. Together it is the amount.
   */
  readonly from?: readonly {
    /** The account. */
    readonly account: "AVAILABLE" | "UNAVAILABLE";
    /** How much it pays, in fen. */
    readonly amount: number;
  }[];
  /** The goods that are refunded, where a refund is about certain goods. */
  readonly goodsDetail?: readonly {
    /** Your own number of the goods. */
    readonly merchant_goods_id: string;
    /** WeChat Pay's number of the goods. */
    readonly wechatpay_goods_id?: string;
    /** What it is. */
    readonly goods_name?: string;
    /** The price of one, in fen. */
    readonly unit_price: number;
    /** How much is refunded for it, in fen. */
    readonly refund_amount: number;
    /** How many. */
    readonly refund_quantity: number;
  }[];
}

/** Refund a payment, in full or in part. */
export interface WechatpayRefundRequest {
  /** Which payment to refund. */
  readonly payment: WechatpayPayment;
  /** In minor units: 1050 is 10.50 in a currency with two decimals. Only CNY. */
  readonly amount: Amount<"CNY">;
  /** Shown to the payer. At most 80 bytes of UTF-8, so 26 Chinese characters. */
  readonly reason?: string;
  /** Your own id of this refund. */
  readonly key: string;
  /** Fields that only WeChat Pay has. */
  readonly extra: WechatpayExtra;
}

/** Read a refund by your own number of it. */
export interface WechatpayQueryRequest {
  /** Your own id of the refund. */
  readonly key: string;
}

/** Proves to WeChat Pay who is calling. */
export interface WechatpayCredentials {
  /** Your merchant number (mchid). */
  readonly merchantId: string;
  /** The serial number of your API certificate. */
  readonly certificateSerial: string;
  /** The private key of your API certificate (apiclient_key.pem). */
  readonly privateKey: string;
  /**
   * WeChat Pay's public key in PEM, or the public key of its platform certificate. It verifies
   * what WeChat Pay answers.
   */
  readonly platformKey: string;
  /**
   * The id of that public key (PUB_KEY_ID_...), or the serial number of the platform certificate.
   */
  readonly platformSerial: string;
}

/** What a client of WeChat Pay needs to know of the account, next to the credentials. */
export interface WechatpaySettings {
  /**
   * Your APIv3 key, of 32 characters. It decrypts notifications. A list while you replace it.
   */
  readonly apiV3Key?: string | readonly string[];
}

/**
 * What a client of WeChat Pay is made with: `environment` or `baseUrl`, the credentials, and what
 * is optional.
 */
export type WechatpayOptions = ClientOptions & WechatpayCredentials & WechatpaySettings;

/**
 * The codes that WeChat Pay's documentation lists. Others can occur, so compare and keep a
 * default.
 */
export type WechatpayErrorCode =
  | "SYSTEM_ERROR"
  | "USER_ACCOUNT_ABNORMAL"
  | "NOT_ENOUGH"
  | "PARAM_ERROR"
  | "MCH_NOT_EXISTS"
  | "RESOURCE_NOT_EXISTS"
  | "SIGN_ERROR"
  | "FREQUENCY_LIMITED"
  | "RATELIMIT_EXCEEDED"
  | "INVALID_REQUEST"
  | "NO_AUTH"
  | "SERVICE_UNAVAILABLE";

/**
 * What WeChat Pay answers when the refund went well, as documented. Fields it adds later come
 * through too.
 */
export type WechatpayRefundAnswer = components["schemas"]["Refund"];

/** How a refund ended. Switch on `status`. */
export type WechatpayOutcome = Outcome<WechatpayRefundAnswer, WechatpayErrorCode>;

/**
 * What WeChat Pay answers when the query went well, as documented. Fields it adds later come
 * through too.
 */
export type WechatpayQueryAnswer = components["schemas"]["Refund"];

/** How a query ended. */
export type WechatpayQueryOutcome = QueryOutcome<WechatpayQueryAnswer, WechatpayErrorCode>;

/** Refunds through one account at WeChat Pay. It keeps no keys: each call is a new refund. */
export interface WechatpayClient {
  /** The provider's one-word name. */
  readonly provider: "wechatpay";
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
  check(request: WechatpayRefundRequest): CheckedRequest;
  /**
   * Refund a payment, in full or in part.
   *
   * Resolves to an outcome whatever happens once something may have been sent; only `not_sent` may
   * be sent again.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  refund(request: WechatpayRefundRequest, options?: CallOptions): Promise<WechatpayOutcome>;
  /**
   * Read a refund by your own number of it.
   *
   * Moves no money, so it may always be repeated.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  query(request: WechatpayQueryRequest, options?: CallOptions): Promise<WechatpayQueryOutcome>;
  /**
   * What WeChat Pay's answer to `query()` proves about a refund whose outcome is not certain; what
   * is not listed proves nothing.
   */
  readonly evidence: EvidenceTable;
  /**
   * WeChat Pay reports what became of a refund.
   *
   * Verifies its signature first: nothing in an unverified one is believed. Takes a `Request`, or
   * the raw body with the headers. Sends nothing: answer with the result's `response`.
   * @throws {RefundError} for your mistakes, such as a parsed body or an option that is missing;
   * never for what a stranger sent.
   */
  notification(request: NotificationRequest): Promise<Notification>;
}

/**
 * Refunds through WeChat Pay. Refunds of payments taken by a merchant in mainland China through
 * WeChat Pay, API v3.
 *
 * Makes no connection until the first call.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://pay.weixin.qq.com/docs/merchant/products/refund/apilist.html
 */
export const wechatpay: (options: WechatpayOptions) => WechatpayClient =
  /* @__PURE__ */ defineProvider(table, features, evidence, () => import("./notifications.ts"));
