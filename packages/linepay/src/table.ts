// Generated from specs/linepay.yaml by `npm run generate`. Do not edit: edit the spec.
import type { EvidenceTable, ProviderTable } from "@refunds/core/provider";

export const table: ProviderTable = {
  provider: "linepay",
  servers: { live: "https://api-pay.line.me", test: "https://sandbox-api-pay.line.me" },
  credentials: [
    {
      channelId: { schema: { type: "string", minLength: 1 } },
      channelSecret: { secret: true, schema: { type: "string", minLength: 1 } },
    },
  ],
  refund: {
    method: "POST",
    path: "/v4/payments/{transactionId}/refund",
    media: "json",
    send: [
      {
        from: "credentials.channelId",
        to: "header.X-LINE-ChannelId",
        schema: { type: "string", minLength: 1 },
      },
      { from: "nonce", to: "header.X-LINE-Authorization-Nonce", schema: { type: "string" } },
      {
        from: "payment.transactionId",
        to: "path.transactionId",
        schema: { type: "string", pattern: "^[0-9]{1,19}$" },
      },
      {
        from: "amount",
        to: "body#/refundAmount",
        schema: { type: "number" },
        optional: true,
        money: { unit: "major", as: "number", steps: { TWD: 100 } },
      },
    ],
    sign: {
      algorithm: "HMAC-SHA-256",
      key: "credentials.channelSecret",
      over: ["credentials.channelSecret", "pathname", "body", "header.X-LINE-Authorization-Nonce"],
      encoding: "base64",
      to: "header.X-LINE-Authorization",
    },
    answer: [
      {
        "/returnCode": { is: "0000" },
        "/returnMessage": { type: "string" },
        "/info/refundTransactionId": { type: ["integer", "string"] },
      },
      { "/returnCode": { not: "0000" }, "/returnMessage": { type: "string" } },
    ],
    identifiedBy: [["payment.transactionId"]],
    outcomes: [
      {
        when: {
          http: "200",
          "/returnCode": "0000",
          "/info/refundTransactionId": { present: true },
        },
        means: "succeeded",
      },
      { when: { http: "200", "/info": { present: false } }, means: "by_code" },
    ],
    echo: [],
    refundId: "/info/refundTransactionId",
    currencies: { codes: { TWD: 2, THB: 2, USD: 2 } },
  },
  query: {
    method: "GET",
    path: "/v4/payments",
    send: [
      {
        from: "credentials.channelId",
        to: "header.X-LINE-ChannelId",
        schema: { type: "string", minLength: 1 },
      },
      { from: "nonce", to: "header.X-LINE-Authorization-Nonce", schema: { type: "string" } },
      {
        from: "payment.transactionId",
        to: "query.transactionId",
        schema: { type: "string", pattern: "^[0-9]{1,19}$" },
      },
    ],
    sign: {
      algorithm: "HMAC-SHA-256",
      key: "credentials.channelSecret",
      over: ["credentials.channelSecret", "pathname", "query", "header.X-LINE-Authorization-Nonce"],
      encoding: "base64",
      to: "header.X-LINE-Authorization",
    },
    answer: [
      { "/returnCode": { is: "0000" }, "/info": { type: "array" } },
      { "/returnCode": { not: "0000" }, "/returnMessage": { type: "string" } },
    ],
    outcomes: [
      { when: { http: "200", "/returnCode": "0000" }, means: "found" },
      { when: { http: "200", "/info": { present: false } }, means: "by_code" },
    ],
  },
  errors: {
    code: "/returnCode",
    message: "/returnMessage",
    list: [
      { codes: ["1101", "1102", "1155", "1163", "1178", "1179"], reason: "not_refundable" },
      { codes: ["1104", "1105", "1106"], reason: "unauthorized" },
      { codes: ["1124", "2101", "2102"], reason: "invalid_request" },
      { codes: ["1150"], reason: "payment_not_found" },
      { codes: ["1164"], reason: "exceeds_refundable" },
      { codes: ["1165"], reason: "already_refunded" },
      { codes: ["1198"], money: "unknown" },
      {
        codes: ["1199", "1900", "1902", "1999", "9000"],
        reason: "provider_error",
        money: "unknown",
      },
      { codes: ["2042"], reason: "insufficient_balance" },
    ],
  },
};

/** What an answer to the query proves about a refund whose outcome is not certain. */
export const evidence: EvidenceTable = {
  echo: [
    { of: "payment.transactionId", at: "/info/0/transactionId" },
    { of: "currency", at: "/info/0/currency" },
  ],
  refunded: {
    at: "/info/0/refundList/0/refundAmount",
    all: "/info/0/payInfo/0/amount",
    currency: "/info/0/currency",
    money: { unit: "major", as: "number", negative: true },
  },
  rules: [
    {
      when: {
        http: "200",
        "/returnCode": "0000",
        "/info/1": { present: false },
        "/info/0/refundList/1": { present: false },
        "/info/0/refundList/0/transactionType": "PAYMENT_REFUND",
        refunded: "this",
      },
      proves: "succeeded",
    },
    {
      when: {
        http: "200",
        "/returnCode": "0000",
        "/info/1": { present: false },
        "/info/0/payInfo/1": { present: false },
        "/info/0/refundList/1": { present: false },
        "/info/0/refundList/0/transactionType": "PARTIAL_REFUND",
        refunded: "this",
      },
      proves: "succeeded",
    },
  ],
};
