// Generated from specs/mercadopago.yaml by `npm run generate`. Do not edit: edit the spec.

export interface paths {
  "/v1/payments/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a payment, with what has been refunded of it. */
    get: operations["query"];
    put?: never;
    post?: never;
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
    /**
     * Mercado Pago says that a payment changed.
     * @description Webhooks that are set up in "Your integrations". Those of QR codes are not signed, and are refused.
     */
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
      /** @description What is wrong. The examples have one entry. */
      cause?: {
        /** @description The error as a number. */
        code?: number | string;
        /** @description The error in words. */
        description?: string;
        /** @description The error in words. */
        message?: string;
      }[];
      /** @description The error as a word. */
      error?: string;
      /** @description The error in words. */
      message: string;
      /** @description The HTTP status. */
      status?: number | string;
    };
    Payment: {
      /** @description The ISO 4217 code. */
      currency_id: string;
      /** @description The payment's id. */
      id: number;
      /**
       * @description The payment's state.
       * @enum {string}
       */
      status:
        | "pending"
        | "approved"
        | "authorized"
        | "in_process"
        | "in_mediation"
        | "rejected"
        | "cancelled"
        | "refunded"
        | "charged_back"
        | (string & {});
      /** @description More about the state. */
      status_detail?: string;
      /** @description The payment's amount, in major units. */
      transaction_amount: number;
      /** @description How much has been refunded, in major units. */
      transaction_amount_refunded?: number;
    };
    QueryAnswer: components["schemas"]["Payment"] | components["schemas"]["Failure"];
    Refund: {
      /** @description An adjustment of the amount. */
      adjustment_amount?: number;
      /** @description The refunded amount, in major units. */
      amount: number;
      /** @description When the refund was made. */
      date_created?: string;
      /** @description The refund's id. */
      id: number;
      /** @description Labels. */
      label?: unknown[];
      /** @description The payment's metadata. */
      metadata?: unknown;
      /** @description Parts of the refund. */
      partition_details?: unknown[];
      /** @description The payment's id. */
      payment_id: number;
      /** @description Why. */
      reason?: string | null;
      /** @description How the refund was processed. */
      refund_mode?: string;
      /** @description Who refunded. */
      source?: unknown;
      /**
       * @description The refund's state.
       * @enum {string}
       */
      status: "approved" | "in_process" | (string & {});
      /** @description A number of the payment processor. */
      unique_sequence_number?: string | null;
    };
    RefundAnswer: components["schemas"]["Refund"] | components["schemas"]["Failure"];
    RefundRequest: {
      /** @description How much to refund, in major units. Left out, the whole payment is refunded. */
      amount?: number;
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
      query?: never;
      header?: never;
      path: {
        /** @description The payment's id. */
        id: string | number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The payment, or an error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["QueryAnswer"];
        };
      };
    };
  };
  refund: {
    parameters: {
      query?: never;
      header: {
        /** @description Your own id of the refund. It prevents duplicate refunds. */
        "X-Idempotency-Key": string;
        /** @description Asks for the answer 201 with `in_process` where a refund is under way, which is otherwise answered with 400. */
        "X-Render-In-Process-Refunds": "true";
      };
      path: {
        /** @description The payment's id. */
        id: string | number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["RefundRequest"];
      };
    };
    responses: {
      /** @description The refund, or an error. */
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
        /** @description The id of this request. */
        "x-request-id": string;
        /** @description When it was signed and the signature. */
        "x-signature": string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /**
           * @description How it changed.
           * @enum {string}
           */
          action: "payment.created" | "payment.updated" | (string & {});
          /** @description What changed. */
          data: {
            /** @description The payment's id. */
            id: string | number;
          };
          /** @description Mercado Pago's id of the notification. */
          id?: number | string;
          /** @description What changed. */
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
