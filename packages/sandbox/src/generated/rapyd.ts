// Generated from specs/rapyd.yaml by `npm run generate`. Do not edit: edit the spec.

import type { SimulatorTable } from "../simulator-table.ts";

export const rapyd: SimulatorTable = {
  provider: "rapyd",
  title: "Rapyd",
  documentation: "https://docs.rapyd.net/en/create-refund.html",
  servers: ["https://api.rapyd.net", "https://sandboxapi.rapyd.net"],
  credentials: [
    {
      accessKey: { secret: false, value: "sandbox-access-key" },
      secretKey: { secret: true, value: "sandbox-secret-key" },
      notificationUrl: { secret: false, value: "https://shop.example/webhooks/rapyd" },
    },
  ],
  payments: [
    { payment: { id: "payment_sandbox1" }, amount: { value: 10000, currency: "USD" } },
    { payment: { id: "payment_sandbox2" }, amount: { value: 5000, currency: "JPY" } },
    { payment: { id: "payment_sandbox3" }, amount: { value: 12345, currency: "EUR" } },
    { payment: { id: "payment_sandbox4" }, amount: { value: 12345, currency: "KWD" } },
    {
      payment: { id: "payment_sandbox5" },
      amount: { value: 10000, currency: "SGD" },
      always: "pending",
    },
    {
      payment: { id: "payment_sandbox6" },
      amount: { value: 10000, currency: "USD" },
      always: "already_refunded",
    },
    {
      payment: { id: "payment_sandbox7" },
      amount: { value: 10000, currency: "USD" },
      always: "provider_error",
    },
  ],
  partial: true,
  repeated: true,
  refundStates: { refunded: "Completed", pending: "Pending", failed: "Rejected" },
  refundIdAt: "/data/id",
  operations: {
    refund: {
      method: "POST",
      path: "/v1/refunds",
      media: "json",
      send: [
        {
          from: "credentials.accessKey",
          to: "header.access_key",
          schema: { type: "string", minLength: 1 },
        },
        { from: "nonce", to: "header.salt", schema: { type: "string" }, nonce: { length: 12 } },
        {
          from: "timestamp",
          to: "header.timestamp",
          schema: { type: "integer" },
          time: "unix-seconds",
        },
        { from: "key", to: "header.idempotency", schema: { type: "string", minLength: 1 } },
        {
          from: "key",
          to: "body#/merchant_reference_id",
          schema: { type: "string", minLength: 1, maxLength: 255 },
          optional: true,
        },
        { from: "payment.id", to: "body#/payment", schema: { type: "string", minLength: 1 } },
        {
          from: "amount",
          to: "body#/amount",
          schema: { type: "number" },
          optional: true,
          money: { unit: "major", as: "number" },
        },
        { from: "currency", to: "body#/currency", schema: { type: "string" }, optional: true },
        {
          from: "reason",
          to: "body#/reason",
          schema: { type: "string", minLength: 1 },
          optional: true,
        },
        {
          from: "extra.metadata",
          to: "body#/metadata",
          schema: { type: "object", minProperties: 1, additionalProperties: true },
          optional: true,
        },
        {
          from: "extra.ewallets",
          to: "body#/ewallets",
          schema: {
            type: "array",
            items: {
              type: "object",
              required: ["ewallet"],
              properties: { ewallet: { type: "string" }, amount: { type: "number" } },
              additionalProperties: true,
            },
            minItems: 1,
          },
          optional: true,
        },
      ],
      sign: {
        algorithm: "HMAC-SHA-256",
        key: "credentials.secretKey",
        over: [
          { over: ["method"], change: ["lower"] },
          "path",
          "header.salt",
          "header.timestamp",
          "header.access_key",
          "credentials.secretKey",
          "body",
        ],
        encoding: ["hex", "base64"],
        to: "header.signature",
        nonce: { length: 12 },
      },
      answer: [
        {
          "/status/status": { type: "string" },
          "/status/error_code": { type: "string" },
          "/data/id": { type: "string" },
          "/data/amount": { type: "number" },
          "/data/payment": { type: "string" },
          "/data/currency": { type: "string" },
          "/data/status": { type: "string" },
        },
        { "/status/status": { type: "string" }, "/status/error_code": { type: "string" } },
      ],
    },
    query: {
      method: "GET",
      path: "/v1/refunds",
      send: [
        {
          from: "credentials.accessKey",
          to: "header.access_key",
          schema: { type: "string", minLength: 1 },
        },
        { from: "nonce", to: "header.salt", schema: { type: "string" }, nonce: { length: 12 } },
        {
          from: "timestamp",
          to: "header.timestamp",
          schema: { type: "integer" },
          time: "unix-seconds",
        },
        { from: "payment.id", to: "query.payment", schema: { type: "string", minLength: 1 } },
      ],
      sign: {
        algorithm: "HMAC-SHA-256",
        key: "credentials.secretKey",
        over: [
          { over: ["method"], change: ["lower"] },
          "path",
          "header.salt",
          "header.timestamp",
          "header.access_key",
          "credentials.secretKey",
          "body",
        ],
        encoding: ["hex", "base64"],
        to: "header.signature",
        nonce: { length: 12 },
      },
      answer: [
        {
          "/status/status": { type: "string" },
          "/status/error_code": { type: "string" },
          "/data": { type: "array" },
        },
        { "/status/status": { type: "string" }, "/status/error_code": { type: "string" } },
      ],
    },
  },
  statusAt: ["/status/status", "/status/error_code", "/data/status"],
  notification: {
    verify: {
      algorithm: "HMAC-SHA-256",
      key: "credentials.secretKey",
      over: [
        "credentials.notificationUrl",
        "header.salt",
        "header.timestamp",
        "credentials.accessKey",
        "credentials.secretKey",
        "body",
      ],
      encoding: ["hex", "base64"],
      from: "header.signature",
    },
    media: "json",
    says: {
      succeeded: {
        headers: { salt: "5f3a9c1b7d2e", timestamp: "1647637499" },
        body: {
          id: null,
          type: "REFUND_COMPLETED",
          data: {
            id: null,
            amount: null,
            payment: null,
            currency: null,
            status: "Completed",
            merchant_reference_id: null,
          },
        },
        fill: [
          { at: "/id", from: "notification.number", as: "string", within: "wh_{{}}" },
          { at: "/data/id", from: "refund.id", as: "string" },
          {
            at: "/data/amount",
            from: "refund.amount",
            as: "number",
            money: { unit: "major", as: "number" },
          },
          { at: "/data/payment", from: "payment.id", as: "string" },
          { at: "/data/currency", from: "payment.currency", as: "string" },
          { at: "/data/merchant_reference_id", from: "key", as: "string" },
        ],
      },
      declined: {
        headers: { salt: "5f3a9c1b7d2e", timestamp: "1647637499" },
        body: {
          id: null,
          type: "PAYMENT_REFUND_REJECTED",
          data: {
            id: null,
            amount: null,
            payment: null,
            currency: null,
            status: "Rejected",
            merchant_reference_id: null,
          },
        },
        fill: [
          { at: "/id", from: "notification.number", as: "string", within: "wh_{{}}" },
          { at: "/data/id", from: "refund.id", as: "string" },
          {
            at: "/data/amount",
            from: "refund.amount",
            as: "number",
            money: { unit: "major", as: "number" },
          },
          { at: "/data/payment", from: "payment.id", as: "string" },
          { at: "/data/currency", from: "payment.currency", as: "string" },
          { at: "/data/merchant_reference_id", from: "key", as: "string" },
        ],
      },
    },
  },
  answers: {
    refunded: {
      http: 200,
      body: {
        status: {
          error_code: "",
          status: "SUCCESS",
          message: "",
          response_code: "",
          operation_id: "5bfa30c5-c698-4e43-861c-e6fe5e82b324",
        },
        data: {
          id: null,
          amount: null,
          payment: null,
          currency: null,
          status: "Completed",
          merchant_reference_id: null,
        },
      },
      fill: [
        { at: "/data/id", from: "refund.number", as: "string", within: "refund_{{}}" },
        {
          at: "/data/amount",
          from: "refund.amount",
          as: "number",
          money: { unit: "major", as: "number" },
        },
        { at: "/data/payment", from: "payment.id", as: "string" },
        { at: "/data/currency", from: "payment.currency", as: "string" },
        { at: "/data/merchant_reference_id", from: "key", as: "string" },
      ],
    },
    pending: {
      http: 200,
      body: {
        status: {
          error_code: "",
          status: "SUCCESS",
          message: "",
          response_code: "",
          operation_id: "5bfa30c5-c698-4e43-861c-e6fe5e82b324",
        },
        data: {
          id: null,
          amount: null,
          payment: null,
          currency: null,
          status: "Pending",
          merchant_reference_id: null,
        },
      },
      fill: [
        { at: "/data/id", from: "refund.number", as: "string", within: "refund_{{}}" },
        {
          at: "/data/amount",
          from: "refund.amount",
          as: "number",
          money: { unit: "major", as: "number" },
        },
        { at: "/data/payment", from: "payment.id", as: "string" },
        { at: "/data/currency", from: "payment.currency", as: "string" },
        { at: "/data/merchant_reference_id", from: "key", as: "string" },
      ],
    },
    queried: {
      http: 200,
      body: {
        status: {
          error_code: "",
          status: "SUCCESS",
          message: "",
          response_code: "",
          operation_id: "5bfa30c5-c698-4e43-861c-e6fe5e82b324",
        },
        data: [
          {
            id: null,
            amount: null,
            payment: null,
            currency: null,
            status: null,
            merchant_reference_id: null,
          },
        ],
      },
      fill: [
        { at: "/data/0/id", from: "refund.id", as: "string" },
        {
          at: "/data/0/amount",
          from: "refund.amount",
          as: "number",
          money: { unit: "major", as: "number" },
        },
        { at: "/data/0/payment", from: "payment.id", as: "string" },
        { at: "/data/0/currency", from: "payment.currency", as: "string" },
        { at: "/data/0/status", from: "refund.state", as: "string" },
        { at: "/data/0/merchant_reference_id", from: "key", as: "string" },
      ],
      each: "/data",
    },
    payment_not_found: {
      http: 400,
      body: {
        status: {
          error_code: "ERROR_GET_PAYMENT",
          status: "ERROR",
          message:
            "The request tried to retrieve a payment, but the payment was not found. The request was rejected. Corrective action: Use a valid payment ID.",
          response_code: "ERROR_GET_PAYMENT",
          operation_id: "29a59e7c-8e82-4abe-ad9e-bf47eb72f6c1",
        },
      },
      fill: [],
    },
    already_refunded: {
      http: 400,
      body: {
        status: {
          error_code: "ERROR_CREATE_REFUND_EWALLET_ALREADY_FULLY_REFUNDED",
          status: "ERROR",
          message:
            "The request tried to create a refund of a payment, but the payment was already fully refunded. The request was rejected.",
          response_code: "ERROR_CREATE_REFUND_EWALLET_ALREADY_FULLY_REFUNDED",
          operation_id: "29a59e7c-8e82-4abe-ad9e-bf47eb72f6c1",
        },
      },
      fill: [],
    },
    exceeds_refundable: {
      http: 400,
      body: {
        status: {
          error_code: "ERROR_REFUND_AMOUNT_EXCEEDS_PAYMENT_AMOUNT",
          status: "ERROR",
          message: "",
          response_code: "ERROR_REFUND_AMOUNT_EXCEEDS_PAYMENT_AMOUNT",
          operation_id: "29a59e7c-8e82-4abe-ad9e-bf47eb72f6c1",
        },
      },
      fill: [],
    },
    invalid_request: {
      http: 400,
      body: {
        status: {
          error_code: "ERROR_CREATE_REFUND_CURRENCY_NOT_VALID",
          status: "ERROR",
          message:
            "The request tried to create a refund, but the currency was not recognized. The request was rejected.",
          response_code: "ERROR_CREATE_REFUND_CURRENCY_NOT_VALID",
          operation_id: "29a59e7c-8e82-4abe-ad9e-bf47eb72f6c1",
        },
      },
      fill: [],
    },
    unauthorized: {
      http: 401,
      body: {
        status: {
          error_code: "UNAUTHORIZED_API_CALL",
          status: "ERROR",
          message: "",
          response_code: "UNAUTHORIZED_API_CALL",
          operation_id: "46aaac18-675b-4b60-9ebf-d77227c8a3ce",
        },
      },
      fill: [],
    },
    bad_signature: {
      http: 401,
      body: {
        status: {
          error_code: "UNAUTHENTICATED_API_CALL",
          status: "ERROR",
          message: "Invalid signature",
          response_code: "UNAUTHENTICATED_API_CALL",
          operation_id: "4f59bef8-9383-4015-8487-5278b19c81db",
        },
      },
      fill: [],
    },
    provider_error: {
      http: 400,
      body: {
        status: {
          error_code: "ERROR_CREATE_REFUND",
          status: "ERROR",
          message:
            "The request tried to create a refund against a payment, but the operation failed.",
          response_code: "ERROR_CREATE_REFUND",
          operation_id: "29a59e7c-8e82-4abe-ad9e-bf47eb72f6c1",
        },
      },
      fill: [],
    },
  },
};
