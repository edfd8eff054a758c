// Generated from specs/ by `pnpm generate`. Do not edit: edit the spec.
import { bbmsl } from "@refunds/bbmsl";
import { openpayd } from "@refunds/openpayd";
import { ottpay } from "@refunds/ottpay";
import { yedpay } from "@refunds/yedpay";

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
  OpenpaydWireRefund,
  OpenpaydWireRefundAnswer,
} from "@refunds/openpayd";
export type {
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
  YedpayWireQuery,
  YedpayWireQueryAnswer,
  YedpayWireRefund,
  YedpayWireRefundAnswer,
} from "@refunds/yedpay";

export { bbmsl, openpayd, ottpay, yedpay };

/** Every provider's factory by its name. */
export const providers = { bbmsl, openpayd, ottpay, yedpay } as const;
