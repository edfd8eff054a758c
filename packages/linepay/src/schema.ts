// Generated from specs/linepay.yaml by `npm run generate`. Do not edit: edit the spec.

export interface paths {
  "/v4/payments": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a payment with its refunds, to settle a refund whose answer was lost. */
    get: operations["query"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v4/payments/{transactionId}/refund": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Refund a settled payment, in full or in part. */
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
    Failure: {
      /** @description What is wrong with a parameter. */
      errorDetailMap?: {
        [key: string]: unknown;
      };
      /** @description The error. */
      returnCode: string;
      /** @description The error in words. */
      returnMessage: string;
    };
    /** @description A payment. */
    Payment: {
      /** @description The payment's currency. */
      currency: string;
      /** @description Your own id of the payment. */
      orderId?: string;
      /** @description How it was paid. */
      payInfo?: {
        /** @description The amount paid in this way. */
        amount: number;
        /** @description Balance, card or points. */
        method?: string;
      }[];
      /** @description Who settles the payment. */
      paymentProvider?: string | null;
      /** @description The payment's state. */
      payStatus?: string;
      /** @description What was bought. */
      productName?: string;
      /** @description The payment's refunds. */
      refundList?: {
        /** @description What was refunded, with a minus. */
        refundAmount: number;
        /** @description When. */
        refundTransactionDate?: string;
        /** @description The refund's transaction id. */
        refundTransactionId: number | string;
        /**
         * @description Whether everything was refunded.
         * @enum {string}
         */
        transactionType: "PAYMENT_REFUND" | "PARTIAL_REFUND" | (string & {});
      }[];
      /** @description When. */
      transactionDate?: string;
      /** @description The payment's transaction id. */
      transactionId: number | string;
      /**
       * @description What it is.
       * @enum {string}
       */
      transactionType?: "PAYMENT" | "PAYMENT_REFUND" | "PARTIAL_REFUND" | (string & {});
    };
    QueryAnswer: components["schemas"]["QuerySuccess"] | components["schemas"]["Failure"];
    QuerySuccess: {
      /** @description The payments. */
      info: components["schemas"]["Payment"][];
      /**
       * @description The result.
       * @constant
       */
      returnCode: "0000";
      /** @description The result in words. */
      returnMessage?: string;
    };
    RefundAnswer: components["schemas"]["RefundSuccess"] | components["schemas"]["Failure"];
    RefundRequest: {
      /** @description How much to refund. Left out, everything is refunded. */
      refundAmount?: number;
    };
    RefundSuccess: {
      /** @description The refund. */
      info: {
        /** @description When it was refunded. */
        refundTransactionDate?: string;
        /** @description The refund's transaction id. */
        refundTransactionId: number | string;
      };
      /**
       * @description The result.
       * @constant
       */
      returnCode: "0000";
      /** @description The result in words. */
      returnMessage: string;
    };
    /** @description An id of 19 digits. Give it as text: a JavaScript number cannot hold it. */
    TransactionId: string;
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
      query: {
        /** @description The payment's transaction id. */
        transactionId: components["schemas"]["TransactionId"];
      };
      header: {
        /** @description The signature. */
        "X-LINE-Authorization": string;
        /** @description A random UUID, new in every request. */
        "X-LINE-Authorization-Nonce": string;
        /** @description Your channel id. */
        "X-LINE-ChannelId": string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
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
      header: {
        /** @description The signature. */
        "X-LINE-Authorization": string;
        /** @description A random UUID, new in every request. */
        "X-LINE-Authorization-Nonce": string;
        /** @description Your channel id. */
        "X-LINE-ChannelId": string;
      };
      path: {
        /** @description The payment's transaction id. */
        transactionId: components["schemas"]["TransactionId"];
      };
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
