// Generated from specs/rapyd.yaml by `npm run generate`. Do not edit: edit the spec.
import type { EvidenceTable, ProviderTable } from "@refunds/core/provider";

export const table: ProviderTable = {
  provider: "rapyd",
  servers: { live: "https://api.rapyd.net", test: "https://sandboxapi.rapyd.net" },
  credentials: [
    {
      accessKey: { schema: { type: "string", minLength: 1 } },
      secretKey: { secret: true, schema: { type: "string", minLength: 1 } },
      notificationUrl: { schema: { type: "string", minLength: 1 }, setting: true, optional: true },
    },
  ],
  refund: {
    method: "POST",
    path: "/v1/refunds",
    media: "json",
    send: [
      {
        from: "credentials.accessKey",
        to: "header.access_key",
        schema: { type: "string", minLength: 1 },
      },
      { from: "nonce", to: "header.salt", schema: { type: "string" }, nonce: { length: 12 } },
      {
        from: "timestamp",
        to: "header.timestamp",
        schema: { type: "integer" },
        time: "unix-seconds",
      },
      { from: "key", to: "header.idempotency", schema: { type: "string", minLength: 1 } },
      {
        from: "key",
        to: "body#/merchant_reference_id",
        schema: { type: "string", minLength: 1, maxLength: 255 },
        optional: true,
      },
      { from: "payment.id", to: "body#/payment", schema: { type: "string", minLength: 1 } },
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
        to: "body#/reason",
        schema: { type: "string", minLength: 1 },
        optional: true,
      },
      {
        from: "extra.metadata",
        to: "body#/metadata",
        schema: { type: "object", minProperties: 1, additionalProperties: true },
        optional: true,
      },
      {
        from: "extra.ewallets",
        to: "body#/ewallets",
        schema: {
          type: "array",
          items: {
            type: "object",
            required: ["ewallet"],
            properties: { ewallet: { type: "string" }, amount: { type: "number" } },
            additionalProperties: true,
          },
          minItems: 1,
        },
        optional: true,
      },
    ],
    sign: {
      algorithm: "HMAC-SHA-256",
      key: "credentials.secretKey",
      over: [
        { over: ["method"], change: ["lower"] },
        "path",
        "header.salt",
        "header.timestamp",
        "header.access_key",
        "credentials.secretKey",
        "body",
      ],
      encoding: ["hex", "base64"],
      to: "header.signature",
      nonce: { length: 12 },
    },
    answer: [
      {
        "/status/status": { type: "string" },
        "/status/error_code": { type: "string" },
        "/data/id": { type: "string" },
        "/data/amount": { type: "number" },
        "/data/payment": { type: "string" },
        "/data/currency": { type: "string" },
        "/data/status": { type: "string" },
      },
      { "/status/status": { type: "string" }, "/status/error_code": { type: "string" } },
    ],
    identifiedBy: [["payment.id"]],
    outcomes: [
      {
        when: {
          http: "200",
          "/status/status": "SUCCESS",
          "/status/error_code": "",
          "/data/status": "Completed",
        },
        means: "succeeded",
        of: [0],
      },
      {
        when: {
          http: "200",
          "/status/status": "SUCCESS",
          "/status/error_code": "",
          "/data/status": "Pending",
        },
        means: "pending",
        of: [0],
      },
      {
        when: {
          http: "200",
          "/status/status": "SUCCESS",
          "/status/error_code": "",
          "/data/status": ["Rejected", "Error", "Canceled"],
        },
        means: "declined",
        of: [0],
      },
      {
        when: { http: "4XX", "/status/status": "ERROR", "/data": { present: false } },
        means: "by_code",
      },
    ],
    echo: [
      { of: "payment.id", at: "/data/payment" },
      { of: "amount", at: "/data/amount", money: { unit: "major", as: "number" } },
      { of: "currency", at: "/data/currency" },
    ],
    refundId: "/data/id",
  },
  query: {
    method: "GET",
    path: "/v1/refunds",
    send: [
      {
        from: "credentials.accessKey",
        to: "header.access_key",
        schema: { type: "string", minLength: 1 },
      },
      { from: "nonce", to: "header.salt", schema: { type: "string" }, nonce: { length: 12 } },
      {
        from: "timestamp",
        to: "header.timestamp",
        schema: { type: "integer" },
        time: "unix-seconds",
      },
      { from: "payment.id", to: "query.payment", schema: { type: "string", minLength: 1 } },
    ],
    sign: {
      algorithm: "HMAC-SHA-256",
      key: "credentials.secretKey",
      over: [
        { over: ["method"], change: ["lower"] },
        "path",
        "header.salt",
        "header.timestamp",
        "header.access_key",
        "credentials.secretKey",
        "body",
      ],
      encoding: ["hex", "base64"],
      to: "header.signature",
      nonce: { length: 12 },
    },
    answer: [
      {
        "/status/status": { type: "string" },
        "/status/error_code": { type: "string" },
        "/data": { type: "array" },
      },
      { "/status/status": { type: "string" }, "/status/error_code": { type: "string" } },
    ],
    outcomes: [
      {
        when: {
          http: "200",
          "/status/status": "SUCCESS",
          "/status/error_code": "",
          "/data": { present: true },
        },
        means: "found",
        of: [0],
      },
      {
        when: { http: "4XX", "/status/status": "ERROR", "/data": { present: false } },
        means: "by_code",
      },
    ],
  },
  errors: {
    code: "/status/error_code",
    message: "/status/message",
    list: [
      { codes: ["ERROR_ADDING_REFUND", "ERROR_GET_PAYMENT"], reason: "payment_not_found" },
      { codes: ["ERROR_CREATE_PARTIAL_REFUND_NOT_READY"], reason: "not_settled" },
      {
        codes: [
          "ERROR_CREATE_REFUND_CURRENCY_NOT_VALID",
          "ERROR_CREATE_REFUND_DUPLICATE_EWALLET",
          "ERROR_CREATE_REFUND_EWALLET_NOT_FOUND_IN_PAYMENT",
          "ERROR_CREATE_REFUND_EWALLETS_INCONSISTENCY",
        ],
        reason: "invalid_request",
      },
      { codes: ["ERROR_CREATE_REFUND_EWALLET_ALREADY_FULLY_REFUNDED"], reason: "already_refunded" },
      { codes: ["ERROR_REFUND_AMOUNT_EXCEEDS_PAYMENT_AMOUNT"], reason: "exceeds_refundable" },
      { codes: ["ERROR_CREATE_REFUND"], reason: "provider_error", money: "unknown" },
      {
        codes: [
          "UNAUTHORIZED_API_CALL",
          "UNAUTHENTICATED_API_CALL",
          "MISSING_AUTHENTICATION_HEADERS",
        ],
        reason: "unauthorized",
      },
    ],
  },
};

/** What an answer to the query proves about a refund whose outcome is not certain. */
export const evidence: EvidenceTable = {
  find: { in: "/data", where: { "/merchant_reference_id": "key" } },
  echo: [
    { of: "payment.id", at: "/payment" },
    { of: "refund.id", at: "/id" },
  ],
  refunded: { at: "/amount", currency: "/currency", money: { unit: "major", as: "number" } },
  rules: [
    { when: { "/status": "Completed", refunded: "this" }, proves: "succeeded" },
    { when: { "/status": "Pending", refunded: "this" }, proves: "pending" },
    {
      when: { "/status": ["Rejected", "Error", "Canceled"] },
      proves: "declined",
      reason: "unspecified",
    },
  ],
};
