// Generated from specs/flutterwave.yaml by `npm run generate`. Do not edit: edit the spec.

export interface paths {
  "/v3/refunds": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the refunds of a transaction, and find this one by its comment. */
    get: operations["query"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v3/transactions/{id}/refund": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Refund a transaction, in full or in part. */
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
      /** @description More about it. */
      data?: unknown;
      /** @description The error in words. */
      message: string;
      /**
       * @description `error`.
       * @constant
       */
      status: "error";
    };
    RefundAnswer: {
      /** @description The refund. */
      data: {
        /** @description Your account. */
        account_id?: number;
        /** @description The refunded amount, in major units. */
        amount_refunded: number;
        /** @description When it was made. */
        created_at?: string;
        /** @description Where the money goes. */
        destination?: string;
        /** @description Flutterwave's reference of the refund. */
        flw_ref?: string;
        /** @description Flutterwave's id of the refund. */
        id: number | string;
        /** @description More about it. */
        meta?:
          | ({
              /** @description What it is paid from. */
              source?: string;
            } & {
              [key: string]: unknown;
            })
          | string
          | null;
        /** @description The refund's state. */
        status: string;
        /** @description The transaction's id. */
        tx_id: number | string;
        /** @description The wallet. */
        wallet_id?: number;
      };
      /** @description The result in words. */
      message?: string;
      /** @description `success`. */
      status: string;
    };
    RefundList: {
      /** @description The refunds, the newest first. */
      data: {
        /** @description Your account. */
        account_id?: number;
        /** @description The refunded amount, in major units. */
        amount_refunded: number;
        /** @description Your own id of the refund. */
        comment?: string | null;
        /** @description When it was made. */
        created_at?: string;
        /** @description Flutterwave's reference of the refund. */
        flw_ref?: string;
        /** @description Flutterwave's id of the refund. */
        id: number | string;
        /** @description More about it, as text. */
        meta?: unknown;
        /** @description The settlement. */
        settlement_id?: string | null;
        /** @description The refund's state. */
        status: string;
        /** @description The transaction's id. */
        transaction_id: number | string;
      }[];
      /** @description The result in words. */
      message?: string;
      /** @description Which page of the list this is. */
      meta?: {
        /** @description The page. */
        page_info?: {
          /** @description This page. */
          current_page?: number;
          /** @description How many refunds a page has. */
          page_size?: number;
          /** @description How many refunds there are. */
          total?: number;
          /** @description How many pages there are. */
          total_pages?: number;
        };
      };
      /** @description `success`. */
      status: string;
    };
    RefundRequest: {
      /** @description How much to refund, in major units. */
      amount: number;
      /** @description Where Flutterwave reports what became of the refund. */
      callbackurl?: string;
      /** @description Your own id of the refund. The list repeats it. */
      comments: string;
    };
    ServerError: {
      /** @description A code. */
      code?: string;
      /** @description The error's id. */
      error_id?: string;
      /** @description The error in words. */
      message: string;
    };
    /** @description The transaction's id. */
    TransactionId: string;
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
      query: {
        /** @description The transaction's id. Where Flutterwave does not look at it, the list is its last refunds. */
        id: components["schemas"]["TransactionId"];
      };
      header?: never;
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
      header?: never;
      path: {
        /** @description The transaction's id, a number. It is `data.id` in the answers to a charge and to its verification. */
        id: components["schemas"]["TransactionId"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["RefundRequest"];
      };
    };
    responses: {
      /** @description An error of Flutterwave's own. */
      "5XX": {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ServerError"];
        };
      };
      /** @description The refund. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["RefundAnswer"];
        };
      };
      /** @description An error. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Failure"];
        };
      };
      /** @description The secret key is missing or wrong. */
      401: {
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
