// Generated from specs/checkoutcom.yaml by `npm run generate`. Do not edit: edit the spec.
import type { EvidenceTable, ProviderTable } from "@refunds/core/provider";

export const table: ProviderTable = {
  provider: "checkoutcom",
  servers: {
    live: "https://{prefix}.api.checkout.com",
    test: "https://{prefix}.api.sandbox.checkout.com",
  },
  credentials: [
    {
      secretKey: { secret: true, schema: { type: "string", minLength: 1, pattern: "^sk_" } },
      webhookSecret: {
        secret: true,
        schema: { type: "string", minLength: 1 },
        setting: true,
        optional: true,
        rotates: true,
      },
      prefix: {
        schema: { type: "string", minLength: 1, pattern: "^(pl-)?[a-z0-9]+$" },
        setting: true,
      },
    },
  ],
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
    identifiedBy: [["payment.id"]],
    outcomes: [
      { when: { http: "429" }, means: "unknown" },
      { when: { http: "202", "/action_id": { present: true } }, means: "pending", of: [0] },
      { when: { http: "401" }, means: "declined", reason: "unauthorized", of: [] },
      { when: { http: "403" }, means: "declined", reason: "not_refundable", of: [] },
      { when: { http: "404" }, means: "declined", reason: "payment_not_found", of: [] },
      { when: { http: "422", "/error_type": "request_invalid" }, means: "declined", of: [1] },
      { when: { http: "422", "/error_type": "processing_error" }, means: "by_code", of: [1] },
    ],
    echo: [{ of: "key", at: "/reference" }],
    refundId: "/action_id",
    currencies: { except: ["CLF", "UYI", "UYW"] },
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
    outcomes: [
      { when: { http: "200" }, means: "found", of: [0] },
      { when: { http: "401" }, means: "declined", reason: "unauthorized", of: [] },
      { when: { http: "404" }, means: "declined", reason: "payment_not_found", of: [] },
    ],
  },
  errors: {
    code: "/error_codes/*",
    message: "/error_type",
    list: [{ codes: ["amount_exceeds_balance"], reason: "exceeds_refundable" }],
  },
};

/** What an answer to the query proves about a refund whose outcome is not certain. */
export const evidence: EvidenceTable = {
  find: { in: "", where: { "/reference": "key" } },
  echo: [{ of: "refund.id", at: "/id" }],
  refunded: { at: "/amount", money: { unit: "minor", as: "integer", exponents: { CLP: 2 } } },
  rules: [
    {
      when: { "/type": "Refund", "/approved": "true", "/response_code": "10000", refunded: "this" },
      proves: "succeeded",
    },
    {
      when: { "/type": "Refund", "/approved": { present: false }, refunded: "this" },
      proves: "pending",
    },
  ],
};
