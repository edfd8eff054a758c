// Generated from specs/braintree.yaml by `npm run generate`. Do not edit: edit the spec.
import type { EvidenceTable, ProviderTable } from "@refunds/core/provider";

export const table: ProviderTable = {
  provider: "braintree",
  servers: {
    live: "https://payments.braintree-api.com",
    test: "https://payments.sandbox.braintree-api.com",
  },
  credentials: [
    {
      publicKey: { schema: { type: "string", minLength: 1, pattern: "^[^:]+$" } },
      privateKey: { secret: true, schema: { type: "string", minLength: 1 } },
    },
  ],
  refund: {
    method: "POST",
    path: "/graphql",
    fragment: "#refund",
    media: "json",
    send: [
      {
        from: "payment.transactionId",
        to: "body#/variables/input/transactionId",
        schema: { type: "string", minLength: 1 },
      },
      {
        from: "key",
        to: "body#/variables/input/apiRequestKey",
        schema: { type: "string", minLength: 1, maxLength: 127 },
      },
      {
        from: "key",
        to: "body#/variables/input/refund/orderId",
        schema: { type: "string", minLength: 1, maxLength: 127 },
        optional: true,
      },
      {
        from: "amount",
        to: "body#/variables/input/refund/amount",
        schema: { type: "string" },
        optional: true,
        money: { unit: "major", as: "string" },
      },
      {
        from: "extra.description",
        to: "body#/variables/input/refund/description",
        schema: { type: "string", minLength: 1 },
        optional: true,
      },
      {
        from: "extra.merchantAccountId",
        to: "body#/variables/input/refund/merchantAccountId",
        schema: { type: "string", minLength: 1 },
        optional: true,
      },
      {
        from: "const",
        to: "body#/query",
        schema: {
          type: "string",
          const:
            "mutation RefundTransaction($input: RefundTransactionInput!) { refundTransaction(input: $input) { refund { id status orderId amount { value currencyCode } refundedTransaction { id } } } }",
        },
      },
      {
        from: "const",
        to: "header.Braintree-Version",
        schema: { type: "string", const: "2019-01-01" },
      },
      {
        from: "credentials.publicKey:privateKey",
        to: "header.Authorization",
        schema: { type: "string" },
        prefix: "Basic ",
      },
    ],
    answer: [
      {
        "/data/refundTransaction/refund/id": { type: "string" },
        "/data/refundTransaction/refund/status": { type: "string" },
        "/data/refundTransaction/refund/orderId": { type: ["string", "null"] },
        "/data/refundTransaction/refund/amount/value": { type: "string" },
        "/data/refundTransaction/refund/amount/currencyCode": { type: "string" },
        "/data/refundTransaction/refund/refundedTransaction/id": { type: "string" },
      },
      { "/errors": { type: "array" }, "/errors/0/message": { type: "string" } },
    ],
    identifiedBy: [["payment.transactionId"]],
    outcomes: [
      {
        when: {
          http: "200",
          "/errors": { present: false },
          "/data/refundTransaction/refund/status": "SETTLED",
        },
        means: "succeeded",
      },
      {
        when: {
          http: "200",
          "/errors": { present: false },
          "/data/refundTransaction/refund/status": [
            "SUBMITTED_FOR_SETTLEMENT",
            "SETTLING",
            "SETTLEMENT_PENDING",
          ],
        },
        means: "pending",
      },
      {
        when: {
          http: "200",
          "/errors": { present: false },
          "/data/refundTransaction/refund/status": [
            "PROCESSOR_DECLINED",
            "GATEWAY_REJECTED",
            "SETTLEMENT_DECLINED",
            "VOIDED",
          ],
        },
        means: "declined",
      },
      { when: { http: "200", "/errors/*/path/1": { present: true } }, means: "unknown" },
      {
        when: {
          http: "200",
          "/errors/0/message": { present: true },
          "/data/refundTransaction": { present: false },
        },
        means: "by_code",
      },
    ],
    echo: [
      { of: "payment.transactionId", at: "/data/refundTransaction/refund/refundedTransaction/id" },
      { of: "key", at: "/data/refundTransaction/refund/orderId" },
      {
        of: "amount",
        at: "/data/refundTransaction/refund/amount/value",
        money: { unit: "major", as: "string" },
      },
      { of: "currency", at: "/data/refundTransaction/refund/amount/currencyCode" },
    ],
    refundId: "/data/refundTransaction/refund/id",
  },
  query: {
    method: "POST",
    path: "/graphql",
    fragment: "#query",
    media: "json",
    send: [
      {
        from: "payment.transactionId",
        to: "body#/variables/id",
        schema: { type: "string", minLength: 1 },
      },
      {
        from: "const",
        to: "body#/query",
        schema: {
          type: "string",
          const:
            "query Refunds($id: ID!) { node(id: $id) { ... on Transaction { id refunds { id status orderId amount { value currencyCode } refundedTransaction { id } } } } }",
        },
      },
      {
        from: "const",
        to: "header.Braintree-Version",
        schema: { type: "string", const: "2019-01-01" },
      },
      {
        from: "credentials.publicKey:privateKey",
        to: "header.Authorization",
        schema: { type: "string" },
        prefix: "Basic ",
      },
    ],
    answer: [
      { "/data/node/id": { type: "string" } },
      { "/errors": { type: "array" }, "/errors/0/message": { type: "string" } },
    ],
    outcomes: [
      {
        when: { http: "200", "/errors": { present: false }, "/data/node/id": { present: true } },
        means: "found",
      },
      {
        when: {
          http: "200",
          "/errors/0/message": { present: true },
          "/data/node": { present: false },
        },
        means: "by_code",
      },
    ],
  },
  errors: {
    code: ["/errors/*/extensions/legacyCode", "/errors/*/extensions/errorClass"],
    message: "/errors/*/message",
    list: [
      {
        codes: ["AUTHENTICATION", "AUTHORIZATION"],
        at: "/errors/*/extensions/errorClass",
        reason: "unauthorized",
      },
      { codes: ["NOT_FOUND"], at: "/errors/*/extensions/errorClass", reason: "payment_not_found" },
      { codes: ["RESOURCE_LIMIT"], at: "/errors/*/extensions/errorClass", reason: "rate_limited" },
      {
        codes: ["INTERNAL", "SERVICE_AVAILABILITY"],
        at: "/errors/*/extensions/errorClass",
        reason: "provider_error",
        money: "unknown",
      },
      { codes: ["91505", "91538", "91547", "91559"], reason: "not_refundable" },
      { codes: ["91506", "91574"], reason: "not_settled" },
      { codes: ["91512"], reason: "already_refunded" },
      { codes: ["91521", "81528"], reason: "exceeds_refundable" },
      { codes: ["91563"], reason: "partial_not_supported" },
      { codes: ["81501", "81503", "81531", "91501", "91513"], reason: "invalid_request" },
      { codes: ["915200", "915201"] },
    ],
  },
};

/** What an answer to the query proves about a refund whose outcome is not certain. */
export const evidence: EvidenceTable = {
  find: { in: "/data/node/refunds", where: { "/orderId": "key" } },
  echo: [
    { of: "payment.transactionId", at: "/refundedTransaction/id" },
    { of: "refund.id", at: "/id" },
    { of: "currency", at: "/amount/currencyCode" },
  ],
  refunded: {
    at: "/amount/value",
    currency: "/amount/currencyCode",
    money: { unit: "major", as: "string" },
  },
  rules: [
    { when: { "/status": "SETTLED", refunded: "this" }, proves: "succeeded" },
    {
      when: {
        "/status": ["SUBMITTED_FOR_SETTLEMENT", "SETTLING", "SETTLEMENT_PENDING"],
        refunded: "this",
      },
      proves: "pending",
    },
    {
      when: {
        "/status": ["PROCESSOR_DECLINED", "GATEWAY_REJECTED", "SETTLEMENT_DECLINED", "VOIDED"],
      },
      proves: "declined",
      reason: "unspecified",
    },
  ],
  sameKey: {
    for: 2592000,
    answers: "latest",
    body: "same",
    forgets: [
      {
        http: "200",
        "/errors/*/extensions/errorClass": [
          "AUTHENTICATION",
          "AUTHORIZATION",
          "NOT_FOUND",
          "RESOURCE_LIMIT",
          "NOT_IMPLEMENTED",
        ],
      },
    ],
  },
};
