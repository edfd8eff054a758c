// Generated from specs/rapyd.yaml by `npm run generate`. Do not edit: edit the spec.

export interface paths {
  "/v1/refunds": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the refunds of a payment, and find this one by your own id. */
    get: operations["query"];
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
    /** Rapyd reports what became of a refund. */
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
      status: components["schemas"]["Status"];
    };
    ListAnswer: {
      /** @description The refunds. */
      data: components["schemas"]["Refund"][];
      status: components["schemas"]["Status"];
    };
    Refund: {
      /** @description The refunded amount, in major units of the payment's currency. */
      amount: number;
      /** @description When it was made. */
      created_at?: number | null;
      /** @description The ISO 4217 code. */
      currency: string;
      /** @description The wallets that it was refunded from. */
      ewallets?: unknown[] | null;
      /** @description Why it failed. */
      failure_reason?: string | null;
      /** @description Which side of the rate is fixed. */
      fixed_side?: string | null;
      /** @description The rate. */
      fx_rate?: string | null;
      /** @description Rapyd's id of the refund. */
      id: string;
      /** @description What the merchant paid, in another currency. */
      merchant_debited_amount?: string | number | null;
      /** @description That currency. */
      merchant_debited_currency?: string | null;
      /** @description Your own id of the refund. */
      merchant_reference_id?: string | null;
      /** @description Your own fields. */
      metadata?: {
        [key: string]: unknown;
      } | null;
      /** @description The payment's id. */
      payment: string;
      /** @description When it was paid. */
      payment_created_at?: number | null;
      /** @description How it was paid. */
      payment_method_type?: string | null;
      /** @description Whether each wallet gave its share. */
      proportional_refund?: boolean | null;
      /** @description Why it is refunded. */
      reason?: string | null;
      /** @description The number of the receipt. */
      receipt_number?: number | null;
      /**
       * @description The refund's state.
       * @enum {string}
       */
      status: "Pending" | "Completed" | "Rejected" | "Canceled" | "Error" | (string & {});
      /** @description When it changed. */
      updated_at?: number | null;
    };
    RefundAnswer: {
      data: components["schemas"]["Refund"];
      status: components["schemas"]["Status"];
    };
    RefundRequest: {
      /** @description How much to refund, in major units. Left out, the whole payment is refunded. */
      amount?: number;
      /** @description The ISO 4217 code of the payment's currency. */
      currency?: string;
      /** @description The wallets that a split payment is refunded from. */
      ewallets?: ({
        /** @description How much, in major units. */
        amount?: number;
        /** @description The wallet's id, starting with ewallet_. */
        ewallet: string;
      } & {
        [key: string]: unknown;
      })[];
      /** @description Your own id of the refund. */
      merchant_reference_id: string;
      /** @description Your own fields. */
      metadata?: {
        [key: string]: unknown;
      };
      /** @description The payment's id, starting with payment_. */
      payment: string;
      /** @description Why it is refunded. */
      reason?: string;
    };
    /** @description Whether the call went well. */
    Status: {
      /** @description The error as a code, empty if there is none. */
      error_code: string;
      /** @description The error in words. */
      message?: string;
      /** @description Rapyd's id of the request. */
      operation_id?: string;
      /** @description The code once more. */
      response_code?: string;
      /**
       * @description Whether the call went well.
       * @enum {string}
       */
      status: "SUCCESS" | "ERROR" | (string & {});
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
  query: {
    parameters: {
      query: {
        /** @description The payment's id. */
        payment: string;
      };
      header: {
        /** @description Your access key. */
        access_key: string;
        /** @description A random text of 8 to 16 characters, new in every request. */
        salt: string;
        /** @description The signature. */
        signature: string;
        /** @description When the request was signed. */
        timestamp: number;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The refunds. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ListAnswer"];
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
  refund: {
    parameters: {
      query?: never;
      header: {
        /** @description Your access key. */
        access_key: string;
        /** @description Your own id of the refund. */
        idempotency: string;
        /** @description A random text of 8 to 16 characters, new in every request. */
        salt: string;
        /** @description The signature. */
        signature: string;
        /** @description When the request was signed. */
        timestamp: number;
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
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["RefundAnswer"];
        };
      };
      /** @description An error. */
      400: {
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
  notification: {
    parameters: {
      query?: never;
      header: {
        /** @description A random text. */
        salt: string;
        /** @description The signature. */
        signature: string;
        /** @description When it was sent. */
        timestamp: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** @description The refund. */
          data: {
            /** @description The refunded amount, in major units of the payment's currency. */
            amount?: number | null;
            /** @description The ISO 4217 code, or nothing. */
            currency?: string;
            /** @description Rapyd's id of the refund. */
            id?: string;
            /** @description Your own id of the refund. */
            merchant_reference_id?: string | null;
            /** @description The payment's id. */
            payment?: string;
            /** @description The refund's state. */
            status?: string;
          };
          /** @description Rapyd's id of the notification. */
          id: string;
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
