// Generated from specs/midtrans.yaml by `npm run generate`. Do not edit: edit the spec.

import type { SimulatorTable } from "../simulator-table.ts";

export const midtrans: SimulatorTable = {
  provider: "midtrans",
  title: "Midtrans",
  documentation: "https://docs.midtrans.com/reference/refund-transaction",
  servers: ["https://api.midtrans.com", "https://api.sandbox.midtrans.com"],
  credentials: [{ serverKey: { secret: true, value: "SB-Mid-server-abc123cde456" } }],
  payments: [
    {
      payment: { transactionId: "447e846a-403e-47db-a5da-d7f3f06375a1" },
      amount: { value: 1000000, currency: "IDR" },
    },
    {
      payment: { transactionId: "447e846a-403e-47db-a5da-d7f3f06375a2" },
      amount: { value: 500000, currency: "IDR" },
    },
    {
      payment: { transactionId: "447e846a-403e-47db-a5da-d7f3f06375a3" },
      amount: { value: 5000000, currency: "IDR" },
      always: "insufficient_balance",
    },
    {
      payment: { transactionId: "447e846a-403e-47db-a5da-d7f3f06375a4" },
      amount: { value: 5000000, currency: "IDR" },
      always: "not_refundable",
    },
    {
      payment: { transactionId: "447e846a-403e-47db-a5da-d7f3f06375a5" },
      amount: { value: 5000000, currency: "IDR" },
      always: "unspecified",
    },
    {
      payment: { transactionId: "447e846a-403e-47db-a5da-d7f3f06375a6" },
      amount: { value: 5000000, currency: "IDR" },
      always: "provider_error",
    },
  ],
  partial: true,
  repeated: true,
  refundStates: { refunded: "2015-02-27 00:15:10", pending: "" },
  refundIdAt: "/refund_chargeback_id",
  operations: {
    refund: {
      method: "POST",
      path: "/v2/{order_id}/refund",
      media: "json",
      send: [
        {
          from: "payment.transactionId",
          to: "path.order_id",
          schema: { type: "string", minLength: 1 },
        },
        {
          from: "key",
          to: "body#/refund_key",
          schema: { type: "string", pattern: "^[A-Za-z0-9_-]+$" },
        },
        {
          from: "amount",
          to: "body#/amount",
          schema: { type: "integer", minimum: 1 },
          money: { unit: "major", as: "integer", steps: { IDR: 100 } },
        },
        {
          from: "reason",
          to: "body#/reason",
          schema: { type: "string", minLength: 1, maxLength: 255 },
          optional: true,
        },
        {
          from: "credentials.serverKey:",
          to: "header.Authorization",
          schema: { type: "string" },
          prefix: "Basic ",
        },
      ],
      answer: [
        {
          "/status_code": { type: "string" },
          "/transaction_id": { type: "string" },
          "/transaction_status": { type: "string" },
          "/refund_chargeback_id": { type: ["integer", "string"] },
          "/refund_key": { type: "string" },
        },
        { "/status_code": { type: "string" }, "/status_message": { type: "string" } },
      ],
    },
    query: {
      method: "GET",
      path: "/v2/{order_id}/status",
      send: [
        {
          from: "payment.transactionId",
          to: "path.order_id",
          schema: { type: "string", minLength: 1 },
        },
        {
          from: "credentials.serverKey:",
          to: "header.Authorization",
          schema: { type: "string" },
          prefix: "Basic ",
        },
      ],
      answer: [
        {
          "/status_code": { type: "string" },
          "/transaction_id": { type: "string" },
          "/transaction_status": { type: "string" },
        },
        { "/status_code": { type: "string" }, "/status_message": { type: "string" } },
      ],
    },
  },
  statusAt: ["/status_code", "/transaction_status"],
  notification: {
    verify: {
      algorithm: "SHA-512",
      over: ["body#/order_id", "body#/status_code", "body#/gross_amount", "credentials.serverKey"],
      encoding: "hex",
      from: "body#/signature_key",
    },
    media: "json",
    says: {
      pending: {
        body: {
          status_code: "200",
          status_message: "midtrans payment notification",
          transaction_id: null,
          order_id: "vtcc05",
          transaction_status: "partial_refund",
          gross_amount: null,
          refunds: [
            { refund_chargeback_id: null, refund_amount: null, reason: null, refund_key: null },
          ],
        },
        fill: [
          { at: "/transaction_id", from: "payment.transactionId", as: "string" },
          {
            at: "/gross_amount",
            from: "payment.amount",
            as: "string",
            money: { unit: "major", as: "string" },
          },
          { at: "/refunds/0/refund_chargeback_id", from: "refund.id", as: "integer" },
          {
            at: "/refunds/0/refund_amount",
            from: "refund.amount",
            as: "string",
            money: { unit: "major", as: "string" },
          },
          { at: "/refunds/0/reason", from: "reason", as: "string" },
          { at: "/refunds/0/refund_key", from: "key", as: "string" },
        ],
      },
      succeeded: {
        body: {
          status_code: "200",
          status_message: "midtrans payment notification",
          transaction_id: null,
          order_id: "vtcc05",
          transaction_status: "partial_refund",
          gross_amount: null,
          refunds: [
            { refund_chargeback_id: null, refund_amount: null, reason: null, refund_key: null },
          ],
        },
        fill: [
          { at: "/transaction_id", from: "payment.transactionId", as: "string" },
          {
            at: "/gross_amount",
            from: "payment.amount",
            as: "string",
            money: { unit: "major", as: "string" },
          },
          { at: "/refunds/0/refund_chargeback_id", from: "refund.id", as: "integer" },
          {
            at: "/refunds/0/refund_amount",
            from: "refund.amount",
            as: "string",
            money: { unit: "major", as: "string" },
          },
          { at: "/refunds/0/reason", from: "reason", as: "string" },
          { at: "/refunds/0/refund_key", from: "key", as: "string" },
        ],
      },
    },
  },
  answers: {
    pending: {
      http: 200,
      body: {
        status_code: "200",
        status_message: "Success, refund request is approved",
        transaction_id: null,
        order_id: "vtcc05",
        payment_type: "credit_card",
        transaction_time: "2015-06-15 13:36:24",
        transaction_status: "partial_refund",
        gross_amount: null,
        refund_chargeback_id: null,
        refund_amount: null,
        refund_key: null,
      },
      fill: [
        { at: "/transaction_id", from: "payment.transactionId", as: "string" },
        {
          at: "/gross_amount",
          from: "payment.amount",
          as: "string",
          money: { unit: "major", as: "string" },
        },
        { at: "/refund_chargeback_id", from: "refund.number", as: "integer" },
        {
          at: "/refund_amount",
          from: "refund.amount",
          as: "string",
          money: { unit: "major", as: "string" },
        },
        { at: "/refund_key", from: "key", as: "string" },
      ],
    },
    queried: {
      http: 200,
      body: {
        status_code: "200",
        status_message: "Success, transaction found",
        transaction_id: null,
        order_id: "vtcc05",
        payment_type: "credit_card",
        transaction_time: "2015-06-15 13:36:24",
        transaction_status: "partial_refund",
        gross_amount: null,
        refunds: [
          {
            refund_chargeback_id: null,
            refund_amount: null,
            created_at: "2015-02-27 00:14:20",
            bank_confirmed_at: null,
            reason: null,
            refund_key: null,
          },
        ],
      },
      fill: [
        { at: "/transaction_id", from: "payment.transactionId", as: "string" },
        {
          at: "/gross_amount",
          from: "payment.amount",
          as: "string",
          money: { unit: "major", as: "string" },
        },
        { at: "/refunds/0/refund_chargeback_id", from: "refund.id", as: "integer" },
        {
          at: "/refunds/0/refund_amount",
          from: "refund.amount",
          as: "string",
          money: { unit: "major", as: "string" },
        },
        { at: "/refunds/0/bank_confirmed_at", from: "refund.state", as: "string" },
        { at: "/refunds/0/reason", from: "reason", as: "string" },
        { at: "/refunds/0/refund_key", from: "key", as: "string" },
      ],
      each: "/refunds",
    },
    exceeds_refundable: {
      http: 200,
      body: {
        status_code: "414",
        status_message: "Refund request is rejected due to invalid amount",
      },
      fill: [],
    },
    insufficient_balance: {
      http: 200,
      body: {
        status_code: "414",
        status_message: "Refund request is rejected due to merchant insufficient funds.",
      },
      fill: [],
    },
    not_refundable: {
      http: 200,
      body: {
        status_code: "412",
        status_message: "Merchant cannot modify the status of the transaction",
      },
      fill: [],
    },
    payment_not_found: {
      http: 200,
      body: {
        status_code: "404",
        status_message: "Transaction doesn't exist.",
        id: "ca1774d3-302a-4d47-8495-11524ee306b8",
      },
      fill: [],
    },
    invalid_request: {
      http: 200,
      body: { status_code: "400", status_message: "Validation Error." },
      fill: [],
    },
    unauthorized: {
      http: 401,
      body: {
        status_code: "401",
        status_message: "Transaction cannot be authorized with the current client/server key.",
      },
      fill: [],
    },
    unspecified: {
      http: 200,
      body: {
        status_code: "202",
        status_message: "Refund denied by the bank",
        transaction_id: null,
        order_id: "MID-1620622357",
        gross_amount: null,
        payment_type: "credit_card",
        transaction_time: "2016-06-28 09:42:20",
        transaction_status: "settlement",
        refund_chargeback_id: 47594,
        refund_amount: "0.00",
        refund_key: null,
      },
      fill: [
        { at: "/transaction_id", from: "payment.transactionId", as: "string" },
        {
          at: "/gross_amount",
          from: "payment.amount",
          as: "string",
          money: { unit: "major", as: "string" },
        },
        { at: "/refund_key", from: "key", as: "string" },
      ],
    },
    provider_error: {
      http: 500,
      body: { status_code: "500", status_message: "Internal Server Error" },
      fill: [],
    },
  },
};
