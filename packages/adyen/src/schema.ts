// Generated from specs/adyen.yaml by `npm run generate`. Do not edit: edit the spec.

export interface paths {
  "/payments/{paymentPspReference}/refunds": {
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
  standard: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Adyen reports what became of refunds. */
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
    /** @description An amount. */
    Amount: {
      /** @description The ISO 4217 code. */
      currency: string;
      /** @description The amount, in Adyen's minor units. */
      value: number;
    };
    /** @description Something that happened to a payment or a refund. */
    Event: {
      /** @description More about it. */
      additionalData?: {
        /** @description The signature of this event. */
        hmacSignature?: string;
      } & {
        [key: string]: unknown;
      };
      amount?: components["schemas"]["Amount"];
      /** @description What happened. */
      eventCode?: string;
      /** @description When it happened. */
      eventDate?: string;
      /** @description The merchant account. */
      merchantAccountCode?: string;
      /** @description Your own reference of the refund. */
      merchantReference?: string;
      /** @description The payment's pspReference. */
      originalReference?: string;
      /** @description How it was paid. */
      paymentMethod?: string;
      /** @description Adyen's id of the refund, as its answer had it. */
      pspReference?: string;
      /** @description Why it did not work. */
      reason?: string;
      /** @description Whether it worked: `true` or `false`. */
      success?: string;
    };
    Failure: {
      /** @description More about it. */
      additionalData?: unknown;
      /** @description The error as a code. */
      errorCode: string;
      /**
       * @description The kind of error.
       * @enum {string}
       */
      errorType: "internal" | "validation" | "security" | "configuration" | (string & {});
      /** @description The error in words. */
      message: string;
      /** @description Adyen's id of the request. */
      pspReference?: string;
      /** @description The HTTP status. */
      status: number;
    };
    Refund: {
      amount: components["schemas"]["Amount"];
      /** @description The capture. */
      capturePspReference?: string;
      /** @description The items that were sent. */
      lineItems?: unknown[];
      /** @description The merchant account. */
      merchantAccount: string;
      /**
       * @description The reason that was sent.
       * @enum {string|null}
       */
      merchantRefundReason?:
        | "FRAUD"
        | "CUSTOMER REQUEST"
        | "RETURN"
        | "DUPLICATE"
        | "OTHER"
        | (string & {})
        | null;
      /** @description The payment's pspReference. */
      paymentPspReference: string;
      /** @description Adyen's id of the refund. */
      pspReference: string;
      /** @description Your own id of the refund. */
      reference?: string;
      /** @description The splits that were sent. */
      splits?: unknown[];
      /**
       * @description Always `received`.
       * @enum {string}
       */
      status: "received" | (string & {});
      /** @description The store. */
      store?: string;
    };
    RefundRequest: {
      amount: components["schemas"]["Amount"];
      /** @description The capture to refund. For PayPal only. */
      capturePspReference?: string;
      /** @description The refunded items. Some payment methods need them for a part of a payment. */
      lineItems?: ({
        /** @description Without tax, in minor units. */
        amountExcludingTax?: number;
        /** @description With tax, in minor units. */
        amountIncludingTax?: number;
        /** @description What it is. */
        description?: string;
        /** @description The item's id. */
        id?: string;
        /** @description How many. */
        quantity?: number;
        /** @description The tax, in minor units. */
        taxAmount?: number;
        /** @description The tax rate in basis points. */
        taxPercentage?: number;
      } & {
        [key: string]: unknown;
      })[];
      /** @description The merchant account that took the payment. */
      merchantAccount: string;
      /**
       * @description Why it is refunded.
       * @enum {string}
       */
      merchantRefundReason?:
        | "FRAUD"
        | "CUSTOMER REQUEST"
        | "RETURN"
        | "DUPLICATE"
        | "OTHER"
        | (string & {});
      /** @description Your own id of the refund. The webhook repeats it. */
      reference: string;
      /** @description How the amount is split between accounts of a platform. */
      splits?: ({
        /** @description The account that it is booked to. */
        account?: string;
        /** @description How much. */
        amount?: {
          /** @description The ISO 4217 code. */
          currency?: string;
          /** @description In minor units. */
          value: number;
        };
        /** @description Your description of the part. */
        description?: string;
        /** @description Your reference of the part. */
        reference?: string;
        /**
         * @description Which part is booked.
         * @enum {string}
         */
        type:
          | "AcquiringFees"
          | "AdyenCommission"
          | "AdyenFees"
          | "AdyenMarkup"
          | "BalanceAccount"
          | "Commission"
          | "Default"
          | "Interchange"
          | "MarketPlace"
          | "PaymentFee"
          | "Remainder"
          | "SchemeFee"
          | "Surcharge"
          | "Tip"
          | "TopUp"
          | "VAT"
          | (string & {});
      } & {
        [key: string]: unknown;
      })[];
      /** @description The store that refunds, by its configured name. */
      store?: string;
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
        /** @description Your own id of the refund. The same key gets the first answer again. */
        "Idempotency-Key": string;
      };
      path: {
        /** @description The payment's pspReference. */
        paymentPspReference: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["RefundRequest"];
      };
    };
    responses: {
      /** @description The refund was received. */
      201: {
        headers: {
          /** @description The key that was sent. */
          "Idempotency-Key"?: string;
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
      /** @description The request was refused, or the key is in use. */
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
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** @description Whether it comes from the live environment. */
          live?: string;
          /** @description The events. */
          notificationItems?: {
            NotificationRequestItem?: components["schemas"]["Event"];
          }[];
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
