// Generated from specs/worldpay.yaml by `npm run generate`. Do not edit: edit the spec.

export interface paths {
  "/payments/settlements/refunds/partials/{linkData}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Refund an amount of a settled payment. */
    post: operations["refund"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface webhooks {
  event: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Worldpay reports what became of a refund. */
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
      /** @description Where to go on. */
      _links?: {
        /** @description The last event of the payment. */
        "cardPayments:events"?: {
          /** @description The link. */
          href?: string;
        };
      };
      /** @description The id of this request. */
      commandId: string;
      /** @description The payment's id. */
      paymentId: string;
    };
    Failure: {
      /** @description The error as a word. */
      errorName: string;
      /** @description The error in words. */
      message: string;
      /** @description What is wrong with which field. */
      validationErrors?: unknown[];
    };
    RefundRequest: {
      /** @description Your own id of the refund: letters, digits and hyphens. */
      reference: string;
      /** @description How much. */
      value: {
        /** @description The amount, in minor units. */
        amount: number;
        /** @description The ISO 4217 code. */
        currency: string;
      };
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
        /** @description It names the version of the API. */
        Accept: "application/vnd.worldpay.payments-v7+json";
      };
      path: {
        /** @description The last part of the link `cardPayments:partialRefund`, decoded (`decodeURIComponent`). */
        linkData: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/vnd.worldpay.payments-v7+json": components["schemas"]["RefundRequest"];
      };
    };
    responses: {
      /** @description The refund was accepted. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/vnd.worldpay.payments-v7+json": components["schemas"]["Accepted"];
        };
      };
      /** @description The request is wrong. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/vnd.worldpay.payments-v7+json": components["schemas"]["Failure"];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/vnd.worldpay.payments-v7+json": components["schemas"]["Failure"];
        };
      };
    };
  };
  notification: {
    parameters: {
      query?: never;
      header: {
        /** @description One or more signatures, which your Implementation Manager has to enable. */
        "Event-Signature": string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/vnd.worldpay.events-v1.hal+json": {
          /** @description What happened. */
          eventDetails: {
            /** @description The refunded amount. */
            amount?: {
              /** @description ISO 4217. */
              currencyCode?: string;
              /** @description A whole number, with an exponent of two. */
              value?: number;
            };
            /** @description What kind of event it is. */
            classification?: string;
            /** @description When the payment was made. */
            date?: string;
            /** @description A reference to reconcile by. */
            downstreamReference?: string;
            /** @description Your own reference of the refund. */
            reference?: string;
            /** @description What the card issuer said. */
            refund?: {
              /** @description The number of its approval, where one was required. */
              onlineRefundAuthorization?: string;
              /** @description Why it refused. */
              refusal?: {
                /** @description Its code. */
                code?: string;
                /** @description The same in words. */
                description?: string;
              };
            };
            /** @description Your own reference of the payment. */
            transactionReference?: string;
            /** @description What happened. */
            type: string;
          };
          /** @description Worldpay's id of the event. */
          eventId: string;
          /** @description When it happened. */
          eventTimestamp?: string;
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
