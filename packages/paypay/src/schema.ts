// Generated from specs/paypay.yaml by `npm run generate`. Do not edit: edit the spec.

export interface paths {
  "/v2/refunds": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Refund a completed payment, in full or in part. */
    post: operations["refund"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v2/refunds/{merchantRefundId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a refund by your own id and its payment. */
    get: operations["query"];
    put?: never;
    post?: never;
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
      /** @description Nothing. */
      data?: {
        /** @description Never there. */
        status?: string;
      } | null;
      resultInfo: components["schemas"]["ResultInfo"];
    };
    RefundAnswer: {
      /** @description The refund. */
      data: {
        /** @description When it was accepted or made. */
        acceptedAt?: number;
        /** @description What is refunded. */
        amount: {
          /** @description The amount in yen. */
          amount: number;
          /** @description The ISO 4217 code. */
          currency: string;
        };
        /** @description The merchant, if an agent asked. */
        assumeMerchant?: string | null;
        /** @description Your own id of the refund. */
        merchantRefundId: string;
        /** @description PayPay's id of the payment. */
        paymentId: string;
        /** @description Why. */
        reason?: string | null;
        /** @description When it was asked for. */
        requestedAt?: number;
        /**
         * @description The refund's state.
         * @enum {string}
         */
        status: "CREATED" | "REFUNDED" | "REFUND_FAILED" | (string & {});
      };
      resultInfo: components["schemas"]["ResultInfo"];
    };
    RefundRequest: {
      /** @description How much to refund. */
      amount: {
        /** @description The amount in yen. */
        amount: number;
        /**
         * @description The ISO 4217 code.
         * @enum {string}
         */
        currency: "JPY" | (string & {});
      };
      /** @description Your own id of the refund: letters, digits, hyphens and underscores. */
      merchantRefundId: string;
      /** @description PayPay's id of the payment, and not your own (`merchantPaymentId`). */
      paymentId: string;
      /** @description Why. */
      reason?: string;
      /** @description When the refund is asked for. */
      requestedAt: number;
    };
    /** @description What became of the call. */
    ResultInfo: {
      /** @description The result or the error. */
      code: string;
      /** @description A more specific code. */
      codeId?: string;
      /** @description The same in words. */
      message?: string;
    };
  };
  responses: never;
  parameters: {
    /** @description The merchant that you act for, if you are an agent. */
    Merchant: string;
    /** @description The signature. */
    Signature: string;
  };
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
        /** @description The signature. */
        Authorization: components["parameters"]["Signature"];
        /** @description The merchant that you act for, if you are an agent. */
        "X-ASSUME-MERCHANT"?: components["parameters"]["Merchant"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["RefundRequest"];
      };
    };
    responses: {
      /** @description An error. */
      "4XX": {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Failure"];
        };
      };
      /** @description An error. */
      "5XX": {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Failure"];
        };
      };
      /** @description The refund. */
      200: {
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
      query: {
        /** @description PayPay's id of the payment. */
        paymentId: string;
      };
      header: {
        /** @description The signature. */
        Authorization: components["parameters"]["Signature"];
        /** @description The merchant that you act for, if you are an agent. */
        "X-ASSUME-MERCHANT"?: components["parameters"]["Merchant"];
      };
      path: {
        /** @description Your own id of the refund. */
        merchantRefundId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description An error. */
      "4XX": {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Failure"];
        };
      };
      /** @description An error. */
      "5XX": {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Failure"];
        };
      };
      /** @description The refund. */
      200: {
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
