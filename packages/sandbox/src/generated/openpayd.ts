// Generated from specs/openpayd.yaml by `npm run generate`. Do not edit: edit the spec.

import type { SimulatorTable } from "../simulator-table.ts";

export const openpayd: SimulatorTable = {
  provider: "openpayd",
  title: "OpenPayd PSP",
  documentation: "https://apidocs.openpaydpsp.com/docs/payment-refund",
  servers: ["https://api.openpaydpsp.com", "https://testapi.openpaydpsp.com"],
  credentials: [{ apiKey: { secret: true, value: "4d41d21a935f5bba9dee7c7be4a7ca04" } }],
  payments: [
    {
      payment: { transactionId: "529-1438673740-2", referenceNo: "1-1386413490-0089-14" },
      amount: { value: 1234, currency: "EUR" },
    },
    {
      payment: { transactionId: "529-1438673741-2", referenceNo: "1-1386413490-0089-15" },
      amount: { value: 1550, currency: "USD" },
    },
    {
      payment: { transactionId: "529-1438673742-2", referenceNo: "1-1386413490-0089-16" },
      amount: { value: 25000, currency: "EUR" },
    },
    {
      payment: { transactionId: "529-1438673750-2", referenceNo: "1-1386413490-0089-20" },
      amount: { value: 5000, currency: "EUR" },
      always: "already_refunded",
    },
    {
      payment: { transactionId: "529-1438673751-2", referenceNo: "1-1386413490-0089-21" },
      amount: { value: 5000, currency: "EUR" },
      always: "not_refundable",
    },
    {
      payment: { transactionId: "529-1438673752-2", referenceNo: "1-1386413490-0089-22" },
      amount: { value: 5000, currency: "EUR" },
      always: "partial_not_supported",
    },
    {
      payment: { transactionId: "529-1438673753-2", referenceNo: "1-1386413490-0089-23" },
      amount: { value: 5000, currency: "EUR" },
      always: "provider_error",
    },
  ],
  partial: true,
  repeated: false,
  operations: {
    refund: {
      method: "POST",
      path: "/pw/v3/payment/refund",
      media: "json",
      send: [
        {
          from: "credentials.apiKey",
          to: "body#/apiKey",
          schema: { type: "string", minLength: 1, maxLength: 32 },
        },
        {
          from: "payment.transactionId",
          to: "body#/transactionId",
          schema: { type: "string", minLength: 1, maxLength: 32 },
        },
        {
          from: "payment.referenceNo",
          to: "body#/referenceNo",
          schema: { type: "string", minLength: 1, maxLength: 32 },
        },
        {
          from: "amount",
          to: "body#/amount",
          schema: { type: "integer", minimum: 1 },
          optional: true,
          money: { unit: "minor", as: "integer" },
        },
        {
          from: "currency",
          to: "body#/currency",
          schema: { type: "string", pattern: "^[A-Z]{3}$" },
          optional: true,
        },
      ],
      answer: [
        {
          "/code": { type: ["string", "integer"] },
          "/status": { type: "string" },
          "/message": { type: "string" },
        },
      ],
    },
  },
  statusAt: ["/code", "/status"],
  answers: {
    refunded: {
      http: 200,
      body: {
        code: "00",
        status: "APPROVED",
        message: "Approved",
        transactionId: null,
        referenceNo: null,
        amount: null,
        currency: null,
        date: null,
        isLive: false,
      },
      fill: [
        { at: "/transactionId", from: "payment.transactionId", as: "string" },
        { at: "/referenceNo", from: "payment.referenceNo", as: "string" },
        {
          at: "/amount",
          from: "refund.amount",
          as: "string",
          money: { unit: "minor", as: "string" },
        },
        { at: "/currency", from: "payment.currency", as: "string" },
        { at: "/date", from: "now", as: "integer", time: "unix-seconds" },
      ],
    },
    already_refunded: {
      http: 200,
      body: {
        code: 32,
        status: "DECLINED",
        message: "Already refunded",
        transactionId: null,
        referenceNo: null,
        amount: null,
        currency: null,
        date: null,
      },
      fill: [
        { at: "/transactionId", from: "payment.transactionId", as: "string" },
        { at: "/referenceNo", from: "payment.referenceNo", as: "string" },
        {
          at: "/amount",
          from: "payment.amount",
          as: "string",
          money: { unit: "minor", as: "string" },
        },
        { at: "/currency", from: "payment.currency", as: "string" },
        { at: "/date", from: "now", as: "integer", time: "unix-seconds" },
      ],
    },
    exceeds_refundable: {
      http: 200,
      body: { code: 999, status: "DECLINED", message: "Amount exceeds the payment" },
      fill: [],
    },
    payment_not_found: {
      http: 200,
      body: { code: 999, status: "DECLINED", message: "Transaction not found" },
      fill: [],
    },
    partial_not_supported: {
      http: 200,
      body: { code: 999, status: "DECLINED", message: "Partial refund is disabled" },
      fill: [],
    },
    not_refundable: {
      http: 200,
      body: { code: 999, status: "DECLINED", message: "Method is not refundable" },
      fill: [],
    },
    invalid_request: {
      http: 200,
      body: { code: 999, status: "DECLINED", message: "Invalid request" },
      fill: [],
    },
    unauthorized: {
      http: 200,
      body: { code: 999, status: "DECLINED", message: "Invalid apiKey" },
      fill: [],
    },
    provider_error: {
      http: 500,
      body: { code: 999, status: "ERROR", message: "System error" },
      fill: [],
    },
  },
};
