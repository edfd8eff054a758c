// Generated from specs/yedpay.yaml by `npm run generate`. Do not edit: edit the spec.
import { defineFetchClient, type FetchClient } from "@refunds/core/fetch-client";
import { features } from "./features.ts";
import type { YedpayOptions } from "./index.ts";
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
export type { YedpayOptions } from "./index.ts";

/**
 * Yedpay's own operations by their paths, for openapi-fetch; credentials and signature are added
 * for you.
 */
export interface YedpayPaths {
  "/transactions/{id}/refund": {
    /** Refund a payment in full. */
    post: {
      parameters: {
        path: operations["refund"]["parameters"]["path"];
      };
      requestBody?: {
        content: {
          "application/x-www-form-urlencoded": NonNullable<
            operations["refund"]["requestBody"]
          >["content"]["application/x-www-form-urlencoded"];
        };
      };
      responses: {
        "2XX": operations["refund"]["responses"]["default"];
        default: operations["refund"]["responses"]["default"];
      };
    };
  };
  "/transactions/{id}": {
    /** Read a payment's state, to settle a refund whose answer was lost. */
    get: {
      parameters: {
        path: operations["query"]["parameters"]["path"];
      };
      responses: {
        "2XX": operations["query"]["responses"]["default"];
        default: operations["query"]["responses"]["default"];
      };
    };
  };
}

/**
 * An openapi-fetch client of Yedpay's own API: credentials and signatures are added, nothing is
 * interpreted.
 *
 * Call it as openapi-fetch documents: `POST("/transactions/{id}/refund", { params, body })` or
 * `GET("/transactions/{id}", { params })`.
 *
 * A refund sent here moves money like any other; whether it did is yours to read.
 *
 * A call throws a `RefundError` for what is wrong with it, with nothing sent, and a `SendError`
 * where no answer came that can be read; its `status` says whether the request can have left.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://api.yedpay.com/document/owner/refundTransaction
 */
export const yedpayFetchClient: (options: YedpayOptions) => FetchClient<YedpayPaths> =
  /* @__PURE__ */ defineFetchClient(table, features);
