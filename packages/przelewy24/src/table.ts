// Generated from specs/przelewy24.yaml by `npm run generate`. Do not edit: edit the spec.
import type { EvidenceTable, ProviderTable } from "@refunds/core/provider";

export const table: ProviderTable = {
  provider: "przelewy24",
  servers: { live: "https://secure.przelewy24.pl", test: "https://sandbox.przelewy24.pl" },
  credentials: [
    {
      posId: { schema: { type: "string", pattern: "^[0-9]+$" } },
      apiKey: { secret: true, schema: { type: "string", minLength: 1 } },
      crc: {
        secret: true,
        schema: { type: "string", minLength: 1 },
        setting: true,
        optional: true,
      },
    },
  ],
  refund: {
    method: "POST",
    path: "/api/v1/transaction/refund",
    media: "json",
    send: [
      {
        from: "key",
        to: "body#/requestId",
        schema: { type: "string", minLength: 1, maxLength: 45 },
      },
      {
        from: "key",
        to: "body#/refundsUuid",
        schema: { type: "string", minLength: 1, maxLength: 35 },
        optional: true,
      },
      {
        from: "payment.orderId",
        to: "body#/refunds/0/orderId",
        schema: { type: "integer", minimum: 1 },
      },
      {
        from: "payment.sessionId",
        to: "body#/refunds/0/sessionId",
        schema: { type: "string", minLength: 1 },
      },
      {
        from: "amount",
        to: "body#/refunds/0/amount",
        schema: { type: "integer", minimum: 1 },
        money: { unit: "minor", as: "integer" },
      },
      {
        from: "reason",
        to: "body#/refunds/0/description",
        schema: { type: "string", minLength: 1, maxLength: 35 },
        optional: true,
      },
      {
        from: "extra.urlStatus",
        to: "body#/urlStatus",
        schema: { type: "string", minLength: 1 },
        optional: true,
      },
      {
        from: "credentials.posId:apiKey",
        to: "header.Authorization",
        schema: { type: "string" },
        prefix: "Basic ",
      },
    ],
    answer: [
      {
        "/data": { type: "array" },
        "/data/0/orderId": { type: "integer" },
        "/data/0/sessionId": { type: "string" },
        "/data/0/amount": { type: "integer" },
        "/data/0/status": { type: "boolean" },
        "/responseCode": { type: "number" },
      },
      { "/error": { type: "string" }, "/code": { type: "number" } },
      {
        "/error": { type: "array" },
        "/error/0/status": { type: "boolean" },
        "/error/0/message": { type: "string" },
        "/code": { type: "integer" },
      },
    ],
    identifiedBy: [["payment.orderId"]],
    outcomes: [
      {
        when: {
          http: "201",
          "/responseCode": "0",
          "/data/0/status": "true",
          "/data/1": { present: false },
        },
        means: "pending",
        of: [0],
      },
      { when: { http: "400", "/code": "400" }, means: "by_code", of: [1] },
      { when: { http: "401", "/code": "401" }, means: "declined", reason: "unauthorized", of: [1] },
      {
        when: {
          http: "409",
          "/code": "409",
          "/error/0/status": "false",
          "/error/1": { present: false },
        },
        means: "by_code",
        of: [2],
      },
    ],
    echo: [
      { of: "payment.orderId", at: "/data/0/orderId" },
      { of: "payment.sessionId", at: "/data/0/sessionId" },
      { of: "amount", at: "/data/0/amount", money: { unit: "minor", as: "integer" } },
    ],
  },
  query: {
    method: "GET",
    path: "/api/v1/refund/by/orderId/{orderId}",
    send: [
      { from: "payment.orderId", to: "path.orderId", schema: { type: "integer", minimum: 1 } },
      {
        from: "credentials.posId:apiKey",
        to: "header.Authorization",
        schema: { type: "string" },
        prefix: "Basic ",
      },
    ],
    answer: [
      {
        "/data/orderId": { type: "integer" },
        "/data/refunds": { type: "array" },
        "/responseCode": { type: "number" },
      },
      { "/error": { type: "string" }, "/code": { type: "number" } },
      { "/error": { type: "string" } },
    ],
    outcomes: [
      { when: { http: "200", "/responseCode": "0" }, means: "found", of: [0] },
      { when: { http: "401", "/code": "401" }, means: "declined", reason: "unauthorized", of: [1] },
      {
        when: { http: "404", "/error": "Transaction not found" },
        means: "declined",
        reason: "payment_not_found",
        of: [2],
      },
    ],
  },
  errors: {
    code: "/code",
    message: ["/error/0/message", "/error"],
    list: [
      { codes: ["409"], message: "Transaction not found", reason: "payment_not_found" },
      {
        codes: ["409"],
        message: "Transaction in wrong status - cannot refund",
        reason: "not_refundable",
      },
      { codes: ["409"], message: "Insufficient funds available", reason: "insufficient_balance" },
      {
        codes: ["409"],
        message: "The amount of refund exceeds available amount for the transaction",
        reason: "exceeds_refundable",
      },
      { codes: ["400"], message: "Invalid input parameters", reason: "invalid_request" },
      { message: "Request already exists", reason: "provider_error", money: "unknown" },
      { message: "Concurrent call", reason: "provider_error", money: "unknown" },
    ],
  },
};

/** What an answer to the query proves about a refund whose outcome is not certain. */
export const evidence: EvidenceTable = {
  asks: ["payment.orderId"],
  find: { in: "/data/refunds", where: { "/requestId": "key" } },
  echo: [{ of: "key", at: "/requestId" }],
  refunded: { at: "/amount", money: { unit: "minor", as: "integer" } },
  rules: [
    { when: { "/status": "1", refunded: "this" }, proves: "succeeded" },
    { when: { "/status": ["2", "3"], refunded: "this" }, proves: "pending" },
    { when: { "/status": "4" }, proves: "declined", reason: "unspecified" },
  ],
};
