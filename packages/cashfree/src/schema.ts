// Generated from specs/cashfree.yaml by `npm run generate`. Do not edit: edit the spec.

export interface paths {
  "/orders/{order_id}/refunds": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Refund a paid order, in full or in part. */
    post: operations["refund"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/orders/{order_id}/refunds/{refund_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a refund by your own id. */
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
    /** Cashfree reports what became of a refund. */
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
      /** @description The error. */
      code: string;
      /** @description Where to look. */
      help?: string;
      /** @description The error in words. */
      message: string;
      /** @description The kind of error. */
      type: string;
    };
    Refund: {
      /** @description Cashfree's id of the payment. */
      cf_payment_id?: string | number | null;
      /** @description Cashfree's id of the refund. */
      cf_refund_id: string;
      /** @description The currency of the charges. */
      charges_currency?: string | null;
      /** @description When the refund was made. */
      created_at?: string | null;
      /**
       * @description What this is.
       * @constant
       */
      entity: "refund";
      /** @description What the conversion costs. */
      forex_conversion_handling_charge?: number | null;
      /** @description The tax on it. */
      forex_conversion_handling_tax?: number | null;
      /** @description The rate of the conversion. */
      forex_conversion_rate?: number | null;
      /** @description Your own fields. */
      metadata?: {
        [key: string]: unknown;
      } | null;
      /** @description The order's id. */
      order_id: string;
      /** @description When the refund was processed. */
      processed_at?: string | null;
      /** @description The refunded amount, in major units. */
      refund_amount: number;
      /** @description The bank's number of the refund. */
      refund_arn?: string | null;
      /** @description What the refund costs, in rupees. */
      refund_charge?: number | null;
      /** @description The ISO 4217 code. */
      refund_currency: string;
      /** @description Your own id of the refund. */
      refund_id: string;
      /** @description How fast the refund is. */
      refund_mode?: string | null;
      /** @description Your note. */
      refund_note?: string | null;
      /** @description How fast the refund was asked to be, and is. */
      refund_speed?: {
        /** @description How fast it will be. */
        accepted?: string | null;
        /** @description Why the speed was not accepted. */
        message?: string | null;
        /** @description How fast it was. */
        processed?: string | null;
        /** @description How fast it was asked to be. */
        requested?: string | null;
      } | null;
      /** @description The shares of vendors. */
      refund_splits?: unknown[] | null;
      /**
       * @description The refund's state.
       * @enum {string}
       */
      refund_status: "SUCCESS" | "PENDING" | "CANCELLED" | "ONHOLD" | "FAILED" | (string & {});
      /**
       * @description Who refunded.
       * @enum {string|null}
       */
      refund_type?:
        | "PAYMENT_AUTO_REFUND"
        | "MERCHANT_INITIATED"
        | "UNRECONCILED_AUTO_REFUND"
        | null;
      /** @description More about the state. */
      status_description?: string | null;
    };
    RefundRequest: {
      /** @description How much to refund, in major units. */
      refund_amount: number;
      /** @description Your own id of the refund. It can be used once. */
      refund_id: string;
      /** @description A note of your own. */
      refund_note?: string;
      /**
       * @description How fast: `STANDARD`, or `INSTANT` where that is possible.
       * @enum {string}
       */
      refund_speed?: "STANDARD" | "INSTANT" | (string & {});
    };
  };
  responses: never;
  parameters: {
    /** @description The order's id, which you or Cashfree gave it. */
    Order: string;
    /** @description The version of the API. */
    Version: "2025-01-01";
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
        "x-api-version": components["parameters"]["Version"];
        /** @description Your own id of the refund. The first answer is repeated for it. */
        "x-idempotency-key": string;
      };
      path: {
        /** @description The order's id, which you or Cashfree gave it. */
        order_id: components["parameters"]["Order"];
      };
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
          "application/json": components["schemas"]["Refund"];
        };
      };
      /** @description The request was refused. */
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
  query: {
    parameters: {
      query?: never;
      header: {
        /** @description The version of the API. */
        "x-api-version": components["parameters"]["Version"];
      };
      path: {
        /** @description The order's id, which you or Cashfree gave it. */
        order_id: components["parameters"]["Order"];
        /** @description Your own id of the refund. */
        refund_id: string;
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
          "application/json": components["schemas"]["Refund"];
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
        /** @description The signature. */
        "x-webhook-signature": string;
        /** @description When it was signed. */
        "x-webhook-timestamp": string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** @description What it happened to. */
          data: {
            refund?: {
              /** @description Cashfree's id of the refund. */
              cf_refund_id?: string | number;
              /** @description The order's id. */
              order_id?: string;
              /** @description The refunded amount, in major units. */
              refund_amount?: number;
              /** @description The ISO 4217 code. */
              refund_currency?: string;
              /** @description Your own id of the refund. */
              refund_id?: string;
              /** @description The refund's state. */
              refund_status?: string;
            };
          };
          /** @description When it happened. */
          event_time?: string;
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
