// Generated from specs/razorpay.yaml by `npm run generate`. Do not edit: edit the spec.

import type { SimulatorTable } from "../simulator-table.ts";

export const razorpay: SimulatorTable = {
  provider: "razorpay",
  title: "Razorpay",
  documentation: "https://razorpay.com/docs/api/refunds/normal-refunds-idempotent",
  servers: ["https://api.razorpay.com"],
  credentials: [
    {
      keyId: { secret: false, value: "rzp_test_sandbox" },
      keySecret: { secret: true, value: "sandbox-secret" },
      webhookSecret: { secret: true, value: "sandbox-webhook-secret" },
    },
  ],
  payments: [
    { payment: { id: "pay_SandboxINR0001" }, amount: { value: 500100, currency: "INR" } },
    { payment: { id: "pay_SandboxINR0002" }, amount: { value: 10000, currency: "INR" } },
    { payment: { id: "pay_SandboxMYR0001" }, amount: { value: 5000, currency: "MYR" } },
    { payment: { id: "pay_SandboxKWD0001" }, amount: { value: 99990, currency: "KWD" } },
    {
      payment: { id: "pay_SandboxPending" },
      amount: { value: 5000, currency: "INR" },
      always: "pending",
    },
    {
      payment: { id: "pay_SandboxPoor001" },
      amount: { value: 5000, currency: "INR" },
      always: "insufficient_balance",
    },
    {
      payment: { id: "pay_SandboxOld0001" },
      amount: { value: 5000, currency: "INR" },
      always: "not_refundable",
    },
    {
      payment: { id: "pay_SandboxError01" },
      amount: { value: 5000, currency: "INR" },
      always: "provider_error",
    },
  ],
  partial: true,
  repeated: true,
  refundStates: { refunded: "processed", pending: "pending", failed: "failed" },
  refundIdAt: "/id",
  keys: {},
  operations: {
    refund: {
      method: "POST",
      path: "/v1/payments/{id}/refund",
      media: "json",
      send: [
        {
          from: "payment.id",
          to: "path.id",
          schema: { type: "string", pattern: "^pay_[A-Za-z0-9]+$" },
        },
        {
          from: "key",
          to: "header.X-Refund-Idempotency",
          schema: { type: "string", minLength: 10, pattern: "^[A-Za-z0-9_-]+$" },
        },
        {
          from: "key",
          to: "body#/receipt",
          schema: { type: "string", maxLength: 40 },
          optional: true,
        },
        {
          from: "amount",
          to: "body#/amount",
          schema: { type: "integer" },
          optional: true,
          money: {
            unit: "minor",
            as: "integer",
            steps: { BHD: 10, IQD: 10, JOD: 10, KWD: 10, OMR: 10, TND: 10 },
          },
        },
        {
          from: "extra.speed",
          to: "body#/speed",
          schema: { type: "string", enum: ["normal", "optimum"] },
          optional: true,
        },
        {
          from: "extra.notes",
          to: "body#/notes",
          schema: {
            type: "object",
            minProperties: 1,
            maxProperties: 15,
            propertyNames: { type: "string", minLength: 1, maxLength: 255 },
            additionalProperties: { type: "string", maxLength: 256 },
          },
          optional: true,
        },
        {
          from: "credentials.keyId:keySecret",
          to: "header.Authorization",
          schema: { type: "string" },
          prefix: "Basic ",
        },
      ],
      answer: [
        {
          "/id": { type: "string" },
          "/entity": { is: "refund" },
          "/amount": { type: "integer" },
          "/currency": { type: "string" },
          "/payment_id": { type: "string" },
          "/status": { type: "string" },
        },
        { "/error/code": { type: "string" } },
      ],
    },
    query: {
      method: "GET",
      path: "/v1/payments/{id}/refunds",
      send: [
        {
          from: "payment.id",
          to: "path.id",
          schema: { type: "string", pattern: "^pay_[A-Za-z0-9]+$" },
        },
        { from: "const", to: "query.count", schema: { type: "integer", const: 100 } },
        {
          from: "credentials.keyId:keySecret",
          to: "header.Authorization",
          schema: { type: "string" },
          prefix: "Basic ",
        },
      ],
      answer: [
        { "/entity": { is: "collection" }, "/items": { type: "array" } },
        { "/error/code": { type: "string" } },
      ],
    },
  },
  statusAt: ["/entity", "/status"],
  notification: {
    verify: {
      algorithm: "HMAC-SHA-256",
      key: "credentials.webhookSecret",
      over: ["body"],
      encoding: "hex",
      from: "header.X-Razorpay-Signature",
    },
    media: "json",
    says: {
      succeeded: {
        body: {
          account_id: "acc_Sandbox0000001",
          event: "refund.processed",
          payload: {
            refund: {
              entity: {
                id: null,
                payment_id: null,
                receipt: null,
                amount: null,
                currency: null,
                status: "processed",
              },
            },
          },
        },
        fill: [
          { at: "/payload/refund/entity/id", from: "refund.id", as: "string" },
          { at: "/payload/refund/entity/payment_id", from: "payment.id", as: "string" },
          { at: "/payload/refund/entity/receipt", from: "key", as: "string" },
          {
            at: "/payload/refund/entity/amount",
            from: "refund.amount",
            as: "integer",
            money: { unit: "minor", as: "integer" },
          },
          { at: "/payload/refund/entity/currency", from: "payment.currency", as: "string" },
        ],
      },
      pending: {
        body: {
          account_id: "acc_Sandbox0000001",
          event: "refund.created",
          payload: {
            refund: {
              entity: {
                id: null,
                payment_id: null,
                receipt: null,
                amount: null,
                currency: null,
                status: "pending",
              },
            },
          },
        },
        fill: [
          { at: "/payload/refund/entity/id", from: "refund.id", as: "string" },
          { at: "/payload/refund/entity/payment_id", from: "payment.id", as: "string" },
          { at: "/payload/refund/entity/receipt", from: "key", as: "string" },
          {
            at: "/payload/refund/entity/amount",
            from: "refund.amount",
            as: "integer",
            money: { unit: "minor", as: "integer" },
          },
          { at: "/payload/refund/entity/currency", from: "payment.currency", as: "string" },
        ],
      },
      declined: {
        body: {
          account_id: "acc_Sandbox0000001",
          event: "refund.failed",
          payload: {
            refund: {
              entity: {
                id: null,
                payment_id: null,
                receipt: null,
                amount: null,
                currency: null,
                status: "failed",
              },
            },
          },
        },
        fill: [
          { at: "/payload/refund/entity/id", from: "refund.id", as: "string" },
          { at: "/payload/refund/entity/payment_id", from: "payment.id", as: "string" },
          { at: "/payload/refund/entity/receipt", from: "key", as: "string" },
          {
            at: "/payload/refund/entity/amount",
            from: "refund.amount",
            as: "integer",
            money: { unit: "minor", as: "integer" },
          },
          { at: "/payload/refund/entity/currency", from: "payment.currency", as: "string" },
        ],
      },
    },
  },
  answers: {
    refunded: {
      http: 200,
      body: {
        id: null,
        entity: "refund",
        amount: null,
        receipt: null,
        currency: null,
        payment_id: null,
        notes: [],
        acquirer_data: {},
        created_at: null,
        batch_id: null,
        status: "processed",
        speed_processed: "normal",
        speed_requested: "normal",
      },
      fill: [
        { at: "/id", from: "refund.number", as: "string", within: "rfnd_{{}}" },
        {
          at: "/amount",
          from: "refund.amount",
          as: "integer",
          money: { unit: "minor", as: "integer" },
        },
        { at: "/receipt", from: "key", as: "string" },
        { at: "/currency", from: "payment.currency", as: "string" },
        { at: "/payment_id", from: "payment.id", as: "string" },
        { at: "/created_at", from: "now", as: "integer", time: "unix-seconds" },
      ],
    },
    pending: {
      http: 200,
      body: {
        id: null,
        entity: "refund",
        amount: null,
        receipt: null,
        currency: null,
        payment_id: null,
        notes: [],
        acquirer_data: {},
        created_at: null,
        batch_id: null,
        status: "pending",
        speed_processed: null,
        speed_requested: "normal",
      },
      fill: [
        { at: "/id", from: "refund.number", as: "string", within: "rfnd_{{}}" },
        {
          at: "/amount",
          from: "refund.amount",
          as: "integer",
          money: { unit: "minor", as: "integer" },
        },
        { at: "/receipt", from: "key", as: "string" },
        { at: "/currency", from: "payment.currency", as: "string" },
        { at: "/payment_id", from: "payment.id", as: "string" },
        { at: "/created_at", from: "now", as: "integer", time: "unix-seconds" },
      ],
    },
    queried: {
      http: 200,
      body: {
        entity: "collection",
        items: [
          {
            id: null,
            entity: "refund",
            amount: null,
            currency: null,
            payment_id: null,
            notes: [],
            receipt: null,
            acquirer_data: {},
            batch_id: null,
            status: null,
            speed_processed: "normal",
            speed_requested: "normal",
          },
        ],
      },
      fill: [
        { at: "/items/0/id", from: "refund.id", as: "string" },
        {
          at: "/items/0/amount",
          from: "refund.amount",
          as: "integer",
          money: { unit: "minor", as: "integer" },
        },
        { at: "/items/0/currency", from: "payment.currency", as: "string" },
        { at: "/items/0/payment_id", from: "payment.id", as: "string" },
        { at: "/items/0/receipt", from: "key", as: "string" },
        { at: "/items/0/status", from: "refund.state", as: "string" },
      ],
      each: "/items",
    },
    already_refunded: {
      http: 400,
      body: {
        error: {
          code: "BAD_REQUEST_ERROR",
          description: "The payment has been fully refunded already",
          source: "business",
          step: "payment_initiation",
          reason: "input_validation_failed",
          metadata: {},
        },
      },
      fill: [],
    },
    exceeds_refundable: {
      http: 400,
      body: {
        error: {
          code: "BAD_REQUEST_ERROR",
          description: "The refund amount provided is greater than amount captured",
          source: "business",
          step: "payment_initiation",
          reason: "input_validation_failed",
          metadata: {},
        },
      },
      fill: [],
    },
    payment_not_found: {
      http: 400,
      body: {
        error: {
          code: "BAD_REQUEST_ERROR",
          description: "The id provided does not exist",
          source: "business",
          step: "payment_initiation",
          reason: "input_validation_failed",
          metadata: {},
        },
      },
      fill: [],
    },
    invalid_request: {
      http: 400,
      body: {
        error: {
          code: "BAD_REQUEST_ERROR",
          description: "The amount must be at least INR 1.00",
          source: "business",
          step: "payment_initiation",
          reason: "input_validation_failed",
          metadata: {},
          field: "amount",
        },
      },
      fill: [],
    },
    not_refundable: {
      http: 400,
      body: {
        error: {
          code: "BAD_REQUEST_ERROR",
          description:
            "Refund is not supported by the bank because the payment is more than 6 months old",
          source: null,
          step: null,
          reason: null,
          metadata: {},
        },
      },
      fill: [],
    },
    insufficient_balance: {
      http: 400,
      body: {
        error: {
          code: "BAD_REQUEST_ERROR",
          description:
            "Your account does not have enough balance to carry out the refund operation.",
          source: "NA",
          step: "NA",
          reason: "NA",
          metadata: {},
        },
      },
      fill: [],
    },
    unauthorized: {
      http: 401,
      body: {
        error: {
          code: "BAD_REQUEST_ERROR",
          description: "The api key provided is invalid",
          source: "NA",
          step: "NA",
          reason: "NA",
          metadata: {},
        },
      },
      fill: [],
    },
    provider_error: {
      http: 500,
      body: {
        error: {
          code: "SERVER_ERROR",
          description:
            "We are facing some trouble completing your request at the moment. Please try again shortly.",
          source: "NA",
          step: "NA",
          reason: "NA",
          metadata: {},
        },
      },
      fill: [],
    },
    key_mismatch: {
      http: 409,
      body: {
        error: {
          code: "BAD_REQUEST_ERROR",
          description:
            "Different request with the same idempotency key has already been processed.",
          source: "NA",
          step: "NA",
          reason: "NA",
          metadata: {},
        },
      },
      fill: [],
    },
    key_busy: {
      http: 409,
      body: {
        error: {
          code: "BAD_REQUEST_ERROR",
          description: "Another request with the same idempotency key is still in progress.",
          source: "NA",
          step: "NA",
          reason: "NA",
          metadata: {},
        },
      },
      fill: [],
    },
  },
};
