// Generated from specs/braintree.yaml by `npm run generate`. Do not edit: edit the spec.
import { defineFetchClient, type FetchClient } from "@refunds/core/fetch-client";
import { features } from "./features.ts";
import type { BraintreeOptions } from "./index.ts";
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
export type { BraintreeOptions } from "./index.ts";

/**
 * Braintree's own operations by their paths, for openapi-fetch; credentials and signature are
 * added for you.
 */
export interface BraintreePaths {
  "/graphql#refund": {
    /** Refund a settled transaction, in full or in part. */
    post: {
      parameters: {
        header: operations["refund"]["parameters"]["header"];
      };
      requestBody: {
        content: {
          "application/json": operations["refund"]["requestBody"]["content"]["application/json"];
        };
      };
      responses: {
        200: operations["refund"]["responses"][200];
      };
    };
  };
  "/graphql#query": {
    /** Read a transaction with its refunds, and find this one by your own id. */
    post: {
      parameters: {
        header: operations["query"]["parameters"]["header"];
      };
      requestBody: {
        content: {
          "application/json": operations["query"]["requestBody"]["content"]["application/json"];
        };
      };
      responses: {
        200: operations["query"]["responses"][200];
      };
    };
  };
}

/**
 * An openapi-fetch client of Braintree's own API: credentials and signatures are added, nothing is
 * interpreted.
 *
 * Call it as openapi-fetch documents: `POST("/graphql#refund", { params, body })` or
 * `POST("/graphql#query", { params, body })`.
 *
 * A refund sent here moves money like any other; whether it did is yours to read.
 *
 * A call throws a `RefundError` for what is wrong with it, with nothing sent, and a `SendError`
 * where no answer came that can be read; its `status` says whether the request can have left.
 * @throws {RefundError} for missing, unknown or malformed options.
 * @see https://developer.paypal.com/braintree/graphql/reference/mutations/refund-transaction
 */
export const braintreeFetchClient: (options: BraintreeOptions) => FetchClient<BraintreePaths> =
  /* @__PURE__ */ defineFetchClient(table, features);
