// Generated from specs/square.yaml by `npm run generate`. Do not edit: edit the spec.

import type { SimulatorTable } from "../simulator-table.ts";

export const square: SimulatorTable = {
  provider: "square",
  title: "Square",
  documentation:
    "https://raw.githubusercontent.com/square/connect-api-specification/master/api.json",
  servers: ["https://connect.squareup.com", "https://connect.squareupsandbox.com"],
  credentials: [
    {
      accessToken: { secret: true, value: "sandbox-token" },
      webhookSecret: { secret: true, value: "sandbox-webhook-secret" },
      notificationUrl: { secret: false, value: "https://shop.example/webhooks/square" },
    },
  ],
  payments: [
    { payment: { id: "payment-usd-1" }, amount: { value: 10000, currency: "USD" } },
    { payment: { id: "payment-jpy-1" }, amount: { value: 5000, currency: "JPY" } },
    { payment: { id: "payment-eur-1" }, amount: { value: 12345, currency: "EUR" } },
    { payment: { id: "payment-cad-1" }, amount: { value: 10000, currency: "CAD" } },
    {
      payment: { id: "payment-pending" },
      amount: { value: 10000, currency: "USD" },
      always: "pending",
    },
    {
      payment: { id: "payment-disputed" },
      amount: { value: 10000, currency: "USD" },
      always: "not_refundable",
    },
    {
      payment: { id: "payment-approved" },
      amount: { value: 10000, currency: "USD" },
      always: "not_settled",
    },
    {
      payment: { id: "payment-broken" },
      amount: { value: 10000, currency: "USD" },
      always: "provider_error",
    },
  ],
  partial: true,
  repeated: true,
  states: { paid: "COMPLETED", partly_refunded: "COMPLETED", refunded: "COMPLETED" },
  refundStates: { refunded: "COMPLETED", pending: "PENDING", failed: "FAILED" },
  refundIdAt: "/refund/id",
  keys: { answers: "first", body: "same" },
  operations: {
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
    },
  },
  statusAt: ["/refund/status"],
  notification: {
    verify: {
      algorithm: "HMAC-SHA-256",
      key: "credentials.webhookSecret",
      over: ["credentials.notificationUrl", "body"],
      encoding: "base64",
      from: "header.X-Square-HmacSha256-Signature",
    },
    media: "json",
    says: {
      succeeded: {
        body: {
          type: "refund.updated",
          event_id: null,
          data: { object: { refund: { id: null, payment_id: null, status: "COMPLETED" } } },
        },
        fill: [
          { at: "/event_id", from: "notification.number", as: "string", within: "event-{{}}" },
          { at: "/data/object/refund/id", from: "refund.id", as: "string" },
          { at: "/data/object/refund/payment_id", from: "payment.id", as: "string" },
        ],
      },
      pending: {
        body: {
          type: "refund.created",
          event_id: null,
          data: { object: { refund: { id: null, payment_id: null, status: "PENDING" } } },
        },
        fill: [
          { at: "/event_id", from: "notification.number", as: "string", within: "event-{{}}" },
          { at: "/data/object/refund/id", from: "refund.id", as: "string" },
          { at: "/data/object/refund/payment_id", from: "payment.id", as: "string" },
        ],
      },
      declined: {
        body: {
          type: "refund.updated",
          event_id: null,
          data: { object: { refund: { id: null, payment_id: null, status: "FAILED" } } },
        },
        fill: [
          { at: "/event_id", from: "notification.number", as: "string", within: "event-{{}}" },
          { at: "/data/object/refund/id", from: "refund.id", as: "string" },
          { at: "/data/object/refund/payment_id", from: "payment.id", as: "string" },
        ],
      },
    },
  },
  answers: {
    refunded: {
      http: 200,
      body: {
        refund: {
          id: null,
          status: "COMPLETED",
          amount_money: { amount: null, currency: null },
          payment_id: null,
          reason: null,
          created_at: null,
        },
      },
      fill: [
        { at: "/refund/id", from: "refund.number", as: "string", within: "refund-{{}}" },
        {
          at: "/refund/amount_money/amount",
          from: "refund.amount",
          as: "integer",
          money: { unit: "minor", as: "integer" },
        },
        { at: "/refund/amount_money/currency", from: "payment.currency", as: "string" },
        { at: "/refund/payment_id", from: "payment.id", as: "string" },
        { at: "/refund/reason", from: "reason", as: "string" },
        { at: "/refund/created_at", from: "now", as: "string", time: "iso-8601" },
      ],
    },
    pending: {
      http: 200,
      body: {
        refund: {
          id: null,
          status: "PENDING",
          amount_money: { amount: null, currency: null },
          payment_id: null,
          reason: null,
          created_at: null,
        },
      },
      fill: [
        { at: "/refund/id", from: "refund.number", as: "string", within: "refund-{{}}" },
        {
          at: "/refund/amount_money/amount",
          from: "refund.amount",
          as: "integer",
          money: { unit: "minor", as: "integer" },
        },
        { at: "/refund/amount_money/currency", from: "payment.currency", as: "string" },
        { at: "/refund/payment_id", from: "payment.id", as: "string" },
        { at: "/refund/reason", from: "reason", as: "string" },
        { at: "/refund/created_at", from: "now", as: "string", time: "iso-8601" },
      ],
    },
    queried: {
      http: 200,
      body: {
        refund: {
          id: null,
          status: null,
          amount_money: { amount: null, currency: null },
          payment_id: null,
          reason: null,
          created_at: null,
        },
      },
      fill: [
        { at: "/refund/id", from: "refund.id", as: "string" },
        { at: "/refund/status", from: "refund.state", as: "string" },
        {
          at: "/refund/amount_money/amount",
          from: "refund.amount",
          as: "integer",
          money: { unit: "minor", as: "integer" },
        },
        { at: "/refund/amount_money/currency", from: "payment.currency", as: "string" },
        { at: "/refund/payment_id", from: "payment.id", as: "string" },
        { at: "/refund/reason", from: "reason", as: "string" },
        { at: "/refund/created_at", from: "now", as: "string", time: "iso-8601" },
      ],
    },
    already_refunded: {
      http: 400,
      body: {
        errors: [
          {
            category: "REFUND_ERROR",
            code: "REFUND_AMOUNT_INVALID",
            detail: "The requested refund amount exceeds the amount available to refund.",
            field: "amount_money.amount",
          },
        ],
      },
      fill: [],
    },
    exceeds_refundable: {
      http: 400,
      body: {
        errors: [
          {
            category: "REFUND_ERROR",
            code: "REFUND_AMOUNT_INVALID",
            detail: "The requested refund amount exceeds the amount available to refund.",
            field: "amount_money.amount",
          },
        ],
      },
      fill: [],
    },
    payment_not_found: {
      http: 404,
      body: {
        errors: [{ category: "INVALID_REQUEST_ERROR", code: "NOT_FOUND", detail: "Not Found" }],
      },
      fill: [],
    },
    not_refundable: {
      http: 400,
      body: {
        errors: [
          {
            category: "REFUND_ERROR",
            code: "PAYMENT_NOT_REFUNDABLE_DUE_TO_DISPUTE",
            detail: "The payment is not refundable because it has been disputed.",
          },
        ],
      },
      fill: [],
    },
    not_settled: {
      http: 400,
      body: {
        errors: [
          {
            category: "REFUND_ERROR",
            code: "REFUND_ERROR_PAYMENT_NEEDS_COMPLETION",
            detail: "The payment needs to be completed first.",
          },
        ],
      },
      fill: [],
    },
    invalid_request: {
      http: 400,
      body: {
        errors: [
          {
            category: "INVALID_REQUEST_ERROR",
            code: "MISSING_REQUIRED_PARAMETER",
            detail: "A required parameter is missing.",
          },
        ],
      },
      fill: [],
    },
    unauthorized: {
      http: 401,
      body: {
        errors: [
          {
            category: "AUTHENTICATION_ERROR",
            code: "UNAUTHORIZED",
            detail: "A general authorization error occurred.",
          },
        ],
      },
      fill: [],
    },
    rate_limited: {
      http: 429,
      body: {
        errors: [{ category: "RATE_LIMIT_ERROR", code: "RATE_LIMITED", detail: "Rate Limited" }],
      },
      fill: [],
    },
    provider_error: {
      http: 500,
      body: {
        errors: [
          {
            category: "API_ERROR",
            code: "INTERNAL_SERVER_ERROR",
            detail: "A general server error occurred.",
          },
        ],
      },
      fill: [],
    },
    key_mismatch: {
      http: 400,
      body: {
        errors: [
          {
            category: "INVALID_REQUEST_ERROR",
            code: "IDEMPOTENCY_KEY_REUSED",
            detail: "The provided idempotency key has already been used.",
          },
        ],
      },
      fill: [],
    },
  },
};
