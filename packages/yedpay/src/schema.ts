// Generated from specs/yedpay.yaml by `npm run generate`. Do not edit: edit the spec.

export interface paths {
  "/transactions/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a payment's state, to settle a refund whose answer was lost. */
    get: operations["query"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/transactions/{id}/refund": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Refund a payment in full. */
    post: operations["refund"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface webhooks {
  transaction: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Yedpay reports the state of a payment. */
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
    /** @description All fees of the payment, in major units. */
    Charge: string | number;
    /** @description Whatever the merchant stored with the payment, as JSON text. */
    ExtraParameters: string | unknown[];
    Failure: {
      /** @description A finer error number. */
      code?: number | string;
      /** @description What is wrong with which field. */
      errors?: components["schemas"]["FieldError"][] | components["schemas"]["FieldError"];
      message?: components["schemas"]["Message"];
      /** @description The error as a number. */
      status?: number | string;
      success: components["schemas"]["SuccessFalse"];
    };
    /** @description What is wrong with one field. */
    FieldError: {
      /** @description The error as a number. */
      code?: number | string;
      /** @description The field. */
      field?: string;
      /** @description The error in words. */
      message?: string;
    };
    /** @description The exchange rate. */
    Forex: string | number;
    /** @description Success or failure in words. */
    Message: string;
    /** @description A moment as text in Yedpay's own form, empty for none. */
    Moment: string;
    QueryAnswer: components["schemas"]["QuerySuccess"] | components["schemas"]["Failure"];
    QuerySuccess: {
      data: components["schemas"]["Transaction"];
      message?: components["schemas"]["Message"];
      success: components["schemas"]["SuccessTrue"];
    };
    RefundAnswer: components["schemas"]["RefundSuccess"] | components["schemas"]["Failure"];
    /** @description Who asked for the refund, and why. */
    RefundDetails: {
      /** @description The user's first name. */
      first_name?: string;
      /** @description The user's last name. */
      last_name?: string;
      /** @description The reason given with the request. */
      remark?: string;
      /** @description The user who sent the request. */
      request_user_id?: string;
    };
    /** @description The refunded payment. */
    RefundedTransaction: {
      /** @description Links to the checkout and its QR code. */
      _links?:
        | unknown[]
        | {
            [key: string]: unknown;
          };
      amount?: components["schemas"]["TransactionAmount"];
      /** @description The barcode the payment was made with (Alipay Global only). */
      barcode_id?: string;
      charge?: components["schemas"]["Charge"];
      /** @description The merchant's company. */
      company_id?: string;
      created_at?: components["schemas"]["Moment"];
      /** @description The payment's currency, such as HKD. */
      currency?: string;
      /** @description The merchant's own id of the payment. */
      custom_id?: string;
      /** @description When the payment expires; text in Yedpay's own form, empty for none. */
      expired_at?: string;
      extra_parameters?: components["schemas"]["ExtraParameters"];
      /** @description The id of the fixed code. */
      fixed_id?: string;
      forex?: components["schemas"]["Forex"];
      /** @description The gateway the payment was made through. */
      gateway_id?: number;
      /** @description The payment's id, as it stood in the request. */
      id: string;
      paid_at?: components["schemas"]["Moment"];
      /** @description The payer's e-mail address (Alipay Global only). */
      payer?: string;
      /** @description Who asked for the refund, and why. */
      refund_details?:
        | components["schemas"]["RefundDetails"]
        | components["schemas"]["RefundDetails"][];
      refunded_at?: components["schemas"]["Moment"];
      settled_at?: components["schemas"]["Moment"];
      status: components["schemas"]["Status"];
      /** @description The merchant's store. */
      store_id?: string;
      transaction_id?: components["schemas"]["TransactionNumber"];
      updated_at?: components["schemas"]["Moment"];
      /** @description The user who created the payment. */
      user_id?: string;
    };
    RefundRequest: {
      /** @description Why the payment is refunded, in your own words. */
      refund_reason?: string;
    };
    RefundSuccess: {
      data: components["schemas"]["RefundedTransaction"];
      message?: components["schemas"]["Message"];
      success: components["schemas"]["SuccessTrue"];
    };
    /**
     * @description The payment's state.
     * @enum {string}
     */
    Status:
      | "pending"
      | "paid"
      | "cancelled"
      | "refunded"
      | "processing"
      | "settled"
      | "settlement_requested"
      | "in_progress_settlement"
      | "reverse_settlement"
      | "cancelled_settlement"
      | "failed"
      | "approved"
      | "captured"
      | "void"
      | "reversal"
      | "voiding"
      | (string & {});
    /**
     * @description The request failed.
     * @constant
     */
    SuccessFalse: false;
    /**
     * @description The request was received without error.
     * @constant
     */
    SuccessTrue: true;
    /** @description The payment, with what has been refunded of it. */
    Transaction: {
      amount?: components["schemas"]["TransactionAmount"];
      can_settle_after?: components["schemas"]["Moment"];
      charge?: components["schemas"]["Charge"];
      created_at?: components["schemas"]["Moment"];
      /** @description The payment's currency, such as HKD. */
      currency?: string;
      /** @description The merchant's own id of the payment. */
      custom_id?: string;
      forex?: components["schemas"]["Forex"];
      /** @description `gateway_id` and `gateway_sub_id` joined, such as 12_1. */
      gateway_code?: string;
      /** @description The gateway the payment was made through. */
      gateway_id?: number;
      /** @description The kind of payment within the gateway. */
      gateway_sub_id?: number;
      /** @description The kind of payment in words, such as VISA. */
      gateway_sub_name?: string;
      /** @description The payment's id. */
      id: string;
      /** @description The amount after fees, in major units. */
      net?: string | number;
      paid_at?: components["schemas"]["Moment"];
      /** @description The fee of the refund, in major units. */
      refund_charge?: string | number;
      /** @description What has been refunded of the payment, in major units. */
      refunded?: string | number;
      refunded_at?: components["schemas"]["Moment"];
      settled_at?: components["schemas"]["Moment"];
      status: components["schemas"]["Status"];
      /** @description The tips in it, in major units. */
      tips?: string | number;
      transaction_id?: components["schemas"]["TransactionNumber"];
      updated_at?: components["schemas"]["Moment"];
    };
    /** @description The payment's amount, in major units. */
    TransactionAmount: string | number;
    /** @description A number of the payment, of digits only; not the id that refunds ask for. */
    TransactionNumber: string;
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
        /** @description The payment's id. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer, for success and failure alike. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["QueryAnswer"];
        };
      };
    };
  };
  refund: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The payment's id. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/x-www-form-urlencoded": components["schemas"]["RefundRequest"];
      };
    };
    responses: {
      /** @description The answer, for success and failure alike. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["RefundAnswer"];
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
        "application/x-www-form-urlencoded": {
          /** @description A random text. */
          nonce_str?: string;
          /** @description What it is about. */
          request_type?: string;
          /** @description The signature. */
          sign: string;
          /** @description How it is signed. */
          sign_type?: string;
          /** @description Whether it went well. */
          success?: string;
          /** @description The payment. */
          transaction: {
            /** @description The payment's id. */
            id: string;
            /** @description The payment's state. */
            status: string;
          };
        };
      };
    };
    responses: {
      /** @description The plugins answer so; no page says what is expected. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "text/plain": string;
        };
      };
    };
  };
}
