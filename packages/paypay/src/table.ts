// Generated from specs/paypay.yaml by `npm run generate`. Do not edit: edit the spec.
import type { EvidenceTable, ProviderTable } from "@refunds/core/provider";

export const table: ProviderTable = {
  provider: "paypay",
  servers: { live: "https://apigw.paypay.ne.jp", test: "https://apigw.sandbox.paypay.ne.jp" },
  credentials: [
    {
      apiKey: { schema: { type: "string", minLength: 1 } },
      apiSecret: { secret: true, schema: { type: "string", minLength: 1 } },
      merchantId: {
        schema: { type: "string", minLength: 1, maxLength: 255 },
        setting: true,
        optional: true,
      },
    },
  ],
  refund: {
    method: "POST",
    path: "/v2/refunds",
    media: "json",
    send: [
      {
        from: "credentials.merchantId",
        to: "header.X-ASSUME-MERCHANT",
        schema: { type: "string", minLength: 1, maxLength: 255 },
        optional: true,
      },
      {
        from: "key",
        to: "body#/merchantRefundId",
        schema: { type: "string", minLength: 1, maxLength: 64, pattern: "^[A-Za-z0-9_-]+$" },
      },
      {
        from: "payment.paymentId",
        to: "body#/paymentId",
        schema: { type: "string", minLength: 1, maxLength: 64 },
      },
      {
        from: "amount",
        to: "body#/amount/amount",
        schema: { type: "integer", minimum: 1, maximum: 99999999999 },
        money: { unit: "minor", as: "integer" },
      },
      { from: "currency", to: "body#/amount/currency", schema: { type: "string", enum: ["JPY"] } },
      {
        from: "timestamp",
        to: "body#/requestedAt",
        schema: { type: "integer" },
        time: "unix-seconds",
      },
      {
        from: "reason",
        to: "body#/reason",
        schema: { type: "string", maxLength: 255 },
        optional: true,
      },
    ],
    sign: {
      algorithm: "HMAC-SHA-256",
      key: "credentials.apiSecret",
      over: [
        "pathname",
        "method",
        "nonce",
        "body#/requestedAt",
        { text: "application/json" },
        "parts.hash",
      ],
      join: "\n",
      encoding: "base64",
      to: "header.Authorization",
      as: "hmac OPA-Auth:{credentials.apiKey}:{signature}:{nonce}:{body#/requestedAt}:{parts.hash}",
      parts: {
        hash: {
          digest: { over: [{ text: "application/json" }, "body"] },
          algorithm: "MD5",
          encoding: "base64",
        },
      },
    },
    answer: [
      {
        "/resultInfo/code": { type: "string" },
        "/data/status": { type: "string" },
        "/data/merchantRefundId": { type: "string" },
        "/data/paymentId": { type: "string" },
        "/data/amount/amount": { type: "integer" },
        "/data/amount/currency": { type: "string" },
      },
      { "/resultInfo/code": { type: "string" } },
    ],
    identifiedBy: [["payment.paymentId"]],
    outcomes: [
      {
        when: { http: "400", "/resultInfo/code": "THROTTLED_MULTIPLE_REFUND_REJECTED" },
        means: "unknown",
      },
      {
        when: { http: "200", "/resultInfo/code": "SUCCESS", "/data/status": "REFUNDED" },
        means: "succeeded",
        of: [0],
      },
      {
        when: {
          http: "200",
          "/resultInfo/code": "SUCCESS",
          "/data/status": ["CREATED", "REFUND_FAILED"],
        },
        means: "pending",
        of: [0],
      },
      { when: { http: "4XX", "/data/status": { present: false } }, means: "by_code" },
    ],
    echo: [
      { of: "key", at: "/data/merchantRefundId" },
      { of: "payment.paymentId", at: "/data/paymentId" },
      { of: "amount", at: "/data/amount/amount", money: { unit: "minor", as: "integer" } },
      { of: "currency", at: "/data/amount/currency" },
    ],
    currencies: { codes: { JPY: 0 } },
  },
  query: {
    method: "GET",
    path: "/v2/refunds/{merchantRefundId}",
    send: [
      {
        from: "credentials.merchantId",
        to: "header.X-ASSUME-MERCHANT",
        schema: { type: "string", minLength: 1, maxLength: 255 },
        optional: true,
      },
      {
        from: "key",
        to: "path.merchantRefundId",
        schema: { type: "string", minLength: 1, maxLength: 64, pattern: "^[A-Za-z0-9_-]+$" },
      },
      {
        from: "payment.paymentId",
        to: "query.paymentId",
        schema: { type: "string", minLength: 1, maxLength: 64 },
      },
    ],
    sign: {
      algorithm: "HMAC-SHA-256",
      key: "credentials.apiSecret",
      over: ["pathname", "method", "nonce", "timestamp", { text: "empty" }, { text: "empty" }],
      join: "\n",
      encoding: "base64",
      to: "header.Authorization",
      as: "hmac OPA-Auth:{credentials.apiKey}:{signature}:{nonce}:{timestamp}:empty",
      timestamp: "unix-seconds",
    },
    answer: [
      {
        "/resultInfo/code": { type: "string" },
        "/data/status": { type: "string" },
        "/data/merchantRefundId": { type: "string" },
        "/data/paymentId": { type: "string" },
        "/data/amount/amount": { type: "integer" },
        "/data/amount/currency": { type: "string" },
      },
      { "/resultInfo/code": { type: "string" } },
    ],
    outcomes: [
      { when: { http: "200", "/resultInfo/code": "SUCCESS" }, means: "found", of: [0] },
      { when: { http: "4XX", "/data/status": { present: false } }, means: "by_code" },
    ],
  },
  errors: {
    code: "/resultInfo/code",
    message: "/resultInfo/message",
    list: [
      {
        codes: ["INVALID_PARAMS", "INVALID_REQUEST_PARAMS", "MISSING_REQUEST_PARAMS"],
        reason: "invalid_request",
      },
      { codes: ["UNAUTHORIZED", "OP_OUT_OF_SCOPE"], reason: "unauthorized" },
      { codes: ["RATE_LIMIT"], reason: "rate_limited" },
      {
        codes: [
          "UNACCEPTABLE_OP",
          "CANCELED_USER",
          "USER_STATE_IS_NOT_ACTIVE",
          "REFUND_LIMIT_EXCEEDED",
          "REFUND_WINDOW_EXCEED",
          "ORDER_NO_LONGER_AVAILABLE",
        ],
        reason: "not_refundable",
      },
      { codes: ["MERCHANT_MULTIPLE_REFUND_REJECTED"], reason: "already_refunded" },
      { codes: ["NO_SUCH_REFUND_ORDER", "RESOURCE_NOT_FOUND"], reason: "payment_not_found" },
      { codes: ["THROTTLED_MULTIPLE_REFUND_REJECTED"], reason: "rate_limited", money: "unknown" },
      {
        codes: ["SERVICE_ERROR", "INTERNAL_SERVER_ERROR", "MAINTENANCE_MODE"],
        reason: "provider_error",
        money: "unknown",
      },
    ],
  },
};

/** What an answer to the query proves about a refund whose outcome is not certain. */
export const evidence: EvidenceTable = {
  asks: ["key", "payment.paymentId"],
  echo: [
    { of: "key", at: "/data/merchantRefundId" },
    { of: "payment.paymentId", at: "/data/paymentId" },
    { of: "currency", at: "/data/amount/currency" },
  ],
  refunded: {
    at: "/data/amount/amount",
    currency: "/data/amount/currency",
    money: { unit: "minor", as: "integer" },
  },
  rules: [
    { when: { http: "200", "/data/status": "REFUNDED", refunded: "this" }, proves: "succeeded" },
    {
      when: { http: "200", "/data/status": ["CREATED", "REFUND_FAILED"], refunded: "this" },
      proves: "pending",
    },
  ],
};
