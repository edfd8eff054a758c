// Generated from specs/worldpay.yaml by `npm run generate`. Do not edit: edit the spec.
import { defineFetchClient, type FetchClient } from "@refunds/core/fetch-client";
import { features } from "./features.ts";
import type { WorldpayOptions } from "./index.ts";
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
export type { WorldpayOptions } from "./index.ts";

/**
 * Worldpay's own operations by their paths, for openapi-fetch; credentials and signature are added
 * for you.
 */
export interface WorldpayPaths {
  "/payments/settlements/refunds/partials/{linkData}": {
    /** Refund an amount of a settled payment. */
    post: {
      parameters: {
        path: operations["refund"]["parameters"]["path"];
        header: operations["refund"]["parameters"]["header"];
      };
      requestBody: {
        content: {
          "application/vnd.worldpay.payments-v7+json": operations["refund"]["requestBody"]["content"]["application/vnd.worldpay.payments-v7+json"];
        };
      };
      responses: {
        202: operations["refund"]["responses"][202];
        400: operations["refund"]["responses"][400];
        default: operations["refund"]["responses"]["default"];
      };
    };
  };
}

/**
 * An openapi-fetch client of Worldpay's own API: credentials and signatures are added, nothing is
 * interpreted.
 *
 * Call it as openapi-fetch documents: `POST("/payments/settlements/refunds/partials/{linkData}", {
 * params, body })`.
 *
 * A refund sent here moves money like any other; whether it did is yours to read.
 *
 * A call throws a `RefundError` for what is wrong with it, with nothing sent, and a `SendError`
 * where no answer came that can be read; its `status` says whether the request can have left.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see
 * https://docs.worldpay.com/access/products/card-payments/openapi/manage-payments/partialrefund
 */
export const worldpayFetchClient: (options: WorldpayOptions) => FetchClient<WorldpayPaths> =
  /* @__PURE__ */ defineFetchClient(table, features);
