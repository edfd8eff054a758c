// Generated from specs/rapyd.yaml by `npm run generate`. Do not edit: edit the spec.
import { defineFetchClient, type FetchClient } from "@refunds/core/fetch-client";
import { features } from "./features.ts";
import type { RapydOptions } from "./index.ts";
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
export type { RapydOptions } from "./index.ts";

/**
 * Rapyd's own operations by their paths, for openapi-fetch; credentials and signature are added
 * for you.
 */
export interface RapydPaths {
  "/v1/refunds": {
    /** Refund a payment, in full or in part. */
    post: {
      parameters: {
        header: Omit<operations["refund"]["parameters"]["header"], "access_key" | "signature"> & {
          access_key?: never;
          signature?: never;
        };
      };
      requestBody: {
        content: {
          "application/json": operations["refund"]["requestBody"]["content"]["application/json"];
        };
      };
      responses: {
        200: operations["refund"]["responses"][200];
        400: operations["refund"]["responses"][400];
        default: operations["refund"]["responses"]["default"];
      };
    };
    /** List the refunds of a payment, and find this one by your own id. */
    get: {
      parameters: {
        query: operations["query"]["parameters"]["query"];
        header: Omit<operations["query"]["parameters"]["header"], "access_key" | "signature"> & {
          access_key?: never;
          signature?: never;
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
 * An openapi-fetch client of Rapyd's own API: credentials and signatures are added, nothing is
 * interpreted.
 *
 * Call it as openapi-fetch documents: `POST("/v1/refunds", { params, body })` or
 * `GET("/v1/refunds", { params })`.
 *
 * A refund sent here moves money like any other; whether it did is yours to read.
 *
 * A call throws a `RefundError` for what is wrong with it, with nothing sent, and a `SendError`
 * where no answer came that can be read; its `status` says whether the request can have left.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://docs.rapyd.net/en/create-refund.html
 */
export const rapydFetchClient: (options: RapydOptions) => FetchClient<RapydPaths> =
  /* @__PURE__ */ defineFetchClient(table, features);
