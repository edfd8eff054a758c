// Generated from specs/paypay.yaml by `npm run generate`. Do not edit: edit the spec.
import { defineFetchClient, type FetchClient } from "@refunds/core/fetch-client";
import { features } from "./features.ts";
import type { PaypayOptions } from "./index.ts";
import type { operations } from "./schema.ts";
import { table } from "./table.ts";

export { isRefundError, RefundError } from "@refunds/core";
export {
  type Client,
  type ClientMethod,
  type ClientRequestMethod,
  type FetchClient,
  type FetchOptions,
  type FetchResponse,
  isSendError,
  type MaybeOptionalInit,
  type MethodResponse,
  type Middleware,
  type MiddlewareCallbackParams,
  type ParseAsResponse,
  SendError,
  type SendFailure,
} from "@refunds/core/fetch-client";
export type { PaypayOptions } from "./index.ts";

/**
 * PayPay's own operations by their paths, for openapi-fetch; credentials and signature are added
 * for you.
 */
export interface PaypayPaths {
  "/v2/refunds": {
    /** Refund a completed payment, in full or in part. */
    post: {
      parameters: { query?: never };
      requestBody: {
        content: {
          "application/json": operations["refund"]["requestBody"]["content"]["application/json"];
        };
      };
      responses: {
        200: operations["refund"]["responses"][200];
        "4XX": operations["refund"]["responses"]["4XX"];
        "5XX": operations["refund"]["responses"]["5XX"];
      };
    };
  };
  "/v2/refunds/{merchantRefundId}": {
    /** Read a refund by your own id and its payment. */
    get: {
      parameters: {
        path: operations["query"]["parameters"]["path"];
        query: operations["query"]["parameters"]["query"];
      };
      responses: {
        200: operations["query"]["responses"][200];
        "4XX": operations["query"]["responses"]["4XX"];
        "5XX": operations["query"]["responses"]["5XX"];
      };
    };
  };
}

/**
 * An openapi-fetch client of PayPay's own API: credentials and signatures are added, nothing is
 * interpreted.
 *
 * Call it as openapi-fetch documents: `POST("/v2/refunds", { body })` or
 * `GET("/v2/refunds/{merchantRefundId}", { params })`.
 *
 * A refund sent here moves money like any other; whether it did is yours to read.
 *
 * A call throws a `RefundError` for what is wrong with it, with nothing sent, and a `SendError`
 * where no answer came that can be read; its `status` says whether the request can have left.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://www.paypay.ne.jp/opa/doc/v1.0/dynamicqrcode#operation/refundPayment
 */
export const paypayFetchClient: (options: PaypayOptions) => FetchClient<PaypayPaths> =
  /* @__PURE__ */ defineFetchClient(table, features);
