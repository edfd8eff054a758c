// Generated from specs/ottpay.yaml by `npm run generate`. Do not edit: edit the spec.

export interface paths {
  "/api/v1/auth/token": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Exchange `appId` and `appKey` for a bearer token. */
    post: operations["token"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/payment/local-card/refund": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Refund a captured local-card payment, in full or in part. */
    post: operations["refund"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/payment/status-query": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Read a payment's state, to settle a refund whose answer was lost. */
    post: operations["query"];
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
    /** @constant */
    ErrorWord: "ERROR";
    Failure: {
      result: {
        /** @description Error code. */
        code: number | string;
        /** @description The code in words. */
        message?: string;
      };
      status: components["schemas"]["ErrorWord"];
    };
    QueryAnswer: components["schemas"]["QuerySuccess"] | components["schemas"]["Failure"];
    QueryRequest: {
      /** @description Id of the payment. */
      paymentId: string;
    };
    QuerySuccess: {
      result: {
        /** @description Amount paid in cents. */
        payAmount?: string | number;
        /** @description Id of the payment. */
        paymentId?: string;
        /**
         * @description State of the payment.
         * @enum {string}
         */
        paymentStatus?:
          | "init"
          | "notpay"
          | "success"
          | "canceling"
          | "failure"
          | "orderclosed"
          | "authfinish"
          | "authorized"
          | "partial_refunded"
          | "fully_refunded"
          | (string & {});
        /** @description Amount received in cents. */
        receiptAmount?: string | number;
        /** @description Amount refunded in cents. */
        refundAmount?: string | number;
        /** @description Amount refunded in cents, by the wallets' page. */
        refundFee?: string | number;
        /** @description State of the payment as a code, such as P00005 for partly refunded. */
        stateCode?: string;
        /** @description Amount of the payment in cents. */
        totalAmount?: string | number;
        /** @description Time of the payment, kept as text. */
        tradeTime?: string;
      };
      status: components["schemas"]["SuccessWord"];
    };
    RefundAnswer: components["schemas"]["RefundSuccess"] | components["schemas"]["Failure"];
    RefundRequest: {
      /** @description Id of the original payment. */
      oriPaymentId: string;
      /** @description Amount to refund in cents; "100" is one dollar. */
      refundAmount: string;
    };
    RefundSuccess: {
      result: {
        /** @description For refunds of Chinese wallet payments only; empty for local cards. */
        exchangeRate?: string;
        /** @description The requested amount, in cents. */
        refundAmount: string | number;
        /** @description Id of the refund; every documented sample starts with REF. */
        refundId: string;
        /**
         * @description State of the refund.
         * @enum {string}
         */
        refundStatus: "init" | "processing" | "success" | "failure" | (string & {});
        /** @description When the refund was initiated, said to be EST wherever the merchant is. Kept as text. */
        tradeTime?: string;
      };
      status: components["schemas"]["SuccessWord"];
    };
    /** @constant */
    SuccessWord: "SUCCESS";
    TokenAnswer: components["schemas"]["TokenSuccess"] | components["schemas"]["Failure"];
    TokenRequest: {
      /** @description Your application's id. */
      appId: string;
      /**
       * Format: password
       * @description Your application's secret key.
       */
      appKey: string;
    };
    TokenSuccess: {
      result: {
        /** @description When the token ends. */
        expired: number;
        /** @description The bearer token (a JWT). */
        token: string;
      };
      status: components["schemas"]["SuccessWord"];
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
  token: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["TokenRequest"];
      };
    };
    responses: {
      /** @description The answer, for success and failure alike. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["TokenAnswer"];
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
}
