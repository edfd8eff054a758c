// Generated from specs/alipay.yaml by `npm run generate`. Do not edit: edit the spec.
import { defineFetchClient, type FetchClient } from "@refunds/core/fetch-client";
import { features } from "./features.ts";
import type { AlipayOptions } from "./index.ts";
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
export type { AlipayOptions } from "./index.ts";

/**
 * Alipay's own operations by their paths, for openapi-fetch; credentials and signature are added
 * for you.
 */
export interface AlipayPaths {
  "/v3/alipay/trade/refund": {
    /** Refund a payment, in full or in part. */
    post: {
      parameters: { query?: never };
      requestBody: {
        content: {
          "application/json": operations["refund"]["requestBody"]["content"]["application/json"];
        };
      };
      responses: {
        200: operations["refund"]["responses"][200];
        default: operations["refund"]["responses"]["default"];
      };
    };
  };
  "/v3/alipay/trade/fastpay/refund/query": {
    /** Read a refund by your own number of it. */
    post: {
      parameters: { query?: never };
      requestBody: {
        content: {
          "application/json": operations["query"]["requestBody"]["content"]["application/json"];
        };
      };
      responses: {
        200: operations["query"]["responses"][200];
        default: operations["query"]["responses"]["default"];
      };
    };
  };
}

/**
 * An openapi-fetch client of Alipay's own API: credentials and signatures are added, nothing is
 * interpreted.
 *
 * Call it as openapi-fetch documents: `POST("/v3/alipay/trade/refund", { body })` or
 * `POST("/v3/alipay/trade/fastpay/refund/query", { body })`.
 *
 * A refund sent here moves money like any other; whether it did is yours to read.
 *
 * A call throws a `RefundError` for what is wrong with it, with nothing sent, and a `SendError`
 * where no answer came that can be read; its `status` says whether the request can have left.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://raw.githubusercontent.com/alipay/alipay-sdk-php-all/master/v3/api/oasSchema.json
 */
export const alipayFetchClient: (options: AlipayOptions) => FetchClient<AlipayPaths> =
  /* @__PURE__ */ defineFetchClient(table, features);
