// Generated from specs/flutterwave.yaml by `npm run generate`. Do not edit: edit the spec.

import type { SimulatorTable } from "../simulator-table.ts";

export const flutterwave: SimulatorTable = {
  provider: "flutterwave",
  title: "Flutterwave",
  documentation: "https://developer.flutterwave.com/v3.0.0/reference/transaction-refund",
  servers: ["https://api.flutterwave.com"],
  credentials: [{ secretKey: { secret: true, value: "FLWSECK_TEST-SANDBOXDEMOKEY-X" } }],
  payments: [
    { payment: { transactionId: "908790" }, amount: { value: 1000000, currency: "NGN" } },
    { payment: { transactionId: "908791" }, amount: { value: 5000, currency: "UGX" } },
    { payment: { transactionId: "908792" }, amount: { value: 12345, currency: "USD" } },
    {
      payment: { transactionId: "908793" },
      amount: { value: 10000, currency: "KES" },
      always: "pending",
    },
    {
      payment: { transactionId: "908794" },
      amount: { value: 10000, currency: "GHS" },
      always: "provider_error",
    },
  ],
  partial: true,
  repeated: true,
  refundStates: { refunded: "completed-mpgs", pending: "completed" },
  refundIdAt: "/data/id",
  operations: {
    refund: {
      method: "POST",
      path: "/v3/transactions/{id}/refund",
      media: "json",
      send: [
        {
          from: "payment.transactionId",
          to: "path.id",
          schema: { type: "string", pattern: "^[0-9]{1,18}$" },
        },
        {
          from: "amount",
          to: "body#/amount",
          schema: { type: "number" },
          money: { unit: "major", as: "number" },
        },
        { from: "key", to: "body#/comments", schema: { type: "string", minLength: 1 } },
        {
          from: "extra.callbackUrl",
          to: "body#/callbackurl",
          schema: { type: "string", minLength: 1 },
          optional: true,
        },
        {
          from: "credentials.secretKey",
          to: "header.Authorization",
          schema: { type: "string", minLength: 1 },
          prefix: "Bearer ",
        },
      ],
      answer: [
        {
          "/status": { type: "string" },
          "/data/id": { type: ["integer", "string"] },
          "/data/tx_id": { type: ["integer", "string"] },
          "/data/amount_refunded": { type: "number" },
          "/data/status": { type: "string" },
        },
        { "/status": { is: "error" }, "/message": { type: "string" } },
        { "/message": { type: "string" } },
      ],
    },
    query: {
      method: "GET",
      path: "/v3/refunds",
      send: [
        {
          from: "payment.transactionId",
          to: "query.id",
          schema: { type: "string", pattern: "^[0-9]{1,18}$" },
        },
        {
          from: "credentials.secretKey",
          to: "header.Authorization",
          schema: { type: "string", minLength: 1 },
          prefix: "Bearer ",
        },
      ],
      answer: [
        { "/status": { type: "string" }, "/data": { type: "array" } },
        { "/status": { is: "error" }, "/message": { type: "string" } },
      ],
    },
  },
  statusAt: ["/status", "/data/status"],
  answers: {
    refunded: {
      http: 200,
      body: {
        status: "success",
        message: "Transaction refund initiated",
        data: {
          id: null,
          account_id: 73362,
          tx_id: null,
          flw_ref: "URF_1577867664541_3572735",
          wallet_id: 74639,
          amount_refunded: null,
          status: "completed-mpgs",
          destination: "payment_source",
          meta: { source: "availablebalance" },
          created_at: "2021-01-24T09:18:37.366Z",
        },
      },
      fill: [
        { at: "/data/id", from: "refund.number", as: "integer" },
        { at: "/data/tx_id", from: "payment.transactionId", as: "integer" },
        {
          at: "/data/amount_refunded",
          from: "refund.amount",
          as: "number",
          money: { unit: "major", as: "number" },
        },
      ],
    },
    pending: {
      http: 200,
      body: {
        status: "success",
        message: "Transaction refund initiated",
        data: {
          id: null,
          account_id: 73362,
          tx_id: null,
          flw_ref: "URF_1577867664541_3572735",
          wallet_id: 74639,
          amount_refunded: null,
          status: "completed",
          destination: "payment_source",
          meta: { source: "availablebalance" },
          created_at: "2021-01-24T09:18:37.366Z",
        },
      },
      fill: [
        { at: "/data/id", from: "refund.number", as: "integer" },
        { at: "/data/tx_id", from: "payment.transactionId", as: "integer" },
        {
          at: "/data/amount_refunded",
          from: "refund.amount",
          as: "number",
          money: { unit: "major", as: "number" },
        },
      ],
    },
    queried: {
      http: 200,
      body: {
        status: "success",
        message: "Refunds fetched",
        meta: { page_info: { total: 1, current_page: 1, total_pages: 1, page_size: 20 } },
        data: [
          {
            id: null,
            amount_refunded: null,
            status: null,
            flw_ref: "URF_1577867664541_3572735",
            comment: null,
            settlement_id: "166255",
            meta: '{"source":"ledgerbalance"}',
            created_at: "2024-01-10T06:44:47.000Z",
            account_id: 118468,
            transaction_id: null,
          },
        ],
      },
      fill: [
        { at: "/data/0/id", from: "refund.id", as: "integer" },
        {
          at: "/data/0/amount_refunded",
          from: "refund.amount",
          as: "number",
          money: { unit: "major", as: "number" },
        },
        { at: "/data/0/status", from: "refund.state", as: "string" },
        { at: "/data/0/comment", from: "key", as: "string" },
        { at: "/data/0/transaction_id", from: "payment.transactionId", as: "integer" },
      ],
      each: "/data",
    },
    payment_not_found: {
      http: 400,
      body: { status: "error", message: "No transaction was found for this id", data: null },
      fill: [],
    },
    invalid_request: {
      http: 400,
      body: {
        status: "error",
        message: "Please specify the following parameters in body: amount",
        data: null,
      },
      fill: [],
    },
    unauthorized: {
      http: 401,
      body: { status: "error", message: "Authorization required", data: null },
      fill: [],
    },
    provider_error: {
      http: 500,
      body: {
        error_id: "ERRNO796977608T1620310828419",
        message: "Application error. Please contact support",
        code: "app_error",
      },
      fill: [],
    },
  },
};
