// Generated from specs/przelewy24.yaml by `npm run generate`. Do not edit: edit the spec.

export interface paths {
  "/api/v1/refund/by/orderId/{orderId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the refunds of a transaction, and find this one by its key. */
    get: operations["query"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/transaction/refund": {
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
    /** Przelewy24 reports what became of a refund. */
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
    Conflict: {
      /** @description The HTTP status. */
      code: number;
      /** @description The refunds that were refused. */
      error: {
        /** @description The amount. */
        amount?: number;
        /** @description What the customer would read. */
        description?: string | null;
        /** @description Why it was not. */
        message: string;
        /** @description Przelewy24's id of the transaction. */
        orderId?: number;
        /** @description Your own id of the transaction. */
        sessionId?: string;
        /** @description Whether the refund was created. */
        status: boolean;
      }[];
    };
    Created: {
      /** @description The refunds. */
      data: {
        /** @description The amount to refund. */
        amount: number;
        /** @description What the customer reads. */
        description?: string | null;
        /** @description The same in words. */
        message?: string;
        /** @description Przelewy24's id of the transaction. */
        orderId: number;
        /** @description Your own id of the transaction. */
        sessionId: string;
        /** @description Whether the refund was created. */
        status: boolean;
      }[];
      /** @description `0`. */
      responseCode: number;
    };
    Failure: {
      /** @description The HTTP status. */
      code: number;
      /** @description The error in words. */
      error: string;
    };
    Item: {
      /** @description How much to refund, in the smallest unit. */
      amount: number;
      /** @description What the customer reads in the transfer. */
      description?: string;
      orderId: components["schemas"]["OrderId"];
      /** @description Your own id of the transaction. */
      sessionId: string;
    };
    NotFound: {
      /** @description The error in words. */
      error: string;
      /** @description `0`. */
      responseCode?: number;
    };
    /** @description Przelewy24's id of the transaction. */
    OrderId: number;
    RefundRequest: {
      /** @description The refund. */
      refunds: components["schemas"]["Item"][];
      /** @description Your own id of the refund. The notification repeats it. */
      refundsUuid: string;
      /** @description Your own id of the refund. The list repeats it. */
      requestId: string;
      /** @description Where Przelewy24 reports what became of the refund. */
      urlStatus?: string;
    };
    Refunds: {
      /** @description The transaction. */
      data: {
        /** @description The amount of the transaction. */
        amount?: number;
        /** @description Its currency. */
        currency?: string;
        /** @description Przelewy24's id of the transaction. */
        orderId: number;
        /** @description Its refunds. */
        refunds: {
          /** @description The amount of this refund. */
          amount: number;
          /** @description The batch in which it was made. */
          batchId?: number;
          /** @description When it was made. */
          date?: string;
          /** @description What the customer reads. */
          description?: string | null;
          /** @description Who made it. */
          login?: string | null;
          /** @description Your own id of the refund. */
          requestId: string;
          /** @description 1: completed, 2: pending, 3: awaiting Przelewy24's acceptance, 4: rejected. */
          status: number;
        }[];
        /** @description Your own id of the transaction. */
        sessionId?: string;
      };
      /** @description `0`. */
      responseCode: number;
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
        /** @description Przelewy24's id of the transaction. */
        orderId: components["schemas"]["OrderId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The transaction with its refunds. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refunds"];
        };
      };
      /** @description The credentials are wrong. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Failure"];
        };
      };
      /** @description There is no refund of this transaction. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["NotFound"];
        };
      };
      /** @description An error of Przelewy24's own. */
      500: {
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
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["RefundRequest"];
      };
    };
    responses: {
      /** @description The refund was created. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Created"];
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
      /** @description The credentials are wrong. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Failure"];
        };
      };
      /** @description The refund was refused. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Conflict"];
        };
      };
      /** @description An error of Przelewy24's own. */
      500: {
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
          /** @description The refunded amount. */
          amount: number;
          /** @description The currency. */
          currency: string;
          /** @description Your merchant id. */
          merchantId: number;
          /** @description Przelewy24's id of the transaction. */
          orderId: number;
          /** @description Your own id of the refund. */
          refundsUuid: string;
          /** @description Your own id of the request. */
          requestId?: string;
          /** @description Your own id of the transaction. */
          sessionId: string;
          /** @description The signature. */
          sign: string;
          /**
           * @description 0: completed, 1: rejected.
           * @enum {integer}
           */
          status: 0 | 1;
          /** @description When this was sent. */
          timestamp?: number;
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
