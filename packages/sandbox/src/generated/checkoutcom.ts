// Generated from specs/checkoutcom.yaml by `npm run generate`. Do not edit: edit the spec.

import type { SimulatorTable } from "../simulator-table.ts";

export const checkoutcom: SimulatorTable = {
  provider: "checkoutcom",
  title: "Checkout.com",
  documentation: "https://github.com/checkout/checkout-api-reference",
  servers: ["https://vkuhvk4v.api.checkout.com", "https://vkuhvk4v.api.sandbox.checkout.com"],
  credentials: [
    {
      secretKey: { secret: true, value: "sk_sbox_abcdefghijklmnopqrstuvwxyz2" },
      webhookSecret: { secret: true, value: "sandbox-webhook-secret" },
      prefix: { secret: false, value: "vkuhvk4v" },
    },
  ],
  payments: [
    {
      payment: { id: "pay_6ndp5facelxurne7gloxkxm571" },
      amount: { value: 10000, currency: "USD" },
    },
    { payment: { id: "pay_6ndp5facelxurne7gloxkxm572" }, amount: { value: 5000, currency: "CLP" } },
    { payment: { id: "pay_6ndp5facelxurne7gloxkxm573" }, amount: { value: 5000, currency: "JPY" } },
    {
      payment: { id: "pay_6ndp5facelxurne7gloxkxm574" },
      amount: { value: 12340, currency: "KWD" },
    },
    {
      payment: { id: "pay_6ndp5facelxurne7gloxkxm575" },
      amount: { value: 10000, currency: "EUR" },
      always: "not_refundable",
    },
    {
      payment: { id: "pay_6ndp5facelxurne7gloxkxm576" },
      amount: { value: 10000, currency: "EUR" },
      always: "provider_error",
    },
    {
      payment: { id: "pay_6ndp5facelxurne7gloxkxm577" },
      amount: { value: 10000, currency: "EUR" },
      always: "key_busy",
    },
  ],
  partial: true,
  repeated: true,
  refundStates: { refunded: "10000", pending: "pending", failed: "20006" },
  refundIdAt: "/action_id",
  keys: { answers: "first", forgets: [{ http: ["4XX", "5XX"] }] },
  operations: {
    refund: {
      method: "POST",
      path: "/payments/{id}/refunds",
      media: "json",
      send: [
        {
          from: "payment.id",
          to: "path.id",
          schema: { type: "string", pattern: "^(pay)_(\\w{26})$" },
        },
        {
          from: "amount",
          to: "body#/amount",
          schema: { type: "integer", minimum: 0, maximum: 999999999 },
          optional: true,
          money: {
            unit: "minor",
            as: "integer",
            exponents: { CLP: 2 },
            steps: { BHD: 10, IQD: 10, JOD: 10, KWD: 10, LYD: 10, OMR: 10, TND: 10 },
          },
        },
        { from: "key", to: "header.Cko-Idempotency-Key", schema: { type: "string", minLength: 1 } },
        {
          from: "key",
          to: "body#/reference",
          schema: { type: "string", minLength: 1, maxLength: 50 },
          optional: true,
        },
        {
          from: "extra.metadata",
          to: "body#/metadata",
          schema: {
            type: "object",
            minProperties: 1,
            additionalProperties: { type: ["string", "integer", "boolean"] },
          },
          optional: true,
        },
        {
          from: "credentials.secretKey",
          to: "header.Authorization",
          schema: { type: "string", minLength: 1, pattern: "^sk_" },
          prefix: "Bearer ",
        },
      ],
      answer: [
        { "/action_id": { type: "string" } },
        { "/error_type": { type: "string" }, "/error_codes": { type: "array" } },
      ],
      empty: ["401", "403", "404"],
    },
    query: {
      method: "GET",
      path: "/payments/{id}/actions",
      send: [
        {
          from: "payment.id",
          to: "path.id",
          schema: { type: "string", pattern: "^(pay)_(\\w{26})$" },
        },
        {
          from: "credentials.secretKey",
          to: "header.Authorization",
          schema: { type: "string", minLength: 1, pattern: "^sk_" },
          prefix: "Bearer ",
        },
      ],
      answer: [
        { "": { type: "array" } },
        { "/error_type": { type: "string" }, "/error_codes": { type: "array" } },
      ],
      empty: ["401", "404"],
    },
  },
  statusAt: [],
  notification: {
    verify: {
      algorithm: "HMAC-SHA-256",
      key: "credentials.webhookSecret",
      over: ["body"],
      encoding: "hex",
      from: "header.Cko-Signature",
    },
    media: "json",
    says: {
      succeeded: {
        body: {
          id: null,
          type: "payment_refunded",
          created_on: null,
          data: {
            id: null,
            action_id: null,
            reference: null,
            amount: null,
            response_code: "10000",
            response_summary: "Approved",
            currency: null,
          },
        },
        fill: [
          { at: "/id", from: "notification.number", as: "string", within: "evt_{{}}" },
          { at: "/created_on", from: "now", as: "string" },
          { at: "/data/id", from: "payment.id", as: "string" },
          { at: "/data/action_id", from: "refund.id", as: "string" },
          { at: "/data/reference", from: "key", as: "string" },
          {
            at: "/data/amount",
            from: "refund.amount",
            as: "integer",
            money: { unit: "minor", as: "integer", exponents: { CLP: 2 } },
          },
          { at: "/data/currency", from: "payment.currency", as: "string" },
        ],
      },
      declined: {
        body: {
          id: null,
          type: "payment_refund_declined",
          created_on: null,
          data: {
            id: null,
            action_id: null,
            reference: null,
            amount: null,
            response_code: "20006",
            response_summary: "Error / Invalid Request Parameters",
            currency: null,
          },
        },
        fill: [
          { at: "/id", from: "notification.number", as: "string", within: "evt_{{}}" },
          { at: "/created_on", from: "now", as: "string" },
          { at: "/data/id", from: "payment.id", as: "string" },
          { at: "/data/action_id", from: "refund.id", as: "string" },
          { at: "/data/reference", from: "key", as: "string" },
          {
            at: "/data/amount",
            from: "refund.amount",
            as: "integer",
            money: { unit: "minor", as: "integer", exponents: { CLP: 2 } },
          },
          { at: "/data/currency", from: "payment.currency", as: "string" },
        ],
      },
    },
  },
  answers: {
    pending: {
      http: 202,
      body: { action_id: null, reference: null },
      fill: [
        { at: "/action_id", from: "refund.number", as: "string", within: "act_{{}}" },
        { at: "/reference", from: "key", as: "string" },
      ],
    },
    queried: {
      http: 200,
      body: [{ id: null, type: "Refund", amount: null, response_code: null, reference: null }],
      fill: [
        { at: "/0/id", from: "refund.id", as: "string" },
        {
          at: "/0/amount",
          from: "refund.amount",
          as: "integer",
          money: { unit: "minor", as: "integer", exponents: { CLP: 2 } },
        },
        { at: "/0/response_code", from: "refund.state", as: "string" },
        { at: "/0/reference", from: "key", as: "string" },
      ],
      each: "",
    },
    exceeds_refundable: {
      http: 422,
      body: {
        request_id: "0HL80RJLS76I7",
        error_type: "processing_error",
        error_codes: ["amount_exceeds_balance"],
      },
      fill: [],
    },
    invalid_request: {
      http: 422,
      body: {
        request_id: "0HL80RJLS76I7",
        error_type: "request_invalid",
        error_codes: ["payment_source_required"],
      },
      fill: [],
    },
    payment_not_found: { http: 404, fill: [] },
    not_refundable: { http: 403, fill: [] },
    unauthorized: { http: 401, fill: [] },
    key_busy: {
      http: 429,
      body: {
        request_id: "0HL80RJLS76I7",
        error_type: "too_many_requests",
        error_codes: ["too_many_requests"],
      },
      fill: [],
    },
    provider_error: {
      http: 500,
      body: {
        request_id: "0HL80RJLS76I7",
        error_type: "server_error",
        error_codes: ["server_error"],
      },
      fill: [],
    },
  },
};
