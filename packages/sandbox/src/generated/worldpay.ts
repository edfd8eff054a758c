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
      webhookSecret: { secret: true, value: "sandbox-webhook-secret" },
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
  refundIdAt: "/commandId",
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
  notification: {
    verify: {
      algorithm: "HMAC-SHA-256",
      key: "credentials.webhookSecret",
      over: ["body"],
      encoding: "hex",
      from: "header.Event-Signature",
      pattern: "/SHA256/([0-9a-f]{64})",
    },
    media: "json",
    says: {
      succeeded: {
        body: {
          eventId: null,
          eventTimestamp: "2018-06-13T14:18:13.407",
          eventDetails: {
            classification: "payment",
            downstreamReference: "3378792436",
            transactionReference: "Memory265-13/08/1876",
            type: "sentForRefund",
            date: "2017-11-03",
            reference: null,
            refund: { onlineRefundAuthorization: "987654" },
            amount: { value: null, currencyCode: null },
          },
        },
        fill: [
          { at: "/eventId", from: "notification.number", as: "string", within: "event-{{}}" },
          { at: "/eventDetails/reference", from: "key", as: "string" },
          {
            at: "/eventDetails/amount/value",
            from: "refund.amount",
            as: "integer",
            money: { unit: "minor", as: "integer" },
          },
          { at: "/eventDetails/amount/currencyCode", from: "payment.currency", as: "string" },
        ],
      },
      reversed: {
        body: {
          eventId: null,
          eventTimestamp: "2018-06-13T14:18:13.407",
          eventDetails: {
            classification: "payment",
            downstreamReference: "3378792436",
            transactionReference: "Memory265-13/08/1876",
            type: "refundFailed",
            date: "2017-11-03",
            reference: null,
            amount: { value: null, currencyCode: null },
          },
        },
        fill: [
          { at: "/eventId", from: "notification.number", as: "string", within: "event-{{}}" },
          { at: "/eventDetails/reference", from: "key", as: "string" },
          {
            at: "/eventDetails/amount/value",
            from: "refund.amount",
            as: "integer",
            money: { unit: "minor", as: "integer" },
          },
          { at: "/eventDetails/amount/currencyCode", from: "payment.currency", as: "string" },
        ],
      },
    },
  },
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
