// Generated from specs/paystack.yaml by `npm run generate`. Do not edit: edit the spec.

export interface paths {
  "/refund": {
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
  "/refund/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a refund by its own id. */
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
    /** Paystack reports what became of a refund. */
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
    Error: {
      /** @description The error as a word. */
      code?: string;
      /** @description The error in words. */
      message?: string;
      /** @description What to do. */
      meta?: {
        /** @description What to do. */
        nextStep?: string;
      };
      /**
       * @description The request was not carried out.
       * @constant
       */
      status: false;
      /** @description The kind of error. */
      type?: string;
    };
    QueryAnswer: {
      /** @description The refund. */
      data: {
        /** @description The refunded amount, in minor units. */
        amount: number;
        /** @description The currency of the payment. */
        currency: string;
        /** @description Why, for the customer. */
        customer_note?: string | null;
        /** @description `live` or `test`. */
        domain?: string;
        /** @description The refund's id. */
        id: number;
        /** @description Why, for you. */
        merchant_note?: string | null;
        /** @description More about the state. */
        reason?: string | null;
        /** @description When it was refunded. */
        refunded_at?: string | null;
        status: components["schemas"]["Status"];
        /** @description The payment's number. */
        transaction?: number;
        /** @description The payment's amount, in minor units. */
        transaction_amount?: number;
        /** @description The payment's reference. */
        transaction_reference?: string;
      };
      /** @description What was done. */
      message?: string;
      /**
       * @description The request was carried out.
       * @constant
       */
      status: true;
    };
    /** @description The refund. */
    Refund: {
      /** @description The refunded amount, in minor units. */
      amount: number;
      /** @description How the payment was made. */
      channel?: string | null;
      /** @description When the refund was asked for. */
      createdAt?: string;
      /** @description The currency of the payment. */
      currency: string;
      /** @description Why, for the customer. */
      customer_note?: string | null;
      /** @description How much of it has been taken from your balance, in minor units. */
      deducted_amount?: number | null;
      /** @description `live` or `test`. */
      domain?: string;
      /** @description When the customer will have the money. */
      expected_at?: string | null;
      /** @description Whether all of it has been taken from your balance. */
      fully_deducted?: boolean | number | null;
      /** @description The refund's id. */
      id: number;
      /** @description Your account. */
      integration?: number;
      /** @description Why, for you. */
      merchant_note?: string | null;
      /** @description Who refunded. */
      refunded_by?: string | null;
      status: components["schemas"]["Status"];
      transaction: components["schemas"]["Transaction"];
      /** @description When the refund changed. */
      updatedAt?: string;
    };
    RefundAnswer: {
      data: components["schemas"]["Refund"];
      /** @description What was done. */
      message?: string;
      /**
       * @description The request was carried out.
       * @constant
       */
      status: true;
    };
    RefundRequest: {
      /** @description How much to refund, in minor units. Left out, the whole payment is refunded. */
      amount?: number;
      /**
       * @description The currency of the payment.
       * @enum {string}
       */
      currency?: "GHS" | "KES" | "NGN" | "USD" | "ZAR" | (string & {});
      /** @description Why, for the customer. */
      customer_note?: string;
      /** @description Why, for you. Your own id of the refund here helps a person to find it. */
      merchant_note?: string;
      /** @description The payment's reference, not its number. */
      transaction: string;
    };
    /**
     * @description The refund's state.
     * @enum {string}
     */
    Status: "pending" | "processing" | "processed" | "failed" | "needs-attention" | (string & {});
    /** @description The payment. */
    Transaction: {
      /** @description Its amount, in minor units. */
      amount?: number;
      /** @description The means of payment. */
      authorization?: unknown;
      /** @description How it was made. */
      channel?: string;
      /** @description Its currency. */
      currency?: string;
      /** @description The customer. */
      customer?: unknown;
      /** @description `live` or `test`. */
      domain?: string;
      /** @description Its fees. */
      fees_breakdown?: unknown;
      /** @description Its number. */
      id?: number;
      /** @description The order. */
      order_id?: unknown;
      /** @description When it was paid. */
      paid_at?: string;
      /** @description When it was paid. */
      paidAt?: string;
      /** @description The plan. */
      plan?: unknown;
      /** @description Data of a terminal. */
      pos_transaction_data?: unknown;
      /** @description Its reference. */
      reference: string;
      /** @description Where it came from. */
      source?: unknown;
      /** @description How it was split. */
      split?: unknown;
      /** @description The subaccount. */
      subaccount?: unknown;
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
      /** @description The refund. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["RefundAnswer"];
        };
      };
      /** @description The key is not accepted. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Error"];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Error"];
        };
      };
    };
  };
  query: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The refund's id. */
        id: number | string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The refund. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["QueryAnswer"];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Error"];
        };
      };
    };
  };
  notification: {
    parameters: {
      query?: never;
      header: {
        /** @description The signature. */
        "X-Paystack-Signature": string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** @description The refund. It does not have the id by which a refund is asked for. */
          data: {
            /** @description The processor's reference of the refund. */
            refund_reference?: string | null;
            /** @description The refund's state. */
            status?: string;
            /** @description The payment's reference. */
            transaction_reference?: string;
          };
          /** @description What happened. */
          event: string;
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
