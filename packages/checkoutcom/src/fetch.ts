// Generated from specs/checkoutcom.yaml by `npm run generate`. Do not edit: edit the spec.
import { defineFetchClient, type FetchClient } from "@refunds/core/fetch-client";
import { features } from "./features.ts";
import type { CheckoutcomOptions } from "./index.ts";
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
export type { CheckoutcomOptions } from "./index.ts";

/**
 * Checkout.com's own operations by their paths, for openapi-fetch; credentials and signature are
 * added for you.
 */
export interface CheckoutcomPaths {
  "/payments/{id}/refunds": {
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
        202: operations["refund"]["responses"][202];
        422: operations["refund"]["responses"][422];
        default: operations["refund"]["responses"]["default"];
        401: operations["refund"]["responses"][401];
        403: operations["refund"]["responses"][403];
        404: operations["refund"]["responses"][404];
      };
    };
  };
  "/payments/{id}/actions": {
    /** List what was done with a payment, and find this refund by its key. */
    get: {
      parameters: {
        path: operations["query"]["parameters"]["path"];
      };
      responses: {
        200: operations["query"]["responses"][200];
        default: operations["query"]["responses"]["default"];
        401: operations["query"]["responses"][401];
        404: operations["query"]["responses"][404];
      };
    };
  };
}

/**
 * An openapi-fetch client of Checkout.com's own API: credentials and signatures are added, nothing
 * is interpreted.
 *
 * Call it as openapi-fetch documents: `POST("/payments/{id}/refunds", { params, body })` or
 * `GET("/payments/{id}/actions", { params })`.
 *
 * A refund sent here moves money like any other; whether it did is yours to read.
 *
 * A call throws a `RefundError` for what is wrong with it, with nothing sent, and a `SendError`
 * where no answer came that can be read; its `status` says whether the request can have left.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://github.com/checkout/checkout-api-reference
 */
export const checkoutcomFetchClient: (
  options: CheckoutcomOptions,
) => FetchClient<CheckoutcomPaths> = /* @__PURE__ */ defineFetchClient(table, features);
