// Generated from specs/bbmsl.yaml by `npm run generate`. Do not edit: edit the spec.
import type { EvidenceTable, ProviderTable } from "@refunds/core/provider";

export const table: ProviderTable = {
  provider: "bbmsl",
  servers: { live: "https://payapi.prod.bbmsl.com", test: "https://payapi.sit.bbmsl.com" },
  credentials: [
    {
      merchantId: { schema: { type: ["string", "integer"], minLength: 1 } },
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
        schema: { type: "integer", minimum: 1 },
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
      encoding: "base64",
      to: "body#/signature",
    },
    answer: [
      {
        "/responseCode": { is: "0000" },
        "/order/id": { type: ["integer", "string"] },
        "/order/merchantReference": { type: "string" },
        "/order/currency": { type: "string" },
        "/transaction/id": { type: ["integer", "string"] },
        "/transaction/type": { type: "string" },
        "/transaction/amount": { type: ["number", "string"] },
        "/transaction/status": { type: "string" },
      },
      { "/responseCode": { not: "0000" } },
    ],
    identifiedBy: [["payment.orderId"], ["payment.merchantReference"]],
    outcomes: [
      {
        when: {
          http: "200",
          "/responseCode": "0000",
          "/transaction/type": "REFUND",
          "/transaction/status": "SUCCESS",
        },
        means: "succeeded",
      },
      {
        when: {
          http: "200",
          "/responseCode": "0000",
          "/transaction/type": "REFUND",
          "/transaction/status": "DECLINED",
        },
        means: "declined",
      },
      { when: { "/responseCode": "0000" }, means: "unknown" },
      { when: { http: "200" }, means: "by_code" },
    ],
    echo: [
      { of: "amount", at: "/transaction/amount", money: { unit: "major", as: "number" } },
      { of: "currency", at: "/order/currency" },
      { of: "payment.orderId", at: "/order/id" },
      { of: "payment.merchantReference", at: "/order/merchantReference" },
    ],
    refundId: "/transaction/id",
    currencies: { codes: { HKD: 2, USD: 2 } },
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
        schema: { type: "integer", minimum: 1 },
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
      encoding: "base64",
      to: "body#/signature",
    },
    answer: [
      {
        "/responseCode": { is: "0000" },
        "/order/id": { type: ["integer", "string"] },
        "/order/merchantReference": { type: "string" },
        "/order/currency": { type: "string" },
      },
      { "/responseCode": { not: "0000" } },
    ],
    outcomes: [
      { when: { http: "200", "/responseCode": "0000" }, means: "found" },
      { when: { http: "200" }, means: "by_code" },
    ],
  },
  errors: {
    code: "/responseCode",
    message: "/message",
    list: [
      { message: "invalid signature", reason: "unauthorized" },
      { message: "no public key", reason: "unauthorized" },
    ],
  },
};

/** What an answer to the query proves about a refund whose outcome is not certain. */
export const evidence: EvidenceTable = {
  echo: [
    { of: "payment.orderId", at: "/order/id" },
    { of: "payment.merchantReference", at: "/order/merchantReference" },
    { of: "currency", at: "/order/currency" },
  ],
  refunded: {
    at: "/order/amount",
    less: "/order/netAmount",
    currency: "/order/currency",
    money: { unit: "major", as: "number" },
  },
  rules: [
    { when: { "/order/status": "REFUNDED", refunded: "this" }, proves: "succeeded" },
    {
      when: { "/order/status": "REFUNDED", refunded: "other" },
      proves: "declined",
      reason: "already_refunded",
    },
  ],
};
