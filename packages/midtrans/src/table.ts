// Generated from specs/midtrans.yaml by `npm run generate`. Do not edit: edit the spec.
import type { EvidenceTable, ProviderTable } from "@refunds/core/provider";

export const table: ProviderTable = {
  provider: "midtrans",
  servers: { live: "https://api.midtrans.com", test: "https://api.sandbox.midtrans.com" },
  credentials: [{ serverKey: { secret: true, schema: { type: "string", pattern: "^[^:]+$" } } }],
  refund: {
    method: "POST",
    path: "/v2/{order_id}/refund",
    media: "json",
    send: [
      {
        from: "payment.transactionId",
        to: "path.order_id",
        schema: { type: "string", minLength: 1 },
      },
      {
        from: "key",
        to: "body#/refund_key",
        schema: { type: "string", pattern: "^[A-Za-z0-9_-]+$" },
      },
      {
        from: "amount",
        to: "body#/amount",
        schema: { type: "integer", minimum: 1 },
        money: { unit: "major", as: "integer", steps: { IDR: 100 } },
      },
      {
        from: "reason",
        to: "body#/reason",
        schema: { type: "string", minLength: 1, maxLength: 255 },
        optional: true,
      },
      {
        from: "credentials.serverKey:",
        to: "header.Authorization",
        schema: { type: "string" },
        prefix: "Basic ",
      },
    ],
    answer: [
      {
        "/status_code": { type: "string" },
        "/transaction_id": { type: "string" },
        "/transaction_status": { type: "string" },
        "/refund_chargeback_id": { type: ["integer", "string"] },
        "/refund_key": { type: "string" },
      },
      { "/status_code": { type: "string" }, "/status_message": { type: "string" } },
    ],
    identifiedBy: [["payment.transactionId"]],
    outcomes: [
      {
        when: {
          http: "200",
          "/status_code": "200",
          "/transaction_status": ["refund", "partial_refund"],
        },
        means: "pending",
        of: [0],
      },
      {
        when: {
          http: "200",
          "/status_code": "202",
          "/status_message": "Refund denied by the bank",
          "/transaction_status": "settlement",
          "/refund_amount": "0.00",
        },
        means: "declined",
        of: [0],
      },
      {
        when: {
          http: ["200", "4XX"],
          "/transaction_id": { present: false },
          "/status_message": { present: true },
        },
        means: "by_code",
      },
    ],
    echo: [
      { of: "payment.transactionId", at: "/transaction_id" },
      { of: "key", at: "/refund_key" },
    ],
    refundId: "/refund_chargeback_id",
    currencies: { codes: { IDR: 2 } },
  },
  query: {
    method: "GET",
    path: "/v2/{order_id}/status",
    send: [
      {
        from: "payment.transactionId",
        to: "path.order_id",
        schema: { type: "string", minLength: 1 },
      },
      {
        from: "credentials.serverKey:",
        to: "header.Authorization",
        schema: { type: "string" },
        prefix: "Basic ",
      },
    ],
    answer: [
      {
        "/status_code": { type: "string" },
        "/transaction_id": { type: "string" },
        "/transaction_status": { type: "string" },
      },
      { "/status_code": { type: "string" }, "/status_message": { type: "string" } },
    ],
    outcomes: [
      {
        when: { http: "200", "/status_code": "200", "/transaction_id": { present: true } },
        means: "found",
        of: [0],
      },
      {
        when: {
          http: ["200", "4XX"],
          "/transaction_id": { present: false },
          "/status_message": { present: true },
        },
        means: "by_code",
      },
    ],
  },
  errors: {
    code: "/status_code",
    message: "/status_message",
    list: [
      {
        codes: ["414"],
        message: "Refund request is rejected due to invalid amount",
        match: "starts",
        reason: "exceeds_refundable",
      },
      {
        codes: ["414"],
        message: "Refund request is rejected due to merchant insufficient funds",
        match: "starts",
        reason: "insufficient_balance",
      },
      { codes: ["400", "408", "413"], reason: "invalid_request" },
      { codes: ["401"], reason: "unauthorized" },
      { codes: ["402", "412"], reason: "not_refundable" },
      { codes: ["404"], reason: "payment_not_found" },
      { codes: ["406"], reason: "provider_error", money: "unknown" },
      { codes: ["429"], reason: "rate_limited" },
    ],
  },
};

/** What an answer to the query proves about a refund whose outcome is not certain. */
export const evidence: EvidenceTable = {
  find: { in: "/refunds", where: { "/refund_key": "key" } },
  echo: [
    { of: "key", at: "/refund_key" },
    { of: "refund.id", at: "/refund_chargeback_id" },
  ],
  refunded: { at: "/refund_amount", money: { unit: "major", as: "string" } },
  rules: [
    { when: { http: "200", "/bank_confirmed_at": "", refunded: "this" }, proves: "pending" },
    {
      when: { http: "200", "/bank_confirmed_at": { present: true }, refunded: "this" },
      proves: "succeeded",
    },
    {
      when: {
        http: "200",
        "/refund_chargeback_id": { present: true },
        "/bank_confirmed_at": { present: false },
        refunded: "this",
      },
      proves: "pending",
    },
  ],
};
