// Generated from specs/braintree.yaml by `npm run generate`. Do not edit: edit the spec.

export interface paths {
  "/graphql#query": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Read a transaction with its refunds, and find this one by your own id. */
    post: operations["query"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/graphql#refund": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Refund a settled transaction, in full or in part. */
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
      /** @description What there is in spite of the error, mostly nothing. */
      data?: {
        [key: string]: unknown;
      } | null;
      /** @description What went wrong. */
      errors: {
        /** @description More about it. */
        extensions?: {
          /** @description The kind of error. */
          errorClass?: string | null;
          /** @description The code. */
          legacyCode?: string | null;
        } | null;
        /** @description The error in words. */
        message: string;
        /** @description Which part of the answer the error is about. */
        path?: (string | number)[] | null;
      }[];
    };
    NodeAnswer: components["schemas"]["NodeData"] | components["schemas"]["Failure"];
    NodeData: {
      /** @description What was asked for. */
      data: {
        /** @description The transaction. */
        node: {
          /** @description The transaction's id. */
          id: string;
          /** @description Its refunds. */
          refunds?: components["schemas"]["Refund"][] | null;
        };
      };
    };
    NodeRequest: {
      /**
       * @description The query.
       * @constant
       */
      query: "query Refunds($id: ID!) { node(id: $id) { ... on Transaction { id refunds { id status orderId amount { value currencyCode } refundedTransaction { id } } } } }";
      variables: {
        /** @description The transaction's GraphQL id, and not its `legacyId`. */
        id: string;
      };
    };
    /** @description A refund. */
    Refund: {
      /** @description What is refunded. */
      amount: {
        /** @description The ISO 4217 code. */
        currencyCode: string;
        /** @description The amount in major units. */
        value: string;
      };
      /** @description The refund's id. */
      id: string;
      /** @description Your own id of the refund. */
      orderId: string | null;
      /** @description What was refunded. */
      refundedTransaction: {
        /** @description The transaction's id. */
        id: string;
      };
      /**
       * @description The refund's state.
       * @enum {string}
       */
      status:
        | "AUTHORIZATION_EXPIRED"
        | "AUTHORIZED"
        | "AUTHORIZING"
        | "FAILED"
        | "GATEWAY_REJECTED"
        | "PROCESSOR_DECLINED"
        | "SETTLED"
        | "SETTLEMENT_CONFIRMED"
        | "SETTLEMENT_DECLINED"
        | "SETTLEMENT_PENDING"
        | "SETTLING"
        | "SUBMITTED_FOR_SETTLEMENT"
        | "VOIDED"
        | (string & {});
    };
    RefundAnswer: components["schemas"]["RefundData"] | components["schemas"]["Failure"];
    RefundData: {
      /** @description What was asked for. */
      data: {
        /** @description The result of the mutation. */
        refundTransaction: {
          refund: components["schemas"]["Refund"];
        };
      };
    };
    RefundRequest: {
      /**
       * @description The mutation.
       * @constant
       */
      query: "mutation RefundTransaction($input: RefundTransactionInput!) { refundTransaction(input: $input) { refund { id status orderId amount { value currencyCode } refundedTransaction { id } } } }";
      variables: {
        input: {
          /** @description Your own id of the refund. The same refund is returned for it. */
          apiRequestKey: string;
          refund: {
            /** @description How much to refund. Left out, the whole transaction is refunded. */
            amount?: string;
            /** @description What PayPal's receipt says to the customer. */
            description?: string;
            /** @description The merchant account that refunds. */
            merchantAccountId?: string;
            /** @description Your own id of the refund. */
            orderId: string;
          };
          /** @description The transaction's GraphQL id, and not its `legacyId`. */
          transactionId: string;
        };
      };
    };
  };
  responses: never;
  parameters: {
    /** @description The version of the API. */
    Version: "2019-01-01";
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
      header: {
        /** @description The version of the API. */
        "Braintree-Version": components["parameters"]["Version"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NodeRequest"];
      };
    };
    responses: {
      /** @description The answer, for success and failure alike. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["NodeAnswer"];
        };
      };
    };
  };
  refund: {
    parameters: {
      query?: never;
      header: {
        /** @description The version of the API. */
        "Braintree-Version": components["parameters"]["Version"];
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
      /** @description The answer, for success and failure alike. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["RefundAnswer"];
        };
      };
    };
  };
}
