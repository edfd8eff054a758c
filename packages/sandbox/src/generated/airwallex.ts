// Generated from specs/airwallex.yaml by `npm run generate`. Do not edit: edit the spec.

import type { SimulatorTable } from "../simulator-table.ts";

export const airwallex: SimulatorTable = {
  provider: "airwallex",
  title: "Airwallex",
  documentation: "https://www.airwallex.com/docs/api/payments/refunds",
  servers: ["https://api.airwallex.com", "https://api-demo.airwallex.com"],
  credentials: [
    {
      accessToken: { secret: true, value: "sandbox-token" },
      webhookSecret: { secret: true, value: "sandbox-webhook-secret" },
      onBehalfOf: { secret: false, value: "acct_sandbox" },
    },
    {
      clientId: { secret: false, value: "sandbox-client" },
      apiKey: { secret: true, value: "sandbox-api-key" },
      webhookSecret: { secret: true, value: "sandbox-webhook-secret" },
      onBehalfOf: { secret: false, value: "acct_sandbox" },
    },
  ],
  payments: [
    {
      payment: { paymentIntentId: "int_sandbox1", paymentAttemptId: "att_sandbox1" },
      amount: { value: 10000, currency: "USD" },
    },
    {
      payment: { paymentIntentId: "int_sandbox2", paymentAttemptId: "att_sandbox2" },
      amount: { value: 5000, currency: "JPY" },
    },
    {
      payment: { paymentIntentId: "int_sandbox3", paymentAttemptId: "att_sandbox3" },
      amount: { value: 12345, currency: "EUR" },
    },
    {
      payment: { paymentIntentId: "int_sandbox4", paymentAttemptId: "att_sandbox4" },
      amount: { value: 12345, currency: "KWD" },
    },
    {
      payment: { paymentIntentId: "int_sandbox5", paymentAttemptId: "att_sandbox5" },
      amount: { value: 10000, currency: "CNY" },
      always: "pending",
    },
    {
      payment: { paymentIntentId: "int_sandbox6", paymentAttemptId: "att_sandbox6" },
      amount: { value: 10000, currency: "USD" },
      always: "not_refundable",
    },
    {
      payment: { paymentIntentId: "int_sandbox7", paymentAttemptId: "att_sandbox7" },
      amount: { value: 10000, currency: "USD" },
      always: "provider_error",
    },
  ],
  partial: true,
  repeated: true,
  refundStates: { refunded: "SETTLED", pending: "RECEIVED", failed: "FAILED" },
  refundIdAt: "/id",
  operations: {
    refund: {
      method: "POST",
      path: "/api/v1/pa/refunds/create",
      media: "json",
      send: [
        {
          from: "credentials.onBehalfOf",
          to: "header.x-on-behalf-of",
          schema: { type: "string", minLength: 1 },
          optional: true,
        },
        {
          from: "key",
          to: "body#/request_id",
          schema: { type: "string", minLength: 1, maxLength: 64 },
        },
        {
          from: "payment.paymentIntentId",
          to: "body#/payment_intent_id",
          schema: { type: "string", minLength: 1 },
          optional: true,
        },
        {
          from: "payment.paymentAttemptId",
          to: "body#/payment_attempt_id",
          schema: { type: "string", minLength: 1 },
          optional: true,
        },
        {
          from: "amount",
          to: "body#/amount",
          schema: { type: "number" },
          optional: true,
          money: { unit: "major", as: "number" },
        },
        {
          from: "reason",
          to: "body#/reason",
          schema: { type: "string", minLength: 1, maxLength: 128 },
          optional: true,
        },
        {
          from: "extra.metadata",
          to: "body#/metadata",
          schema: {
            type: "object",
            minProperties: 1,
            maxProperties: 50,
            propertyNames: { maxLength: 50 },
            additionalProperties: { type: "string", maxLength: 500 },
          },
          optional: true,
        },
        {
          from: "const",
          to: "header.x-api-version",
          schema: { type: "string", const: "2025-06-30" },
        },
        {
          from: "credentials.accessToken",
          to: "header.Authorization",
          schema: { type: "string", minLength: 1 },
          prefix: "Bearer ",
        },
      ],
      exactlyOne: [["payment.paymentIntentId", "payment.paymentAttemptId"]],
      answer: [
        {
          "/id": { type: "string" },
          "/request_id": { type: "string" },
          "/payment_intent_id": { type: "string" },
          "/amount": { type: "number" },
          "/currency": { type: "string" },
          "/status": { type: "string" },
        },
        { "/code": { type: "string" }, "/message": { type: "string" } },
      ],
    },
    query: {
      method: "GET",
      path: "/api/v1/pa/refunds",
      send: [
        {
          from: "credentials.onBehalfOf",
          to: "header.x-on-behalf-of",
          schema: { type: "string", minLength: 1 },
          optional: true,
        },
        {
          from: "payment.paymentIntentId",
          to: "query.payment_intent_id",
          schema: { type: "string", minLength: 1 },
          optional: true,
        },
        {
          from: "payment.paymentAttemptId",
          to: "query.payment_attempt_id",
          schema: { type: "string", minLength: 1 },
          optional: true,
        },
        {
          from: "const",
          to: "header.x-api-version",
          schema: { type: "string", const: "2025-06-30" },
        },
        { from: "const", to: "query.page_size", schema: { type: "string", const: "100" } },
        {
          from: "credentials.accessToken",
          to: "header.Authorization",
          schema: { type: "string", minLength: 1 },
          prefix: "Bearer ",
        },
      ],
      exactlyOne: [["payment.paymentIntentId", "payment.paymentAttemptId"]],
      answer: [
        { "/items": { type: "array" }, "/has_more": { type: "boolean" } },
        { "/code": { type: "string" }, "/message": { type: "string" } },
      ],
    },
    token: {
      method: "POST",
      path: "/api/v1/authentication/login",
      send: [
        {
          from: "credentials.clientId",
          to: "header.x-client-id",
          schema: { type: "string", minLength: 1 },
        },
        {
          from: "credentials.apiKey",
          to: "header.x-api-key",
          schema: { type: "string", minLength: 1 },
        },
      ],
      answer: [
        { "/token": { type: "string" }, "/expires_at": { type: "string" } },
        { "/code": { type: "string" }, "/message": { type: "string" } },
      ],
      gives: "accessToken",
    },
  },
  statusAt: ["/status"],
  notification: {
    verify: {
      algorithm: "HMAC-SHA-256",
      key: "credentials.webhookSecret",
      over: ["header.x-timestamp", "body"],
      encoding: "hex",
      from: "header.x-signature",
    },
    media: "json",
    says: {
      succeeded: {
        headers: { "x-timestamp": "1646371882000" },
        body: {
          id: null,
          name: "refund.settled",
          data: {
            object: {
              id: null,
              request_id: null,
              payment_intent_id: null,
              payment_attempt_id: null,
              amount: null,
              currency: null,
              status: "SETTLED",
            },
          },
        },
        fill: [
          { at: "/id", from: "notification.number", as: "string", within: "evt_{{}}" },
          { at: "/data/object/id", from: "refund.id", as: "string" },
          { at: "/data/object/request_id", from: "key", as: "string" },
          { at: "/data/object/payment_intent_id", from: "payment.paymentIntentId", as: "string" },
          { at: "/data/object/payment_attempt_id", from: "payment.paymentAttemptId", as: "string" },
          {
            at: "/data/object/amount",
            from: "refund.amount",
            as: "number",
            money: { unit: "major", as: "number" },
          },
          { at: "/data/object/currency", from: "payment.currency", as: "string" },
        ],
      },
      pending: {
        headers: { "x-timestamp": "1646371882000" },
        body: {
          id: null,
          name: "refund.received",
          data: {
            object: {
              id: null,
              request_id: null,
              payment_intent_id: null,
              payment_attempt_id: null,
              amount: null,
              currency: null,
              status: "RECEIVED",
            },
          },
        },
        fill: [
          { at: "/id", from: "notification.number", as: "string", within: "evt_{{}}" },
          { at: "/data/object/id", from: "refund.id", as: "string" },
          { at: "/data/object/request_id", from: "key", as: "string" },
          { at: "/data/object/payment_intent_id", from: "payment.paymentIntentId", as: "string" },
          { at: "/data/object/payment_attempt_id", from: "payment.paymentAttemptId", as: "string" },
          {
            at: "/data/object/amount",
            from: "refund.amount",
            as: "number",
            money: { unit: "major", as: "number" },
          },
          { at: "/data/object/currency", from: "payment.currency", as: "string" },
        ],
      },
      declined: {
        headers: { "x-timestamp": "1646371882000" },
        body: {
          id: null,
          name: "refund.failed",
          data: {
            object: {
              id: null,
              request_id: null,
              payment_intent_id: null,
              payment_attempt_id: null,
              amount: null,
              currency: null,
              status: "FAILED",
            },
          },
        },
        fill: [
          { at: "/id", from: "notification.number", as: "string", within: "evt_{{}}" },
          { at: "/data/object/id", from: "refund.id", as: "string" },
          { at: "/data/object/request_id", from: "key", as: "string" },
          { at: "/data/object/payment_intent_id", from: "payment.paymentIntentId", as: "string" },
          { at: "/data/object/payment_attempt_id", from: "payment.paymentAttemptId", as: "string" },
          {
            at: "/data/object/amount",
            from: "refund.amount",
            as: "number",
            money: { unit: "major", as: "number" },
          },
          { at: "/data/object/currency", from: "payment.currency", as: "string" },
        ],
      },
    },
  },
  answers: {
    issued: {
      http: 201,
      body: { token: null, expires_at: null },
      fill: [
        { at: "/token", from: "token", as: "string" },
        { at: "/expires_at", from: "token.expires", as: "string" },
      ],
    },
    token_refused: {
      http: 401,
      body: { code: "credentials_invalid", message: "UNAUTHORIZED", source: "" },
      fill: [],
    },
    refunded: {
      http: 201,
      body: {
        id: null,
        request_id: null,
        payment_intent_id: null,
        payment_attempt_id: null,
        amount: null,
        currency: null,
        status: "SETTLED",
      },
      fill: [
        { at: "/id", from: "refund.number", as: "string", within: "rfd_{{}}" },
        { at: "/request_id", from: "key", as: "string" },
        { at: "/payment_intent_id", from: "payment.paymentIntentId", as: "string" },
        { at: "/payment_attempt_id", from: "payment.paymentAttemptId", as: "string" },
        {
          at: "/amount",
          from: "refund.amount",
          as: "number",
          money: { unit: "major", as: "number" },
        },
        { at: "/currency", from: "payment.currency", as: "string" },
      ],
    },
    pending: {
      http: 201,
      body: {
        id: null,
        request_id: null,
        payment_intent_id: null,
        payment_attempt_id: null,
        amount: null,
        currency: null,
        status: "RECEIVED",
      },
      fill: [
        { at: "/id", from: "refund.number", as: "string", within: "rfd_{{}}" },
        { at: "/request_id", from: "key", as: "string" },
        { at: "/payment_intent_id", from: "payment.paymentIntentId", as: "string" },
        { at: "/payment_attempt_id", from: "payment.paymentAttemptId", as: "string" },
        {
          at: "/amount",
          from: "refund.amount",
          as: "number",
          money: { unit: "major", as: "number" },
        },
        { at: "/currency", from: "payment.currency", as: "string" },
      ],
    },
    queried: {
      http: 200,
      body: {
        items: [
          {
            id: null,
            request_id: null,
            payment_intent_id: null,
            payment_attempt_id: null,
            amount: null,
            currency: null,
            status: null,
          },
        ],
        has_more: false,
      },
      fill: [
        { at: "/items/0/id", from: "refund.id", as: "string" },
        { at: "/items/0/request_id", from: "key", as: "string" },
        { at: "/items/0/payment_intent_id", from: "payment.paymentIntentId", as: "string" },
        { at: "/items/0/payment_attempt_id", from: "payment.paymentAttemptId", as: "string" },
        {
          at: "/items/0/amount",
          from: "refund.amount",
          as: "number",
          money: { unit: "major", as: "number" },
        },
        { at: "/items/0/currency", from: "payment.currency", as: "string" },
        { at: "/items/0/status", from: "refund.state", as: "string" },
      ],
      each: "/items",
    },
    payment_not_found: {
      http: 400,
      body: {
        code: "resource_not_found",
        message: "The resource with ID int_n3fXc5NDzgVE9DLx3zGhMibdSlx cannot be found",
      },
      fill: [],
    },
    exceeds_refundable: {
      http: 400,
      body: { code: "amount_above_limit", message: "The operating amount is above the limit." },
      fill: [],
    },
    not_refundable: {
      http: 400,
      body: {
        code: "invalid_status_for_operation",
        message: "The PaymentIntent status is invalid for operation refund.",
      },
      fill: [],
    },
    invalid_request: {
      http: 400,
      body: {
        code: "validation_error",
        source: "request_id",
        message: "request_id must be provided",
      },
      fill: [],
    },
    unauthorized: { http: 401, body: { code: "unauthorized", message: "Access denied" }, fill: [] },
    provider_error: {
      http: 500,
      body: {
        code: "internal_error",
        message: "An internal error was encountered. Please try again later",
      },
      fill: [],
    },
  },
};
