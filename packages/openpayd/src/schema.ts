// Generated from specs/openpayd.yaml by `npm run generate`. Do not edit: edit the spec.

export interface paths {
  "/pw/v3/payment/refund": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Refund a card payment, in full or, where OpenPayd has enabled it for you, in part.
     * @description Leave the amount out for a full refund. A partial refund is declined until you have asked OpenPayd for the feature.
     */
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
    RefundAnswer: {
      /** @description An amount in cents; whether the refunded one or the payment's is not said. */
      amount?: string | number;
      /** @description "00" for an approval, otherwise an error code. */
      code: string | number;
      /** @description Currency of the amount. */
      currency?: string;
      /** @description When the transaction was made, in seconds since 1970. */
      date?: number;
      /** @description Whether the transaction is a live one; presumably false on the test system. */
      isLive?: boolean;
      /** @description The code in words. */
      message: string;
      /** @description Your own id of the payment. */
      referenceNo?: string;
      /**
       * @description What became of the refund.
       * @enum {string}
       */
      status: "APPROVED" | "DECLINED" | (string & {});
      /** @description OpenPayd's id of a transaction; whether the refund's or the payment's is not said. */
      transactionId?: string;
    };
    /** @description Amount and currency belong together. Send both for a partial refund and neither for a full one. */
    RefundRequest: {
      /** @description Amount to refund in cents; 1234 is 12.34. Left out for a full refund. */
      amount?: number;
      /**
       * Format: password
       * @description Your API key.
       */
      apiKey: string;
      /** @description Currency of the amount, as three letters. Left out for a full refund. */
      currency?: string;
      /** @description Your own id of the payment. */
      referenceNo: string;
      /** @description OpenPayd's id of the payment, such as 529-1438673740-2. */
      transactionId: string;
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
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["RefundRequest"];
      };
    };
    responses: {
      /** @description The answer, for success and failure alike. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["RefundAnswer"];
        };
      };
    };
  };
}
