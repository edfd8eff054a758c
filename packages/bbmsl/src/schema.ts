// Generated from specs/bbmsl.yaml by `npm run generate`. Do not edit: edit the spec.

export interface paths {
  "/hosted-checkout/query": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Read an order, to settle a refund whose answer was lost. */
    post: operations["query"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/hosted-checkout/refund": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Refund an order once, in full or in part.
     * @description An order can be refunded only once, so a partial refund uses up its only refund. It is approved only if the payment method allows refunds and the merchant account has enough unsettled balance. BBMSL documents a void for orders not yet settled.
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
    /** @description The merchant that owns it. */
    AnsweredMerchantId: number | string;
    Failure: {
      message?: components["schemas"]["Message"];
      /** @description Code of the refusal. */
      responseCode: string;
    };
    /** @description Your merchant id. */
    MerchantId: string | number;
    /** @description Your own reference of the order that took the payment. */
    MerchantReference: string;
    /** @description The gateway's words. */
    Message: string | null;
    /** @description The order that took the payment. */
    Order: {
      /** @description Amount of the order, in units of its currency. */
      amount?: number | string;
      /** @description Kind of card; VISA and MASTER are seen. */
      cardType?: string;
      /** @description When the order was created. */
      createTime?: string;
      /** @description ISO 4217 code of the order's currency. */
      currency: string;
      /** @description The customer's e-mail address. */
      email?: string | null;
      /** @description BBMSL's id of the order. */
      id: number | string;
      merchantId?: components["schemas"]["AnsweredMerchantId"];
      /** @description Your own reference of the order. */
      merchantReference: string;
      /** @description What is left of the order, in units of its currency. */
      netAmount?: number | string;
      /** @description Whether the order recurs. */
      recurring?: boolean;
      /**
       * @description State of the order; REFUNDED after a partial refund too.
       * @enum {string}
       */
      status?: "OPEN" | "SUCCESS" | "VOIDED" | "REFUNDED" | "CLOSED" | "SETTLED" | (string & {});
      /** @description When the order last changed. */
      updateTime?: string;
    };
    /** @description BBMSL's id of the order that took the payment. */
    OrderId: number;
    QueryAnswer: components["schemas"]["QuerySuccess"] | components["schemas"]["Failure"];
    QueryRequest: {
      /** @description The query, as JSON text. */
      request: string;
      signature: components["schemas"]["Signature"];
    };
    QuerySuccess: {
      message?: components["schemas"]["Message"];
      order: components["schemas"]["Order"];
      responseCode: components["schemas"]["SuccessCode"];
    };
    RefundAnswer: components["schemas"]["RefundSuccess"] | components["schemas"]["Failure"];
    RefundRequest: {
      /** @description The refund, as JSON text. */
      request: string;
      signature: components["schemas"]["Signature"];
    };
    RefundSuccess: {
      message?: components["schemas"]["Message"];
      order: components["schemas"]["Order"];
      responseCode: components["schemas"]["SuccessCode"];
      /** @description The refund transaction. */
      transaction: {
        /** @description Amount refunded, in units of the currency. */
        amount: number | string;
        /** @description Currency of the refund. */
        currency?: string;
        /** @description Id of the refund transaction. */
        id: number | string;
        /** @description Masked card number of the original sale. */
        maskedPan?: string | null;
        merchantId?: components["schemas"]["AnsweredMerchantId"];
        /** @description System trace audit number of the transaction. */
        stan?: string;
        /**
         * @description State of the refund transaction.
         * @enum {string}
         */
        status: "SUCCESS" | "DECLINED" | "VOIDED" | "REFUNDED" | "SETTLED" | (string & {});
        /** @description Type of the transaction; REFUND in the example. */
        type: string;
      };
    };
    /** @description Base64 of the signature over the text of `request`, 344 characters for a key of 2048 bits. */
    Signature: string;
    /**
     * @description The gateway's code of success.
     * @constant
     */
    SuccessCode: "0000";
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  query: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["QueryRequest"];
      };
    };
    responses: {
      /** @description The answer, for success and failure alike. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["QueryAnswer"];
        };
      };
    };
  };
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
