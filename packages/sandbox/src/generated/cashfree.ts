// Generated from specs/cashfree.yaml by `npm run generate`. Do not edit: edit the spec.

import type { SimulatorTable } from "../simulator-table.ts";

export const cashfree: SimulatorTable = {
  provider: "cashfree",
  title: "Cashfree",
  documentation: "https://www.cashfree.com/docs/api-reference/payments/latest/refunds/create",
  servers: ["https://api.cashfree.com/pg", "https://sandbox.cashfree.com/pg"],
  credentials: [
    {
      clientId: { secret: false, value: "sandbox-app-id" },
      clientSecret: { secret: true, value: "sandbox-secret" },
    },
  ],
  payments: [
    { payment: { orderId: "order-inr-1" }, amount: { value: 50000, currency: "INR" } },
    { payment: { orderId: "order-inr-2" }, amount: { value: 10081, currency: "INR" } },
    { payment: { orderId: "order-usd-1" }, amount: { value: 5000, currency: "USD" } },
    {
      payment: { orderId: "order-inr-pending" },
      amount: { value: 5000, currency: "INR" },
      always: "pending",
    },
    {
      payment: { orderId: "order-inr-unpaid" },
      amount: { value: 5000, currency: "INR" },
      always: "not_settled",
    },
    {
      payment: { orderId: "order-inr-voided" },
      amount: { value: 5000, currency: "INR" },
      always: "not_refundable",
    },
    {
      payment: { orderId: "order-inr-broken" },
      amount: { value: 5000, currency: "INR" },
      always: "provider_error",
    },
  ],
  partial: true,
  repeated: true,
  refundStates: { refunded: "SUCCESS", pending: "PENDING", failed: "CANCELLED" },
  refundIdAt: "/cf_refund_id",
  keys: { answers: "first", body: "same" },
  operations: {
    refund: {
      method: "POST",
      path: "/orders/{order_id}/refunds",
      media: "json",
      send: [
        {
          from: "payment.orderId",
          to: "path.order_id",
          schema: { type: "string", pattern: "^[A-Za-z0-9_-]{3,45}$" },
        },
        {
          from: "amount",
          to: "body#/refund_amount",
          schema: { type: "number" },
          money: { unit: "major", as: "number" },
        },
        {
          from: "key",
          to: "body#/refund_id",
          schema: { type: "string", pattern: "^[A-Za-z0-9_-]{3,40}$" },
        },
        {
          from: "key",
          to: "header.x-idempotency-key",
          schema: { type: "string", minLength: 1 },
          optional: true,
        },
        {
          from: "reason",
          to: "body#/refund_note",
          schema: { type: "string", minLength: 3, maxLength: 100 },
          optional: true,
        },
        {
          from: "extra.speed",
          to: "body#/refund_speed",
          schema: { type: "string", enum: ["STANDARD", "INSTANT"] },
          optional: true,
        },
        {
          from: "const",
          to: "header.x-api-version",
          schema: { type: "string", const: "2025-01-01" },
        },
        {
          from: "credentials.clientId",
          to: "header.x-client-id",
          schema: { type: "string", minLength: 1 },
        },
        {
          from: "credentials.clientSecret",
          to: "header.x-client-secret",
          schema: { type: "string", minLength: 1 },
        },
      ],
      answer: [
        {
          "/cf_refund_id": { type: "string" },
          "/refund_id": { type: "string" },
          "/order_id": { type: "string" },
          "/entity": { is: "refund" },
          "/refund_amount": { type: "number" },
          "/refund_currency": { type: "string" },
          "/refund_status": { type: "string" },
        },
        {
          "/message": { type: "string" },
          "/code": { type: "string" },
          "/type": { type: "string" },
        },
      ],
    },
    query: {
      method: "GET",
      path: "/orders/{order_id}/refunds/{refund_id}",
      send: [
        {
          from: "payment.orderId",
          to: "path.order_id",
          schema: { type: "string", pattern: "^[A-Za-z0-9_-]{3,45}$" },
        },
        {
          from: "key",
          to: "path.refund_id",
          schema: { type: "string", pattern: "^[A-Za-z0-9_-]{3,40}$" },
        },
        {
          from: "const",
          to: "header.x-api-version",
          schema: { type: "string", const: "2025-01-01" },
        },
        {
          from: "credentials.clientId",
          to: "header.x-client-id",
          schema: { type: "string", minLength: 1 },
        },
        {
          from: "credentials.clientSecret",
          to: "header.x-client-secret",
          schema: { type: "string", minLength: 1 },
        },
      ],
      answer: [
        {
          "/cf_refund_id": { type: "string" },
          "/refund_id": { type: "string" },
          "/order_id": { type: "string" },
          "/entity": { is: "refund" },
          "/refund_amount": { type: "number" },
          "/refund_currency": { type: "string" },
          "/refund_status": { type: "string" },
        },
        {
          "/message": { type: "string" },
          "/code": { type: "string" },
          "/type": { type: "string" },
        },
      ],
    },
  },
  statusAt: ["/entity", "/refund_status"],
  notification: {
    verify: {
      algorithm: "HMAC-SHA-256",
      key: "credentials.clientSecret",
      over: ["header.x-webhook-timestamp", "body"],
      encoding: "base64",
      from: "header.x-webhook-signature",
    },
    media: "json",
    says: {
      succeeded: {
        body: {
          data: {
            refund: {
              cf_refund_id: null,
              refund_id: null,
              order_id: null,
              refund_amount: null,
              refund_currency: null,
              refund_status: "SUCCESS",
            },
          },
          event_time: "2022-02-28T13:04:28+05:30",
          type: "REFUND_STATUS_WEBHOOK",
        },
        fill: [
          { at: "/data/refund/cf_refund_id", from: "refund.id", as: "string" },
          { at: "/data/refund/refund_id", from: "key", as: "string" },
          { at: "/data/refund/order_id", from: "payment.orderId", as: "string" },
          {
            at: "/data/refund/refund_amount",
            from: "refund.amount",
            as: "number",
            money: { unit: "major", as: "number" },
          },
          { at: "/data/refund/refund_currency", from: "payment.currency", as: "string" },
        ],
      },
      declined: {
        body: {
          data: {
            refund: {
              cf_refund_id: null,
              refund_id: null,
              order_id: null,
              refund_amount: null,
              refund_currency: null,
              refund_status: "CANCELLED",
            },
          },
          event_time: "2022-02-28T13:04:28+05:30",
          type: "REFUND_STATUS_WEBHOOK",
        },
        fill: [
          { at: "/data/refund/cf_refund_id", from: "refund.id", as: "string" },
          { at: "/data/refund/refund_id", from: "key", as: "string" },
          { at: "/data/refund/order_id", from: "payment.orderId", as: "string" },
          {
            at: "/data/refund/refund_amount",
            from: "refund.amount",
            as: "number",
            money: { unit: "major", as: "number" },
          },
          { at: "/data/refund/refund_currency", from: "payment.currency", as: "string" },
        ],
      },
    },
  },
  answers: {
    refunded: {
      http: 200,
      body: {
        cf_payment_id: "918812",
        cf_refund_id: null,
        refund_id: null,
        order_id: null,
        entity: "refund",
        refund_amount: null,
        refund_currency: null,
        refund_note: null,
        refund_status: "SUCCESS",
        refund_type: "MERCHANT_INITIATED",
        refund_splits: [],
        created_at: "2021-07-25T08:57:52+05:30",
        refund_charge: 0,
      },
      fill: [
        { at: "/cf_refund_id", from: "refund.number", as: "string" },
        { at: "/refund_id", from: "key", as: "string" },
        { at: "/order_id", from: "payment.orderId", as: "string" },
        {
          at: "/refund_amount",
          from: "refund.amount",
          as: "number",
          money: { unit: "major", as: "number" },
        },
        { at: "/refund_currency", from: "payment.currency", as: "string" },
        { at: "/refund_note", from: "reason", as: "string" },
      ],
    },
    pending: {
      http: 200,
      body: {
        cf_payment_id: "918812",
        cf_refund_id: null,
        refund_id: null,
        order_id: null,
        entity: "refund",
        refund_amount: null,
        refund_currency: null,
        refund_note: null,
        refund_status: "PENDING",
        refund_type: "MERCHANT_INITIATED",
        refund_splits: [],
        created_at: "2021-07-25T08:57:52+05:30",
        refund_charge: 0,
      },
      fill: [
        { at: "/cf_refund_id", from: "refund.number", as: "string" },
        { at: "/refund_id", from: "key", as: "string" },
        { at: "/order_id", from: "payment.orderId", as: "string" },
        {
          at: "/refund_amount",
          from: "refund.amount",
          as: "number",
          money: { unit: "major", as: "number" },
        },
        { at: "/refund_currency", from: "payment.currency", as: "string" },
        { at: "/refund_note", from: "reason", as: "string" },
      ],
    },
    queried: {
      http: 200,
      body: {
        cf_payment_id: "918812",
        cf_refund_id: null,
        refund_id: null,
        order_id: null,
        entity: "refund",
        refund_amount: null,
        refund_currency: null,
        refund_note: null,
        refund_status: null,
        refund_type: "MERCHANT_INITIATED",
        refund_splits: [],
        created_at: "2021-07-25T08:57:52+05:30",
        refund_charge: 0,
      },
      fill: [
        { at: "/cf_refund_id", from: "refund.id", as: "string" },
        { at: "/refund_id", from: "key", as: "string" },
        { at: "/order_id", from: "payment.orderId", as: "string" },
        {
          at: "/refund_amount",
          from: "refund.amount",
          as: "number",
          money: { unit: "major", as: "number" },
        },
        { at: "/refund_currency", from: "payment.currency", as: "string" },
        { at: "/refund_note", from: "reason", as: "string" },
        { at: "/refund_status", from: "refund.state", as: "string" },
      ],
    },
    already_refunded: {
      http: 400,
      body: {
        message: "Total amount of Refunds cannot be greater than the transaction amount.",
        code: "refund_post_failed",
        type: "invalid_request_error",
      },
      fill: [],
    },
    exceeds_refundable: {
      http: 400,
      body: {
        message: "Total amount of Refunds cannot be greater than the transaction amount.",
        code: "refund_post_failed",
        type: "invalid_request_error",
      },
      fill: [],
    },
    payment_not_found: {
      http: 404,
      body: {
        message: "Order does not exist",
        code: "order_not_found",
        type: "invalid_request_error",
      },
      fill: [],
    },
    not_settled: {
      http: 400,
      body: {
        message: "transaction not found",
        code: "order_id_not_paid",
        type: "invalid_request_error",
      },
      fill: [],
    },
    not_refundable: {
      http: 400,
      body: {
        message: "Order was voided and cannot be processed further.",
        code: "order_id_voided",
        type: "invalid_request_error",
      },
      fill: [],
    },
    invalid_request: {
      http: 400,
      body: {
        message: "bad URL, please check API documentation",
        code: "request_failed",
        type: "invalid_request_error",
      },
      fill: [],
    },
    unauthorized: {
      http: 401,
      body: {
        message: "authentication Failed",
        code: "request_failed",
        type: "authentication_error",
      },
      fill: [],
    },
    rate_limited: {
      http: 429,
      body: {
        message: "Too many requests from IP. Check headers",
        code: "request_failed",
        type: "rate_limit_error",
      },
      fill: [],
    },
    provider_error: {
      http: 500,
      body: { message: "internal Server Error", code: "internal_error", type: "api_error" },
      fill: [],
    },
    key_mismatch: {
      http: 422,
      body: {
        message: "something is not found",
        code: "request_invalid",
        type: "idempotency_error",
      },
      fill: [],
    },
  },
};
