// Generated from specs/ottpay.yaml by `npm run generate`. Do not edit: edit the spec.

import type { SimulatorTable } from "../simulator-table.ts";

export const ottpay: SimulatorTable = {
  provider: "ottpay",
  title: "OTT Pay",
  documentation: "https://apidocs.ottpay.com/api/local-card/refund-api/api/",
  servers: ["https://ecom-api.ottpay.com", "https://sandbox-api.ottpay.com"],
  credentials: [
    { accessToken: { secret: true, value: "sandbox-token" } },
    {
      appId: { secret: false, value: "sandbox-app" },
      appKey: { secret: true, value: "sandbox-app-key" },
    },
  ],
  payments: [
    { payment: { oriPaymentId: "1694723098440266" }, amount: { value: 10000, currency: "CAD" } },
    { payment: { oriPaymentId: "1694723098440267" }, amount: { value: 25000, currency: "CAD" } },
    { payment: { oriPaymentId: "1694723098440268" }, amount: { value: 5000, currency: "CAD" } },
    {
      payment: { oriPaymentId: "1694723098440280" },
      amount: { value: 5000, currency: "CAD" },
      always: "pending",
    },
    {
      payment: { oriPaymentId: "1694723098440281" },
      amount: { value: 5000, currency: "CAD" },
      always: "not_settled",
    },
    {
      payment: { oriPaymentId: "1694723098440282" },
      amount: { value: 5000, currency: "CAD" },
      always: "insufficient_balance",
    },
    {
      payment: { oriPaymentId: "1694723098440283" },
      amount: { value: 5000, currency: "CAD" },
      always: "not_refundable",
    },
    {
      payment: { oriPaymentId: "1694723098440284" },
      amount: { value: 5000, currency: "CAD" },
      always: "provider_error",
    },
  ],
  partial: true,
  repeated: true,
  states: { paid: "success", partly_refunded: "partial_refunded", refunded: "fully_refunded" },
  operations: {
    refund: {
      method: "POST",
      path: "/api/v1/payment/local-card/refund",
      media: "json",
      send: [
        {
          from: "payment.oriPaymentId",
          to: "body#/oriPaymentId",
          schema: { type: "string", minLength: 1 },
        },
        {
          from: "amount",
          to: "body#/refundAmount",
          schema: { type: "string", pattern: "^[1-9][0-9]*$" },
          money: { unit: "minor", as: "string" },
        },
        {
          from: "credentials.accessToken",
          to: "header.Authorization",
          schema: { type: "string", minLength: 1 },
          prefix: "Bearer ",
        },
      ],
      answer: [
        {
          "/status": { is: "SUCCESS" },
          "/result/refundId": { type: "string" },
          "/result/refundAmount": { type: ["string", "integer"] },
          "/result/refundStatus": { type: "string" },
        },
        { "/status": { is: "ERROR" }, "/result/code": { type: ["integer", "string"] } },
      ],
    },
    query: {
      method: "POST",
      path: "/api/v1/payment/status-query",
      media: "json",
      send: [
        {
          from: "payment.oriPaymentId",
          to: "body#/paymentId",
          schema: { type: "string", minLength: 1 },
        },
        {
          from: "credentials.accessToken",
          to: "header.Authorization",
          schema: { type: "string", minLength: 1 },
          prefix: "Bearer ",
        },
      ],
      answer: [
        { "/status": { is: "SUCCESS" }, "/result": { type: "object" } },
        { "/status": { is: "ERROR" }, "/result/code": { type: ["integer", "string"] } },
      ],
    },
    token: {
      method: "POST",
      path: "/api/v1/auth/token",
      media: "json",
      send: [
        { from: "credentials.appId", to: "body#/appId", schema: { type: "string", minLength: 1 } },
        {
          from: "credentials.appKey",
          to: "body#/appKey",
          schema: { type: "string", minLength: 1 },
        },
      ],
      answer: [
        {
          "/status": { is: "SUCCESS" },
          "/result/token": { type: "string" },
          "/result/expired": { type: "integer" },
        },
        { "/status": { is: "ERROR" }, "/result/code": { type: ["integer", "string"] } },
      ],
      gives: "accessToken",
    },
  },
  statusAt: ["/status", "/result/refundStatus"],
  answers: {
    refunded: {
      http: 200,
      body: {
        status: "SUCCESS",
        result: {
          refundId: null,
          refundAmount: null,
          refundStatus: "success",
          tradeTime: "2003-09-30 12:00:04",
          exchangeRate: "",
        },
      },
      fill: [
        { at: "/result/refundId", from: "refund.number", as: "string", within: "REF{{}}" },
        {
          at: "/result/refundAmount",
          from: "refund.amount",
          as: "string",
          money: { unit: "minor", as: "string" },
        },
      ],
    },
    pending: {
      http: 200,
      body: {
        status: "SUCCESS",
        result: {
          refundId: null,
          refundAmount: null,
          refundStatus: "init",
          tradeTime: "2003-09-30 12:00:04",
          exchangeRate: "",
        },
      },
      fill: [
        { at: "/result/refundId", from: "refund.number", as: "string", within: "REF{{}}" },
        {
          at: "/result/refundAmount",
          from: "refund.amount",
          as: "string",
          money: { unit: "minor", as: "string" },
        },
      ],
    },
    queried: {
      http: 200,
      body: {
        status: "SUCCESS",
        result: {
          paymentId: null,
          paymentStatus: null,
          totalAmount: null,
          payAmount: null,
          refundAmount: null,
        },
      },
      fill: [
        { at: "/result/paymentId", from: "payment.oriPaymentId", as: "string" },
        { at: "/result/paymentStatus", from: "payment.state", as: "string" },
        {
          at: "/result/totalAmount",
          from: "payment.amount",
          as: "string",
          money: { unit: "minor", as: "string" },
        },
        {
          at: "/result/payAmount",
          from: "payment.amount",
          as: "string",
          money: { unit: "minor", as: "string" },
        },
        {
          at: "/result/refundAmount",
          from: "payment.refunded",
          as: "string",
          money: { unit: "minor", as: "string" },
        },
      ],
    },
    issued: {
      http: 200,
      body: { status: "SUCCESS", result: { token: null, expired: null } },
      fill: [
        { at: "/result/token", from: "token", as: "string" },
        { at: "/result/expired", from: "token.expires", as: "integer", time: "unix-milliseconds" },
      ],
    },
    already_refunded: {
      http: 200,
      body: { status: "ERROR", result: { code: 20041, message: "The payment cannot be refunded" } },
      fill: [],
    },
    exceeds_refundable: {
      http: 200,
      body: {
        status: "ERROR",
        result: { code: 20014, message: "Refund amount greater than the amount paid" },
      },
      fill: [],
    },
    payment_not_found: {
      http: 200,
      body: { status: "ERROR", result: { code: 20019, message: "Original payment not exist" } },
      fill: [],
    },
    not_settled: {
      http: 200,
      body: {
        status: "ERROR",
        result: { code: 20021, message: "Original payment does not support revocation" },
      },
      fill: [],
    },
    not_refundable: {
      http: 200,
      body: { status: "ERROR", result: { code: 20008, message: "Unsupported card" } },
      fill: [],
    },
    insufficient_balance: {
      http: 200,
      body: { status: "ERROR", result: { code: 20007, message: "Insufficient balance" } },
      fill: [],
    },
    invalid_request: {
      http: 200,
      body: { status: "ERROR", result: { code: 10005, message: "Invalid parameter" } },
      fill: [],
    },
    unauthorized: {
      http: 200,
      body: { status: "ERROR", result: { code: 90000, message: "Unauthorized" } },
      fill: [],
    },
    token_refused: {
      http: 200,
      body: { status: "ERROR", result: { code: 10003, message: "API Authorization failed" } },
      fill: [],
    },
    provider_error: {
      http: 200,
      body: { status: "ERROR", result: { code: 50003, message: "System error" } },
      fill: [],
    },
  },
};
