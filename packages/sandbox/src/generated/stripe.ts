// Generated from specs/stripe.yaml by `npm run generate`. Do not edit: edit the spec.

import type { SimulatorTable } from "../simulator-table.ts";

export const stripe: SimulatorTable = {
  provider: "stripe",
  title: "Stripe",
  documentation:
    "https://raw.githubusercontent.com/stripe/openapi/master/latest/openapi.spec3.json",
  servers: ["https://api.stripe.com"],
  credentials: [
    {
      secretKey: { secret: true, value: "sk_test_sandbox" },
      webhookSecret: { secret: true, value: "whsec_sandbox" },
      stripeAccount: { secret: false, value: "acct_1032D82eZvKYlo2C" },
    },
  ],
  payments: [
    {
      payment: { paymentIntent: "pi_1", charge: "ch_1" },
      amount: { value: 10000, currency: "USD" },
    },
    {
      payment: { paymentIntent: "pi_2", charge: "ch_2" },
      amount: { value: 5000, currency: "JPY" },
    },
    {
      payment: { paymentIntent: "pi_3", charge: "ch_3" },
      amount: { value: 12345, currency: "EUR" },
    },
    {
      payment: { paymentIntent: "pi_4", charge: "ch_4" },
      amount: { value: 50000, currency: "MXN" },
    },
    {
      payment: { paymentIntent: "pi_5", charge: "ch_5" },
      amount: { value: 10000, currency: "GBP" },
      always: "pending",
    },
    {
      payment: { paymentIntent: "pi_6", charge: "ch_6" },
      amount: { value: 10000, currency: "USD" },
      always: "not_refundable",
    },
    {
      payment: { paymentIntent: "pi_7", charge: "ch_7" },
      amount: { value: 10000, currency: "USD" },
      always: "insufficient_balance",
    },
    {
      payment: { paymentIntent: "pi_8", charge: "ch_8" },
      amount: { value: 10000, currency: "USD" },
      always: "provider_error",
    },
  ],
  partial: true,
  repeated: true,
  states: { paid: "succeeded", partly_refunded: "succeeded", refunded: "succeeded" },
  refundStates: { refunded: "succeeded", pending: "pending", failed: "failed" },
  refundIdAt: "/id",
  keys: {
    seconds: 86400,
    answers: "first",
    body: "same",
    forgets: [{ http: ["401", "409", "429"] }],
  },
  operations: {
    refund: {
      method: "POST",
      path: "/v1/refunds",
      media: "form",
      send: [
        {
          from: "credentials.stripeAccount",
          to: "header.Stripe-Account",
          schema: { type: "string", pattern: "^acct_" },
          optional: true,
        },
        {
          from: "payment.paymentIntent",
          to: "body#/payment_intent",
          schema: { type: "string", minLength: 1, maxLength: 5000 },
          optional: true,
        },
        {
          from: "payment.charge",
          to: "body#/charge",
          schema: { type: "string", minLength: 1, maxLength: 5000 },
          optional: true,
        },
        {
          from: "amount",
          to: "body#/amount",
          schema: { type: "integer" },
          optional: true,
          money: {
            unit: "minor",
            as: "integer",
            exponents: { ISK: 2, UGX: 2, MGA: 0 },
            steps: { BHD: 10, JOD: 10, KWD: 10, OMR: 10, TND: 10 },
          },
        },
        {
          from: "reason",
          to: "body#/reason",
          schema: {
            type: "string",
            enum: ["duplicate", "fraudulent", "requested_by_customer"],
            maxLength: 5000,
          },
          optional: true,
        },
        {
          from: "extra.refundApplicationFee",
          to: "body#/refund_application_fee",
          schema: { type: "boolean" },
          optional: true,
        },
        {
          from: "extra.reverseTransfer",
          to: "body#/reverse_transfer",
          schema: { type: "boolean" },
          optional: true,
        },
        {
          from: "extra.instructionsEmail",
          to: "body#/instructions_email",
          schema: { type: "string", minLength: 1 },
          optional: true,
        },
        {
          from: "key",
          to: "header.Idempotency-Key",
          schema: { type: "string", minLength: 1, maxLength: 255 },
        },
        {
          from: "key",
          to: "body#/metadata[refund_key]",
          schema: { type: "string", minLength: 1, maxLength: 255 },
          optional: true,
        },
        {
          from: "const",
          to: "header.Stripe-Version",
          schema: { type: "string", const: "2026-10-28.endive" },
        },
        {
          from: "credentials.secretKey",
          to: "header.Authorization",
          schema: { type: "string" },
          prefix: "Bearer ",
        },
      ],
      exactlyOne: [["payment.paymentIntent", "payment.charge"]],
      answer: [
        {
          "/id": { type: "string" },
          "/object": { is: "refund" },
          "/amount": { type: "integer" },
          "/currency": { type: "string" },
          "/status": { type: ["string", "null"] },
        },
        { "/error/type": { type: "string" } },
      ],
    },
    query: {
      method: "GET",
      path: "/v1/refunds",
      send: [
        {
          from: "credentials.stripeAccount",
          to: "header.Stripe-Account",
          schema: { type: "string", pattern: "^acct_" },
          optional: true,
        },
        {
          from: "payment.paymentIntent",
          to: "query.payment_intent",
          schema: { type: "string", minLength: 1 },
          optional: true,
        },
        {
          from: "payment.charge",
          to: "query.charge",
          schema: { type: "string", minLength: 1 },
          optional: true,
        },
        { from: "const", to: "query.limit", schema: { type: "string", const: "100" } },
        {
          from: "const",
          to: "header.Stripe-Version",
          schema: { type: "string", const: "2026-10-28.endive" },
        },
        {
          from: "credentials.secretKey",
          to: "header.Authorization",
          schema: { type: "string" },
          prefix: "Bearer ",
        },
      ],
      exactlyOne: [["payment.paymentIntent", "payment.charge"]],
      answer: [
        { "/object": { is: "list" }, "/data": { type: "array" }, "/has_more": { type: "boolean" } },
        { "/error/type": { type: "string" } },
      ],
    },
  },
  statusAt: ["/object", "/status"],
  notification: {
    verify: {
      algorithm: "HMAC-SHA-256",
      key: "credentials.webhookSecret",
      over: ["parts.time", "body"],
      join: ".",
      encoding: "hex",
      parts: { time: { in: "header.Stripe-Signature", pattern: "(?:^|,)t=([0-9]+)" } },
      from: "header.Stripe-Signature",
      pattern: "(?:^|,)v1=([0-9a-f]{64})",
      within: { at: "parts.time", seconds: 300, format: "unix-seconds" },
    },
    media: "json",
    says: {
      succeeded: {
        body: {
          id: null,
          object: "event",
          type: "refund.updated",
          data: {
            object: {
              id: null,
              object: "refund",
              amount: null,
              currency: null,
              charge: null,
              payment_intent: null,
              status: "succeeded",
              metadata: { refund_key: null },
            },
          },
        },
        fill: [
          { at: "/id", from: "notification.number", as: "string", within: "evt_{{}}" },
          { at: "/data/object/id", from: "refund.id", as: "string" },
          {
            at: "/data/object/amount",
            from: "refund.amount",
            as: "integer",
            money: { unit: "minor", as: "integer", exponents: { ISK: 2, UGX: 2, MGA: 0 } },
          },
          { at: "/data/object/currency", from: "payment.currency", as: "string", form: "lower" },
          { at: "/data/object/charge", from: "payment.charge", as: "string" },
          { at: "/data/object/payment_intent", from: "payment.paymentIntent", as: "string" },
          { at: "/data/object/metadata/refund_key", from: "key", as: "string" },
        ],
      },
      pending: {
        body: {
          id: null,
          object: "event",
          type: "refund.created",
          data: {
            object: {
              id: null,
              object: "refund",
              amount: null,
              currency: null,
              charge: null,
              payment_intent: null,
              status: "pending",
              metadata: { refund_key: null },
            },
          },
        },
        fill: [
          { at: "/id", from: "notification.number", as: "string", within: "evt_{{}}" },
          { at: "/data/object/id", from: "refund.id", as: "string" },
          {
            at: "/data/object/amount",
            from: "refund.amount",
            as: "integer",
            money: { unit: "minor", as: "integer", exponents: { ISK: 2, UGX: 2, MGA: 0 } },
          },
          { at: "/data/object/currency", from: "payment.currency", as: "string", form: "lower" },
          { at: "/data/object/charge", from: "payment.charge", as: "string" },
          { at: "/data/object/payment_intent", from: "payment.paymentIntent", as: "string" },
          { at: "/data/object/metadata/refund_key", from: "key", as: "string" },
        ],
      },
      reversed: {
        body: {
          id: null,
          object: "event",
          type: "refund.failed",
          data: {
            object: {
              id: null,
              object: "refund",
              amount: null,
              currency: null,
              charge: null,
              payment_intent: null,
              status: "failed",
              failure_reason: "expired_or_canceled_card",
              metadata: { refund_key: null },
            },
          },
        },
        fill: [
          { at: "/id", from: "notification.number", as: "string", within: "evt_{{}}" },
          { at: "/data/object/id", from: "refund.id", as: "string" },
          {
            at: "/data/object/amount",
            from: "refund.amount",
            as: "integer",
            money: { unit: "minor", as: "integer", exponents: { ISK: 2, UGX: 2, MGA: 0 } },
          },
          { at: "/data/object/currency", from: "payment.currency", as: "string", form: "lower" },
          { at: "/data/object/charge", from: "payment.charge", as: "string" },
          { at: "/data/object/payment_intent", from: "payment.paymentIntent", as: "string" },
          { at: "/data/object/metadata/refund_key", from: "key", as: "string" },
        ],
      },
    },
  },
  answers: {
    refunded: {
      http: 200,
      body: {
        id: null,
        object: "refund",
        amount: null,
        balance_transaction: null,
        charge: null,
        created: 1692942318,
        currency: null,
        metadata: { refund_key: null },
        payment_intent: null,
        reason: null,
        receipt_number: null,
        source_transfer_reversal: null,
        status: "succeeded",
        transfer_reversal: null,
      },
      fill: [
        { at: "/id", from: "refund.number", as: "string", within: "re_{{}}" },
        {
          at: "/amount",
          from: "refund.amount",
          as: "integer",
          money: { unit: "minor", as: "integer", exponents: { ISK: 2, UGX: 2, MGA: 0 } },
        },
        { at: "/charge", from: "payment.charge", as: "string" },
        { at: "/currency", from: "payment.currency", as: "string", form: "lower" },
        { at: "/metadata/refund_key", from: "key", as: "string" },
        { at: "/payment_intent", from: "payment.paymentIntent", as: "string" },
        { at: "/reason", from: "reason", as: "string" },
      ],
    },
    pending: {
      http: 200,
      body: {
        id: null,
        object: "refund",
        amount: null,
        balance_transaction: null,
        charge: null,
        created: 1692942318,
        currency: null,
        metadata: { refund_key: null },
        payment_intent: null,
        reason: null,
        receipt_number: null,
        source_transfer_reversal: null,
        status: "pending",
        pending_reason: "processing",
        transfer_reversal: null,
      },
      fill: [
        { at: "/id", from: "refund.number", as: "string", within: "re_{{}}" },
        {
          at: "/amount",
          from: "refund.amount",
          as: "integer",
          money: { unit: "minor", as: "integer", exponents: { ISK: 2, UGX: 2, MGA: 0 } },
        },
        { at: "/charge", from: "payment.charge", as: "string" },
        { at: "/currency", from: "payment.currency", as: "string", form: "lower" },
        { at: "/metadata/refund_key", from: "key", as: "string" },
        { at: "/payment_intent", from: "payment.paymentIntent", as: "string" },
        { at: "/reason", from: "reason", as: "string" },
      ],
    },
    queried: {
      http: 200,
      body: {
        object: "list",
        has_more: false,
        data: [
          {
            id: null,
            object: "refund",
            amount: null,
            balance_transaction: null,
            charge: null,
            created: 1692942318,
            currency: null,
            metadata: { refund_key: null },
            payment_intent: null,
            reason: null,
            receipt_number: null,
            source_transfer_reversal: null,
            status: null,
            transfer_reversal: null,
          },
        ],
      },
      fill: [
        { at: "/data/0/id", from: "refund.id", as: "string" },
        {
          at: "/data/0/amount",
          from: "refund.amount",
          as: "integer",
          money: { unit: "minor", as: "integer", exponents: { ISK: 2, UGX: 2, MGA: 0 } },
        },
        { at: "/data/0/charge", from: "payment.charge", as: "string" },
        { at: "/data/0/currency", from: "payment.currency", as: "string", form: "lower" },
        { at: "/data/0/metadata/refund_key", from: "key", as: "string" },
        { at: "/data/0/payment_intent", from: "payment.paymentIntent", as: "string" },
        { at: "/data/0/reason", from: "reason", as: "string" },
        { at: "/data/0/status", from: "refund.state", as: "string" },
      ],
      each: "/data",
    },
    already_refunded: {
      http: 400,
      body: {
        error: { type: "invalid_request_error", code: "charge_already_refunded", message: null },
      },
      fill: [
        {
          at: "/error/message",
          from: "payment.charge",
          as: "string",
          within: "Charge {{}} has already been refunded.",
        },
      ],
    },
    exceeds_refundable: {
      http: 400,
      body: {
        error: {
          type: "invalid_request_error",
          message: "Refund amount ($25.00) is greater than unrefunded amount on charge ($21.45)",
          param: "amount",
        },
      },
      fill: [],
    },
    payment_not_found: {
      http: 404,
      body: {
        error: {
          type: "invalid_request_error",
          code: "resource_missing",
          message: "No such payment_intent",
          param: "payment_intent",
        },
      },
      fill: [],
    },
    not_refundable: {
      http: 400,
      body: {
        error: {
          type: "invalid_request_error",
          code: "charge_disputed",
          message: "The charge has been charged back; cannot issue a refund.",
        },
      },
      fill: [],
    },
    insufficient_balance: {
      http: 400,
      body: {
        error: {
          type: "invalid_request_error",
          code: "balance_insufficient",
          message: "The account does not have enough balance.",
        },
      },
      fill: [],
    },
    invalid_request: {
      http: 400,
      body: {
        error: {
          type: "invalid_request_error",
          code: "parameter_missing",
          message: "A required value is missing.",
        },
      },
      fill: [],
    },
    unauthorized: {
      http: 401,
      body: { error: { type: "invalid_request_error", message: "Invalid API Key provided" } },
      fill: [],
    },
    rate_limited: {
      http: 429,
      body: {
        error: {
          type: "invalid_request_error",
          code: "rate_limit",
          message: "Too many requests hit the API too quickly.",
        },
      },
      fill: [],
    },
    provider_error: {
      http: 500,
      body: { error: { type: "api_error", message: "An unknown error occurred" } },
      fill: [],
    },
    key_mismatch: {
      http: 400,
      body: {
        error: {
          type: "idempotency_error",
          message:
            "Keys for idempotent requests can only be used with the same parameters they were first used with.",
        },
      },
      fill: [],
    },
    key_busy: {
      http: 409,
      body: {
        error: {
          type: "invalid_request_error",
          code: "idempotency_key_in_use",
          message: "There is currently another in-progress request using this Idempotent Key.",
        },
      },
      fill: [],
    },
  },
};
