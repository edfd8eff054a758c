// Generated from specs/square.yaml by `npm run generate`. Do not edit: edit the spec.
import { defineFetchClient, type FetchClient } from "@refunds/core/fetch-client";
import { features } from "./features.ts";
import type { SquareOptions } from "./index.ts";
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
export type { SquareOptions } from "./index.ts";

/**
 * Square's own operations by their paths, for openapi-fetch; credentials and signature are added
 * for you.
 */
export interface SquarePaths {
  "/v2/refunds": {
    /** Refund a payment, in full or in part. */
    post: {
      parameters: {
        header: operations["refund"]["parameters"]["header"];
      };
      requestBody: {
        content: {
          "application/json": operations["refund"]["requestBody"]["content"]["application/json"];
        };
      };
      responses: {
        "2XX": operations["refund"]["responses"]["default"];
        400: operations["refund"]["responses"][400];
        default: operations["refund"]["responses"]["default"];
      };
    };
  };
  "/v2/refunds/{refund_id}": {
    /** Read a refund by its id. */
    get: {
      parameters: {
        path: operations["query"]["parameters"]["path"];
        header: operations["query"]["parameters"]["header"];
      };
      responses: {
        "2XX": operations["query"]["responses"]["default"];
        default: operations["query"]["responses"]["default"];
      };
    };
  };
}

/**
 * An openapi-fetch client of Square's own API: credentials and signatures are added, nothing is
 * interpreted.
 *
 * Call it as openapi-fetch documents: `POST("/v2/refunds", { params, body })` or
 * `GET("/v2/refunds/{refund_id}", { params })`.
 *
 * A refund sent here moves money like any other; whether it did is yours to read.
 *
 * A call throws a `RefundError` for what is wrong with it, with nothing sent, and a `SendError`
 * where no answer came that can be read; its `status` says whether the request can have left.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://raw.githubusercontent.com/square/connect-api-specification/master/api.json
 */
export const squareFetchClient: (options: SquareOptions) => FetchClient<SquarePaths> =
  /* @__PURE__ */ defineFetchClient(table, features);
