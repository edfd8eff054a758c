// Generated from specs/przelewy24.yaml by `npm run generate`. Do not edit: edit the spec.
import { defineFetchClient, type FetchClient } from "@refunds/core/fetch-client";
import { features } from "./features.ts";
import type { Przelewy24Options } from "./index.ts";
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
export type { Przelewy24Options } from "./index.ts";

/**
 * Przelewy24's own operations by their paths, for openapi-fetch; credentials and signature are
 * added for you.
 */
export interface Przelewy24Paths {
  "/api/v1/transaction/refund": {
    /** Refund a transaction, in full or in part. */
    post: {
      parameters: { query?: never };
      requestBody: {
        content: {
          "application/json": operations["refund"]["requestBody"]["content"]["application/json"];
        };
      };
      responses: {
        201: operations["refund"]["responses"][201];
        400: operations["refund"]["responses"][400];
        401: operations["refund"]["responses"][401];
        409: operations["refund"]["responses"][409];
        500: operations["refund"]["responses"][500];
      };
    };
  };
  "/api/v1/refund/by/orderId/{orderId}": {
    /** List the refunds of a transaction, and find this one by its key. */
    get: {
      parameters: {
        path: operations["query"]["parameters"]["path"];
      };
      responses: {
        200: operations["query"]["responses"][200];
        401: operations["query"]["responses"][401];
        404: operations["query"]["responses"][404];
        500: operations["query"]["responses"][500];
      };
    };
  };
}

/**
 * An openapi-fetch client of Przelewy24's own API: credentials and signatures are added, nothing
 * is interpreted.
 *
 * Call it as openapi-fetch documents: `POST("/api/v1/transaction/refund", { body })` or
 * `GET("/api/v1/refund/by/orderId/{orderId}", { params })`.
 *
 * A refund sent here moves money like any other; whether it did is yours to read.
 *
 * A call throws a `RefundError` for what is wrong with it, with nothing sent, and a `SendError`
 * where no answer came that can be read; its `status` says whether the request can have left.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://developers.przelewy24.pl/yaml/en_documentation_1.0.yaml
 */
export const przelewy24FetchClient: (options: Przelewy24Options) => FetchClient<Przelewy24Paths> =
  /* @__PURE__ */ defineFetchClient(table, features);
