// Generated from specs/midtrans.yaml by `npm run generate`. Do not edit: edit the spec.

export interface paths {
  "/v2/{order_id}/refund": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Refund a settled transaction, in full or in part. */
    post: operations["refund"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v2/{order_id}/status": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a transaction with its refunds, and find this one by its key. */
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
  transaction: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Midtrans reports the state of a transaction. */
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
      /** @description Midtrans' id of the request. */
      id?: string;
      /** @description The error. */
      status_code: string;
      /** @description The error in words. */
      status_message: string;
      /** @description What is wrong. */
      validation_messages?: string[];
    };
    Refund: {
      /** @description The amount of the transaction. */
      gross_amount?: string;
      /** @description Your own id of the order. */
      order_id?: string;
      /** @description How it was paid. */
      payment_type?: string;
      /** @description The refunded amount. */
      refund_amount?: string;
      /** @description Midtrans' id of the refund. */
      refund_chargeback_id: number | string;
      /** @description Your own id of the refund. */
      refund_key: string;
      /**
       * @description What became of the request.
       * @enum {string}
       */
      status_code: "200" | "202" | (string & {});
      /** @description The same in words. */
      status_message?: string;
      /** @description Midtrans' id of the transaction. */
      transaction_id: string;
      /** @description The state of the transaction: `refund` or `partial_refund`. */
      transaction_status: string;
      /** @description When the transaction was made. */
      transaction_time?: string;
    };
    RefundAnswer: components["schemas"]["Refund"] | components["schemas"]["Failure"];
    RefundRequest: {
      /** @description How much to refund, in whole rupiah. */
      amount: number;
      /** @description Why it is refunded. Some wallets show it to the customer. */
      reason?: string;
      /** @description Your own id of the refund. The status repeats it. */
      refund_key: string;
    };
    StatusAnswer: components["schemas"]["Transaction"] | components["schemas"]["Failure"];
    Transaction: {
      /** @description The currency of the transaction. */
      currency?: string;
      /** @description The amount of the transaction. */
      gross_amount?: string;
      /** @description Your own id of the order. */
      order_id?: string;
      /** @description How it was paid. */
      payment_type?: string;
      /** @description Everything that was refunded. */
      refund_amount?: string;
      /** @description Its refunds. */
      refunds?: {
        /** @description When the bank or the wallet confirmed it. */
        bank_confirmed_at?: string | null;
        /** @description When it was made. */
        created_at?: string;
        /** @description Why it was made. */
        reason?: string;
        /** @description The amount of this refund. */
        refund_amount: string;
        /** @description Midtrans' id of the refund. */
        refund_chargeback_id: number | string;
        /** @description Your own id of the refund. */
        refund_key: string;
        /** @description How it was confirmed. */
        refund_method?: string;
      }[];
      /**
       * @description What became of the transaction.
       * @enum {string}
       */
      status_code: "200" | "201" | (string & {});
      /** @description The same in words. */
      status_message?: string;
      /** @description Midtrans' id of the transaction. */
      transaction_id: string;
      /** @description The state of the transaction. */
      transaction_status: string;
      /** @description When the transaction was made. */
      transaction_time?: string;
    };
  };
  responses: never;
  parameters: {
    /** @description Midtrans' id of the transaction. */
    Transaction: string;
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
      header?: never;
      path: {
        /** @description Midtrans' id of the transaction. */
        order_id: components["parameters"]["Transaction"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["RefundRequest"];
      };
    };
    responses: {
      /** @description The refund, or an error with its code in the body. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["RefundAnswer"];
        };
      };
      /** @description The server key is wrong. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Failure"];
        };
      };
      /** @description An error. */
      default: {
        headers: {
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
      header?: never;
      path: {
        /** @description Midtrans' id of the transaction. */
        order_id: components["parameters"]["Transaction"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The transaction, or an error with its code in the body. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["StatusAnswer"];
        };
      };
      /** @description An error. */
      default: {
        headers: {
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
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** @description The amount of the transaction. */
          gross_amount: string;
          /** @description Your own id of the order. */
          order_id: string;
          /** @description Its refunds. */
          refunds?: {
            /** @description Your reason. */
            reason?: string;
            /** @description The refunded amount. */
            refund_amount?: string;
            /** @description Midtrans' id of the refund. */
            refund_chargeback_id?: number;
            /** @description Your own id of the refund. */
            refund_key?: string;
          }[];
          /** @description The signature. */
          signature_key: string;
          /** @description A code. */
          status_code: string;
          /** @description The code in words. */
          status_message?: string;
          /** @description Midtrans' id of the transaction. */
          transaction_id: string;
          /** @description The state of the transaction. */
          transaction_status: string;
        };
      };
    };
    responses: {
      /** @description Received. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
}
