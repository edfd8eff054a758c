// Generated from specs/alipay.yaml by `npm run generate`. Do not edit: edit the spec.

export interface paths {
  "/v3/alipay/trade/fastpay/refund/query": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Read a refund by your own number of it. */
    post: operations["query"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v3/alipay/trade/refund": {
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
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Failure: {
      /** @description The error. */
      code: string;
      /** @description A page with advice. */
      links?: string;
      /** @description The error in words. */
      message: string;
    };
    /** @description Your own number of the refund, unique for the payment. Several requests with the same number refund once. */
    OutRequestNo: string;
    /** @description Your own number of the payment. */
    OutTradeNo: string;
    /** @description Of a refund that was not received or not made, Alipay leaves its fields out. */
    QueriedRefund: {
      /** @description When. */
      gmt_refund_pay?: string;
      /** @description Your own number of the refund. */
      out_request_no?: string;
      /** @description Your own number of the payment. */
      out_trade_no: string;
      /** @description How much this refund is, in yuan. */
      refund_amount?: string;
      /** @description The reason. */
      refund_reason?: string;
      /**
       * @description The refund's state.
       * @enum {string}
       */
      refund_status?: "REFUND_SUCCESS" | (string & {});
      /** @description What the merchant gave back, in yuan. */
      send_back_fee?: string;
      /** @description The whole amount of the payment, in yuan. */
      total_amount?: string;
      /** @description Alipay's number of the payment. */
      trade_no: string;
    };
    QueryRequest: {
      out_request_no: components["schemas"]["OutRequestNo"];
      out_trade_no?: components["schemas"]["OutTradeNo"];
      trade_no?: components["schemas"]["TradeNo"];
    };
    /** @description More fields follow for some payments. */
    Refund: {
      /** @description The payer's login. */
      buyer_logon_id?: string;
      /** @description The payer. */
      buyer_open_id?: string;
      /** @description The payer. */
      buyer_user_id?: string;
      /**
       * @description Whether this request moved money.
       * @enum {string}
       */
      fund_change?: "Y" | "N" | (string & {});
      /** @description When. */
      gmt_refund_pay?: string;
      /** @description Your own number of the payment. */
      out_trade_no: string;
      /** @description The currency. */
      refund_currency?: string;
      /** @description What was refunded of the payment so far, in yuan. */
      refund_fee?: string;
      /** @description What the merchant gave back, in yuan. */
      send_back_fee?: string;
      /** @description The store. */
      store_name?: string;
      /** @description Alipay's number of the payment. */
      trade_no: string;
    };
    RefundRequest: {
      /** @description Who refunds. */
      operator_id?: string;
      out_request_no: components["schemas"]["OutRequestNo"];
      out_trade_no?: components["schemas"]["OutTradeNo"];
      /** @description How much to refund, in yuan with two decimals. */
      refund_amount: string;
      /** @description The goods that are refunded. */
      refund_goods_detail?: {
        /** @description The number of the goods that the payment had. */
        goods_id?: string;
        /** @description Your mini program's number of the goods. */
        out_item_id?: string;
        /** @description Your mini program's number of the variant. */
        out_sku_id?: string;
        /** @description How much is refunded for it, in yuan. */
        refund_amount: string;
      }[];
      /** @description Shown to the merchant and to the payer. */
      refund_reason?: string;
      /** @description Your number of the store. */
      store_id?: string;
      /** @description Your number of the terminal. */
      terminal_id?: string;
      trade_no?: components["schemas"]["TradeNo"];
    };
    /** @description Alipay's number of the payment. */
    TradeNo: string;
  };
  responses: never;
  parameters: {
    /** @description Who calls, and the signature. */
    Authorization: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  query: {
    parameters: {
      query?: never;
      header: {
        /** @description Who calls, and the signature. */
        Authorization: components["parameters"]["Authorization"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["QueryRequest"];
      };
    };
    responses: {
      /** @description The refund, or nothing but the payment. */
      200: {
        headers: {
          /** @description Random text. */
          "alipay-nonce"?: string;
          /** @description The signature. */
          "alipay-signature"?: string;
          /** @description When it was signed. */
          "alipay-timestamp"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["QueriedRefund"];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          /** @description Random text. */
          "alipay-nonce"?: string;
          /** @description The signature. */
          "alipay-signature"?: string;
          /** @description When it was signed. */
          "alipay-timestamp"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Failure"];
        };
      };
    };
  };
  refund: {
    parameters: {
      query?: never;
      header: {
        /** @description Who calls, and the signature. */
        Authorization: components["parameters"]["Authorization"];
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
      /** @description The refund. */
      200: {
        headers: {
          /** @description Random text. */
          "alipay-nonce"?: string;
          /** @description The signature. */
          "alipay-signature"?: string;
          /** @description When it was signed. */
          "alipay-timestamp"?: string;
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
          "alipay-nonce"?: string;
          /** @description The signature. */
          "alipay-signature"?: string;
          /** @description When it was signed. */
          "alipay-timestamp"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Failure"];
        };
      };
    };
  };
}
