// Generated from specs/paypal.yaml by `npm run generate`. Do not edit: edit the spec.
import { defineFetchClient, type FetchClient } from "@refunds/core/fetch-client";
import { features } from "./features.ts";
import type { PaypalOptions } from "./index.ts";
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
export type { PaypalOptions } from "./index.ts";

/**
 * PayPal's own operations by their paths, for openapi-fetch; credentials and signature are added
 * for you.
 */
export interface PaypalPaths {
  "/v2/payments/captures/{capture_id}/refund": {
    /** Refund a captured payment, in full or in part. */
    post: {
      parameters: {
        path: operations["refund"]["parameters"]["path"];
        header: Omit<operations["refund"]["parameters"]["header"], "PayPal-Auth-Assertion"> & {
          "PayPal-Auth-Assertion"?: never;
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
        409: operations["refund"]["responses"][409];
        422: operations["refund"]["responses"][422];
        default: operations["refund"]["responses"]["default"];
      };
    };
  };
  "/v2/payments/refunds/{refund_id}": {
    /** Read a refund by its id, to see what became of it. */
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
 * An openapi-fetch client of PayPal's own API: credentials and signatures are added, nothing is
 * interpreted.
 *
 * Call it as openapi-fetch documents: `POST("/v2/payments/captures/{capture_id}/refund", { params,
 * body })` or `GET("/v2/payments/refunds/{refund_id}", { params })`.
 *
 * A refund sent here moves money like any other; whether it did is yours to read.
 *
 * A call throws a `RefundError` for what is wrong with it, with nothing sent, and a `SendError`
 * where no answer came that can be read; its `status` says whether the request can have left.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see
 * https://raw.githubusercontent.com/paypal/paypal-rest-api-specifications/main/openapi/payments_payment_v2.json
 */
export const paypalFetchClient: (options: PaypalOptions) => FetchClient<PaypalPaths> =
  /* @__PURE__ */ defineFetchClient(table, features);
