// Generated from specs/paypal.yaml by `npm run generate`. Do not edit: edit the spec.

export interface paths {
  "/v1/oauth2/token": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Exchange the client id and its secret for an access token. */
    post: operations["token"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v2/payments/captures/{capture_id}/refund": {
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
  "/v2/payments/refunds/{refund_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a refund by its id, to see what became of it. */
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
    /** PayPal reports what became of a refund. */
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
    ApiFailure: {
      /** @description PayPal's own id of the request. */
      debug_id?: string;
      /** @description Each thing that is wrong. */
      details?: {
        /** @description The error in a sentence. */
        description?: string;
        /** @description The field that is wrong. */
        field?: string;
        /** @description The error as a word. */
        issue: string;
        /**
         * @description Where the field is.
         * @enum {string}
         */
        location?: "body" | "path" | "query" | (string & {});
        /** @description What it holds. */
        value?: string;
      }[];
      /** @description The kind of error in a sentence. */
      message?: string;
      /**
       * @description The kind of error.
       * @enum {string}
       */
      name:
        | "INVALID_REQUEST"
        | "AUTHENTICATION_FAILURE"
        | "NOT_AUTHORIZED"
        | "RESOURCE_NOT_FOUND"
        | "RESOURCE_CONFLICT"
        | "UNPROCESSABLE_ENTITY"
        | "RATE_LIMIT_REACHED"
        | "INTERNAL_SERVER_ERROR"
        | (string & {});
    };
    Failure: components["schemas"]["ApiFailure"] | components["schemas"]["TokenFailure"];
    Money: {
      /** @description The ISO 4217 code. */
      currency_code: string;
      /** @description The amount, as a decimal in the currency's main unit. */
      value: string;
    };
    Refund: {
      /** @description The number by which a bank can find a refund to a card. */
      acquirer_reference_number?: string;
      amount: components["schemas"]["Money"];
      /** @description When it was created. */
      create_time?: string;
      /** @description Your own id. */
      custom_id?: string;
      /** @description The refund's id. */
      id: string;
      /** @description Your invoice number. */
      invoice_id?: string;
      /** @description The reason that the payer sees. */
      note_to_payer?: string;
      /**
       * @description The state of the refund.
       * @enum {string}
       */
      status: "CANCELLED" | "FAILED" | "PENDING" | "COMPLETED" | (string & {});
      /** @description Why it is pending, or failed. */
      status_details?: {
        /**
         * @description Why it is pending or failed.
         * @enum {string}
         */
        reason?: "ECHECK" | (string & {});
      };
      /** @description When it last changed. */
      update_time?: string;
    };
    RefundRequest: {
      amount?: components["schemas"]["Money"];
      /** @description Your own id, which appears in PayPal's reports. */
      custom_id?: string;
      /** @description Your invoice number. */
      invoice_id?: string;
      /** @description The reason, which the payer sees. */
      note_to_payer?: string;
    };
    Token: {
      /** @description The token. */
      access_token: string;
      /** @description The app. */
      app_id?: string;
      /** @description For how many seconds it is valid. */
      expires_in: number;
      /** @description A value of this answer. */
      nonce?: string;
      /** @description What the token permits, separated by spaces. */
      scope?: string;
      /**
       * @description How it is sent.
       * @constant
       */
      token_type: "Bearer";
    };
    TokenFailure: {
      /** @description The error as a word. */
      error: string;
      /** @description The error in a sentence. */
      error_description?: string;
    };
    TokenRequest: {
      /**
       * @description The kind of grant.
       * @constant
       */
      grant_type: "client_credentials";
    };
  };
  responses: never;
  parameters: {
    /** @description Names the merchant for whom a platform acts. */
    AuthAssertion: string;
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
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/x-www-form-urlencoded": components["schemas"]["TokenRequest"];
      };
    };
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
      /** @description The client is not accepted. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["TokenFailure"];
        };
      };
    };
  };
  refund: {
    parameters: {
      query?: never;
      header: {
        /** @description Names the merchant for whom a platform acts. */
        "PayPal-Auth-Assertion"?: components["parameters"]["AuthAssertion"];
        /** @description Your own id of the refund. PayPal keeps it for 45 days. */
        "PayPal-Request-Id": string;
        /** @description Asks for the whole refund. Without it the answer has only `id`, `status` and links. */
        Prefer: "return=representation";
      };
      path: {
        /** @description The capture's id. */
        capture_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["RefundRequest"];
      };
    };
    responses: {
      /** @description The refund, which an earlier request under this key created. */
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
      /** @description A previous request for the capture is still being worked on. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Failure"];
        };
      };
      /** @description The refund cannot be made. */
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
  query: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the merchant for whom a platform acts. */
        "PayPal-Auth-Assertion"?: components["parameters"]["AuthAssertion"];
      };
      path: {
        /** @description The refund's id. */
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
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** @description What happened. */
          event_type: string;
          /** @description PayPal's id of the notification. */
          id: string;
          /** @description The refund. */
          resource: {
            /** @description What was refunded. */
            amount?: {
              /** @description ISO 4217. */
              currency_code?: string;
              /** @description The amount. */
              value?: string;
            };
            /** @description The refund's id. */
            id?: string;
            /** @description Its state. */
            status?: string;
          };
          /** @description What it happened to. */
          resource_type?: string;
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
