// Generated from specs/klarna.yaml by `npm run generate`. Do not edit: edit the spec.

import type { SimulatorTable } from "../simulator-table.ts";

export const klarna: SimulatorTable = {
  provider: "klarna",
  title: "Klarna",
  documentation:
    "https://docs.klarna.com/payments/after-payments/order-management/manage-orders-with-the-api/refund-orders-and-manage-authorizations",
  servers: [
    "https://api.klarna.com",
    "https://api-na.klarna.com",
    "https://api-oc.klarna.com",
    "https://api.playground.klarna.com",
    "https://api-na.playground.klarna.com",
    "https://api-oc.playground.klarna.com",
  ],
  credentials: [
    {
      username: { secret: false, value: "sandbox-user" },
      password: { secret: true, value: "sandbox-password" },
      region: { secret: false, value: "api" },
    },
  ],
  payments: [
    { payment: { orderId: "order-eur-1" }, amount: { value: 10000, currency: "EUR" } },
    { payment: { orderId: "order-sek-1" }, amount: { value: 50000, currency: "SEK" } },
    { payment: { orderId: "order-usd-1" }, amount: { value: 12345, currency: "USD" } },
    {
      payment: { orderId: "order-eur-authorized" },
      amount: { value: 10000, currency: "EUR" },
      always: "not_settled",
    },
    {
      payment: { orderId: "order-eur-closed" },
      amount: { value: 10000, currency: "EUR" },
      always: "not_refundable",
    },
    {
      payment: { orderId: "order-eur-broken" },
      amount: { value: 10000, currency: "EUR" },
      always: "provider_error",
    },
  ],
  partial: true,
  repeated: true,
  states: { paid: "CAPTURED", partly_refunded: "CAPTURED", refunded: "CAPTURED" },
  keys: { answers: "first", body: "ignored" },
  operations: {
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
    },
  },
  statusAt: [],
  answers: {
    refunded: {
      http: 201,
      headers: {
        "Refund-Id": "refund-{{refund.number}}",
        Location: "/ordermanagement/v1/refunds/refund-{{refund.number}}",
      },
      fill: [
        { at: "header.Refund-Id", from: "refund.number", as: "string", within: "refund-{{}}" },
        {
          at: "header.Location",
          from: "refund.number",
          as: "string",
          within: "/ordermanagement/v1/refunds/refund-{{}}",
        },
      ],
    },
    queried: {
      http: 200,
      body: {
        order_id: null,
        status: null,
        order_amount: null,
        captured_amount: null,
        refunded_amount: null,
        purchase_currency: null,
      },
      fill: [
        { at: "/order_id", from: "payment.orderId", as: "string" },
        { at: "/status", from: "payment.state", as: "string" },
        {
          at: "/order_amount",
          from: "payment.amount",
          as: "integer",
          money: { unit: "minor", as: "integer" },
        },
        {
          at: "/captured_amount",
          from: "payment.amount",
          as: "integer",
          money: { unit: "minor", as: "integer" },
        },
        {
          at: "/refunded_amount",
          from: "payment.refunded",
          as: "integer",
          money: { unit: "minor", as: "integer" },
        },
        { at: "/purchase_currency", from: "payment.currency", as: "string" },
      ],
    },
    already_refunded: {
      http: 403,
      body: {
        correlation_id: "66782175-ae05-44fc-9eb3-eeceadbad271",
        error_code: "REFUND_NOT_ALLOWED",
        error_messages: ["Refund not allowed"],
      },
      fill: [],
    },
    exceeds_refundable: {
      http: 403,
      body: {
        correlation_id: "66782175-ae05-44fc-9eb3-eeceadbad271",
        error_code: "REFUND_NOT_ALLOWED",
        error_messages: ["Refund not allowed"],
      },
      fill: [],
    },
    payment_not_found: {
      http: 404,
      body: {
        correlation_id: "66782175-ae05-44fc-9eb3-eeceadbad271",
        error_code: "NOT_FOUND",
        error_messages: ["Order cannot be found"],
      },
      fill: [],
    },
    not_settled: {
      http: 403,
      body: {
        correlation_id: "66782175-ae05-44fc-9eb3-eeceadbad271",
        error_code: "REFUND_NOT_ALLOWED",
        error_messages: ["Order has no captures. Refund not possible"],
      },
      fill: [],
    },
    not_refundable: {
      http: 403,
      body: {
        correlation_id: "66782175-ae05-44fc-9eb3-eeceadbad271",
        error_code: "REFUND_NOT_ALLOWED",
        error_messages: ["Refund not allowed"],
      },
      fill: [],
    },
    invalid_request: {
      http: 422,
      body: {
        correlation_id: "66782175-ae05-44fc-9eb3-eeceadbad271",
        error_code: "UNPROCESSABLE_ENTITY",
        error_messages: ["The service is unable to process this request."],
      },
      fill: [],
    },
    unauthorized: {
      http: 401,
      body: {
        correlation_id: "66782175-ae05-44fc-9eb3-eeceadbad271",
        error_code: "UNAUTHORIZED",
        error_messages: ["Unauthorized"],
      },
      fill: [],
    },
    rate_limited: {
      http: 429,
      body: {
        correlation_id: "66782175-ae05-44fc-9eb3-eeceadbad271",
        error_code: "TOO_MANY_REQUESTS",
        error_messages: ["Too many requests"],
      },
      fill: [],
    },
    provider_error: {
      http: 500,
      body: {
        correlation_id: "66782175-ae05-44fc-9eb3-eeceadbad271",
        error_code: "INTERNAL_SERVER_ERROR",
        error_messages: ["Unexpected server error"],
      },
      fill: [],
    },
  },
};
