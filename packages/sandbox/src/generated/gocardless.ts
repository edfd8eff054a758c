// Generated from specs/gocardless.yaml by `npm run generate`. Do not edit: edit the spec.

import type { SimulatorTable } from "../simulator-table.ts";

export const gocardless: SimulatorTable = {
  provider: "gocardless",
  title: "GoCardless",
  documentation: "https://developer.gocardless.com/api-reference/",
  servers: ["https://api.gocardless.com", "https://api-sandbox.gocardless.com"],
  credentials: [
    {
      accessToken: { secret: true, value: "sandbox-token" },
      webhookSecret: { secret: true, value: "sandbox-webhook-secret" },
    },
  ],
  payments: [
    { payment: { id: "PM009MNY1M77C1" }, amount: { value: 10000, currency: "GBP" } },
    { payment: { id: "PM009MNY1M77C2" }, amount: { value: 5000, currency: "EUR" } },
    { payment: { id: "PM009MNY1M77C3" }, amount: { value: 12345, currency: "USD" } },
    { payment: { id: "PM009MNY1M77C4" }, amount: { value: 50000, currency: "SEK" } },
    {
      payment: { id: "PM009MNY1M77C5" },
      amount: { value: 10000, currency: "GBP" },
      always: "not_settled",
    },
    {
      payment: { id: "PM009MNY1M77C6" },
      amount: { value: 10000, currency: "GBP" },
      always: "provider_error",
    },
  ],
  sample: { "extra.totalAmountConfirmation": 150 },
  partial: true,
  repeated: true,
  refundStates: { refunded: "paid", pending: "submitted", failed: "funds_returned" },
  refundIdAt: "/refunds/id",
  operations: {
    refund: {
      method: "POST",
      path: "/refunds",
      media: "json",
      send: [
        {
          from: "amount",
          to: "body#/refunds/amount",
          schema: { type: "integer", minimum: 1 },
          money: { unit: "minor", as: "integer" },
        },
        {
          from: "extra.totalAmountConfirmation",
          to: "body#/refunds/total_amount_confirmation",
          schema: { type: "integer", minimum: 1 },
        },
        {
          from: "extra.reference",
          to: "body#/refunds/reference",
          schema: { type: "string", minLength: 1, maxLength: 140 },
          optional: true,
        },
        {
          from: "key",
          to: "header.Idempotency-Key",
          schema: { type: "string", minLength: 1, maxLength: 128 },
        },
        {
          from: "key",
          to: "body#/refunds/metadata/refund_key",
          schema: { type: "string", minLength: 1, maxLength: 500 },
          optional: true,
        },
        {
          from: "payment.id",
          to: "body#/refunds/links/payment",
          schema: { type: "string", minLength: 1 },
        },
        {
          from: "const",
          to: "header.GoCardless-Version",
          schema: { type: "string", const: "2015-07-06" },
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
          "/refunds/id": { type: "string" },
          "/refunds/amount": { type: "integer" },
          "/refunds/currency": { type: "string" },
          "/refunds/status": { type: "string" },
          "/refunds/links/payment": { type: "string" },
        },
        { "/error/type": { type: "string" }, "/error/message": { type: "string" } },
      ],
    },
    query: {
      method: "GET",
      path: "/refunds",
      send: [
        { from: "payment.id", to: "query.payment", schema: { type: "string", minLength: 1 } },
        {
          from: "const",
          to: "header.GoCardless-Version",
          schema: { type: "string", const: "2015-07-06" },
        },
        {
          from: "credentials.accessToken",
          to: "header.Authorization",
          schema: { type: "string", minLength: 1 },
          prefix: "Bearer ",
        },
      ],
      answer: [
        { "/refunds": { type: "array" } },
        { "/error/type": { type: "string" }, "/error/message": { type: "string" } },
      ],
    },
  },
  statusAt: ["/refunds/status"],
  notification: {
    verify: {
      algorithm: "HMAC-SHA-256",
      key: "credentials.webhookSecret",
      over: ["body"],
      encoding: "hex",
      from: "header.Webhook-Signature",
    },
    media: "json",
    each: "/events/*",
    says: {
      succeeded: {
        body: {
          events: [
            {
              id: null,
              created_at: null,
              resource_type: "refunds",
              action: "paid",
              links: { refund: null },
            },
          ],
        },
        fill: [
          { at: "/events/0/id", from: "notification.number", as: "string", within: "EV{{}}" },
          { at: "/events/0/created_at", from: "now", as: "string" },
          { at: "/events/0/links/refund", from: "refund.id", as: "string" },
        ],
      },
      pending: {
        body: {
          events: [
            {
              id: null,
              created_at: null,
              resource_type: "refunds",
              action: "created",
              links: { refund: null },
            },
          ],
        },
        fill: [
          { at: "/events/0/id", from: "notification.number", as: "string", within: "EV{{}}" },
          { at: "/events/0/created_at", from: "now", as: "string" },
          { at: "/events/0/links/refund", from: "refund.id", as: "string" },
        ],
      },
      declined: {
        body: {
          events: [
            {
              id: null,
              created_at: null,
              resource_type: "refunds",
              action: "funds_returned",
              links: { refund: null },
            },
          ],
        },
        fill: [
          { at: "/events/0/id", from: "notification.number", as: "string", within: "EV{{}}" },
          { at: "/events/0/created_at", from: "now", as: "string" },
          { at: "/events/0/links/refund", from: "refund.id", as: "string" },
        ],
      },
    },
  },
  answers: {
    pending: {
      http: 201,
      body: {
        refunds: {
          id: null,
          amount: null,
          currency: null,
          status: "created",
          metadata: { refund_key: null },
          created_at: null,
          links: { payment: null },
        },
      },
      fill: [
        { at: "/refunds/id", from: "refund.number", as: "string", within: "RF{{}}" },
        {
          at: "/refunds/amount",
          from: "refund.amount",
          as: "integer",
          money: { unit: "minor", as: "integer" },
        },
        { at: "/refunds/currency", from: "payment.currency", as: "string" },
        { at: "/refunds/metadata/refund_key", from: "key", as: "string" },
        { at: "/refunds/created_at", from: "now", as: "string" },
        { at: "/refunds/links/payment", from: "payment.id", as: "string" },
      ],
    },
    queried: {
      http: 200,
      body: {
        refunds: [
          {
            id: null,
            amount: null,
            currency: null,
            status: null,
            metadata: { refund_key: null },
            created_at: null,
            links: { payment: null },
          },
        ],
        meta: {},
      },
      fill: [
        { at: "/refunds/0/id", from: "refund.id", as: "string" },
        {
          at: "/refunds/0/amount",
          from: "refund.amount",
          as: "integer",
          money: { unit: "minor", as: "integer" },
        },
        { at: "/refunds/0/currency", from: "payment.currency", as: "string" },
        { at: "/refunds/0/status", from: "refund.state", as: "string" },
        { at: "/refunds/0/metadata/refund_key", from: "key", as: "string" },
        { at: "/refunds/0/created_at", from: "now", as: "string" },
        { at: "/refunds/0/links/payment", from: "payment.id", as: "string" },
      ],
      each: "/refunds",
    },
    not_settled: {
      http: 422,
      body: {
        error: {
          code: 422,
          type: "invalid_state",
          message: "The payment is not confirmed or paid out.",
          errors: [
            {
              reason: "refund_payment_invalid_state",
              message: "The payment is not confirmed or paid out.",
            },
          ],
        },
      },
      fill: [],
    },
    exceeds_refundable: {
      http: 422,
      body: {
        error: {
          code: 422,
          type: "validation_failed",
          message: "Validation failed",
          errors: [
            { field: "amount", message: "is too large", request_pointer: "/refunds/amount" },
          ],
        },
      },
      fill: [],
    },
    payment_not_found: {
      http: 404,
      body: {
        error: {
          code: 404,
          type: "invalid_api_usage",
          message: "Payment not found",
          errors: [{ reason: "link_not_found", message: "Payment not found" }],
        },
      },
      fill: [],
    },
    invalid_request: {
      http: 422,
      body: {
        error: {
          code: 422,
          type: "validation_failed",
          message: "Validation failed",
          errors: [
            { field: "amount", message: "is not a number", request_pointer: "/refunds/amount" },
          ],
        },
      },
      fill: [],
    },
    unauthorized: {
      http: 401,
      body: {
        error: {
          code: 401,
          type: "invalid_api_usage",
          message: "The access token is not active",
          errors: [
            { reason: "access_token_not_active", message: "The access token is not active" },
          ],
        },
      },
      fill: [],
    },
    provider_error: {
      http: 500,
      body: {
        error: {
          code: 500,
          type: "gocardless",
          message: "An internal error",
          errors: [{ reason: "internal_server_error", message: "An internal error" }],
        },
      },
      fill: [],
    },
  },
};
