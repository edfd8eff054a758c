// Generated from specs/worldpay.yaml by `npm run generate`. Do not edit: edit the spec.

import type { SimulatorTable } from "../simulator-table.ts";

export const worldpay: SimulatorTable = {
  provider: "worldpay",
  title: "Worldpay",
  documentation:
    "https://docs.worldpay.com/access/products/card-payments/openapi/manage-payments/partialrefund",
  servers: ["https://access.worldpay.com", "https://try.access.worldpay.com"],
  credentials: [
    {
      username: { secret: false, value: "sandbox-user" },
      password: { secret: true, value: "sandbox-password" },
    },
  ],
  payments: [
    {
      payment: { paymentId: "paySandboxGBP-0000000001", linkData: "eyJrIjoic2FuZGJveDEifQ==" },
      amount: { value: 10000, currency: "GBP" },
    },
    {
      payment: { paymentId: "paySandboxEUR-0000000002", linkData: "eyJrIjoic2FuZGJveDIifQ==" },
      amount: { value: 5000, currency: "EUR" },
    },
    {
      payment: { paymentId: "paySandboxUSD-0000000003", linkData: "eyJrIjoic2FuZGJveDMifQ==" },
      amount: { value: 12345, currency: "USD" },
    },
    {
      payment: { paymentId: "paySandboxGBP-0000000004", linkData: "eyJrIjoic2FuZGJveDQifQ==" },
      amount: { value: 10000, currency: "GBP" },
      always: "provider_error",
    },
  ],
  partial: true,
  repeated: true,
  operations: {
    refund: {
      method: "POST",
      path: "/payments/settlements/refunds/partials/{linkData}",
      media: "json",
      send: [
        {
          from: "payment.paymentId",
          to: "known.paymentId",
          schema: { type: "string", minLength: 1 },
        },
        {
          from: "payment.linkData",
          to: "path.linkData",
          schema: { type: "string", minLength: 1, pattern: "^[^%/?#]+$" },
        },
        {
          from: "key",
          to: "body#/reference",
          schema: { type: "string", minLength: 1, maxLength: 128, pattern: "^[-A-Za-z0-9]*$" },
        },
        {
          from: "amount",
          to: "body#/value/amount",
          schema: { type: "integer", minimum: 1 },
          money: { unit: "minor", as: "integer" },
        },
        {
          from: "currency",
          to: "body#/value/currency",
          schema: { type: "string", minLength: 3, maxLength: 3 },
        },
        {
          from: "const",
          to: "header.Accept",
          schema: { type: "string", const: "application/vnd.worldpay.payments-v7+json" },
        },
        {
          from: "const",
          to: "header.Content-Type",
          schema: { type: "string", const: "application/vnd.worldpay.payments-v7+json" },
        },
        {
          from: "credentials.username:password",
          to: "header.Authorization",
          schema: { type: "string" },
          prefix: "Basic ",
        },
      ],
      answer: [
        { "/paymentId": { type: "string" }, "/commandId": { type: "string" } },
        { "/errorName": { type: "string" }, "/message": { type: "string" } },
      ],
    },
  },
  statusAt: [],
  answers: {
    pending: {
      http: 202,
      body: { paymentId: null, commandId: null, _links: { "cardPayments:events": { href: null } } },
      fill: [
        { at: "/paymentId", from: "payment.paymentId", as: "string" },
        { at: "/commandId", from: "refund.number", as: "string", within: "cmdSandbox{{}}" },
        {
          at: "/_links/cardPayments:events/href",
          from: "payment.linkData",
          as: "string",
          within: "/payments/events/{{}}",
        },
      ],
    },
    exceeds_refundable: {
      http: 400,
      body: {
        errorName: "bodyDoesNotMatchSchema",
        message: "The json body provided does not match the expected schema",
      },
      fill: [],
    },
    payment_not_found: {
      http: 404,
      body: { errorName: "endpointNotFound", message: "Requested endpoint was not found." },
      fill: [],
    },
    invalid_request: {
      http: 400,
      body: {
        errorName: "bodyDoesNotMatchSchema",
        message: "The json body provided does not match the expected schema",
      },
      fill: [],
    },
    unauthorized: {
      http: 401,
      body: {
        errorName: "accessDenied",
        message: "Access to the requested resource has been denied",
      },
      fill: [],
    },
    provider_error: {
      http: 500,
      body: { errorName: "internalErrorOccurred", message: "Internal server error" },
      fill: [],
    },
  },
};
