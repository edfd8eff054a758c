// Generated from specs/wechatpay.yaml by `npm run generate`. Do not edit: edit the spec.

export interface paths {
  "/v3/refund/domestic/refunds": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Refund a payment, in full or in part. */
    post: operations["refund"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v3/refund/domestic/refunds/{out_refund_no}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a refund by your own number of it. */
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
export interface webhooks {
  refund: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** WeChat Pay reports what became of a refund. */
    post: operations["notification"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface components {
  schemas: {
    Failure: {
      /** @description The error as a word. */
      code: string;
      /** @description Where the request is wrong. */
      detail?: unknown;
      /** @description The error in words, which are several for some codes. */
      message: string;
    };
    /** @description Your own number of the refund, unique for your merchant number. Several requests with the same number refund once. */
    OutRefundNo: string;
    Refund: {
      /** @description The amounts. */
      amount: {
        /** @description The currency. */
        currency: string;
        /** @description What is refunded of discounts, in fen. */
        discount_refund?: number;
        /** @description The accounts that it is paid from. */
        from?: unknown[];
        /** @description What the payer gets, without coupons, in fen. */
        payer_refund?: number;
        /** @description What the payer paid, in fen. */
        payer_total?: number;
        /** @description How much is refunded, in fen. */
        refund: number;
        /** @description What is refunded of the fee, in fen. */
        refund_fee?: number;
        /** @description What is refunded without coupons that are not prepaid, in fen. */
        settlement_refund?: number;
        /** @description What the payment settles, in fen. */
        settlement_total?: number;
        /** @description The whole amount of the payment, in fen. */
        total: number;
      };
      /**
       * @description The way that the money takes.
       * @enum {string}
       */
      channel?: "ORIGINAL" | "BALANCE" | "OTHER_BALANCE" | "OTHER_BANKCARD" | (string & {});
      /** @description When it was accepted. */
      create_time?: string;
      /**
       * @description The account that it is paid from.
       * @enum {string}
       */
      funds_account?:
        | "UNSETTLED"
        | "AVAILABLE"
        | "UNAVAILABLE"
        | "OPERATION"
        | "BASIC"
        | (string & {});
      /** @description Your own number of the refund. */
      out_refund_no: string;
      /** @description Your own number of the payment. */
      out_trade_no: string;
      /** @description The discounts that are refunded. */
      promotion_detail?: unknown[];
      /** @description WeChat Pay's number of the refund. */
      refund_id: string;
      /**
       * @description The refund's state.
       * @enum {string}
       */
      status: "SUCCESS" | "CLOSED" | "PROCESSING" | "ABNORMAL" | (string & {});
      /** @description When it succeeded. */
      success_time?: string;
      /** @description WeChat Pay's number of the payment. */
      transaction_id: string;
      /** @description The account that gets the money. */
      user_received_account?: string;
    };
    RefundRequest: {
      /** @description The amounts. */
      amount: {
        /** @description The currency. Always CNY. */
        currency: string;
        /** @description The accounts that the refund is paid from, and how much each pays. Together it is the amount. */
        from?: {
          /**
           * @description The account.
           * @enum {string}
           */
          account: "AVAILABLE" | "UNAVAILABLE" | (string & {});
          /** @description How much it pays, in fen. */
          amount: number;
        }[];
        /** @description How much to refund, in fen. */
        refund: number;
        /** @description The whole amount of the payment, in fen. WeChat Pay refuses another. */
        total: number;
      };
      /** @description Which account the refund is paid from: AVAILABLE or UNSETTLED. For some merchants only. */
      funds_account?: string;
      /** @description The goods that are refunded, where a refund is about certain goods. */
      goods_detail?: {
        /** @description What it is. */
        goods_name?: string;
        /** @description Your own number of the goods. */
        merchant_goods_id: string;
        /** @description How much is refunded for it, in fen. */
        refund_amount: number;
        /** @description How many. */
        refund_quantity: number;
        /** @description The price of one, in fen. */
        unit_price: number;
        /** @description WeChat Pay's number of the goods. */
        wechatpay_goods_id?: string;
      }[];
      /** @description Where WeChat Pay reports what became of the refund, instead of the address in the merchant platform. */
      notify_url?: string;
      out_refund_no: components["schemas"]["OutRefundNo"];
      /** @description Your own number of the payment. */
      out_trade_no?: string;
      /** @description Shown to the payer. At most 80 bytes of UTF-8, so 26 Chinese characters. */
      reason?: string;
      /** @description WeChat Pay's number of the payment. */
      transaction_id?: string;
    };
  };
  responses: never;
  parameters: {
    /** @description Who calls, and the signature. */
    Authorization: string;
    /** @description The id of the key that the answer is to be signed with. */
    Serial: string;
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
        /** @description Who calls, and the signature. */
        Authorization: components["parameters"]["Authorization"];
        /** @description The id of the key that the answer is to be signed with. */
        "Wechatpay-Serial": components["parameters"]["Serial"];
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
      /** @description The refund was accepted. */
      200: {
        headers: {
          /** @description Random text. */
          "Wechatpay-Nonce"?: string;
          /** @description Whose key signed it. */
          "Wechatpay-Serial"?: string;
          /** @description The signature. */
          "Wechatpay-Signature"?: string;
          /** @description When it was signed. */
          "Wechatpay-Timestamp"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refund"];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          /** @description Random text. */
          "Wechatpay-Nonce"?: string;
          /** @description Whose key signed it. */
          "Wechatpay-Serial"?: string;
          /** @description The signature. */
          "Wechatpay-Signature"?: string;
          /** @description When it was signed. */
          "Wechatpay-Timestamp"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Failure"];
        };
      };
    };
  };
  query: {
    parameters: {
      query?: never;
      header: {
        /** @description Who calls, and the signature. */
        Authorization: components["parameters"]["Authorization"];
        /** @description The id of the key that the answer is to be signed with. */
        "Wechatpay-Serial": components["parameters"]["Serial"];
      };
      path: {
        /** @description Your own number of the refund. */
        out_refund_no: components["schemas"]["OutRefundNo"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The refund. */
      200: {
        headers: {
          /** @description Random text. */
          "Wechatpay-Nonce"?: string;
          /** @description Whose key signed it. */
          "Wechatpay-Serial"?: string;
          /** @description The signature. */
          "Wechatpay-Signature"?: string;
          /** @description When it was signed. */
          "Wechatpay-Timestamp"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refund"];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          /** @description Random text. */
          "Wechatpay-Nonce"?: string;
          /** @description Whose key signed it. */
          "Wechatpay-Serial"?: string;
          /** @description The signature. */
          "Wechatpay-Signature"?: string;
          /** @description When it was signed. */
          "Wechatpay-Timestamp"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Failure"];
        };
      };
    };
  };
  notification: {
    parameters: {
      query?: never;
      header: {
        /** @description A random text. */
        "Wechatpay-Nonce": string;
        /** @description Which key signed. */
        "Wechatpay-Serial": string;
        /** @description The signature. */
        "Wechatpay-Signature": string;
        /** @description When it was signed. */
        "Wechatpay-Timestamp": string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** @description When it was made. */
          create_time?: string;
          /**
           * @description What happened.
           * @enum {string}
           */
          event_type: "REFUND.SUCCESS" | "REFUND.ABNORMAL" | "REFUND.CLOSED" | (string & {});
          /** @description WeChat Pay's id of the notification. */
          id: string;
          /** @description What it happened to. */
          resource: {
            /**
             * @description How it is encrypted.
             * @constant
             */
            algorithm: "AEAD_AES_256_GCM";
            /** @description What is authenticated with it. It can be empty. */
            associated_data?: string;
            /** @description The refund. */
            ciphertext: string;
            /** @description A random text. */
            nonce: string;
            /** @description What is encrypted. */
            original_type?: string;
          };
          /** @description What `resource` is. */
          resource_type?: string;
          /** @description What happened in words. */
          summary?: string;
        };
      };
    };
    responses: {
      /** @description Received. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
}
