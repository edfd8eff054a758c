// Generated from specs/mercadopago.yaml by `npm run generate`. Do not edit: edit the spec.
import { defineFetchClient, type FetchClient } from "@refunds/core/fetch-client";
import { features } from "./features.ts";
import type { MercadopagoOptions } from "./index.ts";
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
export type { MercadopagoOptions } from "./index.ts";

/**
 * Mercado Pago's own operations by their paths, for openapi-fetch; credentials and signature are
 * added for you.
 */
export interface MercadopagoPaths {
  "/v1/payments/{id}/refunds": {
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
        "2XX": operations["refund"]["responses"]["default"];
        default: operations["refund"]["responses"]["default"];
      };
    };
  };
  "/v1/payments/{id}": {
    /** Read a payment, with what has been refunded of it. */
    get: {
      parameters: {
        path: operations["query"]["parameters"]["path"];
      };
      responses: {
        "2XX": operations["query"]["responses"]["default"];
        default: operations["query"]["responses"]["default"];
      };
    };
  };
}

/**
 * An openapi-fetch client of Mercado Pago's own API: credentials and signatures are added, nothing
 * is interpreted.
 *
 * Call it as openapi-fetch documents: `POST("/v1/payments/{id}/refunds", { params, body })` or
 * `GET("/v1/payments/{id}", { params })`.
 *
 * A refund sent here moves money like any other; whether it did is yours to read.
 *
 * A call throws a `RefundError` for what is wrong with it, with nothing sent, and a `SendError`
 * where no answer came that can be read; its `status` says whether the request can have left.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see
 * https://www.mercadopago.com.co/developers/es/reference/chargebacks/_payments_id_refunds/post
 */
export const mercadopagoFetchClient: (
  options: MercadopagoOptions,
) => FetchClient<MercadopagoPaths> = /* @__PURE__ */ defineFetchClient(table, features);
