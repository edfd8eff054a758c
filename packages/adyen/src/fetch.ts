// Generated from specs/adyen.yaml by `npm run generate`. Do not edit: edit the spec.
import { defineFetchClient, type FetchClient } from "@refunds/core/fetch-client";
import { features } from "./features.ts";
import type { AdyenOptions } from "./index.ts";
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
export type { AdyenOptions } from "./index.ts";

/**
 * Adyen's own operations by their paths, for openapi-fetch; credentials and signature are added
 * for you.
 */
export interface AdyenPaths {
  "/payments/{paymentPspReference}/refunds": {
    /** Refund a captured payment, in full or in part. */
    post: {
      parameters: {
        path: operations["refund"]["parameters"]["path"];
        header: operations["refund"]["parameters"]["header"];
      };
      requestBody: {
        content: {
          "application/json": Omit<
            operations["refund"]["requestBody"]["content"]["application/json"],
            "merchantAccount"
          > & { merchantAccount?: never };
        };
      };
      responses: {
        201: operations["refund"]["responses"][201];
        400: operations["refund"]["responses"][400];
        422: operations["refund"]["responses"][422];
        default: operations["refund"]["responses"]["default"];
      };
    };
  };
}

/**
 * An openapi-fetch client of Adyen's own API: credentials and signatures are added, nothing is
 * interpreted.
 *
 * Call it as openapi-fetch documents: `POST("/payments/{paymentPspReference}/refunds", { params,
 * body })`.
 *
 * A refund sent here moves money like any other; whether it did is yours to read.
 *
 * A call throws a `RefundError` for what is wrong with it, with nothing sent, and a `SendError`
 * where no answer came that can be read; its `status` says whether the request can have left.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://raw.githubusercontent.com/Adyen/adyen-openapi/main/json/CheckoutService-v72.json
 */
export const adyenFetchClient: (options: AdyenOptions) => FetchClient<AdyenPaths> =
  /* @__PURE__ */ defineFetchClient(table, features);
