// Generated from specs/dlocal.yaml by `npm run generate`. Do not edit: edit the spec.
import { defineFetchClient, type FetchClient } from "@refunds/core/fetch-client";
import { features } from "./features.ts";
import type { DlocalOptions } from "./index.ts";
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
export type { DlocalOptions } from "./index.ts";

/**
 * dLocal's own operations by their paths, for openapi-fetch; credentials and signature are added
 * for you.
 */
export interface DlocalPaths {
  "/refunds": {
    /** Refund a payment, in full or in part. */
    post: {
      parameters: {
        header: Omit<
          operations["refund"]["parameters"]["header"],
          "X-Login" | "X-Trans-Key" | "Authorization"
        > & { "X-Login"?: never; "X-Trans-Key"?: never; Authorization?: never };
      };
      requestBody: {
        content: {
          "application/json": operations["refund"]["requestBody"]["content"]["application/json"];
        };
      };
      responses: {
        200: operations["refund"]["responses"][200];
        400: operations["refund"]["responses"][400];
        default: operations["refund"]["responses"]["default"];
      };
    };
  };
  "/refunds/{refund_id}": {
    /** Read a refund by dLocal's id, to see what became of it. */
    get: {
      parameters: {
        path: operations["query"]["parameters"]["path"];
        header: Omit<
          operations["query"]["parameters"]["header"],
          "X-Login" | "X-Trans-Key" | "Authorization"
        > & { "X-Login"?: never; "X-Trans-Key"?: never; Authorization?: never };
      };
      responses: {
        200: operations["query"]["responses"][200];
        default: operations["query"]["responses"]["default"];
      };
    };
  };
}

/**
 * An openapi-fetch client of dLocal's own API: credentials and signatures are added, nothing is
 * interpreted.
 *
 * Call it as openapi-fetch documents: `POST("/refunds", { params, body })` or
 * `GET("/refunds/{refund_id}", { params })`.
 *
 * A refund sent here moves money like any other; whether it did is yours to read.
 *
 * A call throws a `RefundError` for what is wrong with it, with nothing sent, and a `SendError`
 * where no answer came that can be read; its `status` says whether the request can have left.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://docs.dlocal.com/docs/refunds
 */
export const dlocalFetchClient: (options: DlocalOptions) => FetchClient<DlocalPaths> =
  /* @__PURE__ */ defineFetchClient(table, features);
