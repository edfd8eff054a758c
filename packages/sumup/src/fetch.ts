// Generated from specs/sumup.yaml by `npm run generate`. Do not edit: edit the spec.
import { defineFetchClient, type FetchClient } from "@refunds/core/fetch-client";
import { features } from "./features.ts";
import type { SumupOptions } from "./index.ts";
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
export type { SumupOptions } from "./index.ts";

/**
 * SumUp's own operations by their paths, for openapi-fetch; credentials and signature are added
 * for you.
 */
export interface SumupPaths {
  "/v1.0/merchants/{merchant_code}/payments/{transaction_id}/refunds": {
    /** Refund a transaction, in full or in part. */
    post: {
      parameters: {
        path: Omit<operations["refund"]["parameters"]["path"], "merchant_code"> & {
          merchant_code?: never;
        };
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
  };
}

/**
 * An openapi-fetch client of SumUp's own API: credentials and signatures are added, nothing is
 * interpreted.
 *
 * Call it as openapi-fetch documents:
 * `POST("/v1.0/merchants/{merchant_code}/payments/{transaction_id}/refunds", { params, body })`.
 *
 * A refund sent here moves money like any other; whether it did is yours to read.
 *
 * A call throws a `RefundError` for what is wrong with it, with nothing sent, and a `SendError`
 * where no answer came that can be read; its `status` says whether the request can have left.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://raw.githubusercontent.com/sumup/sumup-ts/main/openapi.json
 */
export const sumupFetchClient: (options: SumupOptions) => FetchClient<SumupPaths> =
  /* @__PURE__ */ defineFetchClient(table, features);
