// Generated from specs/checkoutcom.yaml by `npm run generate`. Do not edit: edit the spec.

export interface paths {
  "/payments/{id}/actions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List what was done with a payment, and find this refund by its key. */
    get: operations["query"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/payments/{id}/refunds": {
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
    /** Checkout.com reports what became of a refund. */
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
    Accepted: {
      /** @description The id of the refund. */
      action_id: string;
      /** @description Your own id of the refund. */
      reference?: string;
    };
    Action: {
      /** @description The action's amount, in Checkout.com's minor units. */
      amount: number;
      /** @description Whether the action was successful. */
      approved?: boolean;
      /** @description The action's id, of a refund the one that its answer had. */
      id: string;
      /** @description When it was processed. */
      processed_on?: string;
      /** @description Your reference of the action. */
      reference?: string;
      /** @description The outcome as a code. `10000` is approved. */
      response_code: string;
      /** @description The code in words. */
      response_summary?: string;
      /**
       * @description What was done.
       * @enum {string}
       */
      type:
        | "Authorization"
        | "Card Verification"
        | "Void"
        | "Capture"
        | "Refund"
        | "Payout"
        | "Return"
        | (string & {});
    };
    Event: {
      /** @description When it happened. */
      created_on?: string;
      data: {
        /** @description The refund's id. */
        action_id?: string;
        /** @description The refund's amount, in Checkout.com's minor units. */
        amount?: number;
        /** @description The ISO 4217 code. */
        currency?: string;
        /** @description The payment's id. */
        id?: string;
        /** @description Your own id of the refund. */
        reference?: string;
        /** @description The outcome as a code. */
        response_code?: string;
        /** @description The code in words. */
        response_summary?: string;
      };
      /** @description The event's id. */
      id: string;
      /** @description What happened. */
      type: string;
    };
    Failure: {
      /** @description The errors as words. */
      error_codes: string[];
      /** @description The kind of error. */
      error_type: string;
      /** @description The request's id. */
      request_id?: string;
    };
    RefundRequest: {
      /** @description How much to refund, in Checkout.com's minor units. Left out, the whole payment is refunded. */
      amount?: number;
      /** @description Names and values that are kept with the refund, of one level. */
      metadata?: {
        [key: string]: string | number | boolean;
      };
      /** @description Your own id of the refund. The answer and the webhook repeat it. */
      reference: string;
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
      query?: never;
      header?: never;
      path: {
        /** @description The payment's id. */
        id: components["parameters"]["Payment"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The actions, the latest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Action"][];
        };
      };
      /** @description Unauthorized. The answer has no body. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description There is no such payment. The answer has no body. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
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
        /** @description Your own id of the refund. The same key gets the first answer again. */
        "Cko-Idempotency-Key": string;
      };
      path: {
        /** @description The payment's id. */
        id: components["parameters"]["Payment"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["RefundRequest"];
      };
    };
    responses: {
      /** @description The refund was accepted. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Accepted"];
        };
      };
      /** @description Unauthorized. The answer has no body. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The refund is not allowed. The answer has no body. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description There is no such payment. The answer has no body. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is invalid. */
      422: {
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
        "Cko-Signature": string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["Event"];
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
