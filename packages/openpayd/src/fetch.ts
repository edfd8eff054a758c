// Generated from specs/openpayd.yaml by `npm run generate`. Do not edit: edit the spec.
import { defineFetchClient, type FetchClient } from "@refunds/core/fetch-client";
import { features } from "./features.ts";
import type { OpenpaydOptions } from "./index.ts";
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
export type { OpenpaydOptions } from "./index.ts";

/**
 * OpenPayd PSP's own operations by their paths, for openapi-fetch; credentials and signature are
 * added for you.
 */
export interface OpenpaydPaths {
  "/pw/v3/payment/refund": {
    /** Refund a card payment, in full or, where OpenPayd has enabled it for you, in part. */
    post: {
      parameters: { query?: never };
      requestBody: {
        content: {
          "application/json": Omit<
            operations["refund"]["requestBody"]["content"]["application/json"],
            "apiKey"
          > & { apiKey?: never };
        };
      };
      responses: {
        "2XX": operations["refund"]["responses"]["default"];
        default: operations["refund"]["responses"]["default"];
      };
    };
  };
}

/**
 * An openapi-fetch client of OpenPayd PSP's own API: credentials and signatures are added, nothing
 * is interpreted.
 *
 * Call it as openapi-fetch documents: `POST("/pw/v3/payment/refund", { body })`.
 *
 * A refund sent here moves money like any other; whether it did is yours to read.
 *
 * A call throws a `RefundError` for what is wrong with it, with nothing sent, and a `SendError`
 * where no answer came that can be read; its `status` says whether the request can have left.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://apidocs.openpaydpsp.com/docs/payment-refund
 */
export const openpaydFetchClient: (options: OpenpaydOptions) => FetchClient<OpenpaydPaths> =
  /* @__PURE__ */ defineFetchClient(table, features);
