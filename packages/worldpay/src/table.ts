// Generated from specs/worldpay.yaml by `npm run generate`. Do not edit: edit the spec.
import type { ProviderTable } from "@refunds/core/provider";

export const table: ProviderTable = {
  provider: "worldpay",
  servers: { live: "https://access.worldpay.com", test: "https://try.access.worldpay.com" },
  credentials: [
    {
      username: { schema: { type: "string", pattern: "^[^:]+$" } },
      password: { secret: true, schema: { type: "string", minLength: 1 } },
      webhookSecret: {
        secret: true,
        schema: { type: "string", minLength: 1 },
        setting: true,
        optional: true,
        rotates: true,
      },
    },
  ],
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
    identifiedBy: [["payment.paymentId"]],
    outcomes: [
      {
        when: { http: "202", "/commandId": { present: true }, "/errorName": { present: false } },
        means: "pending",
      },
      { when: { http: ["400", "401", "404", "415"] }, means: "by_code", of: [1] },
    ],
    echo: [{ of: "payment.paymentId", at: "/paymentId" }],
    refundId: "/commandId",
    currencies: {
      codes: {
        AUD: 2,
        BRL: 2,
        CAD: 2,
        CHF: 2,
        CNY: 2,
        DKK: 2,
        EUR: 2,
        GBP: 2,
        HKD: 2,
        MXN: 2,
        MYR: 2,
        NOK: 2,
        NZD: 2,
        PHP: 2,
        PLN: 2,
        SEK: 2,
        SGD: 2,
        THB: 2,
        USD: 2,
        ZAR: 2,
      },
    },
  },
  errors: {
    code: "/errorName",
    message: "/message",
    list: [
      { codes: ["bodyDoesNotMatchSchema", "headerHasInvalidValue"], reason: "invalid_request" },
      { codes: ["accessDenied"], reason: "unauthorized" },
      { codes: ["endpointNotFound"], reason: "payment_not_found" },
    ],
  },
};
