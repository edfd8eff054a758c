// Generated from specs/stripe.yaml by `npm run generate`. Do not edit: edit the spec.
import type { EvidenceTable, ProviderTable } from "@refunds/core/provider";

export const table: ProviderTable = {
  provider: "stripe",
  servers: { live: "https://api.stripe.com", test: "https://api.stripe.com" },
  credentials: [
    {
      secretKey: {
        secret: true,
        environments: { live: "^(sk|rk)_live_", test: "^(sk|rk)_test_" },
        schema: { type: "string" },
      },
      webhookSecret: {
        secret: true,
        schema: { type: "string", minLength: 1 },
        setting: true,
        optional: true,
        rotates: true,
      },
      stripeAccount: {
        schema: { type: "string", pattern: "^acct_" },
        setting: true,
        optional: true,
      },
    },
  ],
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
    identifiedBy: [["payment.paymentIntent"], ["payment.charge"]],
    outcomes: [
      { when: { http: "409" }, means: "unknown" },
      { when: { http: "400", "/error/type": "idempotency_error" }, means: "unknown" },
      {
        when: { http: "200", "/object": "refund", "/status": "succeeded" },
        means: "succeeded",
        of: [0],
      },
      {
        when: { http: "200", "/object": "refund", "/status": ["pending", "requires_action"] },
        means: "pending",
        of: [0],
      },
      {
        when: { http: "200", "/object": "refund", "/status": ["failed", "canceled"] },
        means: "declined",
        of: [0],
      },
      {
        when: { http: ["401", "403"], "/error/type": "invalid_request_error" },
        means: "declined",
        reason: "unauthorized",
        of: [1],
      },
      {
        when: { http: ["400", "404"], "/error/type": "invalid_request_error" },
        means: "declined",
        of: [1],
      },
      {
        when: {
          http: "429",
          "/error/type": "invalid_request_error",
          "/error/code": ["rate_limit", "lock_timeout"],
        },
        means: "by_code",
        of: [1],
      },
    ],
    echo: [
      { of: "payment.paymentIntent", at: "/payment_intent" },
      { of: "payment.charge", at: "/charge" },
      {
        of: "amount",
        at: "/amount",
        money: { unit: "minor", as: "integer", exponents: { ISK: 2, UGX: 2, MGA: 0 } },
      },
      { of: "currency", at: "/currency", form: "lower" },
      { of: "reason", at: "/reason" },
    ],
    refundId: "/id",
    currencies: { except: ["IQD", "LYD"] },
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
    outcomes: [
      { when: { http: "200", "/object": "list" }, means: "found", of: [0] },
      {
        when: { http: ["400", "401", "403", "404", "429"], "/error/type": "invalid_request_error" },
        means: "by_code",
        of: [1],
      },
    ],
  },
  errors: {
    code: ["/error/code", "/failure_reason"],
    message: "/error/message",
    list: [
      {
        message: "is greater than unrefunded amount on charge",
        match: "contains",
        reason: "exceeds_refundable",
      },
      { codes: ["charge_already_refunded"], reason: "already_refunded" },
      {
        codes: ["charge_disputed", "refund_disputed_payment", "charge_not_refundable"],
        reason: "not_refundable",
      },
      { codes: ["amount_too_large"], reason: "exceeds_refundable" },
      {
        codes: [
          "amount_too_small",
          "invalid_charge_amount",
          "invalid_charge_amount_no_decimal_compatible",
          "parameter_invalid_empty",
          "parameter_invalid_integer",
          "parameter_invalid_string_blank",
          "parameter_invalid_string_empty",
          "parameter_missing",
          "parameter_unknown",
          "parameters_exclusive",
        ],
        reason: "invalid_request",
      },
      { codes: ["balance_insufficient", "insufficient_funds"], reason: "insufficient_balance" },
      { codes: ["payment_intent_unexpected_state"], reason: "not_settled" },
      { codes: ["resource_missing", "livemode_mismatch"], reason: "payment_not_found" },
      {
        codes: [
          "account_invalid",
          "api_key_expired",
          "platform_api_key_expired",
          "platform_account_required",
          "secret_key_required",
        ],
        reason: "unauthorized",
      },
      { codes: ["rate_limit", "lock_timeout"], reason: "rate_limited", repeat: true },
      { codes: ["idempotency_key_in_use"], reason: "provider_error", money: "unknown" },
      { codes: ["insufficient_funds"], at: "/failure_reason", reason: "insufficient_balance" },
      {
        codes: [
          "lost_or_stolen_card",
          "expired_or_canceled_card",
          "charge_for_pending_refund_disputed",
          "declined",
        ],
        at: "/failure_reason",
        reason: "not_refundable",
      },
      { codes: ["merchant_request", "unknown"], at: "/failure_reason" },
    ],
  },
};

/** What an answer to the query proves about a refund whose outcome is not certain. */
export const evidence: EvidenceTable = {
  find: { in: "/data", where: { "/metadata/refund_key": "key" } },
  echo: [
    { of: "payment.paymentIntent", at: "/payment_intent" },
    { of: "payment.charge", at: "/charge" },
    { of: "refund.id", at: "/id" },
    { of: "currency", at: "/currency", form: "lower" },
  ],
  refunded: {
    at: "/amount",
    currency: "/currency",
    form: "lower",
    money: { unit: "minor", as: "integer", exponents: { ISK: 2, UGX: 2, MGA: 0 } },
  },
  rules: [
    {
      when: { "/object": "refund", "/status": "succeeded", refunded: "this" },
      proves: "succeeded",
    },
    {
      when: { "/object": "refund", "/status": ["pending", "requires_action"], refunded: "this" },
      proves: "pending",
    },
    {
      when: { "/object": "refund", "/status": ["failed", "canceled"] },
      proves: "declined",
      reason: "unspecified",
    },
  ],
  sameKey: {
    for: 86400,
    answers: "first",
    body: "same",
    busy: [{ http: "409" }],
    mismatch: [{ http: "400", "/error/type": "idempotency_error" }],
    forgets: [{ http: ["401", "409", "429"] }],
  },
};
