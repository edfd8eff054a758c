// Generated from specs/ by `npm run generate`. Do not edit: edit the spec.
import { bbmsl, bbmslWire } from "@refunds/bbmsl";
import { openpayd, openpaydWire } from "@refunds/openpayd";
import { ottpay, ottpayWire } from "@refunds/ottpay";
import { yedpay, yedpayWire } from "@refunds/yedpay";

export type {
  BbmslClient,
  BbmslCredentials,
  BbmslErrorCode,
  BbmslOptions,
  BbmslOutcome,
  BbmslPayment,
  BbmslQueryAnswer,
  BbmslQueryOutcome,
  BbmslQueryRequest,
  BbmslRefundAnswer,
  BbmslRefundRequest,
  BbmslWire,
  BbmslWireQuery,
  BbmslWireQueryAnswer,
  BbmslWireRefund,
  BbmslWireRefundAnswer,
} from "@refunds/bbmsl";
export type {
  OpenpaydClient,
  OpenpaydCredentials,
  OpenpaydErrorCode,
  OpenpaydOptions,
  OpenpaydOutcome,
  OpenpaydPayment,
  OpenpaydRefundAnswer,
  OpenpaydRefundRequest,
  OpenpaydWire,
  OpenpaydWireRefund,
  OpenpaydWireRefundAnswer,
} from "@refunds/openpayd";
export type {
  OttpayAccessTokenCredentials,
  OttpayAppIdAppKeyCredentials,
  OttpayClient,
  OttpayCredentials,
  OttpayErrorCode,
  OttpayOptions,
  OttpayOutcome,
  OttpayPayment,
  OttpayQueryAnswer,
  OttpayQueryOutcome,
  OttpayQueryRequest,
  OttpayRefundAnswer,
  OttpayRefundRequest,
  OttpayWire,
  OttpayWireQuery,
  OttpayWireQueryAnswer,
  OttpayWireRefund,
  OttpayWireRefundAnswer,
} from "@refunds/ottpay";
export type {
  YedpayClient,
  YedpayCredentials,
  YedpayErrorCode,
  YedpayOptions,
  YedpayOutcome,
  YedpayPayment,
  YedpayQueryAnswer,
  YedpayQueryOutcome,
  YedpayQueryRequest,
  YedpayRefundAnswer,
  YedpayRefundRequest,
  YedpayWire,
  YedpayWireQuery,
  YedpayWireQueryAnswer,
  YedpayWireRefund,
  YedpayWireRefundAnswer,
} from "@refunds/yedpay";

export { bbmsl, bbmslWire, openpayd, openpaydWire, ottpay, ottpayWire, yedpay, yedpayWire };

/** Every provider's factory by its name. */
export const providers = { bbmsl, openpayd, ottpay, yedpay } as const;
