// Generated from specs/cashfree.yaml by `npm run generate`. Do not edit: edit the spec.
import type { EvidenceTable, ProviderTable } from "@refunds/core/provider";

export const table: ProviderTable = {
  provider: "cashfree",
  servers: { live: "https://api.cashfree.com/pg", test: "https://sandbox.cashfree.com/pg" },
  credentials: [
    {
      clientId: { schema: { type: "string", minLength: 1 } },
      clientSecret: { secret: true, schema: { type: "string", minLength: 1 } },
    },
  ],
  refund: {
    method: "POST",
    path: "/orders/{order_id}/refunds",
    media: "json",
    send: [
      {
        from: "payment.orderId",
        to: "path.order_id",
        schema: { type: "string", pattern: "^[A-Za-z0-9_-]{3,45}$" },
      },
      {
        from: "amount",
        to: "body#/refund_amount",
        schema: { type: "number" },
        money: { unit: "major", as: "number" },
      },
      {
        from: "key",
        to: "body#/refund_id",
        schema: { type: "string", pattern: "^[A-Za-z0-9_-]{3,40}$" },
      },
      {
        from: "key",
        to: "header.x-idempotency-key",
        schema: { type: "string", minLength: 1 },
        optional: true,
      },
      {
        from: "reason",
        to: "body#/refund_note",
        schema: { type: "string", minLength: 3, maxLength: 100 },
        optional: true,
      },
      {
        from: "extra.speed",
        to: "body#/refund_speed",
        schema: { type: "string", enum: ["STANDARD", "INSTANT"] },
        optional: true,
      },
      {
        from: "const",
        to: "header.x-api-version",
        schema: { type: "string", const: "2025-01-01" },
      },
      {
        from: "credentials.clientId",
        to: "header.x-client-id",
        schema: { type: "string", minLength: 1 },
      },
      {
        from: "credentials.clientSecret",
        to: "header.x-client-secret",
        schema: { type: "string", minLength: 1 },
      },
    ],
    answer: [
      {
        "/cf_refund_id": { type: "string" },
        "/refund_id": { type: "string" },
        "/order_id": { type: "string" },
        "/entity": { is: "refund" },
        "/refund_amount": { type: "number" },
        "/refund_currency": { type: "string" },
        "/refund_status": { type: "string" },
      },
      { "/message": { type: "string" }, "/code": { type: "string" }, "/type": { type: "string" } },
    ],
    identifiedBy: [["payment.orderId"]],
    outcomes: [
      { when: { http: "422", "/type": "idempotency_error" }, means: "unknown" },
      {
        when: {
          http: "200",
          "/entity": "refund",
          "/code": { present: false },
          "/refund_status": "SUCCESS",
        },
        means: "succeeded",
      },
      {
        when: {
          http: "200",
          "/entity": "refund",
          "/code": { present: false },
          "/refund_status": ["PENDING", "ONHOLD"],
        },
        means: "pending",
      },
      {
        when: {
          http: "200",
          "/entity": "refund",
          "/code": { present: false },
          "/refund_status": "CANCELLED",
        },
        means: "declined",
      },
      {
        when: {
          http: "200",
          "/entity": "refund",
          "/code": { present: false },
          "/refund_status": "FAILED",
        },
        means: "unknown",
      },
      {
        when: { http: "401", "/type": "authentication_error" },
        means: "declined",
        reason: "unauthorized",
        of: [1],
      },
      {
        when: { http: "429", "/type": "rate_limit_error" },
        means: "declined",
        reason: "rate_limited",
        of: [1],
      },
      { when: { http: "4XX", "/type": { present: true } }, means: "by_code", of: [1] },
    ],
    echo: [
      { of: "payment.orderId", at: "/order_id" },
      { of: "amount", at: "/refund_amount", money: { unit: "major", as: "number" } },
      { of: "currency", at: "/refund_currency" },
      { of: "key", at: "/refund_id" },
    ],
    refundId: "/cf_refund_id",
  },
  query: {
    method: "GET",
    path: "/orders/{order_id}/refunds/{refund_id}",
    send: [
      {
        from: "payment.orderId",
        to: "path.order_id",
        schema: { type: "string", pattern: "^[A-Za-z0-9_-]{3,45}$" },
      },
      {
        from: "key",
        to: "path.refund_id",
        schema: { type: "string", pattern: "^[A-Za-z0-9_-]{3,40}$" },
      },
      {
        from: "const",
        to: "header.x-api-version",
        schema: { type: "string", const: "2025-01-01" },
      },
      {
        from: "credentials.clientId",
        to: "header.x-client-id",
        schema: { type: "string", minLength: 1 },
      },
      {
        from: "credentials.clientSecret",
        to: "header.x-client-secret",
        schema: { type: "string", minLength: 1 },
      },
    ],
    answer: [
      {
        "/cf_refund_id": { type: "string" },
        "/refund_id": { type: "string" },
        "/order_id": { type: "string" },
        "/entity": { is: "refund" },
        "/refund_amount": { type: "number" },
        "/refund_currency": { type: "string" },
        "/refund_status": { type: "string" },
      },
      { "/message": { type: "string" }, "/code": { type: "string" }, "/type": { type: "string" } },
    ],
    outcomes: [
      { when: { http: "200", "/entity": "refund", "/code": { present: false } }, means: "found" },
      {
        when: { http: "401", "/type": "authentication_error" },
        means: "declined",
        reason: "unauthorized",
        of: [1],
      },
      {
        when: { http: "429", "/type": "rate_limit_error" },
        means: "declined",
        reason: "rate_limited",
        of: [1],
      },
      { when: { http: "4XX", "/type": { present: true } }, means: "by_code", of: [1] },
    ],
  },
  errors: {
    code: "/code",
    message: "/message",
    list: [
      {
        codes: ["request_failed"],
        message: "bad URL, please check API documentation",
        reason: "invalid_request",
      },
      {
        codes: ["refund_post_failed"],
        message: "Total amount of Refunds cannot be greater than the transaction amount",
        match: "starts",
        reason: "exceeds_refundable",
      },
      {
        codes: [
          "order_not_found",
          "order_get_not_found",
          "order_id_post_not_found",
          "order_id_invalid",
        ],
        reason: "payment_not_found",
      },
      { codes: ["order_id_not_paid"], reason: "not_settled" },
      { codes: ["order_id_voided", "refund_unsupported"], reason: "not_refundable" },
      { codes: ["refund_amount_invalid"], reason: "exceeds_refundable" },
      { codes: ["version_invalid", "refund_id_missing"], reason: "invalid_request" },
      {
        codes: [
          "refund_post_failed",
          "api_request_timeout",
          "api_request_failed",
          "bank_processing_failure",
        ],
        reason: "provider_error",
        money: "unknown",
      },
      { codes: ["refund_id_invalid"], reason: "invalid_request", money: "unknown" },
      { codes: ["refund_invalid"], reason: "not_refundable", money: "unknown" },
    ],
  },
};

/** What an answer to the query proves about a refund whose outcome is not certain. */
export const evidence: EvidenceTable = {
  asks: ["payment.orderId", "key"],
  echo: [
    { of: "payment.orderId", at: "/order_id" },
    { of: "key", at: "/refund_id" },
    { of: "refund.id", at: "/cf_refund_id" },
    { of: "currency", at: "/refund_currency" },
  ],
  refunded: {
    at: "/refund_amount",
    currency: "/refund_currency",
    money: { unit: "major", as: "number" },
  },
  rules: [
    { when: { http: "200", "/refund_status": "SUCCESS", refunded: "this" }, proves: "succeeded" },
    {
      when: { http: "200", "/refund_status": ["PENDING", "ONHOLD"], refunded: "this" },
      proves: "pending",
    },
    {
      when: { http: "200", "/refund_status": "CANCELLED" },
      proves: "declined",
      reason: "unspecified",
    },
  ],
  sameKey: {
    answers: "first",
    body: "same",
    mismatch: [{ http: "422", "/type": "idempotency_error" }],
    again: "new-key",
  },
};
