// Generated from specs/ottpay.yaml by `npm run generate`. Do not edit: edit the spec.
import { defineFetchClient, type FetchClient } from "@refunds/core/fetch-client";
import { features } from "./features.ts";
import type { OttpayOptions } from "./index.ts";
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
export type { OttpayOptions } from "./index.ts";

/**
 * OTT Pay's own operations by their paths, for openapi-fetch; credentials and signature are added
 * for you.
 */
export interface OttpayPaths {
  "/api/v1/payment/local-card/refund": {
    /** Refund a captured local-card payment, in full or in part. */
    post: {
      parameters: { query?: never };
      requestBody: {
        content: {
          "application/json": operations["refund"]["requestBody"]["content"]["application/json"];
        };
      };
      responses: {
        "2XX": operations["refund"]["responses"]["default"];
        default: operations["refund"]["responses"]["default"];
      };
    };
  };
  "/api/v1/payment/status-query": {
    /** Read a payment's state, to settle a refund whose answer was lost. */
    post: {
      parameters: { query?: never };
      requestBody: {
        content: {
          "application/json": operations["query"]["requestBody"]["content"]["application/json"];
        };
      };
      responses: {
        "2XX": operations["query"]["responses"]["default"];
        default: operations["query"]["responses"]["default"];
      };
    };
  };
}

/**
 * An openapi-fetch client of OTT Pay's own API: credentials and signatures are added, nothing is
 * interpreted.
 *
 * Call it as openapi-fetch documents: `POST("/api/v1/payment/local-card/refund", { body })` or
 * `POST("/api/v1/payment/status-query", { body })`.
 *
 * A refund sent here moves money like any other; whether it did is yours to read.
 *
 * A call throws a `RefundError` for what is wrong with it, with nothing sent, and a `SendError`
 * where no answer came that can be read; its `status` says whether the request can have left.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://apidocs.ottpay.com/api/local-card/refund-api/api/
 */
export const ottpayFetchClient: (options: OttpayOptions) => FetchClient<OttpayPaths> =
  /* @__PURE__ */ defineFetchClient(table, features);
