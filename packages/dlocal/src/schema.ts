// Generated from specs/dlocal.yaml by `npm run generate`. Do not edit: edit the spec.

export interface paths {
  "/refunds": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Refund a payment, in full or in part.
     * @description For cards the charge is reversed. For other methods the payer gets a bank transfer; where the account is missing or wrong, dLocal asks the payer by e-mail.
     */
    post: operations["refund"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/refunds/{refund_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a refund by dLocal's id, to see what became of it. */
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
    /** dLocal reports that a refund changed. */
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
      code: number;
      /** @description The error in words. */
      message: string;
      /** @description The parameter that is wrong. */
      param?: string | null;
    };
    /** @description What changed. */
    Notified: {
      /** @description What is refunded. */
      amount?: number;
      /** @description The currency. */
      currency?: string;
      /** @description Its id. */
      id: string;
      /** @description The payment's id. */
      payment_id?: string;
      /** @description Its state. */
      status: string;
    };
    /** @description A refund. */
    Refund: {
      /** @description What is refunded, in local currency. */
      amount: number;
      /** @description What the payer gets. */
      amount_refunded?: number;
      /** @description When the refund was made. */
      created_date?: string;
      /** @description The refund's currency. */
      currency: string;
      /** @description The reason given. */
      description?: string | null;
      /** @description The refund's id. */
      id: string;
      /** @description Where notifications go. */
      notification_url?: string;
      /** @description Your own id of the payment. */
      order_id?: string | null;
      /** @description The payment's id. */
      payment_id: string;
      /**
       * @description The refund's state.
       * @enum {string}
       */
      status: "PENDING" | "SUCCESS" | "REJECTED" | "CANCELLED" | (string & {});
      /** @description The state as a number. */
      status_code?: number | string;
      /** @description The state in words. */
      status_detail?: string;
    };
    RefundRequest: {
      /** @description How much to refund. Left out, the whole payment is refunded. */
      amount?: number;
      /** @description The payer's bank, for a bank transfer. */
      bank?: string;
      /** @description The payer's account, for a bank transfer. */
      bank_account?: string;
      /**
       * @description C: current, S: savings, I: international.
       * @enum {string}
       */
      bank_account_type?: "C" | "S" | "I" | (string & {});
      /** @description The payer's branch, for a bank transfer. */
      bank_branch?: string;
      /** @description The payer's name, for a bank transfer. */
      beneficiary_name?: string;
      /** @description The amount's currency. */
      currency?: string;
      /** @description Why the payment is refunded. */
      description?: string;
      /** @description Where dLocal sends what becomes of the refund. */
      notification_url?: string;
      /** @description Your own id of the refund. */
      order_refund_id: string;
      /** @description The payment's id. */
      payment_id: string;
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
        /** @description The signature. */
        Authorization: string;
        /** @description When the request was signed, in UTC. */
        "X-Date": string;
        /** @description Your own id of the refund. */
        "X-Idempotency-Key": string;
        /** @description Your X-Login. */
        "X-Login": string;
        /** @description Your X-Trans-Key. */
        "X-Trans-Key": string;
        /** @description The version. */
        "X-Version": "2.1";
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
        /** @description The signature. */
        Authorization: string;
        /** @description When the request was signed, in UTC. */
        "X-Date": string;
        /** @description Your X-Login. */
        "X-Login": string;
        /** @description Your X-Trans-Key. */
        "X-Trans-Key": string;
        /** @description The version. */
        "X-Version": "2.1";
      };
      path: {
        /** @description dLocal's id of the refund. */
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
        Authorization: string;
        /** @description When it was signed. */
        "X-Date": string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["Notified"];
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
