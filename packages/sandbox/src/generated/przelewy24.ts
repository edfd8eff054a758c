// Generated from specs/przelewy24.yaml by `npm run generate`. Do not edit: edit the spec.

import type { SimulatorTable } from "../simulator-table.ts";

export const przelewy24: SimulatorTable = {
  provider: "przelewy24",
  title: "Przelewy24",
  documentation: "https://developers.przelewy24.pl/yaml/en_documentation_1.0.yaml",
  servers: ["https://secure.przelewy24.pl", "https://sandbox.przelewy24.pl"],
  credentials: [
    {
      posId: { secret: false, value: "999999" },
      apiKey: { secret: true, value: "sandbox-api-key" },
      crc: { secret: true, value: "sandbox-crc" },
    },
  ],
  payments: [
    {
      payment: { orderId: 301234561, sessionId: "order-1" },
      amount: { value: 10000, currency: "PLN" },
    },
    {
      payment: { orderId: 301234562, sessionId: "order-2" },
      amount: { value: 5000, currency: "EUR" },
    },
    {
      payment: { orderId: 301234563, sessionId: "order-3" },
      amount: { value: 10000, currency: "PLN" },
      always: "insufficient_balance",
    },
    {
      payment: { orderId: 301234564, sessionId: "order-4" },
      amount: { value: 10000, currency: "PLN" },
      always: "not_refundable",
    },
    {
      payment: { orderId: 301234565, sessionId: "order-5" },
      amount: { value: 10000, currency: "PLN" },
      always: "provider_error",
    },
  ],
  partial: true,
  repeated: true,
  refundStates: { refunded: "1", pending: "2", failed: "4" },
  operations: {
    refund: {
      method: "POST",
      path: "/api/v1/transaction/refund",
      media: "json",
      send: [
        {
          from: "key",
          to: "body#/requestId",
          schema: { type: "string", minLength: 1, maxLength: 45 },
        },
        {
          from: "key",
          to: "body#/refundsUuid",
          schema: { type: "string", minLength: 1, maxLength: 35 },
          optional: true,
        },
        {
          from: "payment.orderId",
          to: "body#/refunds/0/orderId",
          schema: { type: "integer", minimum: 1 },
        },
        {
          from: "payment.sessionId",
          to: "body#/refunds/0/sessionId",
          schema: { type: "string", minLength: 1 },
        },
        {
          from: "amount",
          to: "body#/refunds/0/amount",
          schema: { type: "integer", minimum: 1 },
          money: { unit: "minor", as: "integer" },
        },
        {
          from: "reason",
          to: "body#/refunds/0/description",
          schema: { type: "string", minLength: 1, maxLength: 35 },
          optional: true,
        },
        {
          from: "extra.urlStatus",
          to: "body#/urlStatus",
          schema: { type: "string", minLength: 1 },
          optional: true,
        },
        {
          from: "credentials.posId:apiKey",
          to: "header.Authorization",
          schema: { type: "string" },
          prefix: "Basic ",
        },
      ],
      answer: [
        {
          "/data": { type: "array" },
          "/data/0/orderId": { type: "integer" },
          "/data/0/sessionId": { type: "string" },
          "/data/0/amount": { type: "integer" },
          "/data/0/status": { type: "boolean" },
          "/responseCode": { type: "number" },
        },
        { "/error": { type: "string" }, "/code": { type: "number" } },
        {
          "/error": { type: "array" },
          "/error/0/status": { type: "boolean" },
          "/error/0/message": { type: "string" },
          "/code": { type: "integer" },
        },
      ],
    },
    query: {
      method: "GET",
      path: "/api/v1/refund/by/orderId/{orderId}",
      send: [
        { from: "payment.orderId", to: "path.orderId", schema: { type: "integer", minimum: 1 } },
        {
          from: "credentials.posId:apiKey",
          to: "header.Authorization",
          schema: { type: "string" },
          prefix: "Basic ",
        },
      ],
      answer: [
        {
          "/data/orderId": { type: "integer" },
          "/data/refunds": { type: "array" },
          "/responseCode": { type: "number" },
        },
        { "/error": { type: "string" }, "/code": { type: "number" } },
        { "/error": { type: "string" } },
      ],
    },
  },
  statusAt: ["/responseCode", "/data/0/status"],
  notification: {
    verify: {
      algorithm: "SHA-384",
      over: [
        { text: '{"orderId":' },
        "body#/orderId",
        { text: ',"sessionId":"' },
        "body#/sessionId",
        { text: '","refundsUuid":"' },
        "body#/refundsUuid",
        { text: '","merchantId":' },
        "body#/merchantId",
        { text: ',"amount":' },
        "body#/amount",
        { text: ',"currency":"' },
        "body#/currency",
        { text: '","status":' },
        "body#/status",
        { text: ',"crc":"' },
        "credentials.crc",
        { text: '"}' },
      ],
      encoding: "hex",
      from: "body#/sign",
    },
    media: "json",
    says: {
      succeeded: {
        body: {
          orderId: null,
          sessionId: null,
          merchantId: 999999,
          requestId: null,
          refundsUuid: null,
          amount: null,
          currency: null,
          timestamp: 1764244800,
          status: 0,
        },
        fill: [
          { at: "/orderId", from: "payment.orderId", as: "integer" },
          { at: "/sessionId", from: "payment.sessionId", as: "string" },
          { at: "/requestId", from: "key", as: "string" },
          { at: "/refundsUuid", from: "key", as: "string" },
          {
            at: "/amount",
            from: "refund.amount",
            as: "integer",
            money: { unit: "minor", as: "integer" },
          },
          { at: "/currency", from: "payment.currency", as: "string" },
        ],
      },
      declined: {
        body: {
          orderId: null,
          sessionId: null,
          merchantId: 999999,
          requestId: null,
          refundsUuid: null,
          amount: null,
          currency: null,
          timestamp: 1764244800,
          status: 1,
        },
        fill: [
          { at: "/orderId", from: "payment.orderId", as: "integer" },
          { at: "/sessionId", from: "payment.sessionId", as: "string" },
          { at: "/requestId", from: "key", as: "string" },
          { at: "/refundsUuid", from: "key", as: "string" },
          {
            at: "/amount",
            from: "refund.amount",
            as: "integer",
            money: { unit: "minor", as: "integer" },
          },
          { at: "/currency", from: "payment.currency", as: "string" },
        ],
      },
    },
  },
  answers: {
    pending: {
      http: 201,
      body: {
        data: [
          {
            orderId: null,
            sessionId: null,
            amount: null,
            description: null,
            status: true,
            message: "success",
          },
        ],
        responseCode: 0,
      },
      fill: [
        { at: "/data/0/orderId", from: "payment.orderId", as: "integer" },
        { at: "/data/0/sessionId", from: "payment.sessionId", as: "string" },
        {
          at: "/data/0/amount",
          from: "refund.amount",
          as: "integer",
          money: { unit: "minor", as: "integer" },
        },
        { at: "/data/0/description", from: "reason", as: "string" },
      ],
    },
    queried: {
      http: 200,
      body: {
        data: {
          orderId: null,
          sessionId: null,
          amount: null,
          currency: null,
          refunds: [
            {
              batchId: 1,
              requestId: null,
              date: "2026-11-27 12:00",
              login: "api",
              description: null,
              status: null,
              amount: null,
            },
          ],
        },
        responseCode: 0,
      },
      fill: [
        { at: "/data/orderId", from: "payment.orderId", as: "integer" },
        { at: "/data/sessionId", from: "payment.sessionId", as: "string" },
        {
          at: "/data/amount",
          from: "payment.amount",
          as: "integer",
          money: { unit: "minor", as: "integer" },
        },
        { at: "/data/currency", from: "payment.currency", as: "string" },
        { at: "/data/refunds/0/requestId", from: "key", as: "string" },
        { at: "/data/refunds/0/description", from: "reason", as: "string" },
        { at: "/data/refunds/0/status", from: "refund.state", as: "integer" },
        {
          at: "/data/refunds/0/amount",
          from: "refund.amount",
          as: "integer",
          money: { unit: "minor", as: "integer" },
        },
      ],
      each: "/data/refunds",
    },
    exceeds_refundable: {
      http: 409,
      body: {
        error: [
          {
            status: false,
            message: "The amount of refund exceeds available amount for the transaction",
          },
        ],
        code: 409,
      },
      fill: [],
    },
    insufficient_balance: {
      http: 409,
      body: { error: [{ status: false, message: "Insufficient funds available" }], code: 409 },
      fill: [],
    },
    not_refundable: {
      http: 409,
      body: {
        error: [{ status: false, message: "Transaction in wrong status - cannot refund" }],
        code: 409,
      },
      fill: [],
    },
    payment_not_found: {
      http: 409,
      body: { error: [{ status: false, message: "Transaction not found" }], code: 409 },
      fill: [],
    },
    invalid_request: {
      http: 400,
      body: { error: "Invalid input parameters", code: 400 },
      fill: [],
    },
    unauthorized: { http: 401, body: { error: "Incorrect authentication", code: 401 }, fill: [] },
    provider_error: { http: 500, body: { error: "Unknown error", code: 500 }, fill: [] },
  },
};
