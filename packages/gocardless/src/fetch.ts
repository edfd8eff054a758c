// Generated from specs/gocardless.yaml by `npm run generate`. Do not edit: edit the spec.
import { defineFetchClient, type FetchClient } from "@refunds/core/fetch-client";
import { features } from "./features.ts";
import type { GocardlessOptions } from "./index.ts";
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
export type { GocardlessOptions } from "./index.ts";

/**
 * GoCardless's own operations by their paths, for openapi-fetch; credentials and signature are
 * added for you.
 */
export interface GocardlessPaths {
  "/refunds": {
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
        201: operations["refund"]["responses"][201];
        409: operations["refund"]["responses"][409];
        default: operations["refund"]["responses"]["default"];
      };
    };
    /** List the refunds of a payment, and find this one by its key. */
    get: {
      parameters: {
        query: operations["query"]["parameters"]["query"];
        header: operations["query"]["parameters"]["header"];
      };
      responses: {
        200: operations["query"]["responses"][200];
        default: operations["query"]["responses"]["default"];
      };
    };
  };
}

/**
 * An openapi-fetch client of GoCardless's own API: credentials and signatures are added, nothing
 * is interpreted.
 *
 * Call it as openapi-fetch documents: `POST("/refunds", { params, body })` or `GET("/refunds", {
 * params })`.
 *
 * A refund sent here moves money like any other; whether it did is yours to read.
 *
 * A call throws a `RefundError` for what is wrong with it, with nothing sent, and a `SendError`
 * where no answer came that can be read; its `status` says whether the request can have left.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://developer.gocardless.com/api-reference/
 */
export const gocardlessFetchClient: (options: GocardlessOptions) => FetchClient<GocardlessPaths> =
  /* @__PURE__ */ defineFetchClient(table, features);
