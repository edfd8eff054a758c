// Generated from specs/razorpay.yaml by `npm run generate`. Do not edit: edit the spec.

export interface paths {
  "/v1/payments/{id}/refund": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Refund a captured payment, in full or in part. */
    post: operations["refund"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/payments/{id}/refunds": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the refunds of a payment, and find the one with your own id. */
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
    /** Razorpay reports what became of a refund. */
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
      /** @description What is wrong. */
      error: {
        /** @description The kind of error. */
        code: string;
        /** @description The error in a sentence. */
        description?: string;
        /** @description The field that is wrong. */
        field?: string | null;
        /** @description More about the request. */
        metadata?:
          | {
              [key: string]: unknown;
            }
          | unknown[];
        /** @description The exact reason. */
        reason?: string | null;
        /** @description Where it went wrong. */
        source?: string | null;
        /** @description At which step it went wrong. */
        step?: string | null;
      };
    };
    Refund: {
      /** @description The bank's number of the refund. */
      acquirer_data?:
        | {
            [key: string]: unknown;
          }
        | unknown[];
      /** @description The refunded amount, in minor units. */
      amount: number;
      /** @description The batch upload that made the refund. */
      batch_id?: string | null;
      /** @description When the refund was made. */
      created_at?: number;
      /** @description The currency of the payment. */
      currency: string;
      /**
       * @description What this is.
       * @constant
       */
      entity: "refund";
      /** @description The refund's id. */
      id: string;
      /** @description Your notes. */
      notes?:
        | {
            [key: string]: unknown;
          }
        | unknown[];
      /** @description The payment's id. */
      payment_id: string;
      /** @description Your own id of the refund. */
      receipt?: string | null;
      /**
       * @description How fast the refund was.
       * @enum {string|null}
       */
      speed_processed?: "instant" | "normal" | null;
      /**
       * @description How fast the refund was asked to be.
       * @enum {string}
       */
      speed_requested?: "normal" | "optimum" | (string & {});
      /**
       * @description The refund's state.
       * @enum {string}
       */
      status: "pending" | "processed" | "failed" | (string & {});
    };
    RefundList: {
      /** @description How many refunds are listed. */
      count?: number;
      /**
       * @description What this is.
       * @constant
       */
      entity: "collection";
      /** @description The refunds. */
      items: components["schemas"]["Refund"][];
    };
    RefundRequest: {
      /** @description How much to refund, in minor units. Left out, the whole payment is refunded. */
      amount?: number;
      /** @description Up to 15 notes of your own, with names that you choose. */
      notes?: {
        [key: string]: string;
      };
      /** @description Your own id of the refund. The list of refunds shows it, and it cannot be used twice for a payment. */
      receipt: string;
      /**
       * @description How fast: `normal` takes days, `optimum` is instant where that is possible.
       * @enum {string}
       */
      speed?: "normal" | "optimum" | (string & {});
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
      header: {
        /** @description Your own id of the refund. */
        "X-Refund-Idempotency": string;
      };
      path: {
        /** @description The payment's id. */
        id: string;
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
      /** @description The key is in use, or has been used for another request. */
      409: {
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
      query: {
        /** @description How many refunds to list, the last ones first. Without it, there are 10. */
        count: 100;
      };
      header?: never;
      path: {
        /** @description The payment's id. */
        id: string;
      };
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
          "application/json": components["schemas"]["RefundList"];
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
        "X-Razorpay-Signature": string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** @description Your account. */
          account_id?: string;
          /** @description What happened. */
          event: string;
          payload: {
            refund?: {
              entity?: {
                /** @description The refunded amount, in minor units. */
                amount?: number;
                /** @description The currency of the payment. */
                currency?: string;
                /** @description The refund's id. */
                id?: string;
                /** @description The payment's id. */
                payment_id?: string;
                /** @description Your own id of the refund. */
                receipt?: string | null;
                /** @description The refund's state. */
                status?: string;
              };
            };
          };
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
