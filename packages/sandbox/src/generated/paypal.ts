// Generated from specs/paypal.yaml by `npm run generate`. Do not edit: edit the spec.

import type { SimulatorTable } from "../simulator-table.ts";

export const paypal: SimulatorTable = {
  provider: "paypal",
  title: "PayPal",
  documentation:
    "https://raw.githubusercontent.com/paypal/paypal-rest-api-specifications/main/openapi/payments_payment_v2.json",
  servers: ["https://api-m.paypal.com", "https://api-m.sandbox.paypal.com"],
  credentials: [
    {
      accessToken: { secret: true, value: "sandbox-token" },
      authAssertion: { secret: false, value: "eyJhbGciOiJub25lIn0.eyJpc3MiOiJzYW5kYm94In0." },
    },
    {
      clientId: { secret: false, value: "sandbox-client" },
      clientSecret: { secret: true, value: "sandbox-secret" },
      authAssertion: { secret: false, value: "eyJhbGciOiJub25lIn0.eyJpc3MiOiJzYW5kYm94In0." },
    },
  ],
  payments: [
    { payment: { captureId: "2GG279541U471931P" }, amount: { value: 10000, currency: "USD" } },
    { payment: { captureId: "2GG279541U471932P" }, amount: { value: 5000, currency: "JPY" } },
    { payment: { captureId: "2GG279541U471933P" }, amount: { value: 12345, currency: "EUR" } },
    { payment: { captureId: "2GG279541U471934P" }, amount: { value: 500000, currency: "HUF" } },
    {
      payment: { captureId: "2GG279541U471935P" },
      amount: { value: 10000, currency: "GBP" },
      always: "pending",
    },
    {
      payment: { captureId: "2GG279541U471936P" },
      amount: { value: 10000, currency: "USD" },
      always: "not_refundable",
    },
    {
      payment: { captureId: "2GG279541U471937P" },
      amount: { value: 10000, currency: "USD" },
      always: "insufficient_balance",
    },
    {
      payment: { captureId: "2GG279541U471938P" },
      amount: { value: 10000, currency: "USD" },
      always: "provider_error",
    },
  ],
  partial: true,
  repeated: true,
  states: { paid: "COMPLETED", partly_refunded: "PARTIALLY_REFUNDED", refunded: "REFUNDED" },
  refundStates: { refunded: "COMPLETED", pending: "PENDING", failed: "FAILED" },
  refundIdAt: "/id",
  keys: { seconds: 3888000, answers: "latest", body: "ignored" },
  operations: {
    refund: {
      method: "POST",
      path: "/v2/payments/captures/{capture_id}/refund",
      media: "json",
      send: [
        {
          from: "credentials.authAssertion",
          to: "header.PayPal-Auth-Assertion",
          schema: { type: "string", minLength: 1 },
          optional: true,
        },
        {
          from: "payment.captureId",
          to: "path.capture_id",
          schema: { type: "string", minLength: 1 },
        },
        { from: "key", to: "header.PayPal-Request-Id", schema: { type: "string", minLength: 1 } },
        {
          from: "amount",
          to: "body#/amount/value",
          schema: {
            type: "string",
            maxLength: 32,
            pattern: "^((-?[0-9]+)|(-?([0-9]+)?[.][0-9]+))$",
          },
          optional: true,
          money: { unit: "major", as: "string", exponents: { HUF: 0, TWD: 0 } },
        },
        {
          from: "currency",
          to: "body#/amount/currency_code",
          schema: { type: "string", minLength: 3, maxLength: 3 },
          optional: true,
        },
        {
          from: "extra.invoiceId",
          to: "body#/invoice_id",
          schema: { type: "string", minLength: 1, maxLength: 127, pattern: "^.*$" },
          optional: true,
        },
        {
          from: "extra.customId",
          to: "body#/custom_id",
          schema: { type: "string", minLength: 1, maxLength: 127, pattern: "^.*$" },
          optional: true,
        },
        {
          from: "reason",
          to: "body#/note_to_payer",
          schema: { type: "string", minLength: 1, maxLength: 255, pattern: "^.*$" },
          optional: true,
        },
        {
          from: "const",
          to: "header.Prefer",
          schema: { type: "string", const: "return=representation" },
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
          "/id": { type: "string" },
          "/status": { type: "string" },
          "/amount/value": { type: "string" },
          "/amount/currency_code": { type: "string" },
        },
        { "/name": { type: "string" } },
        { "/error": { type: "string" } },
      ],
    },
    query: {
      method: "GET",
      path: "/v2/payments/refunds/{refund_id}",
      send: [
        {
          from: "credentials.authAssertion",
          to: "header.PayPal-Auth-Assertion",
          schema: { type: "string", minLength: 1 },
          optional: true,
        },
        { from: "refund.id", to: "path.refund_id", schema: { type: "string", minLength: 1 } },
        {
          from: "credentials.accessToken",
          to: "header.Authorization",
          schema: { type: "string", minLength: 1 },
          prefix: "Bearer ",
        },
      ],
      answer: [
        {
          "/id": { type: "string" },
          "/status": { type: "string" },
          "/amount/value": { type: "string" },
          "/amount/currency_code": { type: "string" },
        },
        { "/name": { type: "string" } },
        { "/error": { type: "string" } },
      ],
    },
    token: {
      method: "POST",
      path: "/v1/oauth2/token",
      media: "form",
      send: [
        {
          from: "const",
          to: "body#/grant_type",
          schema: { type: "string", const: "client_credentials" },
        },
        {
          from: "credentials.clientId:clientSecret",
          to: "header.Authorization",
          schema: { type: "string" },
          prefix: "Basic ",
        },
      ],
      answer: [
        {
          "/access_token": { type: "string" },
          "/token_type": { is: "Bearer" },
          "/expires_in": { type: "integer" },
        },
        { "/error": { type: "string" } },
      ],
      gives: "accessToken",
    },
  },
  statusAt: ["/status"],
  notification: {
    media: "json",
    says: {
      succeeded: {
        body: {
          id: null,
          event_type: "PAYMENT.CAPTURE.REFUNDED",
          resource_type: "refund",
          resource: { id: null, status: "COMPLETED", amount: { value: null, currency_code: null } },
        },
        fill: [
          { at: "/id", from: "notification.number", as: "string", within: "WH-{{}}" },
          { at: "/resource/id", from: "refund.id", as: "string" },
          {
            at: "/resource/amount/value",
            from: "refund.amount",
            as: "string",
            money: { unit: "major", as: "string", exponents: { HUF: 0, TWD: 0 } },
          },
          { at: "/resource/amount/currency_code", from: "payment.currency", as: "string" },
        ],
      },
    },
  },
  answers: {
    issued: {
      http: 200,
      body: {
        scope: "https://uri.paypal.com/services/payments/refund",
        access_token: null,
        token_type: "Bearer",
        app_id: "APP-80W284485P519543T",
        expires_in: null,
      },
      fill: [
        { at: "/access_token", from: "token", as: "string" },
        { at: "/expires_in", from: "token.expires", as: "integer" },
      ],
    },
    token_refused: {
      http: 401,
      body: { error: "invalid_client", error_description: "Client Authentication failed" },
      fill: [],
    },
    refunded: {
      http: 201,
      body: {
        id: null,
        status: "COMPLETED",
        amount: { value: null, currency_code: null },
        note_to_payer: null,
      },
      fill: [
        { at: "/id", from: "refund.number", as: "string", within: "1JU{{}}" },
        {
          at: "/amount/value",
          from: "refund.amount",
          as: "string",
          money: { unit: "major", as: "string", exponents: { HUF: 0, TWD: 0 } },
        },
        { at: "/amount/currency_code", from: "payment.currency", as: "string" },
        { at: "/note_to_payer", from: "reason", as: "string" },
      ],
    },
    pending: {
      http: 201,
      body: {
        id: null,
        status: "PENDING",
        status_details: { reason: "ECHECK" },
        amount: { value: null, currency_code: null },
        note_to_payer: null,
      },
      fill: [
        { at: "/id", from: "refund.number", as: "string", within: "1JU{{}}" },
        {
          at: "/amount/value",
          from: "refund.amount",
          as: "string",
          money: { unit: "major", as: "string", exponents: { HUF: 0, TWD: 0 } },
        },
        { at: "/amount/currency_code", from: "payment.currency", as: "string" },
        { at: "/note_to_payer", from: "reason", as: "string" },
      ],
    },
    queried: {
      http: 200,
      body: {
        id: null,
        status: null,
        amount: { value: null, currency_code: null },
        note_to_payer: null,
      },
      fill: [
        { at: "/id", from: "refund.id", as: "string" },
        { at: "/status", from: "refund.state", as: "string" },
        {
          at: "/amount/value",
          from: "refund.amount",
          as: "string",
          money: { unit: "major", as: "string", exponents: { HUF: 0, TWD: 0 } },
        },
        { at: "/amount/currency_code", from: "payment.currency", as: "string" },
        { at: "/note_to_payer", from: "reason", as: "string" },
      ],
    },
    key_busy: {
      http: 409,
      body: {
        name: "RESOURCE_CONFLICT",
        message: "The server has detected a conflict while processing this request.",
        debug_id: "90957fca61718",
        details: [
          {
            issue: "PREVIOUS_REQUEST_IN_PROGRESS",
            description: "A previous request on this resource is currently in progress.",
          },
        ],
      },
      fill: [],
    },
    already_refunded: {
      http: 422,
      body: {
        name: "UNPROCESSABLE_ENTITY",
        message:
          "The requested action could not be performed, semantically incorrect, or failed business validation.",
        debug_id: "90957fca61718",
        details: [
          {
            issue: "CAPTURE_FULLY_REFUNDED",
            description: "The capture has already been fully refunded",
          },
        ],
      },
      fill: [],
    },
    exceeds_refundable: {
      http: 422,
      body: {
        name: "UNPROCESSABLE_ENTITY",
        message:
          "The requested action could not be performed, semantically incorrect, or failed business validation.",
        debug_id: "90957fca61718",
        details: [
          {
            issue: "REFUND_AMOUNT_EXCEEDED",
            description:
              "The refund amount must be less than or equal to the capture amount that has not yet been refunded.",
          },
        ],
      },
      fill: [],
    },
    not_refundable: {
      http: 422,
      body: {
        name: "UNPROCESSABLE_ENTITY",
        message:
          "The requested action could not be performed, semantically incorrect, or failed business validation.",
        debug_id: "90957fca61718",
        details: [{ issue: "REFUND_NOT_ALLOWED", description: "Capture cannot be refunded." }],
      },
      fill: [],
    },
    insufficient_balance: {
      http: 422,
      body: {
        name: "UNPROCESSABLE_ENTITY",
        message:
          "The requested action could not be performed, semantically incorrect, or failed business validation.",
        debug_id: "90957fca61718",
        details: [
          {
            issue: "REFUND_FAILED_INSUFFICIENT_FUNDS",
            description: "Capture could not be refunded due to insufficient funds.",
          },
        ],
      },
      fill: [],
    },
    payment_not_found: {
      http: 404,
      body: {
        name: "RESOURCE_NOT_FOUND",
        message: "The specified resource does not exist.",
        debug_id: "90957fca61718",
        details: [
          {
            issue: "INVALID_RESOURCE_ID",
            description:
              "Specified resource ID does not exist. Please check the resource ID and try again.",
          },
        ],
      },
      fill: [],
    },
    invalid_request: {
      http: 400,
      body: {
        name: "INVALID_REQUEST",
        message: "Request is not well-formed, syntactically incorrect, or violates schema.",
        debug_id: "90957fca61718",
        details: [
          { issue: "INVALID_PARAMETER_SYNTAX", description: "A parameter has the wrong form." },
        ],
      },
      fill: [],
    },
    unauthorized: {
      http: 401,
      body: {
        name: "AUTHENTICATION_FAILURE",
        message:
          "Authentication failed due to missing authorization header, or invalid authentication credentials.",
        debug_id: "90957fca61718",
      },
      fill: [],
    },
    provider_error: {
      http: 500,
      body: {
        name: "INTERNAL_SERVER_ERROR",
        message: "An internal server error occurred.",
        debug_id: "90957fca61718",
      },
      fill: [],
    },
  },
};
