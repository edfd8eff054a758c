// Generated from specs/braintree.yaml by `npm run generate`. Do not edit: edit the spec.

import type { SimulatorTable } from "../simulator-table.ts";

export const braintree: SimulatorTable = {
  provider: "braintree",
  title: "Braintree",
  documentation:
    "https://developer.paypal.com/braintree/graphql/reference/mutations/refund-transaction",
  servers: ["https://payments.braintree-api.com", "https://payments.sandbox.braintree-api.com"],
  credentials: [
    {
      publicKey: { secret: false, value: "sandbox-public-key" },
      privateKey: { secret: true, value: "sandbox-private-key" },
    },
  ],
  payments: [
    { payment: { transactionId: "dHJhbnNhY3Rpb25fMQ" }, amount: { value: 10000, currency: "USD" } },
    { payment: { transactionId: "dHJhbnNhY3Rpb25fMg" }, amount: { value: 10000, currency: "EUR" } },
    { payment: { transactionId: "dHJhbnNhY3Rpb25fMw" }, amount: { value: 5000, currency: "JPY" } },
    {
      payment: { transactionId: "dHJhbnNhY3Rpb25fNA" },
      amount: { value: 10000, currency: "USD" },
      always: "pending",
    },
    {
      payment: { transactionId: "dHJhbnNhY3Rpb25fNQ" },
      amount: { value: 10000, currency: "USD" },
      always: "not_settled",
    },
    {
      payment: { transactionId: "dHJhbnNhY3Rpb25fNg" },
      amount: { value: 10000, currency: "USD" },
      always: "provider_error",
    },
  ],
  partial: true,
  repeated: true,
  refundStates: {
    refunded: "SETTLED",
    pending: "SUBMITTED_FOR_SETTLEMENT",
    failed: "SETTLEMENT_DECLINED",
  },
  refundIdAt: "/data/refundTransaction/refund/id",
  keys: {
    seconds: 2592000,
    answers: "latest",
    body: "same",
    forgets: [
      {
        http: "200",
        "/errors/*/extensions/errorClass": [
          "AUTHENTICATION",
          "AUTHORIZATION",
          "NOT_FOUND",
          "RESOURCE_LIMIT",
          "NOT_IMPLEMENTED",
        ],
      },
    ],
  },
  operations: {
    refund: {
      method: "POST",
      path: "/graphql",
      fragment: "#refund",
      media: "json",
      send: [
        {
          from: "payment.transactionId",
          to: "body#/variables/input/transactionId",
          schema: { type: "string", minLength: 1 },
        },
        {
          from: "key",
          to: "body#/variables/input/apiRequestKey",
          schema: { type: "string", minLength: 1, maxLength: 127 },
        },
        {
          from: "key",
          to: "body#/variables/input/refund/orderId",
          schema: { type: "string", minLength: 1, maxLength: 127 },
          optional: true,
        },
        {
          from: "amount",
          to: "body#/variables/input/refund/amount",
          schema: { type: "string" },
          optional: true,
          money: { unit: "major", as: "string" },
        },
        {
          from: "extra.description",
          to: "body#/variables/input/refund/description",
          schema: { type: "string", minLength: 1 },
          optional: true,
        },
        {
          from: "extra.merchantAccountId",
          to: "body#/variables/input/refund/merchantAccountId",
          schema: { type: "string", minLength: 1 },
          optional: true,
        },
        {
          from: "const",
          to: "body#/query",
          schema: {
            type: "string",
            const:
              "mutation RefundTransaction($input: RefundTransactionInput!) { refundTransaction(input: $input) { refund { id status orderId amount { value currencyCode } refundedTransaction { id } } } }",
          },
        },
        {
          from: "const",
          to: "header.Braintree-Version",
          schema: { type: "string", const: "2019-01-01" },
        },
        {
          from: "credentials.publicKey:privateKey",
          to: "header.Authorization",
          schema: { type: "string" },
          prefix: "Basic ",
        },
      ],
      answer: [
        {
          "/data/refundTransaction/refund/id": { type: "string" },
          "/data/refundTransaction/refund/status": { type: "string" },
          "/data/refundTransaction/refund/orderId": { type: ["string", "null"] },
          "/data/refundTransaction/refund/amount/value": { type: "string" },
          "/data/refundTransaction/refund/amount/currencyCode": { type: "string" },
          "/data/refundTransaction/refund/refundedTransaction/id": { type: "string" },
        },
        { "/errors": { type: "array" }, "/errors/0/message": { type: "string" } },
      ],
    },
    query: {
      method: "POST",
      path: "/graphql",
      fragment: "#query",
      media: "json",
      send: [
        {
          from: "payment.transactionId",
          to: "body#/variables/id",
          schema: { type: "string", minLength: 1 },
        },
        {
          from: "const",
          to: "body#/query",
          schema: {
            type: "string",
            const:
              "query Refunds($id: ID!) { node(id: $id) { ... on Transaction { id refunds { id status orderId amount { value currencyCode } refundedTransaction { id } } } } }",
          },
        },
        {
          from: "const",
          to: "header.Braintree-Version",
          schema: { type: "string", const: "2019-01-01" },
        },
        {
          from: "credentials.publicKey:privateKey",
          to: "header.Authorization",
          schema: { type: "string" },
          prefix: "Basic ",
        },
      ],
      answer: [
        { "/data/node/id": { type: "string" } },
        { "/errors": { type: "array" }, "/errors/0/message": { type: "string" } },
      ],
    },
  },
  statusAt: ["/data/refundTransaction/refund/status"],
  answers: {
    refunded: {
      http: 200,
      body: {
        data: {
          refundTransaction: {
            refund: {
              id: null,
              status: null,
              orderId: null,
              amount: { value: null, currencyCode: null },
              refundedTransaction: { id: null },
            },
          },
        },
      },
      fill: [
        {
          at: "/data/refundTransaction/refund/id",
          from: "refund.number",
          as: "string",
          within: "cmVmdW5kXzZwYjgzd2{{}}",
        },
        { at: "/data/refundTransaction/refund/status", from: "refund.state", as: "string" },
        { at: "/data/refundTransaction/refund/orderId", from: "key", as: "string" },
        {
          at: "/data/refundTransaction/refund/amount/value",
          from: "refund.amount",
          as: "string",
          money: { unit: "major", as: "string" },
        },
        {
          at: "/data/refundTransaction/refund/amount/currencyCode",
          from: "payment.currency",
          as: "string",
        },
        {
          at: "/data/refundTransaction/refund/refundedTransaction/id",
          from: "payment.transactionId",
          as: "string",
        },
      ],
    },
    pending: {
      http: 200,
      body: {
        data: {
          refundTransaction: {
            refund: {
              id: null,
              status: null,
              orderId: null,
              amount: { value: null, currencyCode: null },
              refundedTransaction: { id: null },
            },
          },
        },
      },
      fill: [
        {
          at: "/data/refundTransaction/refund/id",
          from: "refund.number",
          as: "string",
          within: "cmVmdW5kXzZwYjgzd2{{}}",
        },
        { at: "/data/refundTransaction/refund/status", from: "refund.state", as: "string" },
        { at: "/data/refundTransaction/refund/orderId", from: "key", as: "string" },
        {
          at: "/data/refundTransaction/refund/amount/value",
          from: "refund.amount",
          as: "string",
          money: { unit: "major", as: "string" },
        },
        {
          at: "/data/refundTransaction/refund/amount/currencyCode",
          from: "payment.currency",
          as: "string",
        },
        {
          at: "/data/refundTransaction/refund/refundedTransaction/id",
          from: "payment.transactionId",
          as: "string",
        },
      ],
    },
    queried: {
      http: 200,
      body: {
        data: {
          node: {
            id: null,
            refunds: [
              {
                id: null,
                status: null,
                orderId: null,
                amount: { value: null, currencyCode: null },
                refundedTransaction: { id: null },
              },
            ],
          },
        },
      },
      fill: [
        { at: "/data/node/id", from: "payment.transactionId", as: "string" },
        { at: "/data/node/refunds/0/id", from: "refund.id", as: "string" },
        { at: "/data/node/refunds/0/status", from: "refund.state", as: "string" },
        { at: "/data/node/refunds/0/orderId", from: "key", as: "string" },
        {
          at: "/data/node/refunds/0/amount/value",
          from: "refund.amount",
          as: "string",
          money: { unit: "major", as: "string" },
        },
        { at: "/data/node/refunds/0/amount/currencyCode", from: "payment.currency", as: "string" },
        {
          at: "/data/node/refunds/0/refundedTransaction/id",
          from: "payment.transactionId",
          as: "string",
        },
      ],
      each: "/data/node/refunds",
    },
    already_refunded: {
      http: 200,
      body: {
        data: { refundTransaction: null },
        errors: [
          {
            message: "Transaction has already been completely refunded.",
            extensions: { errorClass: "VALIDATION", legacyCode: "91512" },
          },
        ],
      },
      fill: [],
    },
    exceeds_refundable: {
      http: 200,
      body: {
        data: { refundTransaction: null },
        errors: [
          {
            message: "Refund amount is too large.",
            extensions: { errorClass: "VALIDATION", legacyCode: "91521" },
          },
        ],
      },
      fill: [],
    },
    not_settled: {
      http: 200,
      body: {
        data: { refundTransaction: null },
        errors: [
          {
            message: "Cannot refund a transaction unless it is settled.",
            extensions: { errorClass: "VALIDATION", legacyCode: "91506" },
          },
        ],
      },
      fill: [],
    },
    payment_not_found: {
      http: 200,
      body: {
        data: { refundTransaction: null },
        errors: [
          {
            message: "An object with this ID was not found.",
            extensions: { errorClass: "NOT_FOUND" },
          },
        ],
      },
      fill: [],
    },
    invalid_request: {
      http: 200,
      body: {
        data: { refundTransaction: null },
        errors: [
          {
            message: "Amount is an invalid format.",
            extensions: { errorClass: "VALIDATION", legacyCode: "81503" },
          },
        ],
      },
      fill: [],
    },
    unauthorized: {
      http: 200,
      body: {
        data: null,
        errors: [
          {
            message: "Authentication credentials are invalid.",
            extensions: { errorClass: "AUTHENTICATION" },
          },
        ],
      },
      fill: [],
    },
    rate_limited: {
      http: 200,
      body: {
        data: null,
        errors: [{ message: "Too many requests.", extensions: { errorClass: "RESOURCE_LIMIT" } }],
      },
      fill: [],
    },
    provider_error: {
      http: 200,
      body: {
        data: { refundTransaction: null },
        errors: [{ message: "An unknown error occurred.", extensions: { errorClass: "INTERNAL" } }],
      },
      fill: [],
    },
    key_mismatch: {
      http: 200,
      body: {
        data: { refundTransaction: null },
        errors: [
          {
            message: "The key was used with another input.",
            extensions: { errorClass: "VALIDATION" },
          },
        ],
      },
      fill: [],
    },
    key_busy: {
      http: 200,
      body: {
        data: { refundTransaction: null },
        errors: [
          {
            message: "A request with this key is at work.",
            extensions: { errorClass: "VALIDATION" },
          },
        ],
      },
      fill: [],
    },
  },
};
