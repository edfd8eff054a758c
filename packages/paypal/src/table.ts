// Generated from specs/paypal.yaml by `npm run generate`. Do not edit: edit the spec.
import type { EvidenceTable, ProviderTable } from "@refunds/core/provider";

export const table: ProviderTable = {
  provider: "paypal",
  servers: { live: "https://api-m.paypal.com", test: "https://api-m.sandbox.paypal.com" },
  credentials: [
    {
      accessToken: { secret: true, schema: { type: "string", minLength: 1 } },
      authAssertion: { schema: { type: "string", minLength: 1 }, setting: true, optional: true },
    },
    {
      clientId: { schema: { type: "string", minLength: 1 } },
      clientSecret: { secret: true, schema: { type: "string", minLength: 1 } },
      authAssertion: { schema: { type: "string", minLength: 1 }, setting: true, optional: true },
    },
  ],
  refund: {
    method: "POST",
    path: "/v2/payments/captures/{capture_id}/refund",
    media: "json",
    send: [
      {
        from: "credentials.authAssertion",
        to: "header.PayPal-Auth-Assertion",
        schema: { type: "string", minLength: 1 },
        optional: true,
      },
      {
        from: "payment.captureId",
        to: "path.capture_id",
        schema: { type: "string", minLength: 1 },
      },
      { from: "key", to: "header.PayPal-Request-Id", schema: { type: "string", minLength: 1 } },
      {
        from: "amount",
        to: "body#/amount/value",
        schema: { type: "string", maxLength: 32, pattern: "^((-?[0-9]+)|(-?([0-9]+)?[.][0-9]+))$" },
        optional: true,
        money: { unit: "major", as: "string", exponents: { HUF: 0, TWD: 0 } },
      },
      {
        from: "currency",
        to: "body#/amount/currency_code",
        schema: { type: "string", minLength: 3, maxLength: 3 },
        optional: true,
      },
      {
        from: "extra.invoiceId",
        to: "body#/invoice_id",
        schema: { type: "string", minLength: 1, maxLength: 127, pattern: "^.*$" },
        optional: true,
      },
      {
        from: "extra.customId",
        to: "body#/custom_id",
        schema: { type: "string", minLength: 1, maxLength: 127, pattern: "^.*$" },
        optional: true,
      },
      {
        from: "reason",
        to: "body#/note_to_payer",
        schema: { type: "string", minLength: 1, maxLength: 255, pattern: "^.*$" },
        optional: true,
      },
      {
        from: "const",
        to: "header.Prefer",
        schema: { type: "string", const: "return=representation" },
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
        "/id": { type: "string" },
        "/status": { type: "string" },
        "/amount/value": { type: "string" },
        "/amount/currency_code": { type: "string" },
      },
      { "/name": { type: "string" } },
      { "/error": { type: "string" } },
    ],
    identifiedBy: [["payment.captureId"]],
    outcomes: [
      { when: { http: "409" }, means: "unknown" },
      {
        when: {
          http: ["200", "201"],
          "/name": { present: false },
          "/error": { present: false },
          "/status": "COMPLETED",
        },
        means: "succeeded",
      },
      {
        when: {
          http: ["200", "201"],
          "/name": { present: false },
          "/error": { present: false },
          "/status": "PENDING",
        },
        means: "pending",
      },
      {
        when: {
          http: ["200", "201"],
          "/name": { present: false },
          "/error": { present: false },
          "/status": ["FAILED", "CANCELLED"],
        },
        means: "declined",
      },
      {
        when: { http: "401", "/name": "AUTHENTICATION_FAILURE" },
        means: "declined",
        reason: "unauthorized",
        repeat: "new-token",
        of: [1],
      },
      {
        when: { http: "401", "/error": "invalid_token" },
        means: "declined",
        reason: "unauthorized",
        repeat: "new-token",
        of: [2],
      },
      { when: { http: ["400", "403", "404", "422", "429"] }, means: "by_code", of: [1, 2] },
    ],
    echo: [
      {
        of: "amount",
        at: "/amount/value",
        money: { unit: "major", as: "string", exponents: { HUF: 0, TWD: 0 } },
      },
      { of: "currency", at: "/amount/currency_code" },
      { of: "extra.invoiceId", at: "/invoice_id" },
    ],
    refundId: "/id",
    currencies: {
      codes: {
        AUD: 2,
        BRL: 2,
        CAD: 2,
        CHF: 2,
        CNY: 2,
        CZK: 2,
        DKK: 2,
        EUR: 2,
        GBP: 2,
        HKD: 2,
        HUF: 2,
        ILS: 2,
        JPY: 0,
        MXN: 2,
        MYR: 2,
        NOK: 2,
        NZD: 2,
        PHP: 2,
        PLN: 2,
        RUB: 2,
        SEK: 2,
        SGD: 2,
        THB: 2,
        TWD: 2,
        USD: 2,
      },
    },
  },
  query: {
    method: "GET",
    path: "/v2/payments/refunds/{refund_id}",
    send: [
      {
        from: "credentials.authAssertion",
        to: "header.PayPal-Auth-Assertion",
        schema: { type: "string", minLength: 1 },
        optional: true,
      },
      { from: "refund.id", to: "path.refund_id", schema: { type: "string", minLength: 1 } },
      {
        from: "credentials.accessToken",
        to: "header.Authorization",
        schema: { type: "string", minLength: 1 },
        prefix: "Bearer ",
      },
    ],
    answer: [
      {
        "/id": { type: "string" },
        "/status": { type: "string" },
        "/amount/value": { type: "string" },
        "/amount/currency_code": { type: "string" },
      },
      { "/name": { type: "string" } },
      { "/error": { type: "string" } },
    ],
    outcomes: [
      {
        when: {
          http: "200",
          "/name": { present: false },
          "/error": { present: false },
          "/status": ["COMPLETED", "PENDING", "FAILED", "CANCELLED"],
        },
        means: "found",
      },
      {
        when: { http: "401", "/name": "AUTHENTICATION_FAILURE" },
        means: "declined",
        reason: "unauthorized",
        repeat: "new-token",
        of: [1],
      },
      {
        when: { http: "401", "/error": "invalid_token" },
        means: "declined",
        reason: "unauthorized",
        repeat: "new-token",
        of: [2],
      },
      { when: { http: ["403", "404", "429"] }, means: "by_code", of: [1, 2] },
    ],
  },
  token: {
    method: "POST",
    path: "/v1/oauth2/token",
    media: "form",
    send: [
      {
        from: "const",
        to: "body#/grant_type",
        schema: { type: "string", const: "client_credentials" },
      },
      {
        from: "credentials.clientId:clientSecret",
        to: "header.Authorization",
        schema: { type: "string" },
        prefix: "Basic ",
      },
    ],
    answer: [
      {
        "/access_token": { type: "string" },
        "/token_type": { is: "Bearer" },
        "/expires_in": { type: "integer" },
      },
      { "/error": { type: "string" } },
    ],
    outcomes: [
      { when: { http: "200", "/token_type": "Bearer" }, means: "issued", of: [0] },
      {
        when: { http: "401", "/error": "invalid_client" },
        means: "declined",
        reason: "unauthorized",
        of: [1],
      },
    ],
    gives: "accessToken",
    token: "/access_token",
    expires: { at: "/expires_in", format: "seconds-from-now" },
  },
  errors: {
    code: ["/details/*/issue", "/name", "/error"],
    message: ["/details/*/description", "/message", "/error_description"],
    list: [
      {
        codes: [
          "MISSING_REQUIRED_PARAMETER",
          "INVALID_PARAMETER_SYNTAX",
          "INVALID_STRING_LENGTH",
          "CANNOT_BE_ZERO_OR_NEGATIVE",
          "CANNOT_BE_NEGATIVE",
          "DECIMAL_PRECISION",
          "DECIMALS_NOT_SUPPORTED",
          "INVALID_CURRENCY_CODE",
          "CURRENCY_MISMATCH",
          "REFUND_CAPTURE_CURRENCY_MISMATCH",
          "REFUND_AMOUNT_TOO_LOW",
          "PLATFORM_FEE_EXCEEDED",
          "PLATFORM_FEE_NOT_ENABLED",
        ],
        reason: "invalid_request",
      },
      { codes: ["INVALID_REQUEST"], at: "/name", reason: "invalid_request" },
      { codes: ["AUTHENTICATION_FAILURE", "NOT_AUTHORIZED"], at: "/name", reason: "unauthorized" },
      {
        codes: ["INVALID_ACCOUNT_STATUS", "PERMISSION_DENIED", "REFUND_IS_RESTRICTED"],
        reason: "unauthorized",
      },
      { codes: ["INVALID_RESOURCE_ID"], reason: "payment_not_found" },
      { codes: ["RESOURCE_NOT_FOUND"], at: "/name", reason: "payment_not_found" },
      { codes: ["PREVIOUS_REQUEST_IN_PROGRESS"], reason: "provider_error", money: "unknown" },
      { codes: ["CAPTURE_FULLY_REFUNDED", "DUPLICATE_INVOICE_ID"], reason: "already_refunded" },
      {
        codes: [
          "REFUND_NOT_ALLOWED",
          "REFUND_TIME_LIMIT_EXCEEDED",
          "PAYEE_ACCOUNT_LOCKED_OR_CLOSED",
          "PAYER_ACCOUNT_LOCKED_OR_CLOSED",
          "PAYEE_ACCOUNT_RESTRICTED",
          "REFUND_NOT_PERMITTED_DUE_TO_CHARGEBACK",
        ],
        reason: "not_refundable",
      },
      {
        codes: ["REFUND_AMOUNT_EXCEEDED", "MAX_NUMBER_OF_REFUNDS_EXCEEDED"],
        reason: "exceeds_refundable",
      },
      { codes: ["REFUND_FAILED_INSUFFICIENT_FUNDS"], reason: "insufficient_balance" },
      {
        codes: ["PARTIAL_REFUND_NOT_ALLOWED", "TRANSACTION_DISPUTED"],
        reason: "partial_not_supported",
      },
      { codes: ["PENDING_CAPTURE"], reason: "not_settled" },
      { codes: ["RATE_LIMIT_REACHED"], at: "/name", reason: "rate_limited", repeat: true },
    ],
  },
};

/** What an answer to the query proves about a refund whose outcome is not certain. */
export const evidence: EvidenceTable = {
  asks: ["refund.id"],
  echo: [
    { of: "refund.id", at: "/id" },
    { of: "currency", at: "/amount/currency_code" },
  ],
  refunded: {
    at: "/amount/value",
    currency: "/amount/currency_code",
    money: { unit: "major", as: "string", exponents: { HUF: 0, TWD: 0 } },
  },
  rules: [
    { when: { "/status": "COMPLETED", refunded: "this" }, proves: "succeeded" },
    { when: { "/status": "PENDING", refunded: "this" }, proves: "pending" },
    { when: { "/status": ["FAILED", "CANCELLED"] }, proves: "declined", reason: "unspecified" },
  ],
  sameKey: { for: 3888000, answers: "latest", body: "ignored", busy: [{ http: "409" }] },
};
