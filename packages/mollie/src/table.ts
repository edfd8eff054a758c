// Generated from specs/mollie.yaml by `npm run generate`. Do not edit: edit the spec.
import type { EvidenceTable, ProviderTable } from "@refunds/core/provider";

export const table: ProviderTable = {
  provider: "mollie",
  servers: { live: "https://api.mollie.com", test: "https://api.mollie.com" },
  credentials: [
    {
      apiKey: {
        secret: true,
        environments: { live: "^(live|access)_", test: "^test_" },
        schema: { type: "string" },
      },
    },
  ],
  refund: {
    method: "POST",
    path: "/v2/payments/{paymentId}/refunds",
    media: "json",
    send: [
      { from: "payment.id", to: "path.paymentId", schema: { type: "string", pattern: "^tr_.+$" } },
      { from: "currency", to: "body#/amount/currency", schema: { type: "string" } },
      {
        from: "amount",
        to: "body#/amount/value",
        schema: { type: "string" },
        money: { unit: "major", as: "string" },
      },
      {
        from: "reason",
        to: "body#/description",
        schema: { type: "string", maxLength: 255 },
        optional: true,
      },
      { from: "key", to: "header.idempotency-key", schema: { type: "string", minLength: 1 } },
      {
        from: "key",
        to: "body#/metadata/refund_key",
        schema: { type: "string", minLength: 1, maxLength: 512 },
        optional: true,
      },
      {
        from: "extra.reverseRouting",
        to: "body#/reverseRouting",
        schema: { type: "boolean" },
        optional: true,
      },
      {
        from: "extra.routingReversals",
        to: "body#/routingReversals",
        schema: {
          type: "array",
          items: {
            type: "object",
            required: ["amount", "source"],
            properties: {
              amount: {
                type: "object",
                required: ["currency", "value"],
                properties: { currency: { type: "string" }, value: { type: "string" } },
              },
              source: {
                type: "object",
                required: ["type", "organizationId"],
                properties: {
                  type: { type: "string", enum: ["organization"] },
                  organizationId: { type: "string", minLength: 1 },
                },
              },
            },
          },
          minItems: 1,
        },
        optional: true,
      },
      {
        from: "const",
        to: "header.Accept",
        schema: { type: "string", const: "application/hal+json" },
      },
      {
        from: "credentials.apiKey",
        to: "header.Authorization",
        schema: { type: "string" },
        prefix: "Bearer ",
      },
    ],
    answer: [
      {
        "/resource": { is: "refund" },
        "/id": { type: "string" },
        "/amount/currency": { type: "string" },
        "/amount/value": { type: "string" },
        "/status": { type: "string" },
        "/paymentId": { type: "string" },
      },
      {
        "/status": { type: "integer" },
        "/title": { type: "string" },
        "/detail": { type: "string" },
      },
    ],
    identifiedBy: [["payment.id"]],
    outcomes: [
      { when: { http: "409" }, means: "unknown" },
      { when: { http: "201", "/resource": "refund", "/status": "refunded" }, means: "succeeded" },
      {
        when: {
          http: "201",
          "/resource": "refund",
          "/status": ["queued", "pending", "processing"],
        },
        means: "pending",
      },
      {
        when: { http: "201", "/resource": "refund", "/status": ["failed", "canceled"] },
        means: "declined",
      },
      {
        when: { http: ["401", "403"], "/status": ["401", "403"] },
        means: "declined",
        reason: "unauthorized",
        of: [1],
      },
      {
        when: { http: "404", "/status": "404" },
        means: "declined",
        reason: "payment_not_found",
        of: [1],
      },
      {
        when: { http: "429", "/status": "429" },
        means: "declined",
        reason: "rate_limited",
        of: [1],
      },
      { when: { http: "422", "/status": "422" }, means: "declined", of: [1] },
    ],
    echo: [
      { of: "payment.id", at: "/paymentId" },
      { of: "amount", at: "/amount/value", money: { unit: "major", as: "string" } },
      { of: "currency", at: "/amount/currency" },
    ],
    refundId: "/id",
  },
  query: {
    method: "GET",
    path: "/v2/payments/{paymentId}/refunds",
    send: [
      { from: "payment.id", to: "path.paymentId", schema: { type: "string", pattern: "^tr_.+$" } },
      { from: "const", to: "query.limit", schema: { type: "string", const: "250" } },
      {
        from: "const",
        to: "header.Accept",
        schema: { type: "string", const: "application/hal+json" },
      },
      {
        from: "credentials.apiKey",
        to: "header.Authorization",
        schema: { type: "string" },
        prefix: "Bearer ",
      },
    ],
    answer: [
      { "/count": { type: "integer" }, "/_embedded/refunds": { type: "array" } },
      {
        "/status": { type: "integer" },
        "/title": { type: "string" },
        "/detail": { type: "string" },
      },
    ],
    outcomes: [
      { when: { http: "200", "/count": { present: true } }, means: "found", of: [0] },
      {
        when: { http: "401", "/status": "401" },
        means: "declined",
        reason: "unauthorized",
        of: [1],
      },
      {
        when: { http: "404", "/status": "404" },
        means: "declined",
        reason: "payment_not_found",
        of: [1],
      },
      {
        when: { http: "429", "/status": "429" },
        means: "declined",
        reason: "rate_limited",
        of: [1],
      },
    ],
  },
  errors: {
    message: "/detail",
    list: [
      {
        message: "The specified amount cannot be refunded",
        match: "contains",
        reason: "exceeds_refundable",
      },
      {
        message: "The amount is required for payments",
        match: "contains",
        reason: "invalid_request",
      },
      { message: "The 'amount' field is missing", match: "contains", reason: "invalid_request" },
      { message: "A duplicate refund has been detected", match: "contains", money: "unknown" },
    ],
  },
};

/** What an answer to the query proves about a refund whose outcome is not certain. */
export const evidence: EvidenceTable = {
  find: { in: "/_embedded/refunds", where: { "/metadata/refund_key": "key" } },
  echo: [
    { of: "payment.id", at: "/paymentId" },
    { of: "refund.id", at: "/id" },
    { of: "currency", at: "/amount/currency" },
  ],
  refunded: {
    at: "/amount/value",
    currency: "/amount/currency",
    money: { unit: "major", as: "string" },
  },
  rules: [
    {
      when: { "/resource": "refund", "/status": "refunded", refunded: "this" },
      proves: "succeeded",
    },
    {
      when: {
        "/resource": "refund",
        "/status": ["queued", "pending", "processing"],
        refunded: "this",
      },
      proves: "pending",
    },
    {
      when: { "/resource": "refund", "/status": ["failed", "canceled"] },
      proves: "declined",
      reason: "unspecified",
    },
  ],
  sameKey: { for: 3600, answers: "first", body: "same", busy: [{ http: "409" }] },
};
