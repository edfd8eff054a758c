// Generated from specs/gocardless.yaml by `npm run generate`. Do not edit: edit the spec.

export interface paths {
  "/refunds": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the refunds of a payment, and find this one by its key. */
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
  events: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** GoCardless reports what became of refunds, many at once. */
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
        /** @description The HTTP status. */
        code?: number;
        /** @description Where it is explained. */
        documentation_url?: string;
        /** @description The errors one by one. */
        errors?: {
          /** @description The field that is wrong. */
          field?: string;
          /** @description Other things that it is about, such as the refund that was made with the key. */
          links?: unknown;
          /** @description The error in words. */
          message?: string;
          /** @description The error as a code. */
          reason?: string;
          /** @description Where it stands in the request. */
          request_pointer?: string;
        }[];
        /** @description The error in words. */
        message: string;
        /** @description GoCardless's id of the request. */
        request_id?: string | null;
        /**
         * @description The kind of error.
         * @enum {string}
         */
        type:
          | "validation_failed"
          | "invalid_api_usage"
          | "invalid_state"
          | "gocardless"
          | (string & {});
      };
    };
    Refund: {
      /** @description The refunded amount, in minor units. */
      amount: number;
      /** @description When it was made. */
      created_at?: string;
      /** @description The ISO 4217 code of the payment's currency. */
      currency: string;
      /** @description The exchange into another currency. */
      fx?: unknown;
      /** @description GoCardless's id of the refund. */
      id: string;
      /** @description What the refund belongs to. */
      links: {
        /** @description The mandate's id. */
        mandate?: string | null;
        /** @description The payment's id. */
        payment: string;
      };
      /** @description What is kept with the refund. */
      metadata?: {
        /** @description Your own id of the refund, if it was sent. */
        refund_key?: string;
      };
      /** @description The text on the bank statement. */
      reference?: string | null;
      /**
       * @description The refund's state.
       * @enum {string}
       */
      status:
        | "created"
        | "pending_submission"
        | "submitted"
        | "paid"
        | "cancelled"
        | "bounced"
        | "funds_returned"
        | (string & {});
    };
    RefundAnswer: {
      refunds: components["schemas"]["Refund"];
    };
    RefundList: {
      /** @description Where the next page is. */
      meta?: unknown;
      /** @description The refunds. */
      refunds: components["schemas"]["Refund"][];
    };
    RefundRequest: {
      /** @description The refund. */
      refunds: {
        /** @description How much to refund, in minor units. */
        amount: number;
        /** @description What the refund belongs to. */
        links: {
          /** @description The payment's id, such as PM123. */
          payment: string;
        };
        /** @description What GoCardless keeps with the refund. */
        metadata: {
          /** @description Your own id of the refund, by which it is found in the list of refunds. */
          refund_key: string;
        };
        /** @description A text on the customer's bank statement. How long it can be depends on the scheme: 10 characters for Bacs and ACH, 140 for SEPA. */
        reference?: string;
        /** @description The sum of all refunds of the payment, with this one, in minor units. */
        total_amount_confirmation: number;
      };
    };
  };
  responses: never;
  parameters: {
    /** @description The version of the API. */
    Version: "2015-07-06";
  };
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
        /** @description The version of the API. */
        "GoCardless-Version": components["parameters"]["Version"];
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
  refund: {
    parameters: {
      query?: never;
      header: {
        /** @description The version of the API. */
        "GoCardless-Version": components["parameters"]["Version"];
        /** @description Your own id of the refund. Only one refund is made for it. */
        "Idempotency-Key": string;
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
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["RefundAnswer"];
        };
      };
      /** @description The key was used before. */
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
  notification: {
    parameters: {
      query?: never;
      header: {
        /** @description The signature. */
        "Webhook-Signature": string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** @description What happened. */
          events: {
            /** @description What happened to it. */
            action: string;
            /** @description When it happened. */
            created_at?: string;
            /** @description The event's id. */
            id: string;
            /** @description What it is about. */
            links: {
              /** @description The refund's id. */
              refund?: string;
            } & {
              [key: string]: unknown;
            };
            /** @description What it is about, such as refunds. */
            resource_type: string;
          }[];
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
