// Generated from specs/mollie.yaml by `npm run generate`. Do not edit: edit the spec.

export interface paths {
  "/v2/payments/{paymentId}/refunds": {
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
  payment: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Mollie says that something happened to a payment, and not what. */
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
    /** @description An amount. */
    Amount: {
      /** @description The ISO 4217 code. */
      currency: string;
      /** @description The amount, with the decimals of its currency. */
      value: string;
    };
    Failure: {
      /** @description The error in a sentence. */
      detail: string;
      /** @description The field that is wrong. */
      field?: string;
      /** @description The HTTP status, again. */
      status: number;
      /** @description The HTTP status in words. */
      title: string;
    };
    Refund: {
      amount: components["schemas"]["Amount"];
      /** @description When it was created. */
      createdAt?: string;
      /** @description The text that was sent. */
      description?: string;
      /** @description A reference of the payment method. */
      externalReference?: unknown;
      /** @description The refund's id. */
      id: string;
      /** @description What was sent. */
      metadata?:
        | {
            /** @description Your own id of the refund. */
            refund_key?: string;
          }
        | string
        | null;
      /**
       * @description Whether it moves money.
       * @enum {string}
       */
      mode?: "live" | "test" | (string & {});
      /** @description The payment's id. */
      paymentId: string;
      /**
       * @description What this is.
       * @constant
       */
      resource: "refund";
      /** @description What is taken back from whom. */
      routingReversals?: unknown;
      /** @description What it takes from the balance. */
      settlementAmount?: unknown;
      /** @description The settlement that it is part of. */
      settlementId?: string | null;
      /**
       * @description The refund's state.
       * @enum {string}
       */
      status:
        | "queued"
        | "pending"
        | "processing"
        | "refunded"
        | "failed"
        | "canceled"
        | (string & {});
    };
    RefundList: {
      /** @description The refunds. */
      _embedded: {
        /** @description The refunds. */
        refunds: components["schemas"]["Refund"][];
      };
      /** @description How many refunds this page has. */
      count: number;
    };
    RefundRequest: {
      amount: components["schemas"]["Amount"];
      /** @description A text about the refund, which the customer may see. */
      description?: string;
      /** @description What Mollie keeps with the refund. */
      metadata: {
        /** @description Your own id of the refund, by which it is found in the list of refunds. */
        refund_key: string;
      };
      /** @description Whether money that was routed to others is taken back, for a whole refund. */
      reverseRouting?: boolean;
      /** @description What is taken back from whom. */
      routingReversals?: {
        /** @description How much. */
        amount: {
          /** @description The ISO 4217 code. */
          currency: string;
          /** @description The amount, with the decimals of its currency. */
          value: string;
        };
        /** @description From whom. */
        source: {
          /** @description The organization's id. */
          organizationId: string;
          /**
           * @description Always `organization`.
           * @enum {string}
           */
          type: "organization" | (string & {});
        };
      }[];
    };
  };
  responses: never;
  parameters: {
    /** @description The payment's id. */
    Payment: string;
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
        /** @description How many refunds a page of the list has, at most. */
        limit: "250";
      };
      header?: never;
      path: {
        /** @description The payment's id. */
        paymentId: components["parameters"]["Payment"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The refunds, the newest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/hal+json": components["schemas"]["RefundList"];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/hal+json": components["schemas"]["Failure"];
        };
      };
    };
  };
  refund: {
    parameters: {
      query?: never;
      header: {
        /** @description Your own id of the refund. The same key gets the first answer again. */
        "idempotency-key": string;
      };
      path: {
        /** @description The payment's id. */
        paymentId: components["parameters"]["Payment"];
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
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/hal+json": components["schemas"]["Refund"];
        };
      };
      /** @description The request is invalid. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/hal+json": components["schemas"]["Failure"];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/hal+json": components["schemas"]["Failure"];
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
        "application/x-www-form-urlencoded": {
          /** @description The payment's id. */
          id: string;
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
