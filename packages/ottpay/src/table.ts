// Generated from specs/ottpay.yaml by `npm run generate`. Do not edit: edit the spec.
import type { EvidenceTable, ProviderTable } from "@refunds/core/provider";

export const table: ProviderTable = {
  provider: "ottpay",
  servers: { live: "https://ecom-api.ottpay.com", test: "https://sandbox-api.ottpay.com" },
  credentials: [
    { accessToken: { secret: true, schema: { type: "string", minLength: 1 } } },
    {
      appId: { schema: { type: "string", minLength: 1 } },
      appKey: { secret: true, schema: { type: "string", minLength: 1 } },
    },
  ],
  refund: {
    method: "POST",
    path: "/api/v1/payment/local-card/refund",
    media: "json",
    send: [
      {
        from: "payment.oriPaymentId",
        to: "body#/oriPaymentId",
        schema: { type: "string", minLength: 1 },
      },
      {
        from: "amount",
        to: "body#/refundAmount",
        schema: { type: "string", pattern: "^[1-9][0-9]*$" },
        money: { unit: "minor", as: "string" },
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
        "/status": { is: "SUCCESS" },
        "/result/refundId": { type: "string" },
        "/result/refundAmount": { type: ["string", "integer"] },
        "/result/refundStatus": { type: "string" },
      },
      { "/status": { is: "ERROR" }, "/result/code": { type: ["integer", "string"] } },
    ],
    identifiedBy: [["payment.oriPaymentId"]],
    outcomes: [
      { when: { "/status": "SUCCESS", "/result/refundStatus": "success" }, means: "succeeded" },
      { when: { "/status": "SUCCESS", "/result/refundStatus": "init" }, means: "pending" },
      { when: { "/status": "SUCCESS", "/result/refundStatus": "processing" }, means: "pending" },
      { when: { "/status": "SUCCESS", "/result/refundStatus": "failure" }, means: "declined" },
      { when: { "/status": "ERROR" }, means: "by_code" },
    ],
    echo: [{ of: "amount", at: "/result/refundAmount", money: { unit: "minor", as: "string" } }],
    refundId: "/result/refundId",
    currencies: { exponent: 2 },
  },
  query: {
    method: "POST",
    path: "/api/v1/payment/status-query",
    media: "json",
    send: [
      {
        from: "payment.oriPaymentId",
        to: "body#/paymentId",
        schema: { type: "string", minLength: 1 },
      },
      {
        from: "credentials.accessToken",
        to: "header.Authorization",
        schema: { type: "string", minLength: 1 },
        prefix: "Bearer ",
      },
    ],
    answer: [
      { "/status": { is: "SUCCESS" }, "/result": { type: "object" } },
      { "/status": { is: "ERROR" }, "/result/code": { type: ["integer", "string"] } },
    ],
    outcomes: [
      { when: { "/status": "SUCCESS" }, means: "found" },
      { when: { "/status": "ERROR" }, means: "by_code" },
    ],
  },
  token: {
    method: "POST",
    path: "/api/v1/auth/token",
    media: "json",
    send: [
      { from: "credentials.appId", to: "body#/appId", schema: { type: "string", minLength: 1 } },
      { from: "credentials.appKey", to: "body#/appKey", schema: { type: "string", minLength: 1 } },
    ],
    answer: [
      {
        "/status": { is: "SUCCESS" },
        "/result/token": { type: "string" },
        "/result/expired": { type: "integer" },
      },
      { "/status": { is: "ERROR" }, "/result/code": { type: ["integer", "string"] } },
    ],
    outcomes: [
      { when: { "/status": "SUCCESS" }, means: "issued" },
      { when: { "/status": "ERROR" }, means: "by_code" },
    ],
    gives: "accessToken",
    token: "/result/token",
    expires: { at: "/result/expired", format: "unix-milliseconds" },
  },
  errors: {
    code: "/result/code",
    message: "/result/message",
    list: [
      { codes: ["10005"], reason: "invalid_request" },
      {
        codes: ["10200", "20004", "20034", "50002", "50003"],
        reason: "provider_error",
        money: "unknown",
      },
      { codes: ["20007"], reason: "insufficient_balance" },
      { codes: ["20008"], reason: "not_refundable" },
      { codes: ["20014"], reason: "exceeds_refundable" },
      { codes: ["20019"], reason: "payment_not_found" },
      { codes: ["20021"], reason: "not_settled" },
      { codes: ["20041"], reason: "already_refunded" },
      { codes: ["50001"] },
      { codes: ["90000", "10003"], reason: "unauthorized" },
    ],
  },
};

/** What an answer to the query proves about a refund whose outcome is not certain. */
export const evidence: EvidenceTable = {
  echo: [{ of: "payment.oriPaymentId", at: "/result/paymentId" }],
  refunded: { at: "/result/refundAmount", money: { unit: "minor", as: "string" } },
  rules: [
    {
      when: { "/result/paymentStatus": ["partial_refunded", "fully_refunded"], refunded: "this" },
      proves: "succeeded",
    },
  ],
};
