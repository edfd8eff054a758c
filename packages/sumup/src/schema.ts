// Generated from specs/sumup.yaml by `npm run generate`. Do not edit: edit the spec.

export interface paths {
  "/v1.0/merchants/{merchant_code}/payments/{transaction_id}/refunds": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Refund a transaction, in full or in part. */
    post: operations["refund"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Problem: {
      /** @description The problem in words. */
      detail?: string;
      /** @description What the payment processor said. */
      errors?: {
        /** @description The error as a word. */
        code?: string;
        /** @description The error in words. */
        detail?: string;
        /** @description How much can be refunded. No page says in which unit. */
        max_refundable_amount?: number;
        /** @description The error more closely. */
        reason?: string;
      }[];
      /** @description The address of this problem. */
      instance?: string;
      /** @description The HTTP status. */
      status?: number;
      /** @description The kind of problem in words. */
      title?: string;
      /** @description The kind of problem as an address. */
      type: string;
    };
    /** @description An empty object. */
    Refunded: Record<string, never>;
    RefundRequest: {
      /** @description How much to refund, in major units. Left out, the whole transaction is refunded. */
      amount?: number;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  refund: {
    parameters: {
      query?: never;
      header: {
        /** @description Asks for errors in the form of RFC 9457. */
        Accept: "application/problem+json, application/json";
      };
      path: {
        /** @description The code of the merchant account. */
        merchant_code: string;
        /** @description The transaction's id. */
        transaction_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["RefundRequest"];
      };
    };
    responses: {
      /** @description The transaction was refunded, in full or in part. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refunded"];
        };
      };
      /** @description The transaction cannot be refunded. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
}
