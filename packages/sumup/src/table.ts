// Generated from specs/sumup.yaml by `npm run generate`. Do not edit: edit the spec.
import type { ProviderTable } from "@refunds/core/provider";

export const table: ProviderTable = {
  provider: "sumup",
  servers: { live: "https://api.sumup.com", test: "https://api.sumup.com" },
  credentials: [
    {
      apiKey: {
        secret: true,
        environments: { live: "^(?!sk_test_)", test: "^(?!sk_live_)" },
        schema: { type: "string", minLength: 1 },
      },
      merchantCode: { schema: { type: "string", minLength: 1 }, setting: true },
    },
  ],
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
    identifiedBy: [["payment.transactionId"]],
    outcomes: [
      { when: { http: "201", "/type": { present: true } }, means: "unknown" },
      { when: { http: "201" }, means: "succeeded", of: [0] },
      {
        when: {
          http: ["400", "401", "403", "404", "409", "422"],
          "/type": { present: true },
          "/errors/0/code": "INVALID_AMOUNT",
        },
        means: "by_code",
        of: [1],
      },
      {
        when: {
          http: ["400", "401", "403", "404", "409", "422"],
          "/errors/0/code": { present: false },
          "/type": [
            "https://developer.sumup.com/problem/bad-request",
            "https://developer.sumup.com/problem/unauthorized",
            "https://developer.sumup.com/problem/forbidden",
            "https://developer.sumup.com/problem/not-found",
            "https://developer.sumup.com/problem/conflict",
            "https://developer.sumup.com/problem/unprocessable-entity",
            "https://developer.sumup.com/problem/internal-server-error",
          ],
        },
        means: "by_code",
        of: [1],
      },
    ],
    echo: [],
    currencies: {
      codes: {
        BRL: 2,
        CHF: 2,
        CLP: 0,
        COP: 2,
        CZK: 2,
        DKK: 2,
        EUR: 2,
        GBP: 2,
        HUF: 2,
        NOK: 2,
        PLN: 2,
        RON: 2,
        SEK: 2,
        USD: 2,
      },
    },
  },
  errors: {
    code: ["/errors/*/code", "/type"],
    message: ["/errors/0/detail", "/detail", "/title"],
    list: [
      { codes: ["INVALID_AMOUNT"], reason: "exceeds_refundable" },
      {
        codes: ["https://developer.sumup.com/problem/bad-request"],
        at: "/type",
        reason: "invalid_request",
      },
      {
        codes: [
          "https://developer.sumup.com/problem/unauthorized",
          "https://developer.sumup.com/problem/forbidden",
        ],
        at: "/type",
        reason: "unauthorized",
      },
      {
        codes: ["https://developer.sumup.com/problem/not-found"],
        at: "/type",
        reason: "payment_not_found",
      },
      {
        codes: ["https://developer.sumup.com/problem/conflict"],
        at: "/type",
        reason: "not_refundable",
      },
      {
        codes: [
          "https://developer.sumup.com/problem/unprocessable-entity",
          "https://developer.sumup.com/problem/internal-server-error",
        ],
        at: "/type",
        reason: "provider_error",
        money: "unknown",
      },
    ],
  },
};
