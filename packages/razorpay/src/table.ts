// Generated from specs/razorpay.yaml by `npm run generate`. Do not edit: edit the spec.
import type { EvidenceTable, ProviderTable } from "@refunds/core/provider";

export const table: ProviderTable = {
  provider: "razorpay",
  servers: { live: "https://api.razorpay.com", test: "https://api.razorpay.com" },
  credentials: [
    {
      keyId: {
        environments: { live: "^rzp_live_", test: "^rzp_test_" },
        schema: { type: "string", pattern: "^[^:]+$" },
      },
      keySecret: { secret: true, schema: { type: "string", minLength: 1 } },
      webhookSecret: {
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
    path: "/v1/payments/{id}/refund",
    media: "json",
    send: [
      {
        from: "payment.id",
        to: "path.id",
        schema: { type: "string", pattern: "^pay_[A-Za-z0-9]+$" },
      },
      {
        from: "key",
        to: "header.X-Refund-Idempotency",
        schema: { type: "string", minLength: 10, pattern: "^[A-Za-z0-9_-]+$" },
      },
      {
        from: "key",
        to: "body#/receipt",
        schema: { type: "string", maxLength: 40 },
        optional: true,
      },
      {
        from: "amount",
        to: "body#/amount",
        schema: { type: "integer" },
        optional: true,
        money: {
          unit: "minor",
          as: "integer",
          steps: { BHD: 10, IQD: 10, JOD: 10, KWD: 10, OMR: 10, TND: 10 },
        },
      },
      {
        from: "extra.speed",
        to: "body#/speed",
        schema: { type: "string", enum: ["normal", "optimum"] },
        optional: true,
      },
      {
        from: "extra.notes",
        to: "body#/notes",
        schema: {
          type: "object",
          minProperties: 1,
          maxProperties: 15,
          propertyNames: { type: "string", minLength: 1, maxLength: 255 },
          additionalProperties: { type: "string", maxLength: 256 },
        },
        optional: true,
      },
      {
        from: "credentials.keyId:keySecret",
        to: "header.Authorization",
        schema: { type: "string" },
        prefix: "Basic ",
      },
    ],
    answer: [
      {
        "/id": { type: "string" },
        "/entity": { is: "refund" },
        "/amount": { type: "integer" },
        "/currency": { type: "string" },
        "/payment_id": { type: "string" },
        "/status": { type: "string" },
      },
      { "/error/code": { type: "string" } },
    ],
    identifiedBy: [["payment.id"]],
    outcomes: [
      {
        when: {
          http: "409",
          "/error/description": [
            "Another request with the same idempotency key is still in progress",
            "Another request with the same idempotency key is still in progress.",
          ],
        },
        means: "unknown",
      },
      {
        when: {
          "/error/description": [
            "Different request with the same idempotency key has already been processed",
            "Different request with the same idempotency key has already been processed.",
          ],
        },
        means: "unknown",
      },
      {
        when: {
          "/error/description": [
            "Duplicate receipt found for this refund request",
            "Duplicate receipt found for this refund request.",
          ],
        },
        means: "unknown",
      },
      {
        when: {
          http: "200",
          "/entity": "refund",
          "/error": { present: false },
          "/status": "processed",
        },
        means: "succeeded",
      },
      {
        when: {
          http: "200",
          "/entity": "refund",
          "/error": { present: false },
          "/status": "pending",
        },
        means: "pending",
      },
      {
        when: {
          http: "200",
          "/entity": "refund",
          "/error": { present: false },
          "/status": "failed",
        },
        means: "unknown",
      },
      {
        when: { http: "401", "/error/code": "BAD_REQUEST_ERROR" },
        means: "declined",
        reason: "unauthorized",
        of: [1],
      },
      {
        when: { http: "429", "/error/code": { present: true } },
        means: "declined",
        reason: "rate_limited",
        of: [1],
      },
      { when: { http: "4XX" }, means: "by_code", of: [1] },
      {
        when: { http: "5XX", "/error/code": ["SERVER_ERROR", "GATEWAY_ERROR"] },
        means: "by_code",
        of: [1],
      },
    ],
    echo: [
      { of: "payment.id", at: "/payment_id" },
      { of: "amount", at: "/amount", money: { unit: "minor", as: "integer" } },
      { of: "currency", at: "/currency" },
      { of: "key", at: "/receipt" },
    ],
    refundId: "/id",
  },
  query: {
    method: "GET",
    path: "/v1/payments/{id}/refunds",
    send: [
      {
        from: "payment.id",
        to: "path.id",
        schema: { type: "string", pattern: "^pay_[A-Za-z0-9]+$" },
      },
      { from: "const", to: "query.count", schema: { type: "integer", const: 100 } },
      {
        from: "credentials.keyId:keySecret",
        to: "header.Authorization",
        schema: { type: "string" },
        prefix: "Basic ",
      },
    ],
    answer: [
      { "/entity": { is: "collection" }, "/items": { type: "array" } },
      { "/error/code": { type: "string" } },
    ],
    outcomes: [
      {
        when: { http: "200", "/entity": "collection", "/error": { present: false } },
        means: "found",
      },
      {
        when: { http: "401", "/error/code": "BAD_REQUEST_ERROR" },
        means: "declined",
        reason: "unauthorized",
        of: [1],
      },
      {
        when: { http: "429", "/error/code": { present: true } },
        means: "declined",
        reason: "rate_limited",
        of: [1],
      },
      { when: { http: "4XX" }, means: "by_code", of: [1] },
      {
        when: { http: "5XX", "/error/code": ["SERVER_ERROR", "GATEWAY_ERROR"] },
        means: "by_code",
        of: [1],
      },
    ],
  },
  errors: {
    code: "/error/code",
    message: "/error/description",
    list: [
      {
        codes: ["BAD_REQUEST_ERROR"],
        message: "The payment has been fully refunded already",
        match: "starts",
        reason: "already_refunded",
      },
      {
        codes: ["BAD_REQUEST_ERROR"],
        message: "The refund amount provided is greater than amount captured",
        match: "starts",
        reason: "exceeds_refundable",
      },
      {
        codes: ["BAD_REQUEST_ERROR"],
        message: "The amount must be at least",
        match: "starts",
        reason: "invalid_request",
      },
      {
        codes: ["BAD_REQUEST_ERROR"],
        message: "is not a valid id",
        match: "contains",
        reason: "invalid_request",
      },
      {
        codes: ["BAD_REQUEST_ERROR"],
        message: "The id provided does not exist",
        match: "starts",
        reason: "payment_not_found",
      },
      {
        codes: ["BAD_REQUEST_ERROR"],
        message: "not required and should not be sent",
        match: "contains",
        reason: "invalid_request",
      },
      {
        codes: ["BAD_REQUEST_ERROR"],
        message: "The requested URL was not found on the server",
        match: "starts",
        reason: "invalid_request",
      },
      {
        codes: ["BAD_REQUEST_ERROR"],
        message:
          "Refund is not supported by the bank because the payment is more than 6 months old",
        match: "starts",
        reason: "not_refundable",
      },
      {
        codes: ["BAD_REQUEST_ERROR"],
        message: "Payment is more than 6 months old, only instant refund is supported",
        match: "starts",
        reason: "not_refundable",
      },
      {
        codes: ["BAD_REQUEST_ERROR"],
        message: "The idempotency key must be at least 10 characters long",
        match: "starts",
        reason: "invalid_request",
      },
      {
        codes: ["BAD_REQUEST_ERROR"],
        message: "The idempotency key must only contain alphanumeric characters",
        match: "starts",
        reason: "invalid_request",
      },
      {
        codes: ["BAD_REQUEST_ERROR"],
        message: "The api key provided is invalid",
        match: "starts",
        reason: "unauthorized",
      },
      {
        codes: ["BAD_REQUEST_ERROR"],
        message: "The api secret provided is invalid",
        match: "starts",
        reason: "unauthorized",
      },
      {
        codes: ["BAD_REQUEST_ERROR"],
        message: "Different request with the same idempotency key has already been processed",
        match: "starts",
        reason: "invalid_request",
        money: "unknown",
      },
      {
        codes: ["BAD_REQUEST_ERROR"],
        message: "Another request with the same idempotency key is still in progress",
        match: "starts",
        reason: "provider_error",
        money: "unknown",
      },
      {
        codes: ["BAD_REQUEST_ERROR"],
        message: "Your account does not have enough balance to carry out the refund operation",
        match: "starts",
        reason: "insufficient_balance",
      },
      {
        codes: ["BAD_REQUEST_ERROR"],
        message: "The payment status should be captured for action to be taken",
        match: "starts",
        reason: "not_refundable",
      },
      {
        codes: ["BAD_REQUEST_ERROR"],
        message: "Amount cannot be blank",
        match: "starts",
        reason: "invalid_request",
      },
      {
        codes: ["BAD_REQUEST_ERROR"],
        message: "The amount must be an integer",
        match: "starts",
        reason: "invalid_request",
      },
      {
        codes: ["BAD_REQUEST_ERROR"],
        message: "The selected speed is invalid",
        match: "starts",
        reason: "invalid_request",
      },
      {
        codes: ["BAD_REQUEST_ERROR"],
        message: "Duplicate receipt found for this refund request",
        match: "starts",
        reason: "already_refunded",
        money: "unknown",
      },
      {
        codes: ["BAD_REQUEST_ERROR"],
        message: "Request failed because another payment operation is in progress",
        match: "starts",
        reason: "provider_error",
        money: "unknown",
      },
      {
        codes: ["BAD_REQUEST_ERROR"],
        message: "Refund has already been processed",
        match: "starts",
        reason: "already_refunded",
        money: "unknown",
      },
      {
        message: "Internal server error",
        match: "starts",
        reason: "provider_error",
        money: "unknown",
      },
      { codes: ["SERVER_ERROR", "GATEWAY_ERROR"], reason: "provider_error", money: "unknown" },
    ],
  },
};

/** What an answer to the query proves about a refund whose outcome is not certain. */
export const evidence: EvidenceTable = {
  find: { in: "/items", where: { "/receipt": "key" } },
  echo: [
    { of: "payment.id", at: "/payment_id" },
    { of: "currency", at: "/currency" },
    { of: "key", at: "/receipt" },
    { of: "refund.id", at: "/id" },
  ],
  refunded: { at: "/amount", currency: "/currency", money: { unit: "minor", as: "integer" } },
  rules: [
    { when: { http: "200", "/status": "processed", refunded: "this" }, proves: "succeeded" },
    { when: { http: "200", "/status": "pending" }, proves: "pending" },
  ],
};
