// Generated from specs/airwallex.yaml by `npm run generate`. Do not edit: edit the spec.
import type { EvidenceTable, ProviderTable } from "@refunds/core/provider";

export const table: ProviderTable = {
  provider: "airwallex",
  servers: { live: "https://api.airwallex.com", test: "https://api-demo.airwallex.com" },
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
      onBehalfOf: { schema: { type: "string", minLength: 1 }, setting: true, optional: true },
    },
    {
      clientId: { schema: { type: "string", minLength: 1 } },
      apiKey: { secret: true, schema: { type: "string", minLength: 1 } },
      webhookSecret: {
        secret: true,
        schema: { type: "string", minLength: 1 },
        setting: true,
        optional: true,
        rotates: true,
      },
      onBehalfOf: { schema: { type: "string", minLength: 1 }, setting: true, optional: true },
    },
  ],
  refund: {
    method: "POST",
    path: "/api/v1/pa/refunds/create",
    media: "json",
    send: [
      {
        from: "credentials.onBehalfOf",
        to: "header.x-on-behalf-of",
        schema: { type: "string", minLength: 1 },
        optional: true,
      },
      {
        from: "key",
        to: "body#/request_id",
        schema: { type: "string", minLength: 1, maxLength: 64 },
      },
      {
        from: "payment.paymentIntentId",
        to: "body#/payment_intent_id",
        schema: { type: "string", minLength: 1 },
        optional: true,
      },
      {
        from: "payment.paymentAttemptId",
        to: "body#/payment_attempt_id",
        schema: { type: "string", minLength: 1 },
        optional: true,
      },
      {
        from: "amount",
        to: "body#/amount",
        schema: { type: "number" },
        optional: true,
        money: { unit: "major", as: "number" },
      },
      {
        from: "reason",
        to: "body#/reason",
        schema: { type: "string", minLength: 1, maxLength: 128 },
        optional: true,
      },
      {
        from: "extra.metadata",
        to: "body#/metadata",
        schema: {
          type: "object",
          minProperties: 1,
          maxProperties: 50,
          propertyNames: { maxLength: 50 },
          additionalProperties: { type: "string", maxLength: 500 },
        },
        optional: true,
      },
      {
        from: "const",
        to: "header.x-api-version",
        schema: { type: "string", const: "2025-06-30" },
      },
      {
        from: "credentials.accessToken",
        to: "header.Authorization",
        schema: { type: "string", minLength: 1 },
        prefix: "Bearer ",
      },
    ],
    exactlyOne: [["payment.paymentIntentId", "payment.paymentAttemptId"]],
    answer: [
      {
        "/id": { type: "string" },
        "/request_id": { type: "string" },
        "/payment_intent_id": { type: "string" },
        "/amount": { type: "number" },
        "/currency": { type: "string" },
        "/status": { type: "string" },
      },
      { "/code": { type: "string" }, "/message": { type: "string" } },
    ],
    identifiedBy: [["payment.paymentIntentId"], ["payment.paymentAttemptId"]],
    outcomes: [
      {
        when: { http: ["200", "201"], "/status": "SETTLED", "/code": { present: false } },
        means: "succeeded",
      },
      {
        when: {
          http: ["200", "201"],
          "/status": ["RECEIVED", "ACCEPTED"],
          "/code": { present: false },
        },
        means: "pending",
      },
      {
        when: { http: ["200", "201"], "/status": "FAILED", "/code": { present: false } },
        means: "declined",
      },
      {
        when: { http: ["400", "401", "403", "404", "429"], "/status": { present: false } },
        means: "by_code",
      },
    ],
    echo: [
      { of: "key", at: "/request_id" },
      { of: "payment.paymentIntentId", at: "/payment_intent_id" },
      { of: "payment.paymentAttemptId", at: "/payment_attempt_id" },
      { of: "amount", at: "/amount", money: { unit: "major", as: "number" } },
      { of: "currency", at: "/currency" },
    ],
    refundId: "/id",
  },
  query: {
    method: "GET",
    path: "/api/v1/pa/refunds",
    send: [
      {
        from: "credentials.onBehalfOf",
        to: "header.x-on-behalf-of",
        schema: { type: "string", minLength: 1 },
        optional: true,
      },
      {
        from: "payment.paymentIntentId",
        to: "query.payment_intent_id",
        schema: { type: "string", minLength: 1 },
        optional: true,
      },
      {
        from: "payment.paymentAttemptId",
        to: "query.payment_attempt_id",
        schema: { type: "string", minLength: 1 },
        optional: true,
      },
      {
        from: "const",
        to: "header.x-api-version",
        schema: { type: "string", const: "2025-06-30" },
      },
      { from: "const", to: "query.page_size", schema: { type: "string", const: "100" } },
      {
        from: "credentials.accessToken",
        to: "header.Authorization",
        schema: { type: "string", minLength: 1 },
        prefix: "Bearer ",
      },
    ],
    exactlyOne: [["payment.paymentIntentId", "payment.paymentAttemptId"]],
    answer: [
      { "/items": { type: "array" }, "/has_more": { type: "boolean" } },
      { "/code": { type: "string" }, "/message": { type: "string" } },
    ],
    outcomes: [
      { when: { http: "200", "/items": { present: true } }, means: "found", of: [0] },
      {
        when: { http: ["400", "401", "403", "404", "429"], "/items": { present: false } },
        means: "by_code",
      },
    ],
  },
  token: {
    method: "POST",
    path: "/api/v1/authentication/login",
    send: [
      {
        from: "credentials.clientId",
        to: "header.x-client-id",
        schema: { type: "string", minLength: 1 },
      },
      {
        from: "credentials.apiKey",
        to: "header.x-api-key",
        schema: { type: "string", minLength: 1 },
      },
    ],
    answer: [
      { "/token": { type: "string" }, "/expires_at": { type: "string" } },
      { "/code": { type: "string" }, "/message": { type: "string" } },
    ],
    outcomes: [
      { when: { http: ["200", "201"], "/token": { present: true } }, means: "issued", of: [0] },
      {
        when: { http: ["400", "401", "403", "429"], "/code": { present: true } },
        means: "by_code",
        of: [1],
      },
    ],
    gives: "accessToken",
    token: "/token",
    expires: { at: "/expires_at", format: "iso-8601" },
  },
  errors: {
    code: "/code",
    message: "/message",
    list: [
      { codes: ["unauthorized", "credentials_invalid"], reason: "unauthorized" },
      { codes: ["too_many_requests"], reason: "rate_limited" },
      { codes: ["validation_error", "amount_below_limit"], reason: "invalid_request" },
      { codes: ["resource_not_found"], reason: "payment_not_found" },
      { codes: ["amount_above_limit"], reason: "exceeds_refundable" },
      {
        codes: ["invalid_status_for_operation", "operation_not_supported"],
        reason: "not_refundable",
      },
      {
        codes: ["duplicate_request", "provider_declined", "provider_unavailable"],
        reason: "provider_error",
        money: "unknown",
      },
    ],
  },
};

/** What an answer to the query proves about a refund whose outcome is not certain. */
export const evidence: EvidenceTable = {
  find: { in: "/items", where: { "/request_id": "key" } },
  echo: [
    { of: "payment.paymentIntentId", at: "/payment_intent_id" },
    { of: "payment.paymentAttemptId", at: "/payment_attempt_id" },
    { of: "refund.id", at: "/id" },
    { of: "currency", at: "/currency" },
  ],
  refunded: { at: "/amount", currency: "/currency", money: { unit: "major", as: "number" } },
  rules: [
    { when: { "/status": "SETTLED", refunded: "this" }, proves: "succeeded" },
    { when: { "/status": ["RECEIVED", "ACCEPTED"], refunded: "this" }, proves: "pending" },
    { when: { "/status": "FAILED" }, proves: "declined", reason: "unspecified" },
  ],
};
