// Generated from specs/yedpay.yaml by `npm run generate`. Do not edit: edit the spec.
import type { EvidenceTable, ProviderTable } from "@refunds/core/provider";

export const table: ProviderTable = {
  provider: "yedpay",
  servers: { live: "https://api.yedpay.com/v1", test: "https://api-staging.yedpay.com/v1" },
  credentials: [
    {
      accessToken: { secret: true, schema: { type: "string", minLength: 1 } },
      signKey: {
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
    path: "/transactions/{id}/refund",
    media: "form",
    send: [
      { from: "payment.id", to: "path.id", schema: { type: "string", minLength: 1 } },
      {
        from: "reason",
        to: "body#/refund_reason",
        schema: { type: "string", minLength: 1 },
        optional: true,
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
        "/success": { is: true },
        "/data/id": { type: "string" },
        "/data/status": { type: "string" },
      },
      { "/success": { is: false } },
    ],
    identifiedBy: [["payment.id"]],
    outcomes: [
      { when: { "/success": "true", "/data/status": "refunded" }, means: "succeeded" },
      { when: { "/success": "true", "/data/status": "pending_refund" }, means: "pending" },
      { when: { "/success": "true", "/data/status": "void" }, means: "unknown" },
      { when: { "/success": "false" }, means: "by_code" },
    ],
    echo: [{ of: "payment.id", at: "/data/id" }],
  },
  query: {
    method: "GET",
    path: "/transactions/{id}",
    send: [
      { from: "payment.id", to: "path.id", schema: { type: "string", minLength: 1 } },
      {
        from: "credentials.accessToken",
        to: "header.Authorization",
        schema: { type: "string", minLength: 1 },
        prefix: "Bearer ",
      },
    ],
    answer: [
      {
        "/success": { is: true },
        "/data/id": { type: "string" },
        "/data/status": { type: "string" },
      },
      { "/success": { is: false } },
    ],
    outcomes: [
      { when: { "/success": "true" }, means: "found" },
      { when: { "/success": "false" }, means: "by_code" },
    ],
  },
  errors: {
    code: "/status",
    message: "/message",
    list: [
      { codes: ["500"], message: "Unauthenticated.", reason: "unauthorized" },
      { codes: ["500"], reason: "provider_error", money: "unknown" },
      { codes: ["401", "403"], reason: "unauthorized" },
      { codes: ["400"], reason: "insufficient_balance" },
      { codes: ["406", "422"], reason: "invalid_request" },
    ],
  },
};

/** What an answer to the query proves about a refund whose outcome is not certain. */
export const evidence: EvidenceTable = {
  echo: [{ of: "payment.id", at: "/data/id" }],
  refunded: {
    at: "/data/refunded",
    all: "/data/amount",
    currency: "/data/currency",
    money: { unit: "major", as: "string" },
  },
  rules: [
    { when: { "/data/status": "refunded", refunded: "this" }, proves: "succeeded" },
    { when: { "/data/status": "pending_refund" }, proves: "pending" },
  ],
};
