// Generated from specs/yedpay.yaml by `npm run generate`. Do not edit: edit the spec.

import type { SimulatorTable } from "../simulator-table.ts";

export const yedpay: SimulatorTable = {
  provider: "yedpay",
  title: "Yedpay",
  documentation: "https://api.yedpay.com/document/owner/refundTransaction",
  servers: ["https://api.yedpay.com/v1", "https://api-staging.yedpay.com/v1"],
  credentials: [
    {
      accessToken: { secret: true, value: "sandbox-token" },
      signKey: { secret: true, value: "sandboxsandboxsandboxsandbox1234" },
    },
  ],
  payments: [
    { payment: { id: "xXxXxXxXxXXxXx" }, amount: { value: 1000, currency: "HKD" } },
    { payment: { id: "yYyYyYyYyYYyYy" }, amount: { value: 25050, currency: "HKD" } },
    { payment: { id: "zZzZzZzZzZZzZz" }, amount: { value: 99900, currency: "HKD" } },
    {
      payment: { id: "pPpPpPpPpPPpPp" },
      amount: { value: 1000, currency: "HKD" },
      always: "pending",
    },
    {
      payment: { id: "eEeEeEeEeEEeEe" },
      amount: { value: 1000, currency: "HKD" },
      always: "provider_error",
    },
    {
      payment: { id: "bBbBbBbBbBBbBb" },
      amount: { value: 1000, currency: "HKD" },
      always: "insufficient_balance",
    },
  ],
  partial: false,
  repeated: false,
  states: { paid: "paid", refunded: "refunded", refund_pending: "pending_refund" },
  operations: {
    refund: {
      method: "POST",
      path: "/transactions/{id}/refund",
      media: "form",
      send: [
        { from: "payment.id", to: "path.id", schema: { type: "string", minLength: 1 } },
        {
          from: "reason",
          to: "body#/refund_reason",
          schema: { type: "string", minLength: 1 },
          optional: true,
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
          "/success": { is: true },
          "/data/id": { type: "string" },
          "/data/status": { type: "string" },
        },
        { "/success": { is: false } },
      ],
    },
    query: {
      method: "GET",
      path: "/transactions/{id}",
      send: [
        { from: "payment.id", to: "path.id", schema: { type: "string", minLength: 1 } },
        {
          from: "credentials.accessToken",
          to: "header.Authorization",
          schema: { type: "string", minLength: 1 },
          prefix: "Bearer ",
        },
      ],
      answer: [
        {
          "/success": { is: true },
          "/data/id": { type: "string" },
          "/data/status": { type: "string" },
        },
        { "/success": { is: false } },
      ],
    },
  },
  statusAt: ["/success", "/data/status"],
  notification: {
    verify: {
      algorithm: "HMAC-SHA-256",
      key: "credentials.signKey",
      over: [
        {
          fields: "body",
          except: ["sign", "sign_type"],
          sort: "first-level",
          pair: "=",
          join: "&",
        },
      ],
      encoding: "hex",
      from: "body#/sign",
    },
    media: "form",
    says: {
      succeeded: {
        body: {
          success: "1",
          request_type: "refund",
          transaction: { id: null, status: "refunded" },
          nonce_str: null,
          sign_type: "HMAC_SHA256",
        },
        fill: [
          { at: "/transaction/id", from: "payment.id", as: "string" },
          { at: "/nonce_str", from: "notification.number", as: "string" },
        ],
      },
      pending: {
        body: {
          success: "1",
          request_type: "refund",
          transaction: { id: null, status: "pending_refund" },
          nonce_str: null,
          sign_type: "HMAC_SHA256",
        },
        fill: [
          { at: "/transaction/id", from: "payment.id", as: "string" },
          { at: "/nonce_str", from: "notification.number", as: "string" },
        ],
      },
    },
  },
  answers: {
    refunded: {
      http: 200,
      body: {
        success: true,
        message: "",
        data: {
          id: null,
          user_id: "xXxXxXxXxXXxXx",
          company_id: "xXxXxXxXxXXxXx",
          store_id: "xXxXxXxXxXXxXx",
          gateway_id: 1,
          barcode_id: "xXxXxXxXxXXxXx",
          status: "refunded",
          amount: null,
          currency: null,
          charge: 1.2,
          forex: 1,
          paid_at: "",
          settled_at: "",
          transaction_id: "251415799855257",
          payer: "",
          custom_id: "XxXxXxXxXxXxXxXxXx",
          fixed_id: "",
          refunded_at: "2018-11-20 18:44:45",
          created_at: "2018-11-20 14:44:45",
          updated_at: "2018-11-20 18:44:45",
          expired_at: "2018-11-20 18:44:45",
          refund_details: {
            request_user_id: "306PNQ8",
            first_name: "xxxxxxxx",
            last_name: "xxxxxxxx",
            remark: null,
          },
        },
      },
      fill: [
        { at: "/data/id", from: "payment.id", as: "string" },
        {
          at: "/data/amount",
          from: "payment.amount",
          as: "string",
          money: { unit: "major", as: "string" },
        },
        { at: "/data/currency", from: "payment.currency", as: "string" },
        { at: "/data/refund_details/remark", from: "reason", as: "string" },
      ],
    },
    pending: {
      http: 200,
      body: {
        success: true,
        message: "",
        data: {
          id: null,
          status: "pending_refund",
          amount: null,
          currency: null,
          refunded_at: "",
          created_at: "2018-11-20 14:44:45",
          updated_at: "2018-11-20 18:44:45",
        },
      },
      fill: [
        { at: "/data/id", from: "payment.id", as: "string" },
        {
          at: "/data/amount",
          from: "payment.amount",
          as: "string",
          money: { unit: "major", as: "string" },
        },
        { at: "/data/currency", from: "payment.currency", as: "string" },
      ],
    },
    queried: {
      http: 200,
      body: {
        success: true,
        message: "",
        data: {
          id: null,
          transaction_id: "251415799855257",
          status: null,
          amount: null,
          currency: null,
          refunded: null,
          created_at: "2018-11-20 14:44:45",
        },
      },
      fill: [
        { at: "/data/id", from: "payment.id", as: "string" },
        { at: "/data/status", from: "payment.state", as: "string" },
        {
          at: "/data/amount",
          from: "payment.amount",
          as: "string",
          money: { unit: "major", as: "string" },
        },
        { at: "/data/currency", from: "payment.currency", as: "string" },
        {
          at: "/data/refunded",
          from: "payment.refunded",
          as: "string",
          money: { unit: "major", as: "string" },
        },
      ],
    },
    already_refunded: {
      http: 422,
      body: { success: false, message: "Could not create resource", status: 422 },
      fill: [],
    },
    payment_not_found: {
      http: 422,
      body: { success: false, message: "Could not create resource", status: 422 },
      fill: [],
    },
    invalid_request: {
      http: 422,
      body: {
        success: false,
        message: "Could not create resource",
        status: 422,
        code: 666,
        errors: [
          { code: 422, field: "refund_reason", message: "The refund reason must be a string" },
        ],
      },
      fill: [],
    },
    insufficient_balance: {
      http: 400,
      body: {
        success: false,
        message: "Insufficient Funds to refund this Transaction",
        status: 400,
      },
      fill: [],
    },
    unauthorized: {
      http: 500,
      body: { success: false, message: "Unauthenticated.", status: 500 },
      fill: [],
    },
    provider_error: {
      http: 500,
      body: { success: false, message: "Internal Error", status: 500 },
      fill: [],
    },
  },
};
