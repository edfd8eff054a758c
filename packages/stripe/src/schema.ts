// Generated from specs/stripe.yaml by `npm run generate`. Do not edit: edit the spec.

export interface paths {
  "/v1/refunds": {
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
  refund: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Stripe reports what became of a refund. */
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
    Event: {
      data: {
        /** @description The refund as it was then. Other events have other objects here. */
        object: {
          /** @description The refunded amount, in the currency's smallest unit. */
          amount?: number;
          /** @description The refunded charge. */
          charge?: string | null;
          /** @description The ISO 4217 code, in lower case. */
          currency?: string;
          /** @description Why it failed. */
          failure_reason?: string;
          /** @description The refund's id. */
          id?: string;
          metadata?: {
            /** @description Your own id of the refund. */
            refund_key?: string;
          };
          /** @description What this is. */
          object: string;
          /** @description The refunded PaymentIntent. */
          payment_intent?: string | null;
          /**
           * @description The state of the refund.
           * @enum {string|null}
           */
          status?: "pending" | "requires_action" | "succeeded" | "failed" | "canceled" | null;
        };
      };
      /** @description The same in each delivery. */
      id: string;
      /** @description What this is. */
      object?: string;
      /** @description What happened. */
      type: string;
    };
    Failure: {
      /** @description What went wrong. */
      error: {
        /** @description The error as a word. */
        code?: string | null;
        /** @description Where the code is explained. */
        doc_url?: string | null;
        /** @description The error in a sentence. */
        message?: string | null;
        /** @description The field that is wrong. */
        param?: string | null;
        /**
         * @description The kind of error.
         * @enum {string}
         */
        type:
          | "api_error"
          | "card_error"
          | "idempotency_error"
          | "invalid_request_error"
          | (string & {});
      };
    };
    Refund: {
      /** @description The refunded amount, in the currency's smallest unit. */
      amount: number;
      /** @description What it did to the balance. */
      balance_transaction?: string | null;
      /** @description The refunded charge. */
      charge?: string | null;
      /** @description When it was created. */
      created?: number;
      /** @description The ISO 4217 code, in lower case. */
      currency: string;
      /** @description The customer. */
      customer?: string | null;
      /** @description A text for customers. */
      description?: string;
      /** @description What put the money of a failed refund back into the balance. */
      failure_balance_transaction?: string;
      /** @description Why it failed. */
      failure_reason?: string;
      /** @description The refund's id. */
      id: string;
      /** @description Where the customer gets instructions. */
      instructions_email?: string;
      /** @description Names and values that were sent with the refund. */
      metadata?: {
        /** @description Your own id of the refund. */
        refund_key?: string;
      } | null;
      /**
       * @description What this is.
       * @constant
       */
      object: "refund";
      /** @description The refunded PaymentIntent. */
      payment_intent?: string | null;
      /** @description The payment method. */
      payment_method?: string | null;
      /**
       * @description Why it is pending.
       * @enum {string}
       */
      pending_reason?: "charge_pending" | "insufficient_funds" | "processing" | (string & {});
      /**
       * @description Why it was refunded. `expired_uncaptured_charge` is Stripe's own.
       * @enum {string|null}
       */
      reason?:
        | "duplicate"
        | "expired_uncaptured_charge"
        | "fraudulent"
        | "requested_by_customer"
        | null;
      /** @description The number in the e-mail receipt. */
      receipt_number?: string | null;
      /** @description The reversal of the transfer, if the charge came from another account. */
      source_transfer_reversal?: string | null;
      /**
       * @description The state of the refund.
       * @enum {string|null}
       */
      status: "pending" | "requires_action" | "succeeded" | "failed" | "canceled" | null;
      /** @description The reversal of the transfer. */
      transfer_reversal?: string | null;
    };
    RefundList: {
      /** @description The refunds. */
      data: components["schemas"]["Refund"][];
      /** @description Whether there are more refunds. */
      has_more: boolean;
      /**
       * @description What this is.
       * @constant
       */
      object: "list";
    };
    RefundRequest: {
      /** @description How much to refund, in the currency's smallest unit. Left out, everything that is left is refunded. */
      amount?: number;
      /** @description The charge to refund. */
      charge?: string;
      /** @description Where the customer gets instructions if the payment method has no refunds. */
      instructions_email?: string;
      /** @description Your own id of the refund, by which it is found in the list of refunds. */
      "metadata[refund_key]"?: string;
      /** @description The PaymentIntent to refund. */
      payment_intent?: string;
      /**
       * @description Why it is refunded. `fraudulent` also blocks the card and the e-mail address.
       * @enum {string}
       */
      reason?: "duplicate" | "fraudulent" | "requested_by_customer" | (string & {});
      /** @description Whether the application fee is refunded too. */
      refund_application_fee?: boolean;
      /** @description Whether the transfer to the connected account is reversed. */
      reverse_transfer?: boolean;
    };
  };
  responses: never;
  parameters: {
    /** @description The connected account that you act for. */
    Account: string;
    /** @description The version of the API. */
    Version: "2026-10-28.endive";
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
        /** @description The charge. */
        charge?: string;
        /** @description How many refunds a page of the list has, at most. */
        limit: "100";
        /** @description The PaymentIntent. */
        payment_intent?: string;
      };
      header: {
        /** @description The connected account that you act for. */
        "Stripe-Account"?: components["parameters"]["Account"];
        /** @description The version of the API. */
        "Stripe-Version": components["parameters"]["Version"];
      };
      path?: never;
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
        /** @description Your own id of the refund. The same key gets the first answer again. */
        "Idempotency-Key": string;
        /** @description The connected account that you act for. */
        "Stripe-Account"?: components["parameters"]["Account"];
        /** @description The version of the API. */
        "Stripe-Version": components["parameters"]["Version"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/x-www-form-urlencoded": components["schemas"]["RefundRequest"];
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
  notification: {
    parameters: {
      query?: never;
      header: {
        /** @description When it was signed, and signatures by each of the endpoint's secrets. */
        "Stripe-Signature": string;
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
