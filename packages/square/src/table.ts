// Generated from specs/square.yaml by `npm run generate`. Do not edit: edit the spec.
import type { EvidenceTable, ProviderTable } from "@refunds/core/provider";

export const table: ProviderTable = {
  provider: "square",
  servers: { live: "https://connect.squareup.com", test: "https://connect.squareupsandbox.com" },
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
      notificationUrl: { schema: { type: "string", minLength: 1 }, setting: true, optional: true },
    },
  ],
  refund: {
    method: "POST",
    path: "/v2/refunds",
    media: "json",
    send: [
      {
        from: "amount",
        to: "body#/amount_money/amount",
        schema: { type: "integer" },
        money: { unit: "minor", as: "integer" },
      },
      { from: "currency", to: "body#/amount_money/currency", schema: { type: "string" } },
      {
        from: "extra.appFeeMoney",
        to: "body#/app_fee_money",
        schema: {
          type: "object",
          required: ["amount", "currency"],
          properties: {
            amount: { type: "integer", minimum: 0 },
            currency: { type: "string", pattern: "^[A-Z]{3}$" },
          },
        },
        optional: true,
      },
      {
        from: "key",
        to: "body#/idempotency_key",
        schema: { type: "string", pattern: "^[ -~]{1,45}$" },
      },
      { from: "payment.id", to: "body#/payment_id", schema: { type: "string", minLength: 1 } },
      {
        from: "reason",
        to: "body#/reason",
        schema: { type: "string", minLength: 1, maxLength: 192 },
        optional: true,
      },
      {
        from: "extra.paymentVersionToken",
        to: "body#/payment_version_token",
        schema: { type: "string", minLength: 1 },
        optional: true,
      },
      {
        from: "extra.teamMemberId",
        to: "body#/team_member_id",
        schema: { type: "string", minLength: 1, maxLength: 192 },
        optional: true,
      },
      {
        from: "const",
        to: "header.Square-Version",
        schema: { type: "string", const: "2025-08-20" },
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
        "/refund/id": { type: "string" },
        "/refund/amount_money/amount": { type: "integer" },
        "/refund/amount_money/currency": { type: "string" },
      },
      { "/errors": { type: "array" } },
    ],
    identifiedBy: [["payment.id"]],
    outcomes: [
      { when: { http: "4XX", "/errors/*/code": "IDEMPOTENCY_KEY_REUSED" }, means: "unknown" },
      {
        when: { http: "200", "/refund/status": "COMPLETED", "/errors": { present: false } },
        means: "succeeded",
      },
      {
        when: { http: "200", "/refund/status": "PENDING", "/errors": { present: false } },
        means: "pending",
      },
      {
        when: { http: ["200", "4XX"], "/refund/status": "REJECTED" },
        means: "declined",
        reason: "not_refundable",
        of: [0],
      },
      { when: { http: ["200", "4XX"], "/refund/status": "FAILED" }, means: "declined", of: [0] },
      {
        when: { http: "4XX", "/refund": { present: false }, "/errors/0/code": { present: true } },
        means: "by_code",
      },
    ],
    echo: [
      { of: "payment.id", at: "/refund/payment_id" },
      { of: "amount", at: "/refund/amount_money/amount", money: { unit: "minor", as: "integer" } },
      { of: "currency", at: "/refund/amount_money/currency" },
      { of: "reason", at: "/refund/reason" },
    ],
    refundId: "/refund/id",
    currencies: { except: ["BYN", "MRU", "STN", "UYW", "VED", "VES", "XCG", "ZWG"] },
  },
  query: {
    method: "GET",
    path: "/v2/refunds/{refund_id}",
    send: [
      {
        from: "refund.id",
        to: "path.refund_id",
        schema: { type: "string", minLength: 1, maxLength: 255 },
      },
      {
        from: "const",
        to: "header.Square-Version",
        schema: { type: "string", const: "2025-08-20" },
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
        "/refund/id": { type: "string" },
        "/refund/amount_money/amount": { type: "integer" },
        "/refund/amount_money/currency": { type: "string" },
      },
      { "/errors": { type: "array" } },
    ],
    outcomes: [
      { when: { http: "200", "/refund/id": { present: true } }, means: "found", of: [0] },
      {
        when: { http: "4XX", "/refund": { present: false }, "/errors/0/code": { present: true } },
        means: "by_code",
      },
    ],
  },
  errors: {
    code: "/errors/*/code",
    message: "/errors/*/detail",
    list: [
      {
        message: "idempotency key",
        match: "contains",
        reason: "invalid_request",
        money: "unknown",
      },
      {
        codes: [
          "UNAUTHORIZED",
          "ACCESS_TOKEN_EXPIRED",
          "ACCESS_TOKEN_REVOKED",
          "FORBIDDEN",
          "INSUFFICIENT_SCOPES",
          "INSUFFICIENT_PERMISSIONS_FOR_REFUND",
          "APPLICATION_DISABLED",
          "V1_APPLICATION",
          "V1_ACCESS_TOKEN",
          "MERCHANT_SUBSCRIPTION_NOT_FOUND",
          "BAD_CERTIFICATE",
        ],
        reason: "unauthorized",
      },
      { codes: ["REFUND_AMOUNT_INVALID"], reason: "exceeds_refundable" },
      {
        codes: [
          "PAYMENT_NOT_REFUNDABLE",
          "PAYMENT_NOT_REFUNDABLE_DUE_TO_DISPUTE",
          "REFUND_ALREADY_PENDING",
          "REFUND_DECLINED",
          "GENERIC_DECLINE",
          "CARD_MISMATCH",
          "CARD_PRESENCE_REQUIRED",
          "INVALID_CARD",
          "INVALID_CARD_DATA",
          "UNSUPPORTED_CARD_BRAND",
          "UNSUPPORTED_INSTRUMENT_TYPE",
          "UNSUPPORTED_SOURCE_TYPE",
          "UNSUPPORTED_COUNTRY",
        ],
        reason: "not_refundable",
      },
      { codes: ["REFUND_ERROR_PAYMENT_NEEDS_COMPLETION"], reason: "not_settled" },
      { codes: ["NOT_FOUND", "GONE", "LOCATION_MISMATCH"], reason: "payment_not_found" },
      {
        codes: [
          "BAD_REQUEST",
          "MISSING_REQUIRED_PARAMETER",
          "INVALID_VALUE",
          "INVALID_ENUM_VALUE",
          "INVALID_FEES",
          "UNSUPPORTED_CURRENCY",
          "CURRENCY_MISMATCH",
          "VERSION_MISMATCH",
          "VALUE_TOO_HIGH",
          "VALUE_TOO_LOW",
          "VALUE_TOO_LONG",
          "VALUE_TOO_SHORT",
          "VALUE_EMPTY",
          "VALUE_REGEX_MISMATCH",
          "UNEXPECTED_VALUE",
          "UNKNOWN_BODY_PARAMETER",
          "UNKNOWN_QUERY_PARAMETER",
          "CONFLICTING_PARAMETERS",
          "INCORRECT_TYPE",
          "EXPECTED_INTEGER",
          "EXPECTED_STRING",
          "EXPECTED_OBJECT",
          "EXPECTED_JSON_BODY",
          "INVALID_CONTENT_TYPE",
          "NO_FIELDS_SET",
          "API_VERSION_INCOMPATIBLE",
          "INVALID_SQUARE_VERSION_FORMAT",
          "SANDBOX_NOT_SUPPORTED",
          "METHOD_NOT_ALLOWED",
          "NOT_ACCEPTABLE",
          "REQUEST_ENTITY_TOO_LARGE",
          "UNSUPPORTED_MEDIA_TYPE",
          "UNPROCESSABLE_ENTITY",
        ],
        reason: "invalid_request",
      },
      { codes: ["RATE_LIMITED"], reason: "rate_limited", repeat: true },
      {
        codes: ["IDEMPOTENCY_KEY_REUSED", "CARD_TOKEN_USED"],
        reason: "invalid_request",
        money: "unknown",
      },
      {
        codes: [
          "CONFLICT",
          "REQUEST_TIMEOUT",
          "TEMPORARY_ERROR",
          "INTERNAL_SERVER_ERROR",
          "NOT_IMPLEMENTED",
          "BAD_GATEWAY",
          "SERVICE_UNAVAILABLE",
          "GATEWAY_TIMEOUT",
        ],
        reason: "provider_error",
        money: "unknown",
      },
    ],
  },
};

/** What an answer to the query proves about a refund whose outcome is not certain. */
export const evidence: EvidenceTable = {
  asks: ["refund.id"],
  echo: [
    { of: "refund.id", at: "/refund/id" },
    { of: "payment.id", at: "/refund/payment_id" },
    { of: "currency", at: "/refund/amount_money/currency" },
  ],
  refunded: {
    at: "/refund/amount_money/amount",
    currency: "/refund/amount_money/currency",
    money: { unit: "minor", as: "integer" },
  },
  rules: [
    { when: { http: "200", "/refund/status": "COMPLETED", refunded: "this" }, proves: "succeeded" },
    { when: { http: "200", "/refund/status": "PENDING", refunded: "this" }, proves: "pending" },
    {
      when: {
        http: "200",
        "/refund/status": ["REJECTED", "FAILED"],
        "/errors": { present: false },
      },
      proves: "declined",
      reason: "unspecified",
    },
  ],
};
