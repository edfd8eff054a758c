// Generated from specs/paypay.yaml by `npm run generate`. Do not edit: edit the spec.

import type { SimulatorTable } from "../simulator-table.ts";

export const paypay: SimulatorTable = {
  provider: "paypay",
  title: "PayPay",
  documentation: "https://www.paypay.ne.jp/opa/doc/v1.0/dynamicqrcode#operation/refundPayment",
  servers: ["https://apigw.paypay.ne.jp", "https://apigw.sandbox.paypay.ne.jp"],
  credentials: [
    {
      apiKey: { secret: false, value: "sandbox-api-key" },
      apiSecret: { secret: true, value: "sandbox-api-secret" },
      merchantId: { secret: false, value: "000000000000008181" },
    },
  ],
  payments: [
    { payment: { paymentId: "04002752470258507776" }, amount: { value: 2000, currency: "JPY" } },
    { payment: { paymentId: "04002752470258507777" }, amount: { value: 100500, currency: "JPY" } },
    {
      payment: { paymentId: "04002752470258507778" },
      amount: { value: 5000, currency: "JPY" },
      always: "pending",
    },
    {
      payment: { paymentId: "04002752470258507779" },
      amount: { value: 5000, currency: "JPY" },
      always: "not_refundable",
    },
    {
      payment: { paymentId: "04002752470258507780" },
      amount: { value: 5000, currency: "JPY" },
      always: "provider_error",
    },
  ],
  partial: true,
  repeated: true,
  refundStates: { refunded: "REFUNDED", pending: "CREATED" },
  keys: { answers: "first", body: "ignored" },
  operations: {
    refund: {
      method: "POST",
      path: "/v2/refunds",
      media: "json",
      send: [
        {
          from: "credentials.merchantId",
          to: "header.X-ASSUME-MERCHANT",
          schema: { type: "string", minLength: 1, maxLength: 255 },
          optional: true,
        },
        {
          from: "key",
          to: "body#/merchantRefundId",
          schema: { type: "string", minLength: 1, maxLength: 64, pattern: "^[A-Za-z0-9_-]+$" },
        },
        {
          from: "payment.paymentId",
          to: "body#/paymentId",
          schema: { type: "string", minLength: 1, maxLength: 64 },
        },
        {
          from: "amount",
          to: "body#/amount/amount",
          schema: { type: "integer", minimum: 1, maximum: 99999999999 },
          money: { unit: "minor", as: "integer" },
        },
        {
          from: "currency",
          to: "body#/amount/currency",
          schema: { type: "string", enum: ["JPY"] },
        },
        {
          from: "timestamp",
          to: "body#/requestedAt",
          schema: { type: "integer" },
          time: "unix-seconds",
        },
        {
          from: "reason",
          to: "body#/reason",
          schema: { type: "string", maxLength: 255 },
          optional: true,
        },
      ],
      sign: {
        algorithm: "HMAC-SHA-256",
        key: "credentials.apiSecret",
        over: [
          "pathname",
          "method",
          "nonce",
          "body#/requestedAt",
          { text: "application/json" },
          "parts.hash",
        ],
        join: "\n",
        encoding: "base64",
        to: "header.Authorization",
        as: "hmac OPA-Auth:{credentials.apiKey}:{signature}:{nonce}:{body#/requestedAt}:{parts.hash}",
        parts: {
          hash: {
            digest: { over: [{ text: "application/json" }, "body"] },
            algorithm: "MD5",
            encoding: "base64",
          },
        },
      },
      answer: [
        {
          "/resultInfo/code": { type: "string" },
          "/data/status": { type: "string" },
          "/data/merchantRefundId": { type: "string" },
          "/data/paymentId": { type: "string" },
          "/data/amount/amount": { type: "integer" },
          "/data/amount/currency": { type: "string" },
        },
        { "/resultInfo/code": { type: "string" } },
      ],
    },
    query: {
      method: "GET",
      path: "/v2/refunds/{merchantRefundId}",
      send: [
        {
          from: "credentials.merchantId",
          to: "header.X-ASSUME-MERCHANT",
          schema: { type: "string", minLength: 1, maxLength: 255 },
          optional: true,
        },
        {
          from: "key",
          to: "path.merchantRefundId",
          schema: { type: "string", minLength: 1, maxLength: 64, pattern: "^[A-Za-z0-9_-]+$" },
        },
        {
          from: "payment.paymentId",
          to: "query.paymentId",
          schema: { type: "string", minLength: 1, maxLength: 64 },
        },
      ],
      sign: {
        algorithm: "HMAC-SHA-256",
        key: "credentials.apiSecret",
        over: ["pathname", "method", "nonce", "timestamp", { text: "empty" }, { text: "empty" }],
        join: "\n",
        encoding: "base64",
        to: "header.Authorization",
        as: "hmac OPA-Auth:{credentials.apiKey}:{signature}:{nonce}:{timestamp}:empty",
        timestamp: "unix-seconds",
      },
      answer: [
        {
          "/resultInfo/code": { type: "string" },
          "/data/status": { type: "string" },
          "/data/merchantRefundId": { type: "string" },
          "/data/paymentId": { type: "string" },
          "/data/amount/amount": { type: "integer" },
          "/data/amount/currency": { type: "string" },
        },
        { "/resultInfo/code": { type: "string" } },
      ],
    },
  },
  statusAt: ["/resultInfo/code", "/data/status"],
  answers: {
    refunded: {
      http: 200,
      body: {
        resultInfo: { code: "SUCCESS", message: "Success", codeId: "08100001" },
        data: {
          status: null,
          acceptedAt: 1665127741,
          merchantRefundId: null,
          paymentId: null,
          amount: { amount: null, currency: null },
          requestedAt: 1587534300,
          reason: null,
        },
      },
      fill: [
        { at: "/data/status", from: "refund.state", as: "string" },
        { at: "/data/merchantRefundId", from: "key", as: "string" },
        { at: "/data/paymentId", from: "payment.paymentId", as: "string" },
        {
          at: "/data/amount/amount",
          from: "refund.amount",
          as: "integer",
          money: { unit: "minor", as: "integer" },
        },
        { at: "/data/amount/currency", from: "payment.currency", as: "string" },
        { at: "/data/reason", from: "reason", as: "string" },
      ],
    },
    pending: {
      http: 200,
      body: {
        resultInfo: { code: "SUCCESS", message: "Success", codeId: "08100001" },
        data: {
          status: null,
          acceptedAt: 1665127741,
          merchantRefundId: null,
          paymentId: null,
          amount: { amount: null, currency: null },
          requestedAt: 1587534300,
          reason: null,
        },
      },
      fill: [
        { at: "/data/status", from: "refund.state", as: "string" },
        { at: "/data/merchantRefundId", from: "key", as: "string" },
        { at: "/data/paymentId", from: "payment.paymentId", as: "string" },
        {
          at: "/data/amount/amount",
          from: "refund.amount",
          as: "integer",
          money: { unit: "minor", as: "integer" },
        },
        { at: "/data/amount/currency", from: "payment.currency", as: "string" },
        { at: "/data/reason", from: "reason", as: "string" },
      ],
    },
    queried: {
      http: 200,
      body: {
        resultInfo: { code: "SUCCESS", message: "Success", codeId: "08100001" },
        data: {
          status: null,
          acceptedAt: 1665127741,
          merchantRefundId: null,
          paymentId: null,
          amount: { amount: null, currency: null },
          requestedAt: 1587534300,
          reason: null,
        },
      },
      fill: [
        { at: "/data/status", from: "refund.state", as: "string" },
        { at: "/data/merchantRefundId", from: "key", as: "string" },
        { at: "/data/paymentId", from: "payment.paymentId", as: "string" },
        {
          at: "/data/amount/amount",
          from: "refund.amount",
          as: "integer",
          money: { unit: "minor", as: "integer" },
        },
        { at: "/data/amount/currency", from: "payment.currency", as: "string" },
        { at: "/data/reason", from: "reason", as: "string" },
      ],
    },
    invalid_request: {
      http: 400,
      body: {
        resultInfo: { code: "INVALID_PARAMS", message: "Invalid parameters received" },
        data: null,
      },
      fill: [],
    },
    unauthorized: {
      http: 401,
      body: {
        resultInfo: { code: "UNAUTHORIZED", message: "No valid api key and secret provided" },
        data: null,
      },
      fill: [],
    },
    not_refundable: {
      http: 400,
      body: {
        resultInfo: { code: "REFUND_WINDOW_EXCEED", message: "Refund window exceeded." },
        data: null,
      },
      fill: [],
    },
    payment_not_found: {
      http: 404,
      body: { resultInfo: { code: "RESOURCE_NOT_FOUND", message: "Order not found" }, data: null },
      fill: [],
    },
    rate_limited: {
      http: 429,
      body: { resultInfo: { code: "RATE_LIMIT", message: "Too many requests." }, data: null },
      fill: [],
    },
    provider_error: {
      http: 500,
      body: {
        resultInfo: {
          code: "INTERNAL_SERVER_ERROR",
          message: "Something went wrong on PayPay service side.",
        },
        data: null,
      },
      fill: [],
    },
    key_busy: {
      http: 400,
      body: {
        resultInfo: {
          code: "THROTTLED_MULTIPLE_REFUND_REJECTED",
          message: "Rejected refund request as similar request is in progress.",
        },
        data: null,
      },
      fill: [],
    },
  },
};
