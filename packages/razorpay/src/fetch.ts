// Generated from specs/razorpay.yaml by `npm run generate`. Do not edit: edit the spec.
import { defineFetchClient, type FetchClient } from "@refunds/core/fetch-client";
import { features } from "./features.ts";
import type { RazorpayOptions } from "./index.ts";
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
export type { RazorpayOptions } from "./index.ts";

/**
 * Razorpay's own operations by their paths, for openapi-fetch; credentials and signature are added
 * for you.
 */
export interface RazorpayPaths {
  "/v1/payments/{id}/refund": {
    /** Refund a captured payment, in full or in part. */
    post: {
      parameters: {
        path: operations["refund"]["parameters"]["path"];
        header: operations["refund"]["parameters"]["header"];
      };
      requestBody: {
        content: {
          "application/json": operations["refund"]["requestBody"]["content"]["application/json"];
        };
      };
      responses: {
        200: operations["refund"]["responses"][200];
        400: operations["refund"]["responses"][400];
        409: operations["refund"]["responses"][409];
        default: operations["refund"]["responses"]["default"];
      };
    };
  };
  "/v1/payments/{id}/refunds": {
    /** List the refunds of a payment, and find the one with your own id. */
    get: {
      parameters: {
        path: operations["query"]["parameters"]["path"];
        query: operations["query"]["parameters"]["query"];
      };
      responses: {
        200: operations["query"]["responses"][200];
        default: operations["query"]["responses"]["default"];
      };
    };
  };
}

/**
 * An openapi-fetch client of Razorpay's own API: credentials and signatures are added, nothing is
 * interpreted.
 *
 * Call it as openapi-fetch documents: `POST("/v1/payments/{id}/refund", { params, body })` or
 * `GET("/v1/payments/{id}/refunds", { params })`.
 *
 * A refund sent here moves money like any other; whether it did is yours to read.
 *
 * A call throws a `RefundError` for what is wrong with it, with nothing sent, and a `SendError`
 * where no answer came that can be read; its `status` says whether the request can have left.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://razorpay.com/docs/api/refunds/normal-refunds-idempotent
 */
export const razorpayFetchClient: (options: RazorpayOptions) => FetchClient<RazorpayPaths> =
  /* @__PURE__ */ defineFetchClient(table, features);
