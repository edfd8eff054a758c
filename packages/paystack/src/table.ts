// Generated from specs/paystack.yaml by `npm run generate`. Do not edit: edit the spec.
import type { EvidenceTable, ProviderTable } from "@refunds/core/provider";

export const table: ProviderTable = {
  provider: "paystack",
  servers: { live: "https://api.paystack.co", test: "https://api.paystack.co" },
  credentials: [
    {
      secretKey: {
        secret: true,
        environments: { live: "^sk_live_", test: "^sk_test_" },
        schema: { type: "string", minLength: 1 },
      },
    },
  ],
  refund: {
    method: "POST",
    path: "/refund",
    media: "json",
    send: [
      {
        from: "payment.reference",
        to: "body#/transaction",
        schema: { type: "string", minLength: 1 },
      },
      {
        from: "amount",
        to: "body#/amount",
        schema: { type: "integer" },
        optional: true,
        money: { unit: "minor", as: "integer" },
      },
      {
        from: "currency",
        to: "body#/currency",
        schema: { type: "string", enum: ["GHS", "KES", "NGN", "USD", "ZAR"] },
        optional: true,
      },
      {
        from: "extra.customerNote",
        to: "body#/customer_note",
        schema: { type: "string", minLength: 1 },
        optional: true,
      },
      {
        from: "extra.merchantNote",
        to: "body#/merchant_note",
        schema: { type: "string", minLength: 1 },
        optional: true,
      },
      {
        from: "credentials.secretKey",
        to: "header.Authorization",
        schema: { type: "string", minLength: 1 },
        prefix: "Bearer ",
      },
    ],
    answer: [
      {
        "/status": { is: true },
        "/data/transaction/reference": { type: "string" },
        "/data/id": { type: "integer" },
        "/data/status": { type: "string" },
        "/data/amount": { type: "integer" },
        "/data/currency": { type: "string" },
      },
      { "/status": { is: false } },
    ],
    identifiedBy: [["payment.reference"]],
    outcomes: [
      { when: { http: "200", "/status": "true", "/data/status": "processed" }, means: "succeeded" },
      {
        when: { http: "200", "/status": "true", "/data/status": ["pending", "processing"] },
        means: "pending",
      },
      {
        when: { http: "200", "/status": "true", "/data/status": "needs-attention" },
        means: "pending",
      },
      { when: { http: "200", "/status": "true", "/data/status": "failed" }, means: "declined" },
      { when: { http: "401", "/status": "false" }, means: "declined", reason: "unauthorized" },
      { when: { http: "404", "/status": "false" }, means: "declined", reason: "payment_not_found" },
      {
        when: { http: "400", "/status": "false", "/message": ["Invalid key", "Invalid Key"] },
        means: "declined",
        reason: "unauthorized",
      },
      {
        when: {
          http: "400",
          "/status": "false",
          "/message": "Transaction has been fully reversed",
        },
        means: "declined",
        reason: "already_refunded",
      },
      {
        when: { http: "400", "/status": "false", "/code": "transaction_not_found" },
        means: "declined",
        reason: "payment_not_found",
      },
      {
        when: { http: "400", "/status": "false", "/type": ["api_error", "validation_error"] },
        means: "declined",
        reason: "invalid_request",
      },
      {
        when: { http: "400", "/status": "false", "/type": { present: false } },
        means: "declined",
        reason: "invalid_request",
      },
      { when: { http: "422", "/status": "false" }, means: "by_code" },
      { when: { http: "5XX", "/status": "false", "/code": "unknown" }, means: "by_code" },
    ],
    echo: [
      { of: "payment.reference", at: "/data/transaction/reference" },
      { of: "amount", at: "/data/amount", money: { unit: "minor", as: "integer" } },
      { of: "currency", at: "/data/currency" },
    ],
    refundId: "/data/id",
    currencies: { codes: { GHS: 2, KES: 2, NGN: 2, USD: 2, ZAR: 2 } },
  },
  query: {
    method: "GET",
    path: "/refund/{id}",
    send: [
      { from: "refund.id", to: "path.id", schema: { type: ["integer", "string"], minLength: 1 } },
      {
        from: "credentials.secretKey",
        to: "header.Authorization",
        schema: { type: "string", minLength: 1 },
        prefix: "Bearer ",
      },
    ],
    answer: [
      {
        "/status": { is: true },
        "/data/id": { type: "integer" },
        "/data/status": { type: "string" },
        "/data/amount": { type: "integer" },
        "/data/currency": { type: "string" },
      },
      { "/status": { is: false } },
    ],
    outcomes: [
      { when: { http: "200", "/status": "true" }, means: "found" },
      { when: { http: "401", "/status": "false" }, means: "declined", reason: "unauthorized" },
      { when: { http: "404", "/status": "false" }, means: "declined", reason: "payment_not_found" },
      { when: { http: ["400", "422"], "/status": "false" }, means: "by_code" },
      { when: { http: "5XX", "/status": "false", "/code": "unknown" }, means: "by_code" },
    ],
  },
  errors: {
    code: "/code",
    message: "/message",
    list: [
      { codes: ["invalid_params", "missing_params"], reason: "invalid_request" },
      { codes: ["not_found", "transaction_not_found"], reason: "payment_not_found" },
      { codes: ["unknown"], reason: "provider_error", money: "unknown" },
    ],
  },
};

/** What an answer to the query proves about a refund whose outcome is not certain. */
export const evidence: EvidenceTable = {
  asks: ["refund.id"],
  echo: [
    { of: "refund.id", at: "/data/id" },
    { of: "payment.reference", at: "/data/transaction_reference" },
    { of: "currency", at: "/data/currency" },
  ],
  refunded: {
    at: "/data/amount",
    currency: "/data/currency",
    money: { unit: "minor", as: "integer" },
  },
  rules: [
    { when: { http: "200", "/data/status": "processed", refunded: "this" }, proves: "succeeded" },
    {
      when: { http: "200", "/data/status": ["pending", "processing", "needs-attention"] },
      proves: "pending",
    },
    { when: { http: "200", "/data/status": "failed" }, proves: "declined", reason: "unspecified" },
  ],
};
