// Generated from specs/sumup.yaml by `npm run generate`. Do not edit: edit the spec.

import type { SimulatorTable } from "../simulator-table.ts";

export const sumup: SimulatorTable = {
  provider: "sumup",
  title: "SumUp",
  documentation: "https://raw.githubusercontent.com/sumup/sumup-ts/main/openapi.json",
  servers: ["https://api.sumup.com"],
  credentials: [
    {
      apiKey: { secret: true, value: "sk_test_sandbox_key" },
      merchantCode: { secret: false, value: "MH4H92C7" },
    },
  ],
  payments: [
    {
      payment: { transactionId: "4ffb8dfc-7f2b-413d-a497-2ad00766585e" },
      amount: { value: 10000, currency: "EUR" },
    },
    {
      payment: { transactionId: "410fc44a-5956-44e1-b5cc-19c6f8d727a4" },
      amount: { value: 1010, currency: "GBP" },
    },
    {
      payment: { transactionId: "6b425463-3e1b-431d-83fa-1e51c2925e99" },
      amount: { value: 5000, currency: "CLP" },
    },
    {
      payment: { transactionId: "664200af-2b62-4142-9c73-a2a505310d78" },
      amount: { value: 10000, currency: "EUR" },
      always: "not_refundable",
    },
    {
      payment: { transactionId: "19aa3cca-89f6-42d2-b462-463b0b53e959" },
      amount: { value: 10000, currency: "EUR" },
      always: "provider_error",
    },
  ],
  partial: true,
  repeated: false,
  operations: {
    refund: {
      method: "POST",
      path: "/v1.0/merchants/{merchant_code}/payments/{transaction_id}/refunds",
      media: "json",
      send: [
        {
          from: "credentials.merchantCode",
          to: "path.merchant_code",
          schema: { type: "string", minLength: 1 },
        },
        {
          from: "payment.transactionId",
          to: "path.transaction_id",
          schema: { type: "string", minLength: 1 },
        },
        {
          from: "amount",
          to: "body#/amount",
          schema: { type: "number" },
          optional: true,
          money: { unit: "major", as: "number" },
        },
        {
          from: "const",
          to: "header.Accept",
          schema: { type: "string", const: "application/problem+json, application/json" },
        },
        {
          from: "credentials.apiKey",
          to: "header.Authorization",
          schema: { type: "string", minLength: 1 },
          prefix: "Bearer ",
        },
      ],
      answer: [{ "": { type: "object" } }, { "/type": { type: "string" } }],
    },
  },
  statusAt: [],
  answers: {
    refunded: { http: 201, body: {}, fill: [] },
    already_refunded: {
      http: 409,
      body: {
        type: "https://developer.sumup.com/problem/conflict",
        title: "Conflict",
        status: 409,
        detail: "The transaction is not refundable in its current state",
      },
      fill: [],
    },
    exceeds_refundable: {
      http: 422,
      body: {
        type: "https://developer.sumup.com/problem/unprocessable-entity",
        title: "Unprocessable Entity",
        status: 422,
        detail: "Refund failed.",
        errors: [
          {
            code: "INVALID_AMOUNT",
            detail: "Amount exceeds the refundable amount",
            reason: "amount_too_high",
            max_refundable_amount: 1000,
          },
        ],
      },
      fill: [],
    },
    payment_not_found: {
      http: 404,
      body: {
        type: "https://developer.sumup.com/problem/not-found",
        title: "Not Found",
        status: 404,
        detail: "Transaction not found",
      },
      fill: [],
    },
    not_refundable: {
      http: 409,
      body: {
        type: "https://developer.sumup.com/problem/conflict",
        title: "Conflict",
        status: 409,
        detail: "The transaction is not refundable in its current state",
      },
      fill: [],
    },
    invalid_request: {
      http: 400,
      body: {
        type: "https://developer.sumup.com/problem/bad-request",
        title: "Bad Request",
        status: 400,
        detail: "amount must be greater than zero",
      },
      fill: [],
    },
    unauthorized: {
      http: 401,
      body: {
        type: "https://developer.sumup.com/problem/unauthorized",
        title: "Unauthorized",
        status: 401,
        detail: "Unauthorized.",
      },
      fill: [],
    },
    provider_error: {
      http: 500,
      body: {
        type: "https://developer.sumup.com/problem/internal-server-error",
        title: "Internal server error.",
        status: 500,
        detail: "The service is temporarily unavailable.",
      },
      fill: [],
    },
  },
};
