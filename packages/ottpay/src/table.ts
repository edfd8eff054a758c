// Generated from specs/ottpay.yaml by `pnpm generate`. Do not edit: edit the spec.
// biome-ignore-all lint/suspicious/noThenProperty: a rule says when and then; nobody awaits it.
import type { ProviderTable } from "@refunds/core/provider";

export const table: ProviderTable = {
  provider: "ottpay",
  servers: { live: "https://ecom-api.ottpay.com", test: "https://sandbox-api.ottpay.com" },
  credentials: [
    { accessToken: { secret: true, schema: { type: "string", minLength: 1 } } },
    {
      appId: { secret: false, schema: { type: "string", minLength: 1 } },
      appKey: { secret: true, schema: { type: "string", minLength: 1 } },
    },
  ],
  refund: {
    method: "POST",
    path: "/api/v1/payment/local-card/refund",
    media: "json",
    send: [
      {
        from: "payment.oriPaymentId",
        to: "body#/oriPaymentId",
        schema: { type: "string", minLength: 1 },
      },
      {
        from: "amount",
        to: "body#/refundAmount",
        schema: { type: "string", pattern: "^[1-9][0-9]*$" },
        money: { unit: "minor", as: "string" },
      },
      {
        from: "credentials.accessToken",
        to: "header.Authorization",
        schema: { type: "string", minLength: 1 },
        prefix: "Bearer ",
      },
    ],
    answer: {
      anyOf: [
        {
          type: "object",
          required: ["status", "result"],
          properties: {
            status: { type: "string", const: "SUCCESS" },
            result: {
              type: "object",
              required: ["refundId", "refundAmount", "refundStatus"],
              properties: {
                refundId: { type: "string", minLength: 1 },
                refundAmount: { type: ["string", "integer"] },
                refundStatus: { type: "string" },
                tradeTime: { type: "string" },
                exchangeRate: { type: "string" },
              },
            },
          },
        },
        {
          type: "object",
          required: ["status", "result"],
          properties: {
            status: { type: "string", const: "ERROR" },
            result: {
              type: "object",
              required: ["code"],
              properties: { code: { type: ["integer", "string"] }, message: { type: "string" } },
            },
          },
        },
      ],
    },
    outcomes: [
      { when: { "/status": "SUCCESS", "/result/refundStatus": "success" }, then: "succeeded" },
      { when: { "/status": "SUCCESS", "/result/refundStatus": "init" }, then: "pending" },
      { when: { "/status": "SUCCESS", "/result/refundStatus": "processing" }, then: "pending" },
      { when: { "/status": "SUCCESS", "/result/refundStatus": "failure" }, then: "declined" },
      { when: { "/status": "ERROR" }, then: "by_code" },
    ],
    echo: [{ of: "amount", at: "/result/refundAmount", money: { unit: "minor", as: "string" } }],
    refundId: "/result/refundId",
    currencies: { exponent: 2 },
  },
  query: {
    method: "POST",
    path: "/api/v1/payment/status-query",
    media: "json",
    send: [
      {
        from: "payment.oriPaymentId",
        to: "body#/paymentId",
        schema: { type: "string", minLength: 1 },
      },
      {
        from: "credentials.accessToken",
        to: "header.Authorization",
        schema: { type: "string", minLength: 1 },
        prefix: "Bearer ",
      },
    ],
    answer: {
      anyOf: [
        {
          type: "object",
          required: ["status", "result"],
          properties: {
            status: { type: "string", const: "SUCCESS" },
            result: {
              type: "object",
              properties: {
                paymentId: { type: "string" },
                paymentStatus: { type: "string" },
                totalAmount: { type: ["string", "integer"] },
                payAmount: { type: ["string", "integer"] },
                refundFee: { type: ["string", "integer"] },
                tradeTime: { type: "string" },
              },
            },
          },
        },
        {
          type: "object",
          required: ["status", "result"],
          properties: {
            status: { type: "string", const: "ERROR" },
            result: {
              type: "object",
              required: ["code"],
              properties: { code: { type: ["integer", "string"] }, message: { type: "string" } },
            },
          },
        },
      ],
    },
    outcomes: [
      { when: { "/status": "SUCCESS" }, then: "found" },
      { when: { "/status": "ERROR" }, then: "by_code" },
    ],
  },
  token: {
    method: "POST",
    path: "/api/v1/auth/token",
    media: "json",
    send: [
      { from: "credentials.appId", to: "body#/appId", schema: { type: "string", minLength: 1 } },
      { from: "credentials.appKey", to: "body#/appKey", schema: { type: "string", minLength: 1 } },
    ],
    answer: {
      anyOf: [
        {
          type: "object",
          required: ["status", "result"],
          properties: {
            status: { type: "string", const: "SUCCESS" },
            result: {
              type: "object",
              required: ["token", "expired"],
              properties: { token: { type: "string", minLength: 1 }, expired: { type: "integer" } },
            },
          },
        },
        {
          type: "object",
          required: ["status", "result"],
          properties: {
            status: { type: "string", const: "ERROR" },
            result: {
              type: "object",
              required: ["code"],
              properties: { code: { type: ["integer", "string"] }, message: { type: "string" } },
            },
          },
        },
      ],
    },
    outcomes: [
      { when: { "/status": "SUCCESS" }, then: "issued" },
      { when: { "/status": "ERROR" }, then: "by_code" },
    ],
    gives: "accessToken",
    token: "/result/token",
    expires: { at: "/result/expired", format: "unix-milliseconds" },
  },
  errors: {
    code: "/result/code",
    message: "/result/message",
    list: [
      { code: "10005", reason: "invalid_request", money: "none" },
      { code: "10200", reason: "provider_error", money: "unknown" },
      { code: "20004", reason: "provider_error", money: "unknown" },
      { code: "20007", reason: "insufficient_balance", money: "none" },
      { code: "20008", reason: "not_refundable", money: "none" },
      { code: "20014", reason: "exceeds_refundable", money: "none" },
      { code: "20019", reason: "payment_not_found", money: "none" },
      { code: "20021", reason: "not_settled", money: "none" },
      { code: "20034", reason: "provider_error", money: "unknown" },
      { code: "20041", reason: "already_refunded", money: "none" },
      { code: "50001", reason: "unspecified", money: "none" },
      { code: "50002", reason: "provider_error", money: "unknown" },
      { code: "50003", reason: "provider_error", money: "unknown" },
      { code: "90000", reason: "unauthorized", money: "none" },
      { code: "10003", reason: "unauthorized", money: "none" },
    ],
  },
};
