// Generated from specs/bbmsl.yaml by `pnpm generate`. Do not edit: edit the spec.
// biome-ignore-all lint/suspicious/noThenProperty: a rule says when and then; nobody awaits it.
import type { ProviderTable } from "@refunds/core/provider";

export const table: ProviderTable = {
  provider: "bbmsl",
  servers: { live: "https://payapi.prod.bbmsl.com", test: "https://payapi.sit.bbmsl.com" },
  credentials: [
    {
      merchantId: { secret: false, schema: { type: ["string", "integer"], minLength: 1 } },
      privateKey: { secret: true, schema: { type: "string" } },
    },
  ],
  refund: {
    method: "POST",
    path: "/hosted-checkout/refund",
    media: "json",
    send: [
      {
        from: "credentials.merchantId",
        to: "body#/request/merchantId",
        schema: { type: ["string", "integer"], minLength: 1 },
      },
      {
        from: "payment.orderId",
        to: "body#/request/orderId",
        schema: { type: "integer", minimum: 1, maximum: 9007199254740991 },
        optional: true,
      },
      {
        from: "payment.merchantReference",
        to: "body#/request/merchantReference",
        schema: { type: "string", minLength: 1 },
        optional: true,
      },
      {
        from: "amount",
        to: "body#/request/amount",
        schema: { type: "number" },
        money: { unit: "major", as: "number" },
      },
    ],
    exactlyOne: [["payment.orderId", "payment.merchantReference"]],
    jsonText: ["/request"],
    sign: {
      algorithm: "RSASSA-PKCS1-v1_5-SHA-256",
      key: "credentials.privateKey",
      bits: 2048,
      over: ["body#/request"],
      join: "",
      encoding: "base64",
      to: "body#/signature",
    },
    answer: {
      anyOf: [
        {
          type: "object",
          required: ["responseCode", "order", "transaction"],
          properties: {
            responseCode: { type: "string", const: "0000" },
            message: { type: ["string", "null"] },
            order: {
              type: "object",
              required: ["id", "merchantReference", "currency"],
              properties: {
                id: { type: ["integer", "string"] },
                merchantId: { type: ["integer", "string"] },
                merchantReference: { type: "string" },
                currency: { type: "string" },
                amount: { type: ["number", "string"] },
                netAmount: { type: ["number", "string"] },
                cardType: { type: "string" },
                email: { type: ["string", "null"] },
                createTime: { type: "string" },
                updateTime: { type: "string" },
                status: { type: "string" },
                recurring: { type: "boolean" },
              },
            },
            transaction: {
              type: "object",
              required: ["id", "type", "amount", "status"],
              properties: {
                id: { type: ["integer", "string"] },
                merchantId: { type: ["integer", "string"] },
                type: { type: "string" },
                amount: { type: ["number", "string"] },
                currency: { type: "string" },
                status: { type: "string" },
                maskedPan: { type: ["string", "null"] },
                stan: { type: "string" },
              },
            },
          },
        },
        {
          type: "object",
          required: ["responseCode"],
          properties: {
            responseCode: { type: "string", minLength: 1, pattern: "^(?!0000$)" },
            message: { type: ["string", "null"] },
          },
        },
      ],
    },
    outcomes: [
      {
        when: {
          http: "200",
          "/responseCode": "0000",
          "/transaction/type": "REFUND",
          "/transaction/status": "SUCCESS",
        },
        then: "succeeded",
      },
      {
        when: {
          http: "200",
          "/responseCode": "0000",
          "/transaction/type": "REFUND",
          "/transaction/status": "DECLINED",
        },
        then: "declined",
        reason: "unspecified",
      },
      { when: { "/responseCode": "0000" }, then: "unknown" },
      { when: { http: "200" }, then: "by_code" },
    ],
    echo: [
      { of: "amount", at: "/transaction/amount", money: { unit: "major", as: "number" } },
      { of: "currency", at: "/order/currency" },
      { of: "payment.orderId", at: "/order/id" },
      { of: "payment.merchantReference", at: "/order/merchantReference" },
    ],
    refundId: "/transaction/id",
    currencies: { codes: ["HKD", "USD"] },
  },
  query: {
    method: "POST",
    path: "/hosted-checkout/query",
    media: "json",
    send: [
      {
        from: "credentials.merchantId",
        to: "body#/request/merchantId",
        schema: { type: ["string", "integer"], minLength: 1 },
      },
      {
        from: "payment.orderId",
        to: "body#/request/orderId",
        schema: { type: "integer", minimum: 1, maximum: 9007199254740991 },
        optional: true,
      },
      {
        from: "payment.merchantReference",
        to: "body#/request/merchantReference",
        schema: { type: "string", minLength: 1 },
        optional: true,
      },
    ],
    exactlyOne: [["payment.orderId", "payment.merchantReference"]],
    jsonText: ["/request"],
    sign: {
      algorithm: "RSASSA-PKCS1-v1_5-SHA-256",
      key: "credentials.privateKey",
      bits: 2048,
      over: ["body#/request"],
      join: "",
      encoding: "base64",
      to: "body#/signature",
    },
    answer: {
      anyOf: [
        {
          type: "object",
          required: ["responseCode", "order"],
          properties: {
            responseCode: { type: "string", const: "0000" },
            message: { type: ["string", "null"] },
            order: {
              type: "object",
              required: ["id", "merchantReference", "currency"],
              properties: {
                id: { type: ["integer", "string"] },
                merchantId: { type: ["integer", "string"] },
                merchantReference: { type: "string" },
                currency: { type: "string" },
                amount: { type: ["number", "string"] },
                netAmount: { type: ["number", "string"] },
                cardType: { type: "string" },
                email: { type: ["string", "null"] },
                createTime: { type: "string" },
                updateTime: { type: "string" },
                status: { type: "string" },
                recurring: { type: "boolean" },
              },
            },
          },
        },
        {
          type: "object",
          required: ["responseCode"],
          properties: {
            responseCode: { type: "string", minLength: 1, pattern: "^(?!0000$)" },
            message: { type: ["string", "null"] },
          },
        },
      ],
    },
    outcomes: [
      { when: { http: "200", "/responseCode": "0000" }, then: "found" },
      { when: { http: "200" }, then: "by_code" },
    ],
  },
  errors: {
    code: "/responseCode",
    message: "/message",
    list: [
      { message: "invalid signature", reason: "unauthorized", money: "none" },
      { message: "no public key", reason: "unauthorized", money: "none" },
    ],
  },
};
