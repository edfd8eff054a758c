// Generated from specs/klarna.yaml by `npm run generate`. Do not edit: edit the spec.
import type { EvidenceTable, ProviderTable } from "@refunds/core/provider";

export const table: ProviderTable = {
  provider: "klarna",
  servers: { live: "https://{region}.klarna.com", test: "https://{region}.playground.klarna.com" },
  credentials: [
    {
      username: { schema: { type: "string", pattern: "^[^:]+$" } },
      password: { secret: true, schema: { type: "string", minLength: 1 } },
      region: {
        schema: { type: "string", enum: ["api", "api-na", "api-oc"] },
        setting: true,
        optional: true,
        default: "api",
      },
    },
  ],
  refund: {
    method: "POST",
    path: "/ordermanagement/v1/orders/{order_id}/refunds",
    media: "json",
    send: [
      {
        from: "payment.orderId",
        to: "path.order_id",
        schema: { type: "string", minLength: 1, maxLength: 255 },
      },
      {
        from: "key",
        to: "header.Klarna-Idempotency-Key",
        schema: { type: "string", minLength: 1 },
        form: "uuid",
      },
      {
        from: "amount",
        to: "body#/refunded_amount",
        schema: { type: "integer", minimum: 0, maximum: 200000000 },
        money: { unit: "minor", as: "integer" },
      },
      {
        from: "extra.reference",
        to: "body#/reference",
        schema: { type: "string", minLength: 1, maxLength: 255 },
        optional: true,
      },
      {
        from: "reason",
        to: "body#/description",
        schema: { type: "string", minLength: 1, maxLength: 255 },
        optional: true,
      },
      {
        from: "credentials.username:password",
        to: "header.Authorization",
        schema: { type: "string" },
        prefix: "Basic ",
      },
    ],
    answer: [{ "/error_code": { type: "string" } }],
    empty: ["201"],
    headers: ["Refund-Id", "Location"],
    identifiedBy: [["payment.orderId"]],
    outcomes: [
      {
        when: {
          http: "201",
          "/header.Refund-Id": { present: true },
          "/header.Location": { present: true },
          "/error_code": { present: false },
        },
        means: "succeeded",
      },
      { when: { http: ["400", "403", "404", "409", "413", "422", "429"] }, means: "by_code" },
    ],
    echo: [],
    refundId: "/header.Refund-Id",
  },
  query: {
    method: "GET",
    path: "/ordermanagement/v1/orders/{order_id}",
    send: [
      {
        from: "payment.orderId",
        to: "path.order_id",
        schema: { type: "string", minLength: 1, maxLength: 255 },
      },
      {
        from: "credentials.username:password",
        to: "header.Authorization",
        schema: { type: "string" },
        prefix: "Basic ",
      },
    ],
    answer: [
      {
        "/order_id": { type: "string" },
        "/status": { type: "string" },
        "/purchase_currency": { type: "string" },
        "/refunded_amount": { type: "integer" },
        "/captured_amount": { type: "integer" },
      },
      { "/error_code": { type: "string" } },
    ],
    outcomes: [
      {
        when: { http: "200", "/status": { present: true }, "/error_code": { present: false } },
        means: "found",
      },
      {
        when: { http: ["400", "403", "404", "409", "413", "422", "429"] },
        means: "by_code",
        of: [1],
      },
    ],
  },
  errors: {
    code: "/error_code",
    message: ["/error_messages/0", "/error_message"],
    list: [
      {
        codes: ["REFUND_NOT_ALLOWED"],
        message: "Order has no captures",
        match: "contains",
        reason: "not_settled",
      },
      { codes: ["REFUND_NOT_ALLOWED"], reason: "not_refundable" },
      { codes: ["NO_SUCH_ORDER", "NOT_FOUND"], reason: "payment_not_found" },
      { codes: ["REQUEST_TOO_LARGE", "UNPROCESSABLE_ENTITY"], reason: "invalid_request" },
      { codes: ["TOO_MANY_REQUESTS"], reason: "rate_limited" },
      {
        codes: ["CONFLICT", "INTERNAL_SERVER_ERROR", "UNEXPECTED_ERROR", "TEMPORARILY_UNAVAILABLE"],
        reason: "provider_error",
        money: "unknown",
      },
    ],
  },
};

/** What an answer to the query proves about a refund whose outcome is not certain. */
export const evidence: EvidenceTable = {
  echo: [
    { of: "payment.orderId", at: "/order_id" },
    { of: "currency", at: "/purchase_currency" },
  ],
  refunded: {
    at: "/refunded_amount",
    all: "/captured_amount",
    currency: "/purchase_currency",
    money: { unit: "minor", as: "integer" },
    cumulative: true,
  },
  rules: [
    {
      when: { http: "200", "/status": ["CAPTURED", "PART_CAPTURED", "CLOSED"], refunded: "this" },
      proves: "succeeded",
    },
  ],
  sameKey: { answers: "first", body: "ignored", again: "new-key" },
};
