// Generated from specs/klarna.yaml by `npm run generate`. Do not edit: edit the spec.
import { defineFetchClient, type FetchClient } from "@refunds/core/fetch-client";
import { features } from "./features.ts";
import type { KlarnaOptions } from "./index.ts";
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
export type { KlarnaOptions } from "./index.ts";

/**
 * Klarna's own operations by their paths, for openapi-fetch; credentials and signature are added
 * for you.
 */
export interface KlarnaPaths {
  "/ordermanagement/v1/orders/{order_id}/refunds": {
    /** Refund a captured order, in full or in part. */
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
        403: operations["refund"]["responses"][403];
        default: operations["refund"]["responses"]["default"];
        201: operations["refund"]["responses"][201];
      };
    };
  };
  "/ordermanagement/v1/orders/{order_id}": {
    /** Read an order, with what has been refunded of it. */
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
 * An openapi-fetch client of Klarna's own API: credentials and signatures are added, nothing is
 * interpreted.
 *
 * Call it as openapi-fetch documents: `POST("/ordermanagement/v1/orders/{order_id}/refunds", {
 * params, body })` or `GET("/ordermanagement/v1/orders/{order_id}", { params })`.
 *
 * A refund sent here moves money like any other; whether it did is yours to read.
 *
 * A call throws a `RefundError` for what is wrong with it, with nothing sent, and a `SendError`
 * where no answer came that can be read; its `status` says whether the request can have left.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see
 * https://docs.klarna.com/payments/after-payments/order-management/manage-orders-with-the-api/refund-orders-and-manage-authorizations
 */
export const klarnaFetchClient: (options: KlarnaOptions) => FetchClient<KlarnaPaths> =
  /* @__PURE__ */ defineFetchClient(table, features);
