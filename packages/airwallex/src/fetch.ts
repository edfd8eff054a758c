// Generated from specs/airwallex.yaml by `npm run generate`. Do not edit: edit the spec.
import { defineFetchClient, type FetchClient } from "@refunds/core/fetch-client";
import { features } from "./features.ts";
import type { AirwallexOptions } from "./index.ts";
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
export type { AirwallexOptions } from "./index.ts";

/**
 * Airwallex's own operations by their paths, for openapi-fetch; credentials and signature are
 * added for you.
 */
export interface AirwallexPaths {
  "/api/v1/pa/refunds/create": {
    /** Refund a captured payment, in full or in part. */
    post: {
      parameters: {
        header: Omit<operations["refund"]["parameters"]["header"], "x-on-behalf-of"> & {
          "x-on-behalf-of"?: never;
        };
      };
      requestBody: {
        content: {
          "application/json": operations["refund"]["requestBody"]["content"]["application/json"];
        };
      };
      responses: {
        200: operations["refund"]["responses"][200];
        201: operations["refund"]["responses"][201];
        400: operations["refund"]["responses"][400];
        default: operations["refund"]["responses"]["default"];
      };
    };
  };
  "/api/v1/pa/refunds": {
    /** List the refunds of a payment, and find this one by its request id. */
    get: {
      parameters: {
        query: operations["query"]["parameters"]["query"];
        header: Omit<operations["query"]["parameters"]["header"], "x-on-behalf-of"> & {
          "x-on-behalf-of"?: never;
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
 * An openapi-fetch client of Airwallex's own API: credentials and signatures are added, nothing is
 * interpreted.
 *
 * Call it as openapi-fetch documents: `POST("/api/v1/pa/refunds/create", { params, body })` or
 * `GET("/api/v1/pa/refunds", { params })`.
 *
 * A refund sent here moves money like any other; whether it did is yours to read.
 *
 * A call throws a `RefundError` for what is wrong with it, with nothing sent, and a `SendError`
 * where no answer came that can be read; its `status` says whether the request can have left.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://www.airwallex.com/docs/api/payments/refunds
 */
export const airwallexFetchClient: (options: AirwallexOptions) => FetchClient<AirwallexPaths> =
  /* @__PURE__ */ defineFetchClient(table, features);
