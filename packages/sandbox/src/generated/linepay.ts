// Generated from specs/linepay.yaml by `npm run generate`. Do not edit: edit the spec.

import type { SimulatorTable } from "../simulator-table.ts";

export const linepay: SimulatorTable = {
  provider: "linepay",
  title: "LINE Pay",
  documentation: "https://developers-pay.line.me/online-api-v4/refund",
  servers: ["https://api-pay.line.me", "https://sandbox-api-pay.line.me"],
  credentials: [
    {
      channelId: { secret: false, value: "1479113123" },
      channelSecret: { secret: true, value: "sandbox-channel-secret" },
    },
  ],
  payments: [
    {
      payment: { transactionId: "2018082512345678910" },
      amount: { value: 200050, currency: "THB" },
    },
    {
      payment: { transactionId: "2019049910005495123" },
      amount: { value: 50050, currency: "THB" },
    },
    {
      payment: { transactionId: "2019060112345678910" },
      amount: { value: 11000, currency: "TWD" },
    },
    { payment: { transactionId: "2021121600698709510" }, amount: { value: 1050, currency: "USD" } },
    {
      payment: { transactionId: "2021121600698709511" },
      amount: { value: 100000, currency: "TWD" },
      always: "not_refundable",
    },
    {
      payment: { transactionId: "2021121600698709512" },
      amount: { value: 100000, currency: "TWD" },
      always: "insufficient_balance",
    },
    {
      payment: { transactionId: "2021121600698709513" },
      amount: { value: 100000, currency: "TWD" },
      always: "provider_error",
    },
  ],
  partial: true,
  repeated: true,
  states: { paid: "PAYMENT", partly_refunded: "PARTIAL_REFUND", refunded: "PAYMENT_REFUND" },
  operations: {
    refund: {
      method: "POST",
      path: "/v4/payments/{transactionId}/refund",
      media: "json",
      send: [
        {
          from: "credentials.channelId",
          to: "header.X-LINE-ChannelId",
          schema: { type: "string", minLength: 1 },
        },
        { from: "nonce", to: "header.X-LINE-Authorization-Nonce", schema: { type: "string" } },
        {
          from: "payment.transactionId",
          to: "path.transactionId",
          schema: { type: "string", pattern: "^[0-9]{1,19}$" },
        },
        {
          from: "amount",
          to: "body#/refundAmount",
          schema: { type: "number" },
          optional: true,
          money: { unit: "major", as: "number", steps: { TWD: 100 } },
        },
      ],
      sign: {
        algorithm: "HMAC-SHA-256",
        key: "credentials.channelSecret",
        over: [
          "credentials.channelSecret",
          "pathname",
          "body",
          "header.X-LINE-Authorization-Nonce",
        ],
        encoding: "base64",
        to: "header.X-LINE-Authorization",
      },
      answer: [
        {
          "/returnCode": { is: "0000" },
          "/returnMessage": { type: "string" },
          "/info/refundTransactionId": { type: ["integer", "string"] },
        },
        { "/returnCode": { not: "0000" }, "/returnMessage": { type: "string" } },
      ],
    },
    query: {
      method: "GET",
      path: "/v4/payments",
      send: [
        {
          from: "credentials.channelId",
          to: "header.X-LINE-ChannelId",
          schema: { type: "string", minLength: 1 },
        },
        { from: "nonce", to: "header.X-LINE-Authorization-Nonce", schema: { type: "string" } },
        {
          from: "payment.transactionId",
          to: "query.transactionId",
          schema: { type: "string", pattern: "^[0-9]{1,19}$" },
        },
      ],
      sign: {
        algorithm: "HMAC-SHA-256",
        key: "credentials.channelSecret",
        over: [
          "credentials.channelSecret",
          "pathname",
          "query",
          "header.X-LINE-Authorization-Nonce",
        ],
        encoding: "base64",
        to: "header.X-LINE-Authorization",
      },
      answer: [
        { "/returnCode": { is: "0000" }, "/info": { type: "array" } },
        { "/returnCode": { not: "0000" }, "/returnMessage": { type: "string" } },
      ],
    },
  },
  statusAt: ["/returnCode"],
  answers: {
    refunded: {
      http: 200,
      body: {
        returnCode: "0000",
        returnMessage: "success",
        info: { refundTransactionId: null, refundTransactionDate: "2018-08-25T09:15:01Z" },
      },
      fill: [
        {
          at: "/info/refundTransactionId",
          from: "refund.number",
          as: "string",
          within: "20180825123456{{}}",
        },
      ],
    },
    queried: {
      http: 200,
      body: {
        returnCode: "0000",
        returnMessage: "success",
        info: [
          {
            transactionId: null,
            transactionDate: "2019-06-01T09:00:00Z",
            transactionType: "PAYMENT",
            payInfo: [{ method: "CREDIT_CARD", amount: null }],
            productName: "test production",
            currency: null,
            paymentProvider: "TSP",
            orderId: "20190601ORD45678910",
            refundList: [
              {
                refundTransactionId: 2019060112345,
                transactionType: null,
                refundAmount: null,
                refundTransactionDate: "2019-06-06T09:00:00Z",
              },
            ],
          },
        ],
      },
      fill: [
        { at: "/info/0/transactionId", from: "payment.transactionId", as: "integer" },
        {
          at: "/info/0/payInfo/0/amount",
          from: "payment.amount",
          as: "number",
          money: { unit: "major", as: "number" },
        },
        { at: "/info/0/currency", from: "payment.currency", as: "string" },
        { at: "/info/0/refundList/0/transactionType", from: "payment.state", as: "string" },
        {
          at: "/info/0/refundList/0/refundAmount",
          from: "payment.refunded",
          as: "number",
          money: { unit: "major", as: "number", negative: true },
        },
      ],
    },
    invalid_request: {
      http: 200,
      body: { returnCode: "2101", returnMessage: "Parameter error." },
      fill: [],
    },
    unauthorized: {
      http: 200,
      body: { returnCode: "1104", returnMessage: "Merchant not found." },
      fill: [],
    },
    bad_signature: {
      http: 200,
      body: {
        returnCode: "1106",
        returnMessage: "There is an error in the request header information.",
      },
      fill: [],
    },
    payment_not_found: {
      http: 200,
      body: { returnCode: "1150", returnMessage: "Transaction record not found." },
      fill: [],
    },
    not_refundable: {
      http: 200,
      body: { returnCode: "1163", returnMessage: "Exceeded the expiration for refunds." },
      fill: [],
    },
    exceeds_refundable: {
      http: 200,
      body: { returnCode: "1164", returnMessage: "Refund limit exceeded." },
      fill: [],
    },
    already_refunded: {
      http: 200,
      body: { returnCode: "1165", returnMessage: "The transaction has already been refunded." },
      fill: [],
    },
    insufficient_balance: { http: 200, body: { returnCode: "2042", returnMessage: "-" }, fill: [] },
    provider_error: {
      http: 200,
      body: { returnCode: "9000", returnMessage: "Internal error." },
      fill: [],
    },
  },
};
