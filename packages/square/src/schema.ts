// Generated from specs/square.yaml by `npm run generate`. Do not edit: edit the spec.

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
    /** Refund a payment, in full or in part. */
    post: operations["refund"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v2/refunds/{refund_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a refund by its id. */
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
    /** Square reports what became of a refund. */
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
    /** @description An amount of money. */
    AnsweredMoney: {
      /** @description In the smallest denomination of the currency. */
      amount?: number | null;
      /** @description The ISO 4217 code. */
      currency?: string | null;
    } | null;
    Error: {
      /**
       * @description The kind of error.
       * @enum {string}
       */
      category:
        | "API_ERROR"
        | "AUTHENTICATION_ERROR"
        | "INVALID_REQUEST_ERROR"
        | "RATE_LIMIT_ERROR"
        | "PAYMENT_METHOD_ERROR"
        | "REFUND_ERROR"
        | "MERCHANT_SUBSCRIPTION_ERROR"
        | "EXTERNAL_VENDOR_ERROR"
        | (string & {});
      /** @description The error as a word. */
      code: string;
      /** @description The error in a sentence. */
      detail?: string;
      /** @description The field of the request that is wrong. */
      field?: string;
    };
    Failure: {
      /** @description What went wrong. */
      errors: components["schemas"]["Error"][];
    };
    /** @description An amount of money. */
    Money: {
      /**
       * Format: int64
       * @description In the smallest denomination of the currency.
       */
      amount: number;
      /** @description The ISO 4217 code. */
      currency: string;
    };
    Refund: {
      amount_money: components["schemas"]["Money"];
      app_fee_money?: components["schemas"]["AnsweredMoney"];
      /** @description When it was created. */
      created_at?: string;
      /** @description What was refunded to. */
      destination_type?: string | null;
      /** @description The refund's id. */
      id: string;
      /** @description The location of the payment. */
      location_id?: string | null;
      /** @description The order. */
      order_id?: string | null;
      /** @description The payment. */
      payment_id?: string | null;
      /** @description The reason that was given. */
      reason?: string | null;
      /**
       * @description The refund's state.
       * @enum {string|null}
       */
      status?: "PENDING" | "COMPLETED" | "REJECTED" | "FAILED" | null;
      /** @description The team member. */
      team_member_id?: string;
      /** @description The refund at a terminal. */
      terminal_refund_id?: string;
      /** @description Whether the refund belongs to no payment. */
      unlinked?: boolean;
      /** @description When it last changed. */
      updated_at?: string;
    };
    RefundAnswer: components["schemas"]["RefundDone"] | components["schemas"]["Failure"];
    RefundDone: {
      /** @description What went wrong. */
      errors?: components["schemas"]["Error"][];
      refund: components["schemas"]["Refund"];
    };
    RefundRequest: {
      amount_money: components["schemas"]["Money"];
      /** @description What the application contributes to the refund, in the smallest denomination. */
      app_fee_money?: {
        /** @description In the smallest denomination of the currency. */
        amount: number;
        /** @description The ISO 4217 code. */
        currency: string;
      };
      /** @description Your own id of the refund. The same key gets the same refund. */
      idempotency_key: string;
      /** @description The payment's id. */
      payment_id: string;
      /** @description The version of the payment that you expect. Another version is refused. */
      payment_version_token?: string;
      /** @description Why it is refunded. */
      reason?: string;
      /** @description The team member who refunds. */
      team_member_id?: string;
    };
  };
  responses: never;
  parameters: {
    /** @description The version of the API. */
    Version: "2025-08-20";
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
        /** @description The version of the API. */
        "Square-Version": components["parameters"]["Version"];
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
      /** @description The request was refused. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["RefundAnswer"];
        };
      };
      /** @description The refund, or errors. */
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
      header: {
        /** @description The version of the API. */
        "Square-Version": components["parameters"]["Version"];
      };
      path: {
        /** @description The refund's id. */
        refund_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The refund, or errors. */
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
  notification: {
    parameters: {
      query?: never;
      header: {
        /** @description The signature. */
        "X-Square-HmacSha256-Signature": string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          data: {
            object?: {
              refund?: {
                /** @description The refund's id. */
                id?: string;
                /** @description The payment's id. */
                payment_id?: string;
                /**
                 * @description The refund's state.
                 * @enum {string}
                 */
                status?: "PENDING" | "COMPLETED" | "REJECTED" | "FAILED" | (string & {});
              };
            };
          };
          /** @description The same in each delivery. */
          event_id: string;
          /** @description The merchant. */
          merchant_id?: string;
          /** @description What happened. */
          type: string;
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
