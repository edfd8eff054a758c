// Generated from specs/gocardless.yaml by `npm run generate`. Do not edit: edit the spec.
import type { EvidenceTable, ProviderTable } from "@refunds/core/provider";

export const table: ProviderTable = {
  provider: "gocardless",
  servers: { live: "https://api.gocardless.com", test: "https://api-sandbox.gocardless.com" },
  credentials: [
    {
      accessToken: { secret: true, schema: { type: "string", minLength: 1 } },
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
    path: "/refunds",
    media: "json",
    send: [
      {
        from: "amount",
        to: "body#/refunds/amount",
        schema: { type: "integer", minimum: 1 },
        money: { unit: "minor", as: "integer" },
      },
      {
        from: "extra.totalAmountConfirmation",
        to: "body#/refunds/total_amount_confirmation",
        schema: { type: "integer", minimum: 1 },
      },
      {
        from: "extra.reference",
        to: "body#/refunds/reference",
        schema: { type: "string", minLength: 1, maxLength: 140 },
        optional: true,
      },
      {
        from: "key",
        to: "header.Idempotency-Key",
        schema: { type: "string", minLength: 1, maxLength: 128 },
      },
      {
        from: "key",
        to: "body#/refunds/metadata/refund_key",
        schema: { type: "string", minLength: 1, maxLength: 500 },
        optional: true,
      },
      {
        from: "payment.id",
        to: "body#/refunds/links/payment",
        schema: { type: "string", minLength: 1 },
      },
      {
        from: "const",
        to: "header.GoCardless-Version",
        schema: { type: "string", const: "2015-07-06" },
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
        "/refunds/id": { type: "string" },
        "/refunds/amount": { type: "integer" },
        "/refunds/currency": { type: "string" },
        "/refunds/status": { type: "string" },
        "/refunds/links/payment": { type: "string" },
      },
      { "/error/type": { type: "string" }, "/error/message": { type: "string" } },
    ],
    identifiedBy: [["payment.id"]],
    outcomes: [
      {
        when: {
          http: "201",
          "/refunds/status": ["created", "pending_submission", "submitted"],
          "/error": { present: false },
        },
        means: "pending",
      },
      {
        when: { http: ["401", "403"], "/error/type": "invalid_api_usage" },
        means: "declined",
        reason: "unauthorized",
        of: [1],
      },
      {
        when: { http: "429", "/error/type": "invalid_api_usage" },
        means: "declined",
        reason: "rate_limited",
        of: [1],
      },
      {
        when: { http: "422", "/error/type": "validation_failed" },
        means: "declined",
        reason: "invalid_request",
        of: [1],
      },
      {
        when: { http: "4XX", "/error/type": ["invalid_api_usage", "invalid_state"] },
        means: "by_code",
        of: [1],
      },
    ],
    echo: [
      { of: "payment.id", at: "/refunds/links/payment" },
      { of: "amount", at: "/refunds/amount", money: { unit: "minor", as: "integer" } },
      { of: "currency", at: "/refunds/currency" },
    ],
    refundId: "/refunds/id",
    currencies: { codes: { AUD: 2, CAD: 2, DKK: 2, EUR: 2, GBP: 2, NZD: 2, SEK: 2, USD: 2 } },
  },
  query: {
    method: "GET",
    path: "/refunds",
    send: [
      { from: "payment.id", to: "query.payment", schema: { type: "string", minLength: 1 } },
      {
        from: "const",
        to: "header.GoCardless-Version",
        schema: { type: "string", const: "2015-07-06" },
      },
      {
        from: "credentials.accessToken",
        to: "header.Authorization",
        schema: { type: "string", minLength: 1 },
        prefix: "Bearer ",
      },
    ],
    answer: [
      { "/refunds": { type: "array" } },
      { "/error/type": { type: "string" }, "/error/message": { type: "string" } },
    ],
    outcomes: [
      {
        when: { http: "200", "/refunds": { present: true }, "/error": { present: false } },
        means: "found",
      },
      {
        when: { http: ["401", "403"], "/error/type": "invalid_api_usage" },
        means: "declined",
        reason: "unauthorized",
        of: [1],
      },
      {
        when: { http: "429", "/error/type": "invalid_api_usage" },
        means: "declined",
        reason: "rate_limited",
        of: [1],
      },
    ],
  },
  errors: {
    code: "/error/errors/*/reason",
    message: "/error/message",
    list: [
      { codes: ["refund_payment_invalid_state"], reason: "not_settled" },
      {
        codes: [
          "total_amount_confirmation_invalid",
          "idempotency_key_too_long",
          "version_not_found",
          "invalid_document_structure",
        ],
        reason: "invalid_request",
      },
      { codes: ["number_of_refunds_exceeded"], reason: "not_refundable" },
      { codes: ["link_not_found", "resource_not_found"], reason: "payment_not_found" },
      {
        codes: [
          "access_token_not_found",
          "access_token_not_active",
          "access_token_revoked",
          "insufficient_permissions",
        ],
        reason: "unauthorized",
      },
      { codes: ["rate_limit_exceeded"], reason: "rate_limited" },
      { codes: ["idempotent_creation_conflict"], reason: "provider_error", money: "unknown" },
    ],
  },
};

/** What an answer to the query proves about a refund whose outcome is not certain. */
export const evidence: EvidenceTable = {
  find: { in: "/refunds", where: { "/metadata/refund_key": "key" } },
  echo: [
    { of: "payment.id", at: "/links/payment" },
    { of: "currency", at: "/currency" },
    { of: "refund.id", at: "/id" },
  ],
  refunded: { at: "/amount", currency: "/currency", money: { unit: "minor", as: "integer" } },
  rules: [
    { when: { "/status": "paid", refunded: "this" }, proves: "succeeded" },
    {
      when: { "/status": ["created", "pending_submission", "submitted"], refunded: "this" },
      proves: "pending",
    },
    {
      when: { "/status": ["cancelled", "bounced", "funds_returned"] },
      proves: "declined",
      reason: "unspecified",
    },
  ],
};
