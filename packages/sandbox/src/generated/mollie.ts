// Generated from specs/mollie.yaml by `npm run generate`. Do not edit: edit the spec.

import type { SimulatorTable } from "../simulator-table.ts";

export const mollie: SimulatorTable = {
  provider: "mollie",
  title: "Mollie",
  documentation: "https://raw.githubusercontent.com/mollie/openapi/main/specs.yaml",
  servers: ["https://api.mollie.com"],
  credentials: [{ apiKey: { secret: true, value: "test_dHar4XY7LxsDOtmnkVtjNVWXLSlXsM" } }],
  payments: [
    { payment: { id: "tr_5B8cwPMGnU6qLbRvo7qEZa" }, amount: { value: 10000, currency: "EUR" } },
    { payment: { id: "tr_5B8cwPMGnU6qLbRvo7qEZb" }, amount: { value: 5000, currency: "JPY" } },
    { payment: { id: "tr_5B8cwPMGnU6qLbRvo7qEZc" }, amount: { value: 12345, currency: "USD" } },
    {
      payment: { id: "tr_5B8cwPMGnU6qLbRvo7qEZd" },
      amount: { value: 10000, currency: "GBP" },
      always: "pending",
    },
    {
      payment: { id: "tr_5B8cwPMGnU6qLbRvo7qEZe" },
      amount: { value: 10000, currency: "EUR" },
      always: "provider_error",
    },
    {
      payment: { id: "tr_5B8cwPMGnU6qLbRvo7qEZf" },
      amount: { value: 10000, currency: "EUR" },
      always: "rate_limited",
    },
  ],
  partial: true,
  repeated: true,
  refundStates: { refunded: "refunded", pending: "pending", failed: "failed" },
  refundIdAt: "/id",
  keys: { seconds: 3600, answers: "first", body: "same" },
  operations: {
    refund: {
      method: "POST",
      path: "/v2/payments/{paymentId}/refunds",
      media: "json",
      send: [
        {
          from: "payment.id",
          to: "path.paymentId",
          schema: { type: "string", pattern: "^tr_.+$" },
        },
        { from: "currency", to: "body#/amount/currency", schema: { type: "string" } },
        {
          from: "amount",
          to: "body#/amount/value",
          schema: { type: "string" },
          money: { unit: "major", as: "string" },
        },
        {
          from: "reason",
          to: "body#/description",
          schema: { type: "string", maxLength: 255 },
          optional: true,
        },
        { from: "key", to: "header.idempotency-key", schema: { type: "string", minLength: 1 } },
        {
          from: "key",
          to: "body#/metadata/refund_key",
          schema: { type: "string", minLength: 1, maxLength: 512 },
          optional: true,
        },
        {
          from: "extra.reverseRouting",
          to: "body#/reverseRouting",
          schema: { type: "boolean" },
          optional: true,
        },
        {
          from: "extra.routingReversals",
          to: "body#/routingReversals",
          schema: {
            type: "array",
            items: {
              type: "object",
              required: ["amount", "source"],
              properties: {
                amount: {
                  type: "object",
                  required: ["currency", "value"],
                  properties: { currency: { type: "string" }, value: { type: "string" } },
                },
                source: {
                  type: "object",
                  required: ["type", "organizationId"],
                  properties: {
                    type: { type: "string", enum: ["organization"] },
                    organizationId: { type: "string", minLength: 1 },
                  },
                },
              },
            },
            minItems: 1,
          },
          optional: true,
        },
        {
          from: "const",
          to: "header.Accept",
          schema: { type: "string", const: "application/hal+json" },
        },
        {
          from: "credentials.apiKey",
          to: "header.Authorization",
          schema: { type: "string" },
          prefix: "Bearer ",
        },
      ],
      answer: [
        {
          "/resource": { is: "refund" },
          "/id": { type: "string" },
          "/amount/currency": { type: "string" },
          "/amount/value": { type: "string" },
          "/status": { type: "string" },
          "/paymentId": { type: "string" },
        },
        {
          "/status": { type: "integer" },
          "/title": { type: "string" },
          "/detail": { type: "string" },
        },
      ],
    },
    query: {
      method: "GET",
      path: "/v2/payments/{paymentId}/refunds",
      send: [
        {
          from: "payment.id",
          to: "path.paymentId",
          schema: { type: "string", pattern: "^tr_.+$" },
        },
        { from: "const", to: "query.limit", schema: { type: "string", const: "250" } },
        {
          from: "const",
          to: "header.Accept",
          schema: { type: "string", const: "application/hal+json" },
        },
        {
          from: "credentials.apiKey",
          to: "header.Authorization",
          schema: { type: "string" },
          prefix: "Bearer ",
        },
      ],
      answer: [
        { "/count": { type: "integer" }, "/_embedded/refunds": { type: "array" } },
        {
          "/status": { type: "integer" },
          "/title": { type: "string" },
          "/detail": { type: "string" },
        },
      ],
    },
  },
  statusAt: ["/resource", "/status"],
  notification: {
    media: "form",
    says: {
      succeeded: { body: { id: null }, fill: [{ at: "/id", from: "payment.id", as: "string" }] },
      pending: { body: { id: null }, fill: [{ at: "/id", from: "payment.id", as: "string" }] },
      declined: { body: { id: null }, fill: [{ at: "/id", from: "payment.id", as: "string" }] },
    },
  },
  answers: {
    refunded: {
      http: 201,
      body: {
        resource: "refund",
        id: null,
        mode: "test",
        description: null,
        amount: { currency: null, value: null },
        status: "refunded",
        metadata: { refund_key: null },
        paymentId: null,
        createdAt: "2023-03-14T17:09:02+00:00",
      },
      fill: [
        { at: "/id", from: "refund.number", as: "string", within: "re_{{}}" },
        { at: "/description", from: "reason", as: "string" },
        { at: "/amount/currency", from: "payment.currency", as: "string" },
        {
          at: "/amount/value",
          from: "refund.amount",
          as: "string",
          money: { unit: "major", as: "string" },
        },
        { at: "/metadata/refund_key", from: "key", as: "string" },
        { at: "/paymentId", from: "payment.id", as: "string" },
      ],
    },
    pending: {
      http: 201,
      body: {
        resource: "refund",
        id: null,
        mode: "test",
        description: null,
        amount: { currency: null, value: null },
        status: "pending",
        metadata: { refund_key: null },
        paymentId: null,
        createdAt: "2023-03-14T17:09:02+00:00",
      },
      fill: [
        { at: "/id", from: "refund.number", as: "string", within: "re_{{}}" },
        { at: "/description", from: "reason", as: "string" },
        { at: "/amount/currency", from: "payment.currency", as: "string" },
        {
          at: "/amount/value",
          from: "refund.amount",
          as: "string",
          money: { unit: "major", as: "string" },
        },
        { at: "/metadata/refund_key", from: "key", as: "string" },
        { at: "/paymentId", from: "payment.id", as: "string" },
      ],
    },
    queried: {
      http: 200,
      body: {
        count: 1,
        _embedded: {
          refunds: [
            {
              resource: "refund",
              id: null,
              mode: "test",
              description: null,
              amount: { currency: null, value: null },
              status: null,
              metadata: { refund_key: null },
              paymentId: null,
              createdAt: "2023-03-14T17:09:02+00:00",
            },
          ],
        },
      },
      fill: [
        { at: "/_embedded/refunds/0/id", from: "refund.id", as: "string" },
        { at: "/_embedded/refunds/0/description", from: "reason", as: "string" },
        { at: "/_embedded/refunds/0/amount/currency", from: "payment.currency", as: "string" },
        {
          at: "/_embedded/refunds/0/amount/value",
          from: "refund.amount",
          as: "string",
          money: { unit: "major", as: "string" },
        },
        { at: "/_embedded/refunds/0/status", from: "refund.state", as: "string" },
        { at: "/_embedded/refunds/0/metadata/refund_key", from: "key", as: "string" },
        { at: "/_embedded/refunds/0/paymentId", from: "payment.id", as: "string" },
      ],
      each: "/_embedded/refunds",
    },
    exceeds_refundable: {
      http: 422,
      body: {
        status: 422,
        title: "Unprocessable Entity",
        detail: "The specified amount cannot be refunded",
        field: "amount.value",
      },
      fill: [],
    },
    payment_not_found: {
      http: 404,
      body: { status: 404, title: "Not Found", detail: "There is no such payment." },
      fill: [],
    },
    invalid_request: {
      http: 422,
      body: {
        status: 422,
        title: "Unprocessable Entity",
        detail: "The 'amount' field is missing",
        field: "amount",
      },
      fill: [],
    },
    key_mismatch: { http: 400, body: { status: 400, title: "Bad Request" }, fill: [] },
    key_busy: { http: 409, body: { status: 409, title: "Conflict" }, fill: [] },
    unauthorized: {
      http: 401,
      body: { status: 401, title: "Unauthorized Request", detail: "The API key is not known." },
      fill: [],
    },
    rate_limited: {
      http: 429,
      body: { status: 429, title: "Too Many Requests", detail: "Too many requests were sent." },
      fill: [],
    },
    provider_error: {
      http: 500,
      body: { status: 500, title: "Internal Server Error", detail: "Something went wrong" },
      fill: [],
    },
  },
};
