// Generated from specs/flutterwave.yaml by `npm run generate`. Do not edit: edit the spec.
import { defineFetchClient, type FetchClient } from "@refunds/core/fetch-client";
import { features } from "./features.ts";
import type { FlutterwaveOptions } from "./index.ts";
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
export type { FlutterwaveOptions } from "./index.ts";

/**
 * Flutterwave's own operations by their paths, for openapi-fetch; credentials and signature are
 * added for you.
 */
export interface FlutterwavePaths {
  "/v3/transactions/{id}/refund": {
    /** Refund a transaction, in full or in part. */
    post: {
      parameters: {
        path: operations["refund"]["parameters"]["path"];
      };
      requestBody: {
        content: {
          "application/json": operations["refund"]["requestBody"]["content"]["application/json"];
        };
      };
      responses: {
        200: operations["refund"]["responses"][200];
        400: operations["refund"]["responses"][400];
        401: operations["refund"]["responses"][401];
        "5XX": operations["refund"]["responses"]["5XX"];
        default: operations["refund"]["responses"]["default"];
      };
    };
  };
  "/v3/refunds": {
    /** List the refunds of a transaction, and find this one by its comment. */
    get: {
      parameters: {
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
 * An openapi-fetch client of Flutterwave's own API: credentials and signatures are added, nothing
 * is interpreted.
 *
 * Call it as openapi-fetch documents: `POST("/v3/transactions/{id}/refund", { params, body })` or
 * `GET("/v3/refunds", { params })`.
 *
 * A refund sent here moves money like any other; whether it did is yours to read.
 *
 * A call throws a `RefundError` for what is wrong with it, with nothing sent, and a `SendError`
 * where no answer came that can be read; its `status` says whether the request can have left.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://developer.flutterwave.com/v3.0.0/reference/transaction-refund
 */
export const flutterwaveFetchClient: (
  options: FlutterwaveOptions,
) => FetchClient<FlutterwavePaths> = /* @__PURE__ */ defineFetchClient(table, features);
