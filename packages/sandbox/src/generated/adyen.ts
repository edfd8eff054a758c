// Generated from specs/adyen.yaml by `npm run generate`. Do not edit: edit the spec.

import type { SimulatorTable } from "../simulator-table.ts";

export const adyen: SimulatorTable = {
  provider: "adyen",
  title: "Adyen",
  documentation:
    "https://raw.githubusercontent.com/Adyen/adyen-openapi/main/json/CheckoutService-v72.json",
  servers: [
    "https://1797a841fbb37ca7-adyendemo-checkout-live.adyenpayments.com/checkout/v72",
    "https://checkout-test.adyen.com/v72",
  ],
  credentials: [
    {
      apiKey: { secret: true, value: "sandbox-api-key" },
      hmacKey: {
        secret: true,
        value: "44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056",
      },
      merchantAccount: { secret: false, value: "SandboxMerchantAccount" },
      livePrefix: { secret: false, value: "1797a841fbb37ca7-adyendemo" },
    },
  ],
  payments: [
    { payment: { pspReference: "993617894903480A" }, amount: { value: 10000, currency: "EUR" } },
    { payment: { pspReference: "993617894903480B" }, amount: { value: 5000, currency: "ISK" } },
    { payment: { pspReference: "993617894903480C" }, amount: { value: 5000, currency: "JPY" } },
    { payment: { pspReference: "993617894903480D" }, amount: { value: 12345, currency: "USD" } },
    {
      payment: { pspReference: "993617894903480E" },
      amount: { value: 10000, currency: "EUR" },
      always: "provider_error",
    },
    {
      payment: { pspReference: "993617894903480F" },
      amount: { value: 10000, currency: "EUR" },
      always: "key_busy",
    },
  ],
  partial: true,
  repeated: true,
  refundIdAt: "/pspReference",
  keys: { answers: "first" },
  operations: {
    refund: {
      method: "POST",
      path: "/payments/{paymentPspReference}/refunds",
      media: "json",
      send: [
        {
          from: "payment.pspReference",
          to: "path.paymentPspReference",
          schema: { type: "string", minLength: 1 },
        },
        {
          from: "amount",
          to: "body#/amount/value",
          schema: { type: "integer" },
          money: { unit: "minor", as: "integer", exponents: { CLP: 2, CVE: 0, IDR: 0, ISK: 2 } },
        },
        {
          from: "currency",
          to: "body#/amount/currency",
          schema: { type: "string", minLength: 3, maxLength: 3 },
        },
        {
          from: "credentials.merchantAccount",
          to: "body#/merchantAccount",
          schema: { type: "string", minLength: 1 },
        },
        {
          from: "key",
          to: "header.Idempotency-Key",
          schema: { type: "string", minLength: 1, maxLength: 64 },
        },
        {
          from: "key",
          to: "body#/reference",
          schema: { type: "string", minLength: 1, maxLength: 80 },
          optional: true,
        },
        {
          from: "reason",
          to: "body#/merchantRefundReason",
          schema: {
            type: "string",
            enum: ["FRAUD", "CUSTOMER REQUEST", "RETURN", "DUPLICATE", "OTHER"],
          },
          optional: true,
        },
        {
          from: "extra.capturePspReference",
          to: "body#/capturePspReference",
          schema: { type: "string", minLength: 1 },
          optional: true,
        },
        {
          from: "extra.store",
          to: "body#/store",
          schema: { type: "string", minLength: 1 },
          optional: true,
        },
        {
          from: "extra.lineItems",
          to: "body#/lineItems",
          schema: {
            type: "array",
            items: {
              type: "object",
              properties: {
                id: { type: "string" },
                description: { type: "string", maxLength: 10000 },
                quantity: { type: "integer" },
                amountIncludingTax: { type: "integer" },
                amountExcludingTax: { type: "integer" },
                taxAmount: { type: "integer" },
                taxPercentage: { type: "integer" },
              },
              additionalProperties: true,
            },
            minItems: 1,
          },
          optional: true,
        },
        {
          from: "extra.splits",
          to: "body#/splits",
          schema: {
            type: "array",
            items: {
              type: "object",
              required: ["type"],
              properties: {
                type: {
                  type: "string",
                  enum: [
                    "AcquiringFees",
                    "AdyenCommission",
                    "AdyenFees",
                    "AdyenMarkup",
                    "BalanceAccount",
                    "Commission",
                    "Default",
                    "Interchange",
                    "MarketPlace",
                    "PaymentFee",
                    "Remainder",
                    "SchemeFee",
                    "Surcharge",
                    "Tip",
                    "TopUp",
                    "VAT",
                  ],
                },
                account: { type: "string" },
                amount: {
                  type: "object",
                  required: ["value"],
                  properties: {
                    value: { type: "integer" },
                    currency: { type: "string", minLength: 3, maxLength: 3 },
                  },
                },
                reference: { type: "string" },
                description: { type: "string" },
              },
              additionalProperties: true,
            },
            minItems: 1,
          },
          optional: true,
        },
        {
          from: "credentials.apiKey",
          to: "header.X-API-Key",
          schema: { type: "string", minLength: 1 },
        },
      ],
      answer: [
        {
          "/amount/currency": { type: "string" },
          "/amount/value": { type: "integer" },
          "/merchantAccount": { type: "string" },
          "/paymentPspReference": { type: "string" },
          "/pspReference": { type: "string" },
          "/status": { type: "string" },
        },
        {
          "/status": { type: "integer" },
          "/errorCode": { type: "string" },
          "/message": { type: "string" },
          "/errorType": { type: "string" },
        },
      ],
    },
  },
  statusAt: ["/status"],
  notification: {
    verify: {
      algorithm: "HMAC-SHA-256",
      key: "credentials.hmacKey",
      keyEncoding: "hex",
      over: [
        "body#/pspReference",
        "body#/originalReference",
        "body#/merchantAccountCode",
        "body#/merchantReference",
        "body#/amount/value",
        "body#/amount/currency",
        "body#/eventCode",
        "body#/success",
      ],
      join: ":",
      encoding: "base64",
      from: "body#/additionalData/hmacSignature",
    },
    media: "json",
    each: "/notificationItems/*/NotificationRequestItem",
    says: {
      succeeded: {
        body: {
          live: "false",
          notificationItems: [
            {
              NotificationRequestItem: {
                amount: { currency: null, value: null },
                eventCode: "REFUND",
                eventDate: null,
                merchantAccountCode: null,
                merchantReference: null,
                originalReference: null,
                pspReference: null,
                success: "true",
              },
            },
          ],
        },
        fill: [
          {
            at: "/notificationItems/0/NotificationRequestItem/amount/currency",
            from: "payment.currency",
            as: "string",
          },
          {
            at: "/notificationItems/0/NotificationRequestItem/amount/value",
            from: "refund.amount",
            as: "integer",
            money: { unit: "minor", as: "integer", exponents: { CLP: 2, CVE: 0, IDR: 0, ISK: 2 } },
          },
          {
            at: "/notificationItems/0/NotificationRequestItem/eventDate",
            from: "now",
            as: "string",
          },
          {
            at: "/notificationItems/0/NotificationRequestItem/merchantAccountCode",
            from: "credentials.merchantAccount",
            as: "string",
          },
          {
            at: "/notificationItems/0/NotificationRequestItem/merchantReference",
            from: "key",
            as: "string",
          },
          {
            at: "/notificationItems/0/NotificationRequestItem/originalReference",
            from: "payment.pspReference",
            as: "string",
          },
          {
            at: "/notificationItems/0/NotificationRequestItem/pspReference",
            from: "refund.id",
            as: "string",
          },
        ],
      },
      declined: {
        body: {
          live: "false",
          notificationItems: [
            {
              NotificationRequestItem: {
                amount: { currency: null, value: null },
                eventCode: "REFUND",
                eventDate: null,
                merchantAccountCode: null,
                merchantReference: null,
                originalReference: null,
                pspReference: null,
                success: "false",
              },
            },
          ],
        },
        fill: [
          {
            at: "/notificationItems/0/NotificationRequestItem/amount/currency",
            from: "payment.currency",
            as: "string",
          },
          {
            at: "/notificationItems/0/NotificationRequestItem/amount/value",
            from: "refund.amount",
            as: "integer",
            money: { unit: "minor", as: "integer", exponents: { CLP: 2, CVE: 0, IDR: 0, ISK: 2 } },
          },
          {
            at: "/notificationItems/0/NotificationRequestItem/eventDate",
            from: "now",
            as: "string",
          },
          {
            at: "/notificationItems/0/NotificationRequestItem/merchantAccountCode",
            from: "credentials.merchantAccount",
            as: "string",
          },
          {
            at: "/notificationItems/0/NotificationRequestItem/merchantReference",
            from: "key",
            as: "string",
          },
          {
            at: "/notificationItems/0/NotificationRequestItem/originalReference",
            from: "payment.pspReference",
            as: "string",
          },
          {
            at: "/notificationItems/0/NotificationRequestItem/pspReference",
            from: "refund.id",
            as: "string",
          },
        ],
      },
      reversed: {
        body: {
          live: "false",
          notificationItems: [
            {
              NotificationRequestItem: {
                amount: { currency: null, value: null },
                eventCode: "REFUND_FAILED",
                eventDate: null,
                merchantAccountCode: null,
                merchantReference: null,
                originalReference: null,
                pspReference: null,
                success: "true",
              },
            },
          ],
        },
        fill: [
          {
            at: "/notificationItems/0/NotificationRequestItem/amount/currency",
            from: "payment.currency",
            as: "string",
          },
          {
            at: "/notificationItems/0/NotificationRequestItem/amount/value",
            from: "refund.amount",
            as: "integer",
            money: { unit: "minor", as: "integer", exponents: { CLP: 2, CVE: 0, IDR: 0, ISK: 2 } },
          },
          {
            at: "/notificationItems/0/NotificationRequestItem/eventDate",
            from: "now",
            as: "string",
          },
          {
            at: "/notificationItems/0/NotificationRequestItem/merchantAccountCode",
            from: "credentials.merchantAccount",
            as: "string",
          },
          {
            at: "/notificationItems/0/NotificationRequestItem/merchantReference",
            from: "key",
            as: "string",
          },
          {
            at: "/notificationItems/0/NotificationRequestItem/originalReference",
            from: "payment.pspReference",
            as: "string",
          },
          {
            at: "/notificationItems/0/NotificationRequestItem/pspReference",
            from: "refund.id",
            as: "string",
          },
        ],
      },
    },
  },
  answers: {
    pending: {
      http: 201,
      body: {
        merchantAccount: null,
        paymentPspReference: null,
        reference: null,
        pspReference: null,
        status: "received",
        amount: { currency: null, value: null },
      },
      fill: [
        { at: "/merchantAccount", from: "credentials.merchantAccount", as: "string" },
        { at: "/paymentPspReference", from: "payment.pspReference", as: "string" },
        { at: "/reference", from: "key", as: "string" },
        { at: "/pspReference", from: "refund.number", as: "string", within: "RF{{}}" },
        { at: "/amount/currency", from: "payment.currency", as: "string" },
        {
          at: "/amount/value",
          from: "refund.amount",
          as: "integer",
          money: { unit: "minor", as: "integer", exponents: { CLP: 2, CVE: 0, IDR: 0, ISK: 2 } },
        },
      ],
    },
    payment_not_found: {
      http: 422,
      body: {
        status: 422,
        errorCode: "167",
        message: "Original pspReference required for this operation",
        errorType: "validation",
      },
      fill: [],
    },
    exceeds_refundable: {
      http: 422,
      body: {
        status: 422,
        errorCode: "137",
        message: "Invalid amount specified",
        errorType: "validation",
      },
      fill: [],
    },
    invalid_request: {
      http: 422,
      body: {
        status: 422,
        errorCode: "100",
        message: "Required object 'amount' is not provided.",
        errorType: "validation",
      },
      fill: [],
    },
    unauthorized: {
      http: 401,
      body: {
        status: 401,
        errorCode: "000",
        message: "HTTP Status Response - Unauthorized",
        errorType: "security",
      },
      fill: [],
    },
    provider_error: {
      http: 500,
      body: {
        status: 500,
        errorCode: "905",
        message: "Payment details are not supported",
        errorType: "configuration",
        pspReference: "8516091485743033",
      },
      fill: [],
    },
    key_busy: {
      http: 422,
      body: {
        status: 422,
        errorCode: "704",
        message: "request already processed or in progress",
        errorType: "validation",
      },
      fill: [],
    },
  },
};
