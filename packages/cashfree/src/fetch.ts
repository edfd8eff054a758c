// Generated from specs/cashfree.yaml by `npm run generate`. Do not edit: edit the spec.
import { defineFetchClient, type FetchClient } from "@refunds/core/fetch-client";
import { features } from "./features.ts";
import type { CashfreeOptions } from "./index.ts";
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
export type { CashfreeOptions } from "./index.ts";

/**
 * Cashfree's own operations by their paths, for openapi-fetch; credentials and signature are added
 * for you.
 */
export interface CashfreePaths {
  "/orders/{order_id}/refunds": {
    /** Refund a paid order, in full or in part. */
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
        200: operations["refund"]["responses"][200];
        400: operations["refund"]["responses"][400];
        default: operations["refund"]["responses"]["default"];
      };
    };
  };
  "/orders/{order_id}/refunds/{refund_id}": {
    /** Read a refund by your own id. */
    get: {
      parameters: {
        path: operations["query"]["parameters"]["path"];
        header: operations["query"]["parameters"]["header"];
      };
      responses: {
        200: operations["query"]["responses"][200];
        default: operations["query"]["responses"]["default"];
      };
    };
  };
}

/**
 * An openapi-fetch client of Cashfree's own API: credentials and signatures are added, nothing is
 * interpreted.
 *
 * Call it as openapi-fetch documents: `POST("/orders/{order_id}/refunds", { params, body })` or
 * `GET("/orders/{order_id}/refunds/{refund_id}", { params })`.
 *
 * A refund sent here moves money like any other; whether it did is yours to read.
 *
 * A call throws a `RefundError` for what is wrong with it, with nothing sent, and a `SendError`
 * where no answer came that can be read; its `status` says whether the request can have left.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://www.cashfree.com/docs/api-reference/payments/latest/refunds/create
 */
export const cashfreeFetchClient: (options: CashfreeOptions) => FetchClient<CashfreePaths> =
  /* @__PURE__ */ defineFetchClient(table, features);
