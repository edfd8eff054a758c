// Generated from specs/linepay.yaml by `npm run generate`. Do not edit: edit the spec.
import { defineFetchClient, type FetchClient } from "@refunds/core/fetch-client";
import { features } from "./features.ts";
import type { LinepayOptions } from "./index.ts";
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
export type { LinepayOptions } from "./index.ts";

/**
 * LINE Pay's own operations by their paths, for openapi-fetch; credentials and signature are added
 * for you.
 */
export interface LinepayPaths {
  "/v4/payments/{transactionId}/refund": {
    /** Refund a settled payment, in full or in part. */
    post: {
      parameters: {
        path: operations["refund"]["parameters"]["path"];
        header: Omit<
          operations["refund"]["parameters"]["header"],
          "X-LINE-ChannelId" | "X-LINE-Authorization"
        > & { "X-LINE-ChannelId"?: never; "X-LINE-Authorization"?: never };
      };
      requestBody: {
        content: {
          "application/json": operations["refund"]["requestBody"]["content"]["application/json"];
        };
      };
      responses: {
        "2XX": operations["refund"]["responses"]["default"];
        default: operations["refund"]["responses"]["default"];
      };
    };
  };
  "/v4/payments": {
    /** Read a payment with its refunds, to settle a refund whose answer was lost. */
    get: {
      parameters: {
        query: operations["query"]["parameters"]["query"];
        header: Omit<
          operations["query"]["parameters"]["header"],
          "X-LINE-ChannelId" | "X-LINE-Authorization"
        > & { "X-LINE-ChannelId"?: never; "X-LINE-Authorization"?: never };
      };
      responses: {
        "2XX": operations["query"]["responses"]["default"];
        default: operations["query"]["responses"]["default"];
      };
    };
  };
}

/**
 * An openapi-fetch client of LINE Pay's own API: credentials and signatures are added, nothing is
 * interpreted.
 *
 * Call it as openapi-fetch documents: `POST("/v4/payments/{transactionId}/refund", { params, body
 * })` or `GET("/v4/payments", { params })`.
 *
 * A refund sent here moves money like any other; whether it did is yours to read.
 *
 * A call throws a `RefundError` for what is wrong with it, with nothing sent, and a `SendError`
 * where no answer came that can be read; its `status` says whether the request can have left.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://developers-pay.line.me/online-api-v4/refund
 */
export const linepayFetchClient: (options: LinepayOptions) => FetchClient<LinepayPaths> =
  /* @__PURE__ */ defineFetchClient(table, features);
