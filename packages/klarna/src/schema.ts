// Generated from specs/klarna.yaml by `npm run generate`. Do not edit: edit the spec.

export interface paths {
  "/ordermanagement/v1/orders/{order_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read an order, with what has been refunded of it. */
    get: operations["query"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/ordermanagement/v1/orders/{order_id}/refunds": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Refund a captured order, in full or in part. */
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
      /** @description For a search in logs. */
      correlation_id?: string;
      /** @description The error. */
      error_code: string;
      /** @description The error in words. */
      error_message?: string;
      /** @description The error in words. */
      error_messages?: string[];
    };
    Order: {
      /** @description The total of all captures, in minor units. */
      captured_amount: number;
      /** @description The order's amount, in minor units. */
      order_amount?: number;
      /** @description The order's id. */
      order_id: string;
      /** @description The ISO 4217 code. */
      purchase_currency: string;
      /** @description The total of all refunds, in minor units. */
      refunded_amount: number;
      /**
       * @description The order's state.
       * @enum {string}
       */
      status:
        | "AUTHORIZED"
        | "PART_CAPTURED"
        | "CAPTURED"
        | "CANCELLED"
        | "EXPIRED"
        | "CLOSED"
        | (string & {});
    };
    RefundObject: {
      /** @description A description that the customer can see. */
      description?: string;
      /** @description Your reference. The settlement files have it. */
      reference?: string;
      /** @description How much to refund, in minor units. */
      refunded_amount: number;
    };
  };
  responses: never;
  parameters: {
    /** @description The order's id, which Klarna gave it. */
    Order: string;
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
      header?: never;
      path: {
        /** @description The order's id, which Klarna gave it. */
        order_id: components["parameters"]["Order"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The order. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Order"];
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
        /** @description The same key gets the first answer. The client makes it of your own id of the refund. */
        "Klarna-Idempotency-Key": string;
      };
      path: {
        /** @description The order's id, which Klarna gave it. */
        order_id: components["parameters"]["Order"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["RefundObject"];
      };
    };
    responses: {
      /** @description Refund created. */
      201: {
        headers: {
          /** @description Where the refund can be found. */
          Location?: string;
          /** @description The refund's id. */
          "Refund-Id"?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The refund is not allowed. */
      403: {
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
}
