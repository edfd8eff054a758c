// Generated from specs/dlocal.yaml by `npm run generate`. Do not edit: edit the spec.
import type { EvidenceTable, ProviderTable } from "@refunds/core/provider";

export const table: ProviderTable = {
  provider: "dlocal",
  servers: { live: "https://api.dlocal.com", test: "https://sandbox.dlocal.com" },
  credentials: [
    {
      login: { schema: { type: "string", minLength: 1 } },
      transKey: { secret: true, schema: { type: "string", minLength: 1 } },
      secretKey: { secret: true, schema: { type: "string", minLength: 1 } },
    },
  ],
  refund: {
    method: "POST",
    path: "/refunds",
    media: "json",
    send: [
      { from: "timestamp", to: "header.X-Date", schema: { type: "string" }, time: "iso-8601" },
      { from: "credentials.login", to: "header.X-Login", schema: { type: "string", minLength: 1 } },
      {
        from: "credentials.transKey",
        to: "header.X-Trans-Key",
        schema: { type: "string", minLength: 1 },
      },
      { from: "key", to: "header.X-Idempotency-Key", schema: { type: "string", minLength: 1 } },
      {
        from: "key",
        to: "body#/order_refund_id",
        schema: { type: "string", minLength: 1, maxLength: 100 },
        optional: true,
      },
      {
        from: "payment.paymentId",
        to: "body#/payment_id",
        schema: { type: "string", minLength: 1, maxLength: 50 },
      },
      {
        from: "amount",
        to: "body#/amount",
        schema: { type: "number" },
        optional: true,
        money: { unit: "major", as: "number" },
      },
      { from: "currency", to: "body#/currency", schema: { type: "string" }, optional: true },
      {
        from: "reason",
        to: "body#/description",
        schema: { type: "string", minLength: 1 },
        optional: true,
      },
      {
        from: "extra.notificationUrl",
        to: "body#/notification_url",
        schema: { type: "string", minLength: 1 },
        optional: true,
      },
      {
        from: "extra.beneficiaryName",
        to: "body#/beneficiary_name",
        schema: { type: "string", minLength: 1 },
        optional: true,
      },
      {
        from: "extra.bank",
        to: "body#/bank",
        schema: { type: "string", minLength: 1 },
        optional: true,
      },
      {
        from: "extra.bankAccount",
        to: "body#/bank_account",
        schema: { type: "string", minLength: 1 },
        optional: true,
      },
      {
        from: "extra.bankAccountType",
        to: "body#/bank_account_type",
        schema: { type: "string", enum: ["C", "S", "I"] },
        optional: true,
      },
      {
        from: "extra.bankBranch",
        to: "body#/bank_branch",
        schema: { type: "string", minLength: 1 },
        optional: true,
      },
      { from: "const", to: "header.X-Version", schema: { type: "string", const: "2.1" } },
    ],
    sign: {
      algorithm: "HMAC-SHA-256",
      key: "credentials.secretKey",
      over: ["header.X-Login", "header.X-Date", "body"],
      encoding: "hex",
      to: "header.Authorization",
      as: "V2-HMAC-SHA256, Signature: {signature}",
    },
    answer: [
      {
        "/id": { type: "string" },
        "/payment_id": { type: "string" },
        "/status": { type: "string" },
        "/amount": { type: "number" },
        "/currency": { type: "string" },
      },
      { "/code": { type: "integer" }, "/message": { type: "string" } },
    ],
    identifiedBy: [["payment.paymentId"]],
    outcomes: [
      {
        when: { http: "200", "/status": "SUCCESS", "/code": { present: false } },
        means: "succeeded",
      },
      {
        when: { http: "200", "/status": "PENDING", "/code": { present: false } },
        means: "pending",
      },
      {
        when: { http: "200", "/status": ["REJECTED", "CANCELLED"], "/code": { present: false } },
        means: "declined",
      },
      {
        when: { http: ["400", "403", "404", "429", "500", "504"], "/status": { present: false } },
        means: "by_code",
      },
    ],
    echo: [
      { of: "payment.paymentId", at: "/payment_id" },
      { of: "amount", at: "/amount", money: { unit: "major", as: "number" } },
      { of: "currency", at: "/currency" },
    ],
    refundId: "/id",
  },
  query: {
    method: "GET",
    path: "/refunds/{refund_id}",
    send: [
      { from: "timestamp", to: "header.X-Date", schema: { type: "string" }, time: "iso-8601" },
      { from: "credentials.login", to: "header.X-Login", schema: { type: "string", minLength: 1 } },
      {
        from: "credentials.transKey",
        to: "header.X-Trans-Key",
        schema: { type: "string", minLength: 1 },
      },
      { from: "refund.id", to: "path.refund_id", schema: { type: "string", minLength: 1 } },
      { from: "const", to: "header.X-Version", schema: { type: "string", const: "2.1" } },
    ],
    sign: {
      algorithm: "HMAC-SHA-256",
      key: "credentials.secretKey",
      over: ["header.X-Login", "header.X-Date", "body"],
      encoding: "hex",
      to: "header.Authorization",
      as: "V2-HMAC-SHA256, Signature: {signature}",
    },
    answer: [
      {
        "/id": { type: "string" },
        "/payment_id": { type: "string" },
        "/status": { type: "string" },
        "/amount": { type: "number" },
        "/currency": { type: "string" },
      },
      { "/code": { type: "integer" }, "/message": { type: "string" } },
    ],
    outcomes: [
      { when: { http: "200", "/id": { present: true } }, means: "found", of: [0] },
      {
        when: { http: ["400", "403", "404", "429", "500", "504"], "/status": { present: false } },
        means: "by_code",
      },
    ],
  },
  errors: {
    code: "/code",
    message: "/message",
    list: [
      { codes: ["3001", "3002", "3003"], reason: "unauthorized" },
      { codes: ["4000", "4001"], reason: "payment_not_found" },
      {
        codes: ["5000", "5001", "5004", "5016", "5017", "5022", "5023", "5050"],
        reason: "invalid_request",
      },
      { codes: ["5002", "5003", "5005", "5006", "5013", "5018", "5020"], reason: "not_refundable" },
      { codes: ["5007"], reason: "exceeds_refundable" },
      { codes: ["5010", "5021", "7000"], reason: "provider_error", money: "unknown" },
      { codes: ["5011"], money: "unknown" },
      { codes: ["5012"], reason: "insufficient_balance" },
      { codes: ["6000"], reason: "rate_limited" },
    ],
  },
};

/** What an answer to the query proves about a refund whose outcome is not certain. */
export const evidence: EvidenceTable = {
  asks: ["refund.id"],
  echo: [
    { of: "payment.paymentId", at: "/payment_id" },
    { of: "refund.id", at: "/id" },
    { of: "currency", at: "/currency" },
  ],
  refunded: { at: "/amount", currency: "/currency", money: { unit: "major", as: "number" } },
  rules: [
    {
      when: { http: "200", "/status": "SUCCESS", "/code": { present: false }, refunded: "this" },
      proves: "succeeded",
    },
    { when: { http: "200", "/status": "PENDING", "/code": { present: false } }, proves: "pending" },
    {
      when: { http: "200", "/status": ["REJECTED", "CANCELLED"], "/code": { present: false } },
      proves: "declined",
      reason: "unspecified",
    },
  ],
};
