// Generated from specs/mercadopago.yaml by `npm run generate`. Do not edit: edit the spec.

import type { SimulatorTable } from "../simulator-table.ts";

export const mercadopago: SimulatorTable = {
  provider: "mercadopago",
  title: "Mercado Pago",
  documentation:
    "https://www.mercadopago.com.co/developers/es/reference/chargebacks/_payments_id_refunds/post",
  servers: ["https://api.mercadopago.com"],
  credentials: [
    {
      accessToken: { secret: true, value: "TEST-sandbox-token" },
      webhookSecret: { secret: true, value: "sandbox-webhook-secret" },
    },
  ],
  payments: [
    { payment: { id: "18552260055" }, amount: { value: 10000, currency: "BRL" } },
    { payment: { id: "18552260056" }, amount: { value: 25050, currency: "ARS" } },
    { payment: { id: "18552260057" }, amount: { value: 99900, currency: "MXN" } },
    { payment: { id: "18552260058" }, amount: { value: 5000, currency: "CLP" } },
    { payment: { id: "18552260061" }, amount: { value: 1000, currency: "BRL" }, always: "pending" },
    {
      payment: { id: "18552260062" },
      amount: { value: 1000, currency: "BRL" },
      always: "provider_error",
    },
    {
      payment: { id: "18552260063" },
      amount: { value: 1000, currency: "BRL" },
      always: "not_refundable",
    },
  ],
  partial: true,
  repeated: true,
  states: {
    paid: "approved",
    partly_refunded: "approved",
    refunded: "refunded",
    refund_pending: "approved",
  },
  refundIdAt: "/id",
  operations: {
    refund: {
      method: "POST",
      path: "/v1/payments/{id}/refunds",
      media: "json",
      send: [
        {
          from: "payment.id",
          to: "path.id",
          schema: { type: ["string", "integer"], minLength: 1 },
        },
        { from: "key", to: "header.X-Idempotency-Key", schema: { type: "string", minLength: 1 } },
        {
          from: "amount",
          to: "body#/amount",
          schema: { type: "number" },
          optional: true,
          money: { unit: "major", as: "number" },
        },
        {
          from: "const",
          to: "header.X-Render-In-Process-Refunds",
          schema: { type: "string", const: "true" },
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
          "/id": { type: "integer" },
          "/payment_id": { type: "integer" },
          "/amount": { type: "number" },
          "/status": { type: "string" },
        },
        { "/message": { type: "string" } },
      ],
    },
    query: {
      method: "GET",
      path: "/v1/payments/{id}",
      send: [
        {
          from: "payment.id",
          to: "path.id",
          schema: { type: ["string", "integer"], minLength: 1 },
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
          "/id": { type: "integer" },
          "/status": { type: "string" },
          "/currency_id": { type: "string" },
          "/transaction_amount": { type: "number" },
        },
        { "/message": { type: "string" } },
      ],
    },
  },
  statusAt: ["/status"],
  notification: {
    verify: {
      algorithm: "HMAC-SHA-256",
      key: "credentials.webhookSecret",
      over: [
        { text: "id:" },
        "body#/data/id",
        { text: ";request-id:" },
        "header.x-request-id",
        { text: ";ts:" },
        "parts.time",
        { text: ";" },
      ],
      encoding: "hex",
      parts: { time: { in: "header.x-signature", pattern: "(?:^|,)ts=([0-9]+)" } },
      from: "header.x-signature",
      pattern: "(?:^|,)v1=([0-9a-f]{64})",
    },
    media: "json",
    says: {
      succeeded: {
        body: { id: null, type: "payment", action: "payment.updated", data: { id: null } },
        fill: [
          { at: "/id", from: "notification.number", as: "integer" },
          { at: "/data/id", from: "payment.id", as: "string" },
        ],
      },
    },
  },
  answers: {
    refunded: {
      http: 201,
      body: {
        id: null,
        payment_id: null,
        amount: null,
        status: "approved",
        date_created: "2021-11-24T13:58:49.312-04:00",
        refund_mode: "standard",
        adjustment_amount: 0,
      },
      fill: [
        { at: "/id", from: "refund.number", as: "integer" },
        { at: "/payment_id", from: "payment.id", as: "integer" },
        {
          at: "/amount",
          from: "refund.amount",
          as: "number",
          money: { unit: "major", as: "number" },
        },
      ],
    },
    pending: {
      http: 201,
      body: {
        id: null,
        payment_id: null,
        amount: null,
        status: "in_process",
        date_created: "2021-11-24T13:58:49.312-04:00",
      },
      fill: [
        { at: "/id", from: "refund.number", as: "integer" },
        { at: "/payment_id", from: "payment.id", as: "integer" },
        {
          at: "/amount",
          from: "refund.amount",
          as: "number",
          money: { unit: "major", as: "number" },
        },
      ],
    },
    queried: {
      http: 200,
      body: {
        id: null,
        status: null,
        currency_id: null,
        transaction_amount: null,
        transaction_amount_refunded: null,
      },
      fill: [
        { at: "/id", from: "payment.id", as: "integer" },
        { at: "/status", from: "payment.state", as: "string" },
        { at: "/currency_id", from: "payment.currency", as: "string" },
        {
          at: "/transaction_amount",
          from: "payment.amount",
          as: "number",
          money: { unit: "major", as: "number" },
        },
        {
          at: "/transaction_amount_refunded",
          from: "payment.refunded",
          as: "number",
          money: { unit: "major", as: "number" },
        },
      ],
    },
    already_refunded: {
      http: 400,
      body: {
        status: 400,
        error: "bad_request",
        message: "The action requested is not valid for the current payment state",
        cause: [
          {
            code: 2063,
            description: "The action requested is not valid for the current payment state",
          },
        ],
      },
      fill: [],
    },
    exceeds_refundable: {
      http: 400,
      body: {
        status: 400,
        error: "bad_request",
        message: "The action requested is not valid for the current payment state",
        cause: [
          {
            code: 2063,
            description: "The action requested is not valid for the current payment state",
          },
        ],
      },
      fill: [],
    },
    payment_not_found: {
      http: 404,
      body: {
        status: 404,
        error: "not_found",
        message: "Payment not found",
        cause: [{ code: 2000, description: "Payment not found" }],
      },
      fill: [],
    },
    not_refundable: {
      http: 404,
      body: {
        status: 404,
        error: "not_found",
        message: "Payment too old to be refunded",
        cause: [{ code: 2024, description: "Payment too old to be refunded" }],
      },
      fill: [],
    },
    invalid_request: {
      http: 401,
      body: {
        status: 401,
        error: "bad_request",
        message: "amount attribute must be positive",
        cause: [{ code: 4040, description: "amount attribute must be positive" }],
      },
      fill: [],
    },
    unauthorized: {
      http: 401,
      body: {
        status: 401,
        error: "unauthorized",
        message: "Invalid token",
        cause: [{ code: 401, description: "Invalid token" }],
      },
      fill: [],
    },
    provider_error: {
      http: 500,
      body: { status: 500, error: "internal_error", message: "Internal error", cause: [] },
      fill: [],
    },
  },
};
