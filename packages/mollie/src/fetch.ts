// Generated from specs/mollie.yaml by `npm run generate`. Do not edit: edit the spec.
import { defineFetchClient, type FetchClient } from "@refunds/core/fetch-client";
import { features } from "./features.ts";
import type { MollieOptions } from "./index.ts";
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
export type { MollieOptions } from "./index.ts";

/**
 * Mollie's own operations by their paths, for openapi-fetch; credentials and signature are added
 * for you.
 */
export interface MolliePaths {
  "/v2/payments/{paymentId}/refunds": {
    /** Refund a payment, in full or in part. */
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
        201: operations["refund"]["responses"][201];
        422: operations["refund"]["responses"][422];
        default: operations["refund"]["responses"]["default"];
      };
    };
    /** List the refunds of a payment, and find this one by its key. */
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
 * An openapi-fetch client of Mollie's own API: credentials and signatures are added, nothing is
 * interpreted.
 *
 * Call it as openapi-fetch documents: `POST("/v2/payments/{paymentId}/refunds", { params, body })`
 * or `GET("/v2/payments/{paymentId}/refunds", { params })`.
 *
 * A refund sent here moves money like any other; whether it did is yours to read.
 *
 * A call throws a `RefundError` for what is wrong with it, with nothing sent, and a `SendError`
 * where no answer came that can be read; its `status` says whether the request can have left.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://raw.githubusercontent.com/mollie/openapi/main/specs.yaml
 */
export const mollieFetchClient: (options: MollieOptions) => FetchClient<MolliePaths> =
  /* @__PURE__ */ defineFetchClient(table, features);
