// Generated from specs/airwallex.yaml by `npm run generate`. Do not edit: edit the spec.

export interface paths {
  "/api/v1/authentication/login": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Exchange the client id and the API key for an access token. */
    post: operations["token"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/pa/refunds": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the refunds of a payment, and find this one by its request id. */
    get: operations["query"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/pa/refunds/create": {
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
    /** Airwallex reports what became of a refund. */
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
      /** @description The error as a code. */
      code: string;
      /** @description More about it. */
      details?: unknown;
      /** @description The error in words. */
      message: string;
      /** @description The field that is wrong. */
      source?: string | null;
      /** @description Airwallex's id of the request. */
      trace_id?: string;
    };
    Refund: {
      /** @description The bank's number of the refund. */
      acquirer_reference_number?: string | null;
      /** @description The refunded amount, in major units. */
      amount: number;
      /** @description When it was made. */
      created_at?: string;
      /** @description The ISO 4217 code. */
      currency: string;
      /** @description Airwallex's id of the refund. */
      id: string;
      /** @description Your own fields. */
      metadata?: {
        [key: string]: unknown;
      } | null;
      /** @description The attempt that is refunded. */
      payment_attempt_id?: string | null;
      /** @description The PaymentIntent's id. */
      payment_intent_id: string;
      /** @description Why it is refunded. */
      reason?: string | null;
      /** @description Your own id of the refund. */
      request_id: string;
      /**
       * @description The refund's state.
       * @enum {string}
       */
      status: "RECEIVED" | "ACCEPTED" | "SETTLED" | "FAILED" | (string & {});
      /** @description When it changed. */
      updated_at?: string;
    };
    RefundList: {
      /** @description Whether there are more. */
      has_more: boolean;
      /** @description The refunds. */
      items: components["schemas"]["Refund"][];
    };
    RefundRequest: {
      /** @description How much to refund, in major units. Left out, all that is left is refunded. */
      amount?: number;
      /** @description Your own fields. */
      metadata?: {
        [key: string]: string;
      };
      /** @description The payment attempt's id. */
      payment_attempt_id?: string;
      /** @description The PaymentIntent's id. */
      payment_intent_id?: string;
      /** @description Why it is refunded. */
      reason?: string;
      /** @description Your own id of the refund. It can be used once. */
      request_id: string;
    };
    Token: {
      /** @description When it ends. */
      expires_at: string;
      /** @description The access token. */
      token: string;
    };
  };
  responses: never;
  parameters: {
    /** @description The connected account that you act for. */
    OnBehalfOf: string;
    /** @description The version of the API, which decides the words of a refund's state. */
    Version: "2025-06-30";
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  token: {
    parameters: {
      query?: never;
      header: {
        /** @description Your API key. */
        "x-api-key": string;
        /** @description Your client id. */
        "x-client-id": string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A token. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Token"];
        };
      };
      /** @description A token. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Token"];
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
        /** @description How many refunds a page of the list has, at most. */
        page_size: "100";
        /** @description The payment attempt's id. */
        payment_attempt_id?: string;
        /** @description The PaymentIntent's id. */
        payment_intent_id?: string;
      };
      header: {
        /** @description The version of the API, which decides the words of a refund's state. */
        "x-api-version": components["parameters"]["Version"];
        /** @description The connected account that you act for. */
        "x-on-behalf-of"?: components["parameters"]["OnBehalfOf"];
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
        /** @description The version of the API, which decides the words of a refund's state. */
        "x-api-version": components["parameters"]["Version"];
        /** @description The connected account that you act for. */
        "x-on-behalf-of"?: components["parameters"]["OnBehalfOf"];
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
          "application/json": components["schemas"]["Refund"];
        };
      };
      /** @description The refund. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refund"];
        };
      };
      /** @description The request was refused, or another company did not do it. */
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
        /** @description The signature. */
        "x-signature": string;
        /** @description When it was sent. */
        "x-timestamp": string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          data: {
            object?: components["schemas"]["Refund"];
          };
          /** @description The same in each delivery. */
          id: string;
          /** @description What happened. */
          name: string;
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
