// Generated from specs/adyen.yaml by `npm run generate`. Do not edit: edit the spec.
import type { ProviderTable } from "@refunds/core/provider";

export const table: ProviderTable = {
  provider: "adyen",
  servers: {
    live: "https://{livePrefix}-checkout-live.adyenpayments.com/checkout/v72",
    test: "https://checkout-test.adyen.com/v72",
  },
  credentials: [
    {
      apiKey: { secret: true, schema: { type: "string", minLength: 1 } },
      hmacKey: {
        secret: true,
        schema: { type: "string", pattern: "^([0-9A-Fa-f]{2})+$" },
        setting: true,
        optional: true,
        rotates: true,
      },
      merchantAccount: { schema: { type: "string", minLength: 1 }, setting: true },
      livePrefix: { schema: { type: "string", minLength: 1 }, setting: true, optional: true },
    },
  ],
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
    identifiedBy: [["payment.pspReference"]],
    outcomes: [
      { when: { http: ["409", "422"], "/errorCode": "704" }, means: "unknown" },
      { when: { http: "201", "/status": "received" }, means: "pending" },
      {
        when: { http: ["401", "403"], "/errorType": "security" },
        means: "declined",
        reason: "unauthorized",
        of: [1],
      },
      { when: { http: ["400", "422"], "/errorType": "validation" }, means: "declined", of: [1] },
    ],
    echo: [
      { of: "payment.pspReference", at: "/paymentPspReference" },
      { of: "credentials.merchantAccount", at: "/merchantAccount" },
      { of: "key", at: "/reference" },
      {
        of: "amount",
        at: "/amount/value",
        money: { unit: "minor", as: "integer", exponents: { CLP: 2, CVE: 0, IDR: 0, ISK: 2 } },
      },
      { of: "currency", at: "/amount/currency" },
    ],
    refundId: "/pspReference",
  },
  errors: {
    code: "/errorCode",
    message: "/message",
    list: [
      { codes: ["010", "901"], reason: "unauthorized" },
      { codes: ["100", "702"], reason: "invalid_request" },
      { codes: ["167"], reason: "payment_not_found" },
      { codes: ["704"], reason: "provider_error", money: "unknown" },
    ],
  },
};
