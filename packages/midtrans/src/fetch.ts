// Generated from specs/midtrans.yaml by `npm run generate`. Do not edit: edit the spec.
import { defineFetchClient, type FetchClient } from "@refunds/core/fetch-client";
import { features } from "./features.ts";
import type { MidtransOptions } from "./index.ts";
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
export type { MidtransOptions } from "./index.ts";

/**
 * Midtrans's own operations by their paths, for openapi-fetch; credentials and signature are added
 * for you.
 */
export interface MidtransPaths {
  "/v2/{order_id}/refund": {
    /** Refund a settled transaction, in full or in part. */
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
        401: operations["refund"]["responses"][401];
        default: operations["refund"]["responses"]["default"];
      };
    };
  };
  "/v2/{order_id}/status": {
    /** Read a transaction with its refunds, and find this one by its key. */
    get: {
      parameters: {
        path: operations["query"]["parameters"]["path"];
      };
      responses: {
        200: operations["query"]["responses"][200];
        default: operations["query"]["responses"]["default"];
      };
    };
  };
}

/**
 * An openapi-fetch client of Midtrans's own API: credentials and signatures are added, nothing is
 * interpreted.
 *
 * Call it as openapi-fetch documents: `POST("/v2/{order_id}/refund", { params, body })` or
 * `GET("/v2/{order_id}/status", { params })`.
 *
 * A refund sent here moves money like any other; whether it did is yours to read.
 *
 * A call throws a `RefundError` for what is wrong with it, with nothing sent, and a `SendError`
 * where no answer came that can be read; its `status` says whether the request can have left.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://docs.midtrans.com/reference/refund-transaction
 */
export const midtransFetchClient: (options: MidtransOptions) => FetchClient<MidtransPaths> =
  /* @__PURE__ */ defineFetchClient(table, features);
