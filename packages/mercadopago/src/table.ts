// Generated from specs/mercadopago.yaml by `npm run generate`. Do not edit: edit the spec.
import type { EvidenceTable, ProviderTable } from "@refunds/core/provider";

export const table: ProviderTable = {
  provider: "mercadopago",
  servers: { live: "https://api.mercadopago.com", test: "https://api.mercadopago.com" },
  credentials: [
    {
      accessToken: {
        secret: true,
        environments: { live: "^APP_USR-", test: "^(TEST|APP_USR)-" },
        schema: { type: "string", minLength: 1 },
      },
      webhookSecret: {
        secret: true,
        schema: { type: "string", minLength: 1 },
        setting: true,
        optional: true,
        rotates: true,
      },
    },
  ],
  refund: {
    method: "POST",
    path: "/v1/payments/{id}/refunds",
    media: "json",
    send: [
      { from: "payment.id", to: "path.id", schema: { type: ["string", "integer"], minLength: 1 } },
      { from: "key", to: "header.X-Idempotency-Key", schema: { type: "string", minLength: 1 } },
      {
        from: "amount",
        to: "body#/amount",
        schema: { type: "number" },
        optional: true,
        money: { unit: "major", as: "number" },
      },
      {
        from: "const",
        to: "header.X-Render-In-Process-Refunds",
        schema: { type: "string", const: "true" },
      },
      {
        from: "credentials.accessToken",
        to: "header.Authorization",
        schema: { type: "string", minLength: 1 },
        prefix: "Bearer ",
      },
    ],
    answer: [
      {
        "/id": { type: "integer" },
        "/payment_id": { type: "integer" },
        "/amount": { type: "number" },
        "/status": { type: "string" },
      },
      { "/message": { type: "string" } },
    ],
    identifiedBy: [["payment.id"]],
    outcomes: [
      { when: { http: ["200", "201"], "/status": "approved" }, means: "succeeded", of: [0] },
      { when: { http: ["200", "201"], "/status": "in_process" }, means: "pending", of: [0] },
      { when: { http: ["400", "401", "404"] }, means: "by_code", of: [1] },
    ],
    echo: [
      { of: "payment.id", at: "/payment_id" },
      { of: "amount", at: "/amount", money: { unit: "major", as: "number" } },
    ],
    refundId: "/id",
    currencies: { codes: { ARS: 2, BRL: 2, CLP: 0, COP: 2, MXN: 2, PEN: 2, UYU: 2 } },
  },
  query: {
    method: "GET",
    path: "/v1/payments/{id}",
    send: [
      { from: "payment.id", to: "path.id", schema: { type: ["string", "integer"], minLength: 1 } },
      {
        from: "credentials.accessToken",
        to: "header.Authorization",
        schema: { type: "string", minLength: 1 },
        prefix: "Bearer ",
      },
    ],
    answer: [
      {
        "/id": { type: "integer" },
        "/status": { type: "string" },
        "/currency_id": { type: "string" },
        "/transaction_amount": { type: "number" },
      },
      { "/message": { type: "string" } },
    ],
    outcomes: [
      { when: { http: "200", "/currency_id": { present: true } }, means: "found", of: [0] },
      { when: { http: ["400", "401", "404"] }, means: "by_code", of: [1] },
    ],
  },
  errors: {
    code: "/cause/*/code",
    message: "/message",
    list: [
      { codes: ["2063", "2024", "15016"], reason: "not_refundable" },
      { codes: ["2085", "4040", "4041", "3012", "4292"], reason: "invalid_request" },
      { codes: ["401"], reason: "unauthorized" },
      { codes: ["2000"], reason: "payment_not_found" },
      { codes: ["2032"], reason: "provider_error", money: "unknown" },
      { codes: ["3024"], reason: "partial_not_supported" },
    ],
  },
};

/** What an answer to the query proves about a refund whose outcome is not certain. */
export const evidence: EvidenceTable = {
  echo: [
    { of: "payment.id", at: "/id" },
    { of: "currency", at: "/currency_id" },
  ],
  refunded: {
    at: "/transaction_amount_refunded",
    all: "/transaction_amount",
    currency: "/currency_id",
    money: { unit: "major", as: "number" },
    cumulative: true,
  },
  rules: [
    {
      when: { http: "200", "/status": ["approved", "refunded"], refunded: "this" },
      proves: "succeeded",
    },
  ],
};
